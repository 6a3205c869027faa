"""content + answers -> journey.

The content is data; the answers are a plain mapping that the person owns; the journey is computed
afresh from the two, every time. Every screen, file and diagram takes a journey and nothing else
holds a position or a rule, so they cannot disagree. Nothing here knows Streamlit, the clock, the
network or the environment: dates come in as arguments.
"""
