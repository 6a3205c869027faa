"""What the screens say and ask about keeping the answers: the choice, what came back, save and delete."""

import streamlit as st

from logic.files import save_file
from ui.parts.press import anew, changed, draw_button
from ui.session.clock import now
from ui.session.guide_content import content, say
from ui.session.visit import delete_visit, visit

_KEEP, _FORGET = "keep", "forget"


def draw_stored() -> None:
    """Say that the answers are here, or that they have just been deleted."""
    here = visit()
    # One place on the page whether it says something or not: see ui/parts/frame.py.
    with st.container(key="stored-already"):
        if here.storage.deleted and not here.answers.holds_something:
            st.markdown(f"**{say('store.deleted')}**")
        elif here.storage.settled and here.answers.holds_something:
            st.markdown(f"**{say('store.here')}**")


def draw_choice() -> None:
    """Ask where the answers may be kept."""
    here = visit().storage
    chosen = None if here.keep is None else _KEEP if here.keep else _FORGET
    # The choice can come back with the answers, or be made in another tab, so the record decides, not the widget.
    key = anew("keep-choice", chosen)

    def write(shown: str) -> None:
        visit().storage.keep = shown == _KEEP

    st.radio(
        say("store.question"),
        (_KEEP, _FORGET),
        index=None,
        format_func=lambda choice: say(f"store.{choice}"),
        key=key,
        on_change=changed,
        args=(key, write),
    )
    st.caption(say("store.until-chosen" if here.keep is None else "store.change"))


def draw_waiting() -> None:
    """Say that the stored answers are on their way; Start, among the places above, does not need them."""
    st.caption(say("store.waiting"))


def draw_came_back() -> None:
    """Say what of the stored answers could not be read, or no longer fits, and what was answered last and does not."""
    _draw_unplaced()
    opened = visit().storage.opened
    if opened is None or (opened.answers is not None and not opened.misfits):
        return
    with st.container(key="warning-store"):
        if opened.answers is None:
            st.markdown(say("store.unread", why=say(f"open.{opened.refusal}")))
            st.markdown(say("store.unread-note"))
        else:
            st.markdown(say("store.misfits"))
            # What a person once typed is drawn as plain text.
            st.text("\n".join(f"{item.what}: {item.value}" for item in opened.misfits))
        draw_button(say("store.seen"), "seen", _seen)


def _draw_unplaced() -> None:
    if unplaced := visit().storage.unplaced:
        with st.container(key="warning-unplaced"):
            st.markdown(say("store.unplaced"))
            # What a person once typed is drawn as plain text.
            st.text("\n".join(unplaced))
            draw_button(say("store.seen"), "seen-unplaced", _seen_unplaced)


def _seen() -> None:
    visit().storage.opened = None


def _seen_unplaced() -> None:
    visit().storage.unplaced = ()


def draw_foot(saving: bool) -> None:
    """Draw what can be done with the answers from every screen."""
    with st.container(key="foot"):
        if saving:
            draw_save(say("summary-page.save"), "file-save-here")
        with st.expander(say("store.delete")):
            st.markdown(say("store.delete-note"))
            # The browser, which empties its storage on the same press, asks for it too: see docs/decisions/0007.
            draw_button(say("store.delete-yes"), "forget", delete_visit)


def draw_save(words: str, key: str) -> None:
    """Draw the button of the file to carry on with later."""
    here = visit()
    st.download_button(
        words,
        # Looked up when it is pressed: the press itself may send the last text that was typed.
        lambda: save_file.save(content(), here.answers, now()).encode(),
        file_name=f"{say('summary-page.save-name')}.json",
        mime="application/json",
        key=key,
        on_click="ignore",
    )
