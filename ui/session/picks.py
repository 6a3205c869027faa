"""What a reader has picked in the places to look around. None of it is an answer, and none changes one.

Like the answers it is the record: widgets are drawn from it and write to it.
"""

from dataclasses import dataclass, field, fields
from typing import Any

import streamlit as st

from ui.session.guide_content import content
from ui.session.session import forget_widgets

PREFIX = "look-"
"""Every widget that shows a pick has a key that begins so: see `ui.session.session.put_answers`."""

ALL, OWN = "all", "own"
"""Stand among the ids of documents for all of them, and for the person's own figure."""


def _options() -> tuple[str, ...]:
    return tuple(option.id for option in content().comparison.options)


def _rows() -> frozenset[str]:
    return frozenset(row.id for row in content().comparison.rows)


@dataclass
class Looking:
    """One visit's picks. Figures are as entered, whatever they are; None where nothing was."""

    options: tuple[str, ...] = field(default_factory=_options)
    """In the order of picking."""
    rows: frozenset[str] = field(default_factory=_rows)
    opened: bool = False
    """Whether every cell of the grid stands open."""
    tries_trip: bool = False
    """Whether `trip` stands in for the answer about the trip."""
    trip: float | None = None
    people: float | None = None
    gap: str = ALL
    own_gap: float | None = None
    years: float | None = None
    in_summary: frozenset[str] = frozenset()
    """The parts that go into the summary at the person's wish."""

    def put(self, name: str, value: Any) -> None:
        """Take down one pick."""
        known = {item.name for item in fields(self)}
        if name not in known:
            raise AttributeError(name)
        setattr(self, name, value)


def looking() -> Looking:
    """Return this session's picks, made on the first visit to such a place."""
    if "looking" not in st.session_state:
        st.session_state["looking"] = Looking()
    return st.session_state["looking"]  # type: ignore[no-any-return]  # Streamlit's state is untyped


def forget_picks_of(widgets: str) -> None:
    """Let the widgets whose keys go on so be drawn afresh from the picks."""
    forget_widgets(f"{PREFIX}{widgets}")
