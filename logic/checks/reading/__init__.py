"""How hard each screen and output is to read."""
