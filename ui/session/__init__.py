"""What one session holds: the answers, where the person is, and what they picked to look at."""
