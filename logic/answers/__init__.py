"""What was said, which questions are asked, and how each stands."""
