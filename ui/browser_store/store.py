"""What one session knows of the browser's storage, and the component that carries word to and fro."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from logic.answers.answers import Answers
from logic.files import save_file
from logic.files.open_file import Opened
from ui.browser_store import journal
from ui.browser_store.messages import Said, noted, said
from ui.browser_store.place import beginning, go_back_to, place_of
from ui.parts import pages
from ui.session.guide_content import content
from ui.session.session import WIDGET, forget_widgets, now, put_answers, session

_HERE = Path(__file__).parent
_KEY = "guide_store"

_mount = st.components.v2.component(
    "guide_browser_store",
    html=(_HERE / "browser_store.html").read_text(encoding="utf-8"),
    css=(_HERE / "browser_store.css").read_text(encoding="utf-8"),
    # Streamlit sends a component's script again with every run; ours came with the page (see script.py).
    js="export default (component) => globalThis.guideBrowserStore(component)",
    isolate_styles=False,
)


@dataclass
class Store:
    """What this session knows of the browser's storage."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    """Tells this session from the one before a restart, and from itself before the answers were deleted."""
    settled: bool = False
    """Whether what was stored has been taken in, or there is known to be nothing."""
    keep: bool | None = None
    """The person's choice: on this device, or until the tab closes. None until it is made."""
    run: int = 0
    answered: int = 0
    heard: int = 0
    """The number of the last of the page's notes that the answers hold."""
    opened: Opened | None = None
    """What came back from the browser, until the person has seen what of it did not fit."""
    unread: bool = False
    """Whether what is stored could not be read, so that the browser leaves it alone."""
    deleted: bool = False
    """Whether this session began with the answers being deleted, which Start then says."""
    to_start: bool = False
    _text: tuple[Answers, str] | None = None

    def text(self, answers: Answers) -> str:
        """Return the answers as a save file; the same text until they change."""
        if self._text is None or self._text[0] is not answers:
            self._text = (answers, save_file.save(content(), answers, now()))
        return self._text[1]


def known() -> Store:
    """Return what this session knows, made on its first run."""
    if "store" not in st.session_state:
        st.session_state["store"] = Store()
    return st.session_state["store"]  # type: ignore[no-any-return]  # Streamlit's state is untyped


def draw(wait: bool) -> bool:
    """Mount the component; call once in every run, before anything else is drawn.

    Returns whether to go on. With `wait`, the first run of a session stops to hear what is stored, so
    that a page of answers is not drawn without them first.
    """
    here = known()
    here.run += 1
    waiting = wait and here.run == 1
    hear()
    result = _mount(key=_KEY, data=_data(here, waiting), on_said_change=_listen, on_noted_change=lambda: None)
    message = said(result.said)
    if message is not None and message.number != here.answered:
        # The first run of a session calls no callbacks: after a reconnect the message is first seen here.
        _answer(here, message)
        st.rerun()
    if here.to_start:
        here.to_start = False
        st.switch_page(pages.page("start"))
    return not waiting


def hear() -> None:
    """Put on what the browser noted since it was last heard, in the order in which it was done.

    Every run begins with it. A callback that goes by the answers calls it too: callbacks come before the run.
    """
    here, holder, state = known(), session(), st.session_state.get(_KEY)
    message = noted(state.get("noted") if state else None)
    fresh = [note for note in message.notes if note.number > here.heard]
    if fresh and message.session == here.id:
        holder.answers = journal.put_on(content(), holder.answers, fresh)
        here.heard = fresh[-1].number


def take_down(key: str, choices: Sequence[str] = ()) -> None:
    """Take down what a control shows; `choices` where it takes one of them.

    Where a browser notes what is done, its notes alone count: a control can show something that the server has
    changed since, as when one tick clears another, and Streamlit then reports that as the person's change.
    """
    state = st.session_state.get(_KEY)
    if state and state.get("noted"):
        hear()
        return
    shown = st.session_state[key]
    value = choices.index(shown) if choices else _noted_as(shown)
    note = journal.Note(key, value, content().guide.version)
    session().answers = journal.put_on(content(), session().answers, [note])


def _noted_as(shown: object) -> journal.Value:
    """Return a tick as it is and all else as the text that its field shows."""
    if isinstance(shown, bool):
        return shown
    return "" if shown is None else str(shown)


def forget() -> None:
    """Delete what this session holds. The browser deletes what it stored on the click that leads here."""
    st.session_state.clear()
    st.session_state["store"] = Store(settled=True, deleted=True, to_start=True)


def choose(keep: bool | None) -> None:
    """Take down where the person wants the answers kept."""
    known().keep = keep


def _data(here: Store, waiting: bool) -> dict[str, object]:
    answers, place = session().answers, place_of(session())
    return {
        "session": here.id,
        "run": here.run,
        "settled": here.settled,
        "waiting": waiting,
        "answered": here.answered,
        "heard": here.heard,
        "keep": here.keep,
        "unread": here.unread,
        "holds": answers.holds_something or place != beginning(),
        "text": here.text(answers),
        "place": place,
        "content": content().guide.version,
    }


def _listen() -> None:
    message = said(st.session_state[_KEY].get("said"))
    if message is not None:
        _answer(known(), message)


def _answer(here: Store, message: Said) -> None:
    here.answered = message.number
    match message.kind:
        case "found" if not here.settled and message.session != here.id:
            _take_in(here, message)
        case "more" if message.session == here.id:
            _put_on(message)
        case "take":
            place = place_of(session())
            _replace(here, message)
            go_back_to(session(), place)
        case "deleted" if message.session == here.id:
            forget()
            known().answered = message.number
        case "moved":
            here.keep = False
        case _:
            # Said to a session that is gone, or by one that this session has already taken in.
            pass


def _take_in(here: Store, message: Said) -> None:
    _replace(here, message)
    _put_on(message)
    if message.place is not None:
        go_back_to(session(), message.place)
    here.keep = message.keep
    here.settled = True


def _replace(here: Store, message: Said) -> None:
    here.opened = message.opened(content())
    here.unread = here.opened is not None and here.opened.answers is None
    if here.opened is not None and here.opened.answers is not None:
        put_answers(here.opened.answers)


def _put_on(message: Said) -> None:
    if message.notes:
        session().answers = journal.put_on(content(), session().answers, message.notes)
        forget_widgets(WIDGET)
