"""The questions for the doctor: a list to tick, five in sight and the rest by theme, one's own, and the list made."""

from collections.abc import Iterable

import streamlit as st

from logic.answers.changes import place_key
from logic.answers.journey import Journey
from logic.outputs.document import Line, Lines
from logic.summary.questions_to_ask import Suggestion, by_theme, kept_in_order, suggestions
from ui.browser_store.store import record
from ui.parts.look_around import draw_blocks
from ui.parts.press import draw_button
from ui.parts.question import draw_words
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import ANSWER, force, seed

FIRST = 5
"""Questions in sight: as many as stand on page one of the summary."""


def draw_questions_to_ask(journey: Journey) -> None:
    """Draw what to tick, then the person's own questions, then the list that comes of both."""
    first = suggestions(journey)[:FIRST]
    st.header(say("ask.pick"), anchor=False)
    st.markdown(say("ask.pick-note"))
    _draw_boxes("first", first, say("ask.why"))
    _draw_themes(journey, {item.id for item in first})
    _draw_own()
    _draw_kept(kept_in_order(journey))


def ask_groups() -> dict[str, str]:
    """Return what the group of boxes in sight is called, by the key of its container."""
    return {"ask-first": say("ask.pick")}


def _draw_themes(journey: Journey, shown: set[str]) -> None:
    st.header(say("ask.themes"), anchor=False)
    for theme in by_theme(journey):
        items = [item for item in theme.items if item.id not in shown]
        if items:
            with st.expander(say("ask.theme", title=theme.title, count=len(items))):
                _draw_boxes(theme.id, items, say("ask.why-theme", title=theme.title))


def _draw_boxes(name: str, items: Iterable[Suggestion], why: str) -> None:
    """Draw a box to tick for each question, and behind one line why each of them is there."""
    with st.container(key=f"ask-{name}"):
        for item in items:
            key = force(f"{ANSWER}ask-{item.id}", item.kept is True)
            st.checkbox(item.question, key=key, on_change=record, args=(key,))
    # Of several folds that sound alike nobody who listens knows which is which.
    with st.expander(why):
        draw_blocks([Lines(tuple(Line(item.question, item.reason) for item in items))])


def _draw_own() -> None:
    key = seed(f"{ANSWER}own-questions", "\n".join(visit().answers.to_ask.own))
    st.header(say("ask.own"), anchor=False)
    draw_words(say("ask.own-label"), key, height=150)


def _draw_kept(kept: tuple[Suggestion, ...]) -> None:
    st.header(say("ask.kept"), anchor=False)
    st.markdown(say("ask.kept-note" if kept else "ask.none-kept"))
    order = visit().answers.to_ask.kept
    with st.container(key="kept-questions"):
        for number, item in enumerate(kept, 1):
            st.markdown(f"{number}. {item.question}")
            if number > 1:
                key = place_key(item.id, order.index(kept[number - 2].id))
                draw_button(say("ask.up", number=number), key, record, key, kind="tertiary")
