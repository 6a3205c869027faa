"""The guide: one screen of questions at a time, with Back and Next."""

from collections.abc import Callable

import streamlit as st

from ui.browser_store.store import apply_notes
from ui.parts import pages
from ui.parts.evidence import draw_beside, draw_teaching, draw_terms, draw_warnings
from ui.parts.groups import name_groups
from ui.parts.question import draw_question, group_names
from ui.parts.questions_to_ask import draw_questions_to_ask
from ui.session.guide_content import content, say
from ui.session.visit import current, go, visit


def draw() -> None:
    """Draw the screen that the session is at."""
    if (wanted := visit().leaving_for) is not None:
        st.switch_page(pages.page(wanted))
    journey = current()
    if journey.urgent and not visit().told_urgent:
        st.switch_page(pages.page("help"))
    screen = content().screens[visit().screen]
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
    _draw_back_and_next()
    name_groups(group_names([step.question for step in journey.asked_on(screen)]))


def _draw_back_and_next() -> None:
    """Draw Back and Next. They are callbacks because nothing can cut one short, as a newer message can the run."""
    here = visit()
    moved, here.moved = here.moved, False
    with st.container(key="ways", horizontal=True):
        back = st.button(say("guide.back"), key="back", on_click=_press, args=(_back,))
        label = "guide.next" if here.changing_from is None else "guide.next-changed"
        onward = st.button(say(label), key="next", type="primary", on_click=_press, args=(_next,))
    st.caption(say("guide.open-is-fine"))
    # A new session, as after the line was down, calls no callback of a button that it has not drawn yet.
    if (back or onward) and not moved:
        (_back if back else _next)()
        st.rerun()


def _press(move: Callable[[], None]) -> None:
    move()
    visit().moved = True


def _back() -> None:
    apply_notes()
    previous = current().previous_screen(visit().screen)
    if visit().changing_from is not None:
        _leave("check")
    elif previous is None:
        _leave("start")
    else:
        go(previous)


def _next() -> None:
    # The press may have come with an answer that decides where it leads.
    apply_notes()
    journey, earlier, screen = current(), visit().changing_from, visit().screen
    following = journey.next_screen(screen) if earlier is None else journey.opened_since(earlier, screen)
    if following is None:
        _leave("check")
    else:
        go(following)


def _leave(place: str) -> None:
    visit().changing_from, visit().leaving_for = None, place
