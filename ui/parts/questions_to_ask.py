"""The questions for the doctor: suggestions to keep or drop, and the person's own."""

from collections.abc import Iterable

import streamlit as st

from logic.answers.changes import KEEP_OR_DROP
from logic.answers.journey import Journey
from logic.summary.questions_to_ask import Suggestion, suggestions
from ui.parts.question import draw_row, draw_words
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import ANSWER, force, seed


def draw_questions_to_ask(journey: Journey) -> None:
    """Draw the person's own questions first, then what the answers suggest, then what nobody covers."""
    _draw_own()
    found = suggestions(journey)
    covered = [item for item in found if item.covered]
    st.header(say("ask.suggested"), anchor=False)
    st.markdown(say("ask.suggested-note") if covered else say("ask.none-suggested"))
    _draw_list(covered)
    st.header(say("ask.uncovered"), anchor=False)
    st.markdown(say("ask.uncovered-note"))
    _draw_list(item for item in found if not item.covered)


def _draw_own() -> None:
    key = seed(f"{ANSWER}own-questions", "\n".join(visit().answers.to_ask.own))
    st.header(say("ask.own"), anchor=False)
    draw_words(say("ask.own-label"), key, height=150)


def _draw_list(items: Iterable[Suggestion]) -> None:
    for item in items:
        value = None if item.kept is None else KEEP_OR_DROP[0 if item.kept else 1]
        key = force(f"{ANSWER}ask-{item.id}", value)
        draw_row(item.question, {choice: say(f"ask.{choice}") for choice in KEEP_OR_DROP}, key)
        st.caption(item.reason)
