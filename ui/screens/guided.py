"""Guided session: one question at a time, large, to read together; the therapist's own side can be hidden."""

import streamlit as st

from logic.answers.agenda import Stop, agenda, stopped_at, stops
from logic.answers.journey import Journey
from logic.outputs.document import Bullet, Bullets, Paragraph
from logic.outputs.drawing import web_page
from ui.browser_store.store import apply_notes
from ui.parts import pages
from ui.parts.evidence import beside_html, draw_teaching, draw_warning_lines
from ui.parts.frame import draw_help_here
from ui.parts.groups import name_groups
from ui.parts.press import draw_button
from ui.parts.question import draw_clear, draw_question, draw_words, group_names, refuses
from ui.parts.questions_to_ask import draw_questions_to_ask
from ui.parts.storage_notices import draw_save
from ui.session.guide_content import say
from ui.session.visit import Guided, current, visit
from ui.session.widgets import ANSWER, seed


def draw() -> None:
    """Draw the stop that the session is at."""
    journey = current()
    found = stops(journey)
    here = _here(journey, found)
    place = journey.place(here.screen.id)
    st.caption(say("guide.at", section=place.section, sections=place.sections, title=here.section.title))
    st.title(here.title, anchor=False)
    if visit().guided.stopped == here.id:
        # The titles are the guide's own words, none of them typed by a person.
        st.info(say("guided.stopped", title=here.title, section=here.section.title))
    if visit().side_hidden:
        _draw_shared(journey, found, here)
        _draw_switch("guided.show")
    else:
        with st.container(key="guided-both"):
            together, apart = st.columns([3, 2], gap="large")
            with together:
                _draw_shared(journey, found, here)
            with apart, st.container(key="guided-side"):
                _draw_side(journey, here)
    name_groups(group_names([here.question] if here.question else []))


def present_stop() -> str:
    """Return which stop is looked at, so that a new one is told to those who listen."""
    return visit().guided.at or ""


def _here(journey: Journey, found: tuple[Stop, ...]) -> Stop:
    """Return the present stop; in a new session or after a file was opened, where the answers stop."""
    here = next((stop for stop in found if stop.id == visit().guided.at), None)
    if here is None:
        here = stopped_at(journey)
        visit().guided = Guided(here.id, here.id if len(journey.answers.given) > 1 else None)
    return here


def _go(stop: Stop) -> None:
    visit().guided = Guided(stop.id)


def _draw_shared(journey: Journey, found: tuple[Stop, ...], here: Stop) -> None:
    """Draw what both look at: the question alone, with why it is asked and what the documents say."""
    with st.container(key="guided-shared"):
        if here == next(stop for stop in found if stop.screen is here.screen):
            draw_warning_lines(here.screen)
        if here.question is None:
            draw_questions_to_ask(journey)
        else:
            draw_question(here.question)
            draw_teaching(here.question)
            if journey.urgent and not visit().told_urgent:
                draw_help_here()
            with st.expander(say("beside.more", label=here.question.label)):
                st.html(beside_html(here.question.id, therapist=False, level=3))
                draw_clear(here.question)
    _draw_back_and_next(found, found.index(here))


def _draw_back_and_next(found: tuple[Stop, ...], place: int) -> None:
    with st.container(key="guided-ways", horizontal=True):
        if place:
            draw_button(say("guided.back"), "guided-back", _go, found[place - 1])
        if place + 1 < len(found):
            draw_button(say("guided.next"), "guided-next", _next, found[place], kind="primary")
        else:
            draw_button(say("check.title"), "guided-check", pages.lead_to, "check", kind="primary")
    st.caption(say("guide.open-is-fine"))


def _next(here: Stop) -> None:
    """Go on from a stop by the answers as they are now: the press may have sent one that opens a question."""
    apply_notes()
    if here.question and refuses([here.question]):
        return
    if current().urgent and not visit().told_urgent:
        pages.lead_to("help")
        return
    found = stops(current())
    place = next(place for place, stop in enumerate(found) if stop.id == here.id)
    _go(found[min(place + 1, len(found) - 1)])


def _draw_switch(key: str) -> None:
    def switch() -> None:
        visit().side_hidden = not visit().side_hidden

    draw_button(say(key), "guided-switch", switch)


def _draw_side(journey: Journey, here: Stop) -> None:
    """Draw what the therapist alone looks at."""
    _draw_switch("guided.hide")
    st.header(say("guided.side"), anchor=False)
    if here.question is not None and here.question.prompt:
        st.subheader(say("guided.prompt"), anchor=False)
        st.html(web_page.blocks([Paragraph(here.question.prompt)]))
    st.subheader(say("guided.teach-back"), anchor=False)
    st.html(web_page.blocks([Bullets(tuple(Bullet(text) for text in _teach_back(here)))]))
    _draw_observations(here)
    _draw_agenda(journey)
    _draw_stop()


def _teach_back(here: Stop) -> list[str]:
    told = here.screen.teach_back
    return [say("guided.teach-back-plain"), *([told] if told else [])]


def _draw_observations(here: Stop) -> None:
    section = here.section.id
    key = seed(f"{ANSWER}observation-{section}", visit().answers.observations.get(section, ""))
    draw_words(say("guided.observations", section=here.section.title), key, height=150)
    st.caption(say("guided.observations-note"))


def _draw_agenda(journey: Journey) -> None:
    st.subheader(say("guided.agenda"), anchor=False)
    st.caption(say("guided.agenda-note"))
    with st.container(key="guided-agenda"):
        for item in agenda(journey):
            key = "guided.open" if item.open else "guided.done"
            label = say(key, title=item.section.title, count=len(item.open))
            target = (item.open or item.stops)[0]
            draw_button(label, f"guided-to-{item.section.id}", _go, target, wide=True)


def _draw_stop() -> None:
    st.subheader(say("guided.save-title"), anchor=False)
    st.caption(say("guided.save-note"))
    draw_save(say("guided.save"), "guided-save")
