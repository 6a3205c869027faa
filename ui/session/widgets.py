"""The widgets' side of a visit. Widgets are drawn from the record and write to it; none of them is the record."""

import streamlit as st

from logic.answers.changes import PREFIX

ANSWER = PREFIX
"""How the key of every widget that shows an answer begins."""

LOOK = "look-"
"""How the key of every widget in the places to look around begins."""

GUIDED = "guided-"
"""How the key of every widget of a guided session begins."""


def seed(key: str, value: object) -> str:
    """Give a widget its value where it has none of its own yet; return its key. For text, which may just be typed."""
    st.session_state.setdefault(key, value)
    return key


def force(key: str, value: object) -> str:
    """Let a widget show this value whatever it showed before; return its key."""
    # Set anew, even to what it is, a value is sent to the browser again and undoes what is being done there.
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def forget_widgets(*prefixes: str) -> None:
    """Drop what the browser last sent for the widgets whose keys begin so."""
    for key in [key for key in st.session_state if str(key).startswith(prefixes)]:
        del st.session_state[key]
