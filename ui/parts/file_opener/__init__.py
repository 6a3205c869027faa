"""Open a file that the person kept, with the browser's own file field.

Streamlit's uploader keeps the file on the server and fails an accessibility check of its own; here the
bytes come with one message, live for one run, and are not kept.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from ui.parts.press import changed, do, do_if_missed
from ui.session.guide_content import say

LIMIT = 1_000_000

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "guide_file_opener",
    html=(_HERE / "file_opener.html").read_text(encoding="utf-8"),
    css=(_HERE / "file_opener.css").read_text(encoding="utf-8"),
    js=(_HERE / "file_opener.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class OpenedFile:
    """A file as the person chose it. One that was too large comes without its content."""

    name: str
    content: bytes
    too_large: bool


def draw_opener(
    words: tuple[str, str], key: str, take: Callable[[OpenedFile], None], accept: str = ".json", limit: int = LIMIT
) -> None:
    """Draw the field with its label and its help; `take` gets each file that is chosen."""

    def take_file(sent: object) -> None:
        opened = _opened(sent, limit)
        if opened is not None:
            take(opened)

    def take_state(state: Mapping[str, object]) -> None:
        take_file(state.get("file"))

    data = {"label": words[0], "help": words[1], "accept": accept, "limit": limit, "unreadable": say("open.unreadable")}
    result = _mount(key=key, data=data, on_file_change=partial(do, key, changed, key, take_state))
    do_if_missed(key, pressed=result.file is not None, act=take_file, args=(result.file,))


def _opened(sent: object, limit: int) -> OpenedFile | None:
    """Return what the browser sent, believed only as far as it has the right shape."""
    if not isinstance(sent, dict) or not isinstance(sent.get("name"), str):
        return None
    encoded = sent.get("base64")
    if not isinstance(encoded, str):
        return OpenedFile(sent["name"], b"", too_large=True)
    try:
        content = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(content) > limit:
        return OpenedFile(sent["name"], b"", too_large=True)
    return OpenedFile(sent["name"], content, too_large=False)
