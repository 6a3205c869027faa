"""The guide: one screen of questions at a time, with Back and Next."""

import streamlit as st

from logic.journey import Journey
from logic.questions import Screen
from ui import pages
from ui.evidence import draw_beside, draw_teaching, draw_terms, draw_warnings
from ui.groups import name_groups
from ui.guide_content import content, say
from ui.questions_to_ask import draw_questions_to_ask
from ui.state import current, go, session
from ui.widgets import draw_question, group_names


def draw() -> None:
    """Draw the screen that the session is at."""
    journey = current()
    if journey.urgent and not session().told_urgent:
        st.switch_page(pages.page("help"))
    screen = content().screens[session().screen]
    place = journey.place(screen.id)
    section = content().section_of[screen.id]
    st.caption(say("guide.place", section=place.section, sections=place.sections, title=section.title))
    st.title(screen.title, anchor=False)
    if place.screen == 1:
        st.markdown(section.intro)
    if screen.intro:
        st.markdown(screen.intro)
    draw_warnings(screen)
    for step in journey.asked_on(screen):
        with st.container(key=f"question-{step.question.id}"):
            draw_question(step.question)
            draw_teaching(step.question)
            draw_beside(step.question)
    if screen.shows == "questions-to-ask":
        draw_questions_to_ask(journey)
    draw_terms(screen)
    _draw_ways(journey, screen)
    name_groups(group_names([step.question for step in journey.asked_on(screen)]))


def _draw_ways(journey: Journey, screen: Screen) -> None:
    """Draw Back and Next. The answers decide where Next leads, so it is worked out when pressed."""
    with st.container(key="ways", horizontal=True):
        if st.button(say("guide.back"), key="back"):
            _back(journey, screen)
        label = "guide.next" if session().changing_from is None else "guide.next-changed"
        if st.button(say(label), key="next", type="primary"):
            _next(journey, screen)
    st.caption(say("guide.open-is-fine"))


def _back(journey: Journey, screen: Screen) -> None:
    previous = journey.previous_screen(screen.id)
    if session().changing_from is not None:
        _to_check()
    elif previous is None:
        st.switch_page(pages.page("start"))
    else:
        go(previous)
        st.rerun()


def _next(journey: Journey, screen: Screen) -> None:
    earlier = session().changing_from
    following = journey.next_screen(screen.id) if earlier is None else journey.opened_since(earlier, screen.id)
    if following is None:
        _to_check()
    else:
        go(following)
        st.rerun()


def _to_check() -> None:
    session().changing_from = None
    st.switch_page(pages.page("check"))
