"""The questions for the doctor: suggestions to keep or drop, and the person's own."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from logic.answers import LONGEST, ToAsk
from logic.asks import Suggestion, suggestions
from logic.journey import Journey
from ui.guide_content import say
from ui.state import WIDGET, drawn, session
from ui.widgets import own_lines

_KEEP, _DROP = "keep", "drop"


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
    key = drawn(f"{WIDGET}own-questions", "\n".join(session().answers.to_ask.own))

    def write() -> None:
        _put(own=own_lines(st.session_state[key]))

    st.header(say("ask.own"), anchor=False)
    st.text_area(say("ask.own-label"), key=key, max_chars=LONGEST, on_change=write, height=150)


def _draw_list(items: Iterable[Suggestion]) -> None:
    for item in items:
        value = None if item.kept is None else _KEEP if item.kept else _DROP
        key = drawn(f"{WIDGET}ask-{item.id}", value)
        st.radio(
            item.question,
            (_KEEP, _DROP),
            index=None,
            format_func=lambda choice: say(f"ask.{choice}"),
            horizontal=True,
            key=key,
            on_change=_choose,
            args=(item.id, key),
        )
        st.caption(item.reason)


def _choose(ask_id: str, key: str) -> None:
    chosen: str | None = st.session_state[key]
    to_ask = session().answers.to_ask
    kept = tuple(item for item in to_ask.kept if item != ask_id) + ((ask_id,) if chosen == _KEEP else ())
    dropped = tuple(item for item in to_ask.dropped if item != ask_id) + ((ask_id,) if chosen == _DROP else ())
    _put(kept=kept, dropped=dropped)


def _put(**changes: tuple[str, ...]) -> None:
    here = session()
    to_ask: ToAsk = replace(here.answers.to_ask, **changes)
    here.answers = replace(here.answers, to_ask=to_ask)
