"""The guide: a few questions on a screen, or one at a time, with Back and Next."""

from collections.abc import Sequence

import streamlit as st

from logic.answers.agenda import Stop, stops_on
from logic.answers.journey import Journey
from logic.content.questions import Screen
from ui.browser_store.store import apply_notes
from ui.parts import pages
from ui.parts.evidence import draw_beside, draw_teaching, draw_terms, draw_warning_lines, draw_warnings
from ui.parts.frame import draw_help_here
from ui.parts.groups import name_groups
from ui.parts.press import draw_button
from ui.parts.progress import draw_progress
from ui.parts.question import draw_question, group_names, refuses
from ui.parts.questions_to_ask import ask_groups, draw_questions_to_ask
from ui.session.guide_content import content, say
from ui.session.visit import current, go, look_at, visit

WARNING = "warning:"
"""Names the part of a screen that is its warnings, which stand alone once. No question has such an id."""
WHOLE = "whole:"
"""Names all questions of a screen, where they are shown together."""


def draw() -> None:
    """Draw what the visit is at."""
    journey = current()
    screen = content().screens[visit().screen]
    here, part = _here(journey), _part(journey)
    alone = visit().one_question and here[0].question is not None
    progress = draw_progress(journey, here)
    if part == WARNING:
        st.title(say("guide.before", title=screen.title), anchor=False)
        draw_warnings(screen)
    else:
        _draw_asked(journey, screen, here, alone=alone)
        draw_terms(screen)
    _draw_back_and_next(kept=progress.first == 1 and progress.section > 1)
    name_groups(group_names([stop.question for stop in here if stop.question]) | ask_groups())


def _draw_asked(journey: Journey, screen: Screen, here: Sequence[Stop], *, alone: bool) -> None:
    """Draw the questions; the first of a screen brings what belongs to the screen as a whole."""
    first = here[0] == stops_on(journey, screen)[0]
    if not alone:
        with st.container(key="title-above" if here[0].question else "title"):
            st.title(screen.title, anchor=False)
        _draw_intro(screen)
    _draw_urgent(journey, here, at_question=False)
    for stop in here:
        _draw_stop(journey, stop, alone=alone)
    if alone and first:
        _draw_intro(screen)
    if first:
        draw_warning_lines(screen)


def _draw_intro(screen: Screen) -> None:
    if screen.intro:
        with st.container(key="screen-intro"):
            st.caption(screen.intro)


def _draw_stop(journey: Journey, stop: Stop, *, alone: bool) -> None:
    if stop.question is None:
        draw_questions_to_ask(journey)
        return
    with st.container(key=f"question-{stop.question.id}"):
        draw_question(stop.question, alone=alone)
        draw_teaching(stop.question)
        _draw_urgent(journey, [stop], at_question=True)
        if stop.question.id == content().guide.voice:
            _draw_guided(journey)
        draw_beside(stop.question, alone=alone)


def asks_who() -> bool:
    """Whether the question of who is filling it in is on the screen now."""
    return any(stop.question and stop.question.id == content().guide.voice for stop in _here(current()))


def present_place() -> str:
    """Return what is looked at, so that a new screen is told to those who listen."""
    return f"{visit().screen}/{_part(current())}"


def _parts_of(journey: Journey, screen: str) -> list[str]:
    """Return the parts of a screen, shown one after the other: new warnings, then the rest together or one by one."""
    warnings = content().screens[screen].warnings
    # The browser's Back leads to a warning again, too.
    new = bool(warnings) and (visit().question == WARNING or not visit().warned.issuperset(warnings))
    rest = [_name(stop) for stop in stops_on(journey, content().screens[screen])] if visit().one_question else [WHOLE]
    return [WARNING, *rest] if new else [*rest]


def _part(journey: Journey) -> str:
    """Return the part of the screen that is looked at: the first, until another one is gone to."""
    found, wanted = _parts_of(journey, visit().screen), visit().question
    return wanted if wanted is not None and wanted in found else found[0]


def _here(journey: Journey) -> Sequence[Stop]:
    """Return what is on the screen now: all that the present screen asks, or one thing of it."""
    found, part = stops_on(journey, content().screens[visit().screen]), _part(journey)
    if part == WHOLE:
        return found
    return [next((stop for stop in found if _name(stop) == part), found[0])]


def _name(stop: Stop) -> str:
    return stop.question.id if stop.question else ""


def _draw_urgent(journey: Journey, here: Sequence[Stop], *, at_question: bool) -> None:
    """Where an answer says that something is wrong now, draw help in place: under the question, or on top elsewhere."""
    if not journey.urgent or visit().told_urgent:
        return
    steps = [journey.by_question[stop.question.id] for stop in here if stop.question]
    if any(step.question.is_urgent(step.answer) for step in steps) == at_question:
        draw_help_here()


def _draw_guided(journey: Journey) -> None:
    """Under the question of who is filling it in, draw the way to a session that a therapist guides."""
    if journey.answers.given.get(content().guide.voice) == "therapist":
        draw_button(say("guided.begin"), "to-guided", pages.lead_to, "guided")


def _draw_back_and_next(*, kept: bool) -> None:
    with st.container(key="ways", horizontal=True):
        draw_button(say("guide.back"), "back", _back)
        label = "guide.next" if visit().changing_from is None else "guide.next-changed"
        draw_button(say(label), "next", _next, kind="primary")
    told = (say("guide.kept"), say("guide.open-is-fine")) if kept else (say("guide.open-is-fine"),)
    st.caption(" ".join(told))


def _back() -> None:
    apply_notes()
    journey, screen = current(), visit().screen
    previous = journey.previous_screen(screen)
    found = _parts_of(journey, screen)
    place = found.index(_part(journey))
    if place:
        look_at(screen, found[place - 1])
    elif visit().changing_from is not None:
        _leave("check")
    elif previous is None:
        _leave("start")
    else:
        look_at(previous.id, _parts_of(journey, previous.id)[-1])


def _next() -> None:
    # The press may have come with an answer that decides where it leads.
    apply_notes()
    journey, earlier, screen = current(), visit().changing_from, visit().screen
    if refuses(stop.question for stop in _here(journey) if stop.question):
        return
    urgent = journey.urgent and not visit().told_urgent
    if urgent:
        pages.lead_to("help")
    found, part = _parts_of(journey, screen), _part(journey)
    if part == WARNING:
        visit().warned |= frozenset(content().screens[screen].warnings)
    after = found[found.index(part) + 1 :]
    if after:
        look_at(screen, after[0])
        return
    following = journey.next_screen(screen) if earlier is None else journey.opened_since(earlier, screen)
    if following is not None:
        go(following)
    elif not urgent:
        _leave("check")


def _leave(place: str) -> None:
    if visit().changing_from is None:
        visit().changed_at = ""
    visit().changing_from = None
    pages.lead_to(place)
