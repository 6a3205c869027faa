"""What one session holds: the answers, the screen being looked at, and the way back after a change.

Widgets are drawn from the answers and write to them; no widget's own state is ever the record.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.content.questions import Screen
from ui.browser_store.journal import PREFIX
from ui.session.guide_content import content

WIDGET = PREFIX
"""Every widget that shows an answer has a key that begins so: see `put_answers`."""


@dataclass
class Session:
    """One visit. It lives in this tab's session on the server and ends with it."""

    answers: Answers
    screen: str
    changing_from: Journey | None = None
    """The journey as it was when the reader left the check page by a Change button; else None."""
    left_out: frozenset[str] = frozenset()
    told_urgent: bool = False
    """Whether the person went on from the urgent page by their own choice."""
    moved: bool = False
    """Whether Back or Next has already been followed in this run."""
    leaving_for: str | None = None
    """The place that Back or Next leads to, until a place other than the guide is drawn."""


def session() -> Session:
    """Return this session, made on its first run."""
    if "session" not in st.session_state:
        st.session_state["session"] = new_session()
    return st.session_state["session"]  # type: ignore[no-any-return]  # Streamlit's state is untyped


def new_session() -> Session:
    """Return the session of somebody who has done nothing yet."""
    return Session(Answers(), next(iter(content().screens)))


def current() -> Journey:
    """Return the journey for the answers as they are now."""
    return journey(content(), session().answers)


def put_answers(answers: Answers) -> None:
    """Replace all answers, and let every widget be drawn afresh from them."""
    here = session()
    here.answers, here.changing_from, here.told_urgent = answers, None, False
    forget_widgets(WIDGET)
    # What was picked in the places to look around went with the answers before, widgets and record alike;
    # so did the place in a guided session, and the second view.
    for belonging in ("look", "guided", "second-view", "views-said"):
        forget_widgets(belonging)


def forget_widgets(prefix: str) -> None:
    """Drop what the browser last sent for these widgets."""
    for key in [key for key in st.session_state if str(key).startswith(prefix)]:
        del st.session_state[key]


def drawn(key: str, value: object) -> str:
    """Give a widget its value where it has none of its own yet; return its key. For text, which may just be typed."""
    st.session_state.setdefault(key, value)
    return key


def shown(key: str, value: object) -> str:
    """Let a widget show this value whatever it showed before; return its key."""
    # Set anew, even to what it is, a value is sent to the browser again and undoes what is being done there.
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def go(screen: Screen) -> None:
    """Look at a screen of the guide."""
    session().screen = screen.id


def now() -> datetime:
    """Return the present time where the reader is, else in universal time."""
    try:
        return datetime.now(ZoneInfo(st.context.timezone or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(ZoneInfo("UTC"))
