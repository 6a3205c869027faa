"""What can be asked: a file for each kind of question, on top of what all of them share."""
