"""The widgets' side of a visit. Widgets are drawn from the record and write to it; none of them is the record."""

import streamlit as st

from logic.answers.changes import PREFIX
from ui.server.streamlit_changes import last_run_was_cut, line_broke
from ui.server.streamlit_internals import keys_told

ANSWER = PREFIX
"""How the key of every widget that shows an answer begins."""

LOOK = "look-"
"""How the key of every widget in the places to look around begins."""

GUIDED = "guided-"
"""How the key of every widget of a guided session begins."""

_UNSENT = "unsent"


def seed(key: str, value: object) -> str:
    """Give a widget its value where it has none of its own yet; return its key. For text, which may just be typed."""
    if key not in st.session_state or key in _unsent():
        _set(key, value)
    return key


def force(key: str, value: object) -> str:
    """Let a widget show this value whatever it showed before; return its key."""
    # Set anew, even to what it is, a value is sent to the browser again and undoes what is being done there.
    if st.session_state.get(key) != value or key in _unsent():
        _set(key, value)
    return key


def _set(key: str, value: object) -> None:
    # Noted first: each use of the state can end the run.
    _unsent().add(key)
    st.session_state[key] = value


def forget_sent() -> None:
    """Forget what was set in a run of which the page has heard; each run begins with it."""
    unsent = _unsent()
    if not last_run_was_cut():
        unsent.clear()
    if line_broke():
        # What was said last may not have come, and of what has come the page tells.
        unsent.update(set(map(str, st.session_state)) - keys_told())


def _unsent() -> set[str]:
    """Return the keys of the widgets whose values were set and may not have been sent.

    A run that a newer message ends early sends nothing. Streamlit says once that a value was set, and without that the
    page draws a control that was not there before as if it had no answer.
    """
    return st.session_state.setdefault(_UNSENT, set())  # type: ignore[no-any-return]  # Streamlit's state is untyped


def forget_widgets(*prefixes: str) -> None:
    """Drop what the browser last sent for the widgets whose keys begin so."""
    for key in [key for key in st.session_state if str(key).startswith(prefixes)]:
        del st.session_state[key]
