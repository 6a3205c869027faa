"""Start: what this is, help first, the way in and a saved file; below, what it never does and where answers stay."""

import streamlit as st

from logic.answers.agenda import first_open, stopped_at
from logic.answers.journey import with_way
from logic.content.questions import ALL, SHORT
from logic.files.open_file import Opened
from ui.browser_store.store import apply_notes
from ui.parts import pages
from ui.parts.comfort import draw_comfort
from ui.parts.press import draw_button
from ui.parts.question import draw_question
from ui.parts.storage_notices import draw_choice, draw_stored
from ui.session.guide_content import content, say
from ui.session.second_view import draw_chooser
from ui.session.visit import current, look_at, put_answers, visit


def draw() -> None:
    """Draw the first screen: the title, one sentence, help, and the two ways in are in sight without scrolling."""
    st.title(content().guide.title, anchor=False)
    draw_stored()
    st.markdown(say("start.what"))
    _draw_urgent()
    with st.container(key="ways-in"):
        label = "start.go-on" if visit().answers.given else "start.begin"
        draw_button(say(label), "begin", pages.lead_to, "guide", kind="primary", wide=True)
        _draw_opener()
    _draw_two_views()
    _draw_below()


def _draw_below() -> None:
    guide = content().guide
    st.header(say("start.never-title"), anchor=False)
    st.markdown(say("start.never"))
    st.header(say("start.time-title"), anchor=False)
    st.markdown(say("start.time", sections=len(guide.sections)))
    _draw_ways()
    st.header(say("comfort.title"), anchor=False)
    draw_comfort()
    st.header(say("start.privacy-title"), anchor=False)
    st.markdown(say("start.privacy"))
    draw_choice()
    with st.expander(say("start.for-title")):
        st.markdown("\n".join(f"- {line}" for line in guide.audience))
        st.markdown(say("start.not-for"))
        st.markdown("\n".join(f"- {line}" for line in guide.not_for))


def _draw_ways() -> None:
    """Say how long each way is, for the answers as they are, and ask which one to take."""
    name = content().guide.way
    if name is None:
        return
    (short, short_screens), (every, screens) = (with_way(current(), way).length for way in (SHORT, ALL))
    st.markdown(say("start.ways", short=short, short_screens=short_screens, all=every, all_screens=screens))
    draw_question(content().questions[name])


def _draw_urgent() -> None:
    with st.container(key="urgent", border=True):
        st.markdown(f"**{say('start.urgent')}** {say('start.urgent-or')}")
        draw_button(say("start.urgent-button"), "urgent-now", pages.lead_to, "help", wide=True)


def _draw_two_views() -> None:
    """Draw the way to a second person's view."""
    with st.container(key="voices", horizontal=True):
        if visit().answers.given:
            draw_button(say("views.link"), "to-views", pages.lead_to, "views")


def _draw_opener() -> None:
    draw_chooser(say("start.open-label"), say("start.open-help"), "opener", _choose)
    chosen = visit().opened
    if chosen is not None:
        _draw_opened(chosen)


def _choose(opened: Opened) -> None:
    """Put the answers of a file in, unless there are some already."""
    # The choice may have come with an answer.
    apply_notes()
    visit().opened, visit().opened_taken = opened, False
    if not visit().answers.holds_something:
        _take(opened)


def _take(opened: Opened) -> None:
    """Put the answers of a file in, and go to where the first question is open."""
    if opened.answers is not None:
        put_answers(opened.answers)
        stop = first_open(current())
        look_at(stop.screen.id, stop.question.id if stop.question else "")
        visit().opened_taken = True


def _drop() -> None:
    visit().opened = None


def _draw_opened(opened: Opened) -> None:
    """Say what came of the file; where answers are there already, ask before they are replaced."""
    if opened.answers is None:
        st.warning(say(f"open.{opened.refusal}"))
        return
    if not visit().opened_taken:
        st.warning(say("open.replace"))
        with st.container(horizontal=True):
            draw_button(say("open.replace-yes"), "replace", _take, opened, kind="primary")
            draw_button(say("open.replace-no"), "keep", _drop)
        return
    st.success(say("open.taken", count=len(opened.answers.given)))
    _draw_onward()
    if opened.carried:
        st.markdown(say("open.carried"))
        st.text("\n".join(opened.carried))
    if opened.misfits:
        st.markdown(say("open.misfits"))
        st.text("\n".join(f"{item.what}: {item.value}" for item in opened.misfits))


def _draw_onward() -> None:
    """Draw the way on from a file, under what is said of it: to the first open question."""
    if visit().answers.given.get(content().guide.voice) == "therapist":
        stop = stopped_at(current())
        st.markdown(say("guided.stopped", title=stop.title, section=stop.section.title))
        draw_button(say("guided.begin"), "to-guided", pages.lead_to, "guided", kind="primary")
    else:
        draw_button(say("open.go-on"), "open-go-on", pages.lead_to, "guide", kind="primary")
