"""Our own check of the resources: what other software relies on and no library looks at."""
