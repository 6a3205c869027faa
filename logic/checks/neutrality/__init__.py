"""Content and program never advise: nothing weighs, praises, averages or counts votes."""
