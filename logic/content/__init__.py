"""What a guide consists of: its parts as models, and what can be read from them without an answer."""
