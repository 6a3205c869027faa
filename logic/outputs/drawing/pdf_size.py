"""How much work a document is for the typesetter, told from its text alone, and what is too much.

Measured on two cores with typst 0.15 (bench/hostile_inputs.py): a page of prose costs 12 ms; a short line as much
memory as 56 letters of prose; a letter of a word too wide for its column as much time, since the word may break at
each; a mark on a letter 4, a letter written from right to left one and a half. At the limit, a document takes up to
3.5 seconds of processor and 290 MB.
"""

import re

from logic.outputs.document import Document, texts_of

LARGEST = 300_000
"""A guide in which every field is as full as it may be, and all evidence is added, takes nearly that."""

WORDS = re.compile("[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""The words that have to be broken where they are too long; scripts without spaces find their own places."""

_LINE = 56
_LONG_WORD = 40
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_MARK = re.compile(r"[^\w\s\x00-\x7f]")


class TooLong(ValueError):
    """The document is more than the typesetter is given."""


def size(document: Document) -> int:
    """Return the work that a document is, in letters of prose."""
    return sum(map(_size, texts_of(document)))


def _size(text: str) -> int:
    wide = sum(length for length in map(len, WORDS.findall(text)) if length >= _LONG_WORD)
    marks, joined = (0, 0) if text.isascii() else (len(_MARK.findall(text)), len(_RIGHT_TO_LEFT.findall(text)))
    return len(text) + 3 * marks + joined // 2 + _LINE * (text.count("\n") + 1 + wide)
