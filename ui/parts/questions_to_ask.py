"""The questions for the doctor: the person's own, those they keep in their order, and the themes to pick from."""

import streamlit as st

from logic.answers.changes import KEEP_OR_DROP, place_key
from logic.answers.journey import Journey
from logic.summary.questions_to_ask import Suggestion, Themed, by_theme, kept_in_order
from ui.browser_store.store import record
from ui.parts.press import draw_button
from ui.parts.question import draw_row, draw_words
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import ANSWER, force, seed


def draw_questions_to_ask(journey: Journey) -> None:
    """Draw the person's own questions first, then their list, then every theme, closed."""
    _draw_own()
    _draw_kept(kept_in_order(journey))
    st.header(say("ask.themes"), anchor=False)
    st.markdown(say("ask.themes-note"))
    for theme in by_theme(journey):
        if theme.items:
            _draw_theme(theme)


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


def _draw_theme(theme: Themed) -> None:
    key = "ask.theme-suggested" if theme.suggested else "ask.theme"
    with st.expander(say(key, title=theme.title, count=len(theme.items), suggested=theme.suggested)):
        for item in theme.items:
            value = None if item.kept is None else KEEP_OR_DROP[0 if item.kept else 1]
            name = force(f"{ANSWER}ask-{item.id}", value)
            draw_row(item.question, {choice: say(f"ask.{choice}") for choice in KEEP_OR_DROP}, name)
            st.caption(item.reason)
