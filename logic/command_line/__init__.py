"""What the commands of scripts/guide do that takes more than a few lines."""
