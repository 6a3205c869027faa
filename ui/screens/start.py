"""Start: what this is and never does, help first, who is answering, and opening a saved file."""

import streamlit as st

from logic.answers.agenda import stopped_at
from logic.files.open_file import Opened
from ui.parts import pages
from ui.parts.question import draw_question
from ui.parts.storage_notices import draw_choice, draw_stored
from ui.session.guide_content import content, say
from ui.session.second_view import choose_file
from ui.session.visit import current, put_answers, visit


def draw() -> None:
    """Draw the first screen."""
    guide = content().guide
    st.title(guide.title, anchor=False)
    draw_stored()
    _draw_urgent()
    st.markdown(say("start.what"))
    st.header(say("start.never-title"), anchor=False)
    st.markdown(say("start.never"))
    st.header(say("start.time-title"), anchor=False)
    st.markdown(say("start.time", sections=len(guide.sections)))
    st.header(say("start.privacy-title"), anchor=False)
    st.markdown(say("start.privacy"))
    draw_choice()
    with st.expander(say("start.for-title")):
        st.markdown("\n".join(f"- {line}" for line in guide.audience))
        st.markdown(say("start.not-for"))
        st.markdown("\n".join(f"- {line}" for line in guide.not_for))
    draw_question(content().questions[guide.voice])
    label = "start.go-on" if visit().answers.given else "start.begin"
    if st.button(say(label), key="begin", type="primary"):
        st.switch_page(pages.page("guide"))
    _draw_voices()
    _draw_opener()


def _draw_urgent() -> None:
    with st.container(key="urgent", border=True):
        st.markdown(say("start.urgent"))
        if st.button(say("start.urgent-button"), key="urgent-now"):
            st.switch_page(pages.page("help"))


def _draw_voices() -> None:
    """Draw the ways for two: a session that a therapist guides, and a second person's view."""
    with st.container(key="voices", horizontal=True):
        therapist = visit().answers.given.get(content().guide.voice) == "therapist"
        if therapist and st.button(say("guided.begin"), key="to-guided"):
            st.switch_page(pages.page("guided"))
        if visit().answers.given and st.button(say("views.link"), key="to-views"):
            st.switch_page(pages.page("views"))


def _draw_opener() -> None:
    st.header(say("start.open-title"), anchor=False)
    opened = choose_file(say("start.open-label"), say("start.open-help"), key="opener")
    if opened is not None:
        visit().opened, visit().opened_taken = opened, False
        if opened.answers is not None and not visit().answers.holds_something:
            put_answers(opened.answers)
            visit().opened_taken = True
            st.rerun()
    chosen = visit().opened
    if chosen is not None:
        _draw_opened(chosen)


def _draw_opened(opened: Opened) -> None:
    """Say what came of the file; where answers are there already, ask before they are replaced."""
    if opened.answers is None:
        st.warning(say(f"open.{opened.refusal}"))
        return
    if not visit().opened_taken:
        st.warning(say("open.replace"))
        with st.container(horizontal=True):
            replace = st.button(say("open.replace-yes"), key="replace", type="primary")
            keep = st.button(say("open.replace-no"), key="keep")
        if replace:
            put_answers(opened.answers)
            visit().opened_taken = True
            st.rerun()
        if keep:
            visit().opened = None
            st.rerun()
        return
    st.success(say("open.taken", count=len(opened.answers.given)))
    if visit().answers.given.get(content().guide.voice) == "therapist":
        stop = stopped_at(current())
        st.markdown(say("guided.stopped", title=stop.title, section=stop.section.title))
    if opened.carried:
        st.markdown(say("open.carried"))
        st.text("\n".join(opened.carried))
    if opened.misfits:
        st.markdown(say("open.misfits"))
        st.text("\n".join(f"{item.what}: {item.value}" for item in opened.misfits))
