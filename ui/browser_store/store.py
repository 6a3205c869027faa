"""The component that carries word between a visit and the browser's storage, and what is done with it."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from logic.answers.changes import Note, with_notes, without_a_place
from logic.content.kinds.answer import Value
from ui.browser_store.messages import Message, message_from, notes_from
from ui.browser_store.position import first_position, position_of, restore_position, show_again
from ui.parts import pages
from ui.parts.press import changed
from ui.session.guide_content import content
from ui.session.storage import Storage
from ui.session.visit import delete_visit, keep_deleted, put_answers, visit
from ui.session.widgets import ANSWER, forget_widgets

_HERE = Path(__file__).parent
_KEY = "guide_store"

_mount = st.components.v2.component(
    "guide_browser_store",
    html=(_HERE / "browser_store.html").read_text(encoding="utf-8"),
    # Streamlit sends a component's script and style again with every run; ours came with the page (see script.py).
    js="export default (component) => globalThis.guideBrowserStore(component)",
    isolate_styles=False,
)


def draw(wait: bool) -> Literal["go on", "again", "wait", "over"]:
    """Mount the component; call once in every run, before anything else is drawn, undisturbed.

    Returns what is to be done then: to run again where a message of the page was answered, nothing where the answers
    were deleted. With `wait`, the first run of a session stops to hear what is stored, so that a page of answers is not
    drawn without them first.
    """
    if visit().storage.over:
        keep_deleted()
        _mount(key=_KEY, data={"session": visit().storage.id, "over": True})
        return "over"
    here = visit().storage
    here.run += 1
    waiting = wait and here.run == 1
    apply_notes()
    listen = partial(changed, _KEY, _listen)
    result = _mount(key=_KEY, data=_data(here, waiting), on_said_change=listen, on_noted_change=lambda: None)
    message = message_from(result.said)
    if message is not None and message.number != here.answered:
        # The first run of a session calls no callbacks: after a reconnect the message is first seen here.
        _answer(here, message)
        return "again"
    return "wait" if waiting else "go on"


def apply_notes() -> None:
    """Put on the answers what the browser has noted since this was last done, in the order of the person's changes.

    Every run begins with it. A callback that goes by the answers calls it too: callbacks come before the run.
    """
    here, state = visit(), st.session_state.get(_KEY)
    message = notes_from(state.get("noted") if state else None)
    # Where a press leads to another place, the run there is told of no notes.
    here.storage.pressed = max(here.storage.pressed, message.press)
    if message.session == here.storage.id:
        here.storage.heard = message.heard
    if message.narrow is not None:
        here.narrow = message.narrow
    fresh = [note for note in message.notes if note.number > here.storage.applied]
    if fresh and message.session == here.storage.id:
        _put_on(fresh)
        here.storage.applied = fresh[-1].number


def _put_on(notes: Sequence[Note]) -> None:
    here = visit()
    here.answers = with_notes(content(), here.answers, notes)
    here.storage.unplaced = tuple(dict.fromkeys((*here.storage.unplaced, *without_a_place(content(), notes))))


def record(key: str, choices: Sequence[str] = ()) -> None:
    """Put what a control shows into the answers; `choices` where it takes one of them.

    Where a browser notes what is done, its notes alone count: a control can show something that the server has
    changed since, as when one tick clears another, and Streamlit then reports that as the person's change.
    """
    state = st.session_state.get(_KEY)
    if state and state.get("noted"):
        apply_notes()
        return

    def write(shown: Any) -> None:
        value = choices.index(shown) if choices else _value_of(shown)
        note = Note(key, value, content().guide.version)
        visit().answers = with_notes(content(), visit().answers, [note])

    changed(key, write)


def _value_of(shown: object) -> Value:
    """Return a tick as it is and all else as the text that its field shows."""
    if isinstance(shown, bool):
        return shown
    return "" if shown is None else str(shown)


def _data(here: Storage, waiting: bool) -> dict[str, object]:
    answers, place = visit().answers, position_of(visit())
    return {
        "session": here.id,
        "run": here.run,
        "settled": here.settled,
        "waiting": waiting,
        "answered": here.answered,
        "applied": here.applied,
        "pressed": here.pressed,
        "keep": here.keep,
        "unread": here.unread,
        "told_deleted": here.deleted and visit().place == "start",
        "holds": answers.holds_something or place != first_position(),
        "text": here.told(answers),
        "place": place,
        "content": content().guide.version,
    }


def _listen(state: Mapping[str, object]) -> None:
    message = message_from(state.get("said"))
    if message is not None:
        _answer(visit().storage, message)


def _answer(here: Storage, message: Message) -> None:
    here.answered = message.number
    match message.kind:
        case "found" if not here.settled and message.session != here.id:
            _restore(here, message)
        case "more" if message.session == here.id:
            _apply(message)
        case "take":
            place = position_of(visit())
            _replace(here, message)
            restore_position(visit(), place)
        case "delete" if message.session == here.id:
            delete_visit()
        case "deleted" if not here.settled:
            here.settled = here.deleted = True
            pages.lead_to("start")
        case "moved":
            here.keep = False
        case "shown" if message.session == here.id:
            # What was answered last decides what is on the route.
            apply_notes()
            show_again(visit(), message.screen)
        case _:
            # Said to a session that is gone, or by one that this session has already taken in.
            pass


def _restore(here: Storage, message: Message) -> None:
    _replace(here, message)
    _apply(message)
    if message.narrow is not None:
        visit().narrow = message.narrow
    if message.place is not None:
        restore_position(visit(), message.place)
    here.keep = message.keep
    here.settled = True


def _replace(here: Storage, message: Message) -> None:
    here.opened = message.opened(content())
    here.unread = here.opened is not None and here.opened.answers is None
    if here.opened is not None and here.opened.answers is not None:
        put_answers(here.opened.answers)


def _apply(message: Message) -> None:
    if message.notes:
        _put_on(message.notes)
        forget_widgets(ANSWER)
