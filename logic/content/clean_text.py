"""Text without what nobody can see: composed, with a mark in the place of what has no meaning elsewhere."""

import re
import unicodedata

MARK = "\N{REPLACEMENT CHARACTER}"

_NEW_LINES = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")

# Controls show nothing, tags and fillers can hide text, and the old direction overrides can show a
# line in another order than it is stored. Marks and isolates stay: mixed Arabic and English needs
# them, and they end with their line.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u206a-\u206f\ufeff\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)

# Half characters, code points that are no characters, and private ones that mean nothing elsewhere.
_LOST = re.compile(
    "[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)

# Spaces, controls, joiners, selectors and fillers: with nothing else beside them, a field looks empty.
_NOTHING_VISIBLE = re.compile(
    "[\\s\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)

# What can be dropped without a trace on paper. Joiners stay: they change the shape of letters and of emoji.
_NO_TRACE = re.compile("[\xad\u034f\u061c\u200b\u200e\u200f\u2060-\u2064\u2066-\u2069\ufeff]")

MOST_MARKS = 30
"""Marks that one letter may bear. No language needs more than a handful; thousands take a PDF half a gigabyte."""

# No mark is a letter, a digit or ASCII, so only within such a run can there be too many.
_MARKS_IN_A_ROW = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def clean(text: str) -> str:
    """Return the text in composed form, without what cannot be shown; line breaks stay, as newlines."""
    if text.isascii() and text.isprintable():
        # As nearly every text of the guide is: nothing in it to compose, to take out or to mark.
        return text
    return _MARKS_IN_A_ROW.sub(lambda found: _with_few_marks(found[0]), _composed(text))


def is_blank(text: str) -> bool:
    """Return whether nothing of the text can be seen, whatever it holds."""
    return _NOTHING_VISIBLE.fullmatch(text) is not None


def as_read(text: str) -> str:
    """Return what is the same for two texts that look the same when printed."""
    lines = [" ".join(line.split()) for line in _NO_TRACE.sub("", clean(text)).split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


def overloaded(text: str) -> tuple[str, ...]:
    """Return each letter, with the marks it keeps, that bears more marks than are shown."""
    if text.isascii():
        return ()
    composed = _composed(text)
    runs = [found for found in _MARKS_IN_A_ROW.finditer(composed) if _with_few_marks(found[0]) != found[0]]
    letters = (composed[max(found.start() - 1, 0) : found.start()] + _with_few_marks(found[0]) for found in runs)
    return tuple(dict.fromkeys(letters))


def _composed(text: str) -> str:
    # Nothing that is taken out or marked below counts as printable: a test holds that for each of them.
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    text = _NEW_LINES.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _LOST.sub(MARK, _UNSEEN.sub("", text)))


def _with_few_marks(run: str) -> str:
    """Return the run without the marks that come after so many others, whatever invisible joiners stand between."""
    kept, marks = [], 0
    for character in run:
        is_mark = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
