"""The save file: written, opened, taken out of a PDF, fitted to the content of today, and shared in part."""
