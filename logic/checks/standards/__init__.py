"""The standards of decision aids, each row computed."""
