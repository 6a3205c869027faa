"""One document, drawn as text, web page and PDF; and what else is written from content or answers."""
