"""Check: every answer on one page, with a way to change it that comes back here."""

import streamlit as st

from logic.answers.journey import Journey
from logic.content.kinds.answer import State
from logic.content.questions import Screen, Section
from logic.outputs.document import Line, Lines
from logic.outputs.drawing import web_page
from logic.summary.summary import screen_in_words
from ui.parts import pages
from ui.parts.press import draw_button
from ui.session.guide_content import content, say
from ui.session.visit import current, go, visit


def draw() -> None:
    """Draw all answers by section and screen."""
    journey = current()
    st.title(say("check.title"), anchor=False)
    st.markdown(say("check.note"))
    _draw_onward("onward-top")
    for section in content().sections:
        _draw_section(journey, section)
    _draw_onward("onward")


def block() -> str:
    """Return the key of the answers that the reader comes back from changing; empty where they do not."""
    return _key(visit().changed_at) if visit().changed_at else ""


def _key(screen: str) -> str:
    return f"check-{screen}"


def _draw_onward(key: str) -> None:
    draw_button(say("check.onward"), key, pages.lead_to, "summary", kind="primary")


def _draw_section(journey: Journey, section: Section) -> None:
    st.header(section.title, anchor=False)
    for screen in journey.screens:
        if content().section_of[screen.id] is section:
            _draw_screen(journey, screen)


def _draw_screen(journey: Journey, screen: Screen) -> None:
    lines = (
        Line(item.label, "\n".join(item.values), item.state is not State.ANSWERED)
        for item in screen_in_words(journey, screen)
    )
    with st.container(key=_key(screen.id)):
        st.html(web_page.blocks([Lines(tuple(lines))]))
        draw_button(say("check.change", title=screen.title), f"change-{screen.id}", _change, journey, screen)


def _change(journey: Journey, screen: Screen) -> None:
    visit().changing_from, visit().changed_at = journey, screen.id
    go(screen)
    pages.lead_to("guide")
