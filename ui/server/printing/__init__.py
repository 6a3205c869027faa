"""PDFs made in processes of their own: one for each, with a limit of memory and of time, in fair turns."""
