"""What is to be handed out as a document of parts and blocks, before anything is drawn."""
