"""What stands around every screen: a slim header with the way to the places and help now, and who is answering."""

import html

import streamlit as st

from logic.outputs.document import Paragraph
from logic.outputs.drawing import web_page
from ui.parts.storage_notices import draw_came_back
from ui.server.streamlit_internals import Page
from ui.session.clock import now
from ui.session.guide_content import content, say
from ui.session.visit import visit


def draw_top(places: list[Page], *, asks_who: bool) -> None:
    """Draw the header, and who is answering, but for where that is being asked: there it would move what is pressed."""
    with st.container(key="top", horizontal=True):
        st.html(f'<p class="top-name">{html.escape(say("frame.name"))}</p>')
        # Folds of the page's own open while no server answers, and cost no run; theme/frame.css shows the places.
        st.html(f'<details class="top-menu"><summary>{html.escape(say("frame.menu"))}</summary></details>')
        with st.container(key="places", horizontal=True):
            for place in places:
                st.page_link(place, label=place.title)
        st.html(
            f'<details class="top-help"><summary>{html.escape(say("place.help"))}</summary>'
            # In a low window it scrolls, so a keyboard can come to it.
            f'<div class="top-panel" tabindex="0">{help_html()}</div></details>'
        )
    # One place on the page whether it says something or not: what moves is drawn anew, with what is typed in it lost.
    with st.container(key="top-notes"):
        voice = visit().answers.given.get(content().guide.voice)
        if not asks_who and voice in content().text["voice"]:
            st.caption(say(f"voice.{voice}"))
        if now().date() > content().guide.review_by:
            st.caption(say("about.overdue", review=content().guide.review_by.isoformat()))
        draw_came_back()


def places_for_two(*, asks_who: bool) -> set[str]:
    """Return the names of the places for two voices that are in use here, none that an answer given here brings up."""
    therapist = not asks_who and visit().answers.given.get(content().guide.voice) == "therapist"
    return {name for name, used in (("guided", therapist), ("views", visit().second_view is not None)) if used}


def help_html() -> str:
    """Return the words for an emergency, the same on every screen."""
    return web_page.blocks(
        [Paragraph(say("help.body"), "help"), Paragraph(say("help.why")), Paragraph(say("help.not-here"))]
    )


def draw_help_here() -> None:
    """Draw help in place, where an answer says that something is wrong now."""
    with st.container(key="urgent-here"):
        st.html(help_html())


def draw_fault(_: Exception) -> bool:
    """Say in plain words that a run failed; True keeps Streamlit's own words off the page."""
    # The place that failed must not be come back to from every other.
    visit().leaving = None
    st.title(say("fault.title"), anchor=False)
    st.markdown(say("fault.body"))
    return True
