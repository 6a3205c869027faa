"""Look it up: the way to the places that show what the documents say."""

import streamlit as st

from ui.parts.look_around import draw_links
from ui.session.guide_content import say


def draw() -> None:
    """Draw a link to each place, with a line on what it shows."""
    st.title(say("look.title"), anchor=False)
    st.markdown(say("look.note"))
    draw_links()
