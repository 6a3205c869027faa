"""What stands around every screen: the way to the places, help now, and who is answering."""

import streamlit as st

from logic.outputs.document import Paragraph
from logic.outputs.drawing import web_page
from ui.parts.storage_notices import draw_came_back
from ui.server.streamlit_internals import Page
from ui.session.clock import now
from ui.session.guide_content import content, say
from ui.session.visit import visit


def draw_top(places: list[Page]) -> None:
    """Draw the places, help now, and who is answering."""
    with st.container(key="places", horizontal=True):
        for place in places:
            st.page_link(place, label=place.title, disabled=False)
    with st.container(key="help-now"), st.expander(say("help.title")):
        st.html(help_html())
    # One place on the page whether it says something or not: what moves is drawn anew, with what is typed in it lost.
    with st.container(key="top-notes"):
        voice = visit().answers.given.get(content().guide.voice)
        if voice in content().text["voice"]:
            st.caption(say(f"voice.{voice}"))
        if now().date() > content().guide.review_by:
            st.caption(say("about.overdue", review=content().guide.review_by.isoformat()))
        draw_came_back()


def places_for_two() -> set[str]:
    """Return the names of the places for two voices that are in use here."""
    therapist = visit().answers.given.get(content().guide.voice) == "therapist"
    return {name for name, used in (("guided", therapist), ("views", visit().second_view is not None)) if used}


def help_html() -> str:
    """Return the words for an emergency, the same on every screen."""
    return web_page.blocks(
        [Paragraph(say("help.body"), "help"), Paragraph(say("help.why")), Paragraph(say("help.not-here"))]
    )


def draw_fault(_: Exception) -> bool:
    """Say in plain words that a run failed; True keeps Streamlit's own words off the page."""
    st.title(say("fault.title"), anchor=False)
    st.markdown(say("fault.body"))
    return True
