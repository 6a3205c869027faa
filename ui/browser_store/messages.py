"""What the browser says to the server, believed only as far as it has the right shape.

Storage can hold anything: another program's value, half a value, or what somebody put there on purpose.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from logic.answers.changes import Note
from logic.content.content import Content
from logic.content.kinds.answer import LONGEST
from logic.files.open_file import Opened, open_file

Kind = Literal["found", "more", "take", "delete", "deleted", "moved", "shown"]
"""What was stored at load or after the line was down; notes made while that was on its way; newer
answers of another tab that the person asked for; the wish to delete everything, here or in another tab; that this was
done before the page was loaded; no longer kept on the device; the screen that the browser's Back or Forward leads
to."""

MOST_NOTES = 2000


@dataclass(frozen=True)
class Message:
    """One message. The browser repeats it until a run says that it was answered."""

    number: int
    kind: Kind
    session: str | None = None
    """The session that this page was saving for, None where it has just been loaded."""
    keep: bool | None = None
    text: str | None = None
    too_large: bool = False
    place: Mapping[str, Any] | None = None
    notes: tuple[Note, ...] = ()
    narrow: bool | None = None
    """Whether the window is as narrow as a phone's."""
    screen: str = ""
    """The screen that Back or Forward leads to, as `focus_heading` was told it."""

    def opened(self, content: Content) -> Opened | None:
        """Return what was stored, None where nothing was."""
        if self.too_large:
            return Opened(None, refusal="too-large")
        # Half characters, which JSON can carry, become bytes that opening refuses.
        return None if self.text is None else open_file(content, self.text.encode(errors="surrogatepass"))


def message_from(raw: object) -> Message | None:
    """Return the message, or None where it is none."""
    if not isinstance(raw, dict) or raw.get("kind") not in get_args(Kind) or type(raw.get("number")) is not int:
        return None
    place = raw.get("place")
    return Message(
        number=raw["number"],
        kind=raw["kind"],
        session=_text(raw.get("session")),
        keep=_yes_or_no(raw.get("keep")),
        text=_text(raw.get("text")),
        too_large=raw.get("too_large") is True,
        place=place if isinstance(place, dict) else None,
        notes=tuple(_notes(raw.get("notes"))),
        narrow=_yes_or_no(raw.get("narrow")),
        screen=_text(raw.get("screen")) or "",
    )


@dataclass(frozen=True)
class Notes:
    """The changes that rode with a message of Streamlit's, and the session that the page was saving for."""

    session: str | None
    notes: tuple[Note, ...]
    press: int = 0
    """The number of the last press of a button."""
    narrow: bool | None = None
    heard: int = 0
    """The last run whose answers the page has."""


def notes_from(raw: object) -> Notes:
    """Return the notes of a message, none where it has another shape."""
    message = raw if isinstance(raw, dict) else {}
    press, heard = message.get("press"), message.get("heard")
    return Notes(
        _text(message.get("session")),
        tuple(_notes(message.get("notes"))),
        press if type(press) is int else 0,
        _yes_or_no(message.get("narrow")),
        heard if type(heard) is int else 0,
    )


def _notes(raw: object) -> Iterator[Note]:
    for item in raw[:MOST_NOTES] if isinstance(raw, list) else []:
        key, value = (item.get("key"), item.get("value")) if isinstance(item, dict) else (None, None)
        if isinstance(key, str) and isinstance(value, bool | int | str):
            number = item.get("n")
            words = _text(item.get("words")) or ""
            yield Note(key, value, str(item.get("content")), number if type(number) is int else 0, words[:LONGEST])


def _yes_or_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
