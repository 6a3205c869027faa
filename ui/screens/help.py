"""Help now: where a person with a pump and trouble is sent before any question."""

import streamlit as st

from ui.parts import pages
from ui.parts.evidence import topics_html
from ui.parts.frame import help_html
from ui.parts.press import draw_button
from ui.session.guide_content import content, say
from ui.session.visit import visit


def draw() -> None:
    """Draw what to do now, who says so, and the way back for those who are not in trouble."""
    st.title(say("help.title-page"), anchor=False)
    st.html(help_html())
    st.header(say("help.documents"), anchor=False)
    st.html(topics_html(tuple(topic.id for topic in content().topics.values() if topic.safety)))
    st.markdown(say("help.no-number"))
    draw_button(say("help.go-on"), "go-on", _go_on)


def _go_on() -> None:
    visit().told_urgent = True
    pages.lead_to("guide")
