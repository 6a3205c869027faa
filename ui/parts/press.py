"""What a press or a change does: once, whatever the page sends after it, and nothing for a visit that is over.

A newer message of the page ends a run at its next element, so what is done after `if st.button(…)` is lost at times.
A callback is not. Tests hold that buttons are made here alone, and that every control's change comes through here.
"""

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from ui.server.streamlit_internals import undisturbed
from ui.session.visit import visit
from ui.session.widgets import seed

Act = Callable[..., None]
Weight = Literal["primary", "secondary", "tertiary"]
"""How much a button stands out."""


def draw_button(
    words: str,
    key: str,
    act: Act,
    *args: object,
    kind: Weight = "secondary",
    wide: bool = False,
) -> None:
    """Draw a button whose press does `act`."""
    pressed = st.button(
        words, key=key, type=kind, on_click=do, args=(key, act, *args), width="stretch" if wide else "content"
    )
    do_if_missed(key, pressed=pressed, act=act, args=args)


def do_if_missed(key: str, *, pressed: bool, act: Act, args: tuple[object, ...]) -> None:
    """Do what the callback of a control did not, and run again."""
    done = visit().done
    # A new session, as after the line was down, calls no callback of a control that it has not drawn yet.
    missed = pressed and key not in done
    done.discard(key)
    if missed:
        with undisturbed():
            act(*args)
        st.rerun()


def do(key: str, act: Act, *args: object) -> None:
    """Do what the press of a control does, as its callback."""
    if not visit().storage.over:
        act(*args)
        visit().done.add(key)


def changed(key: str, write: Callable[[Any], None]) -> None:
    """Give what a control shows to `write`, as the callback of its change.

    Such a message may have been on its way while all was deleted or replaced. Its control is gone, and it says nothing.
    """
    here = visit()
    if key not in st.session_state or key in here.replaced or here.storage.over:
        return
    shown = st.session_state[key]
    # No control of ours shows bytes. Taken all the same, they could not be handed to the browser to be kept.
    if not isinstance(shown, bytes):
        write(shown)


def anew(name: str, value: object) -> str:
    """Return the key of a control that shows this value: of a new one where the one before showed another.

    A page tells with each press what all its controls show. What it tells of one that the server has changed since
    would be taken for the person's change; of one that is replaced it counts for nothing. (Answers have their notes.)
    """
    replaced = visit().replaced
    number = 0
    while (key := f"{name}-{number}") in replaced or st.session_state.get(key, value) != value:
        replaced.add(key)
        number += 1
    return seed(key, value)
