"""Nothing in the content is set off by a mark, and the guide's own words neither praise nor blame."""

import re
import unicodedata
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.passages import Passage, passages
from logic.content.content import Content

_MARKS = re.compile(r"\*\*|__|==|<[^>]*>|!|:\w+:(?=\s|$)")
_SHOUTED = re.compile(r"\b[A-Z]{5,}\b")
_LOADED = re.compile(
    r"\b(?:best|simple|simply|simplest|easy|easily|just|merely|life[- ]changing|miracle|miraculous|breakthrough"
    r"|game[- ]chang\w+|amazing|wonderful|fantastic|excellent|superb|ideal|perfect|powerful|proven|trusted|leading"
    r"|modern|advanced|cutting[- ]edge|state[- ]of[- ]the[- ]art|painless|hassle[- ]free|worry[- ]free|effortless"
    r"|gentle|safest|better than|worse than|superior|inferior|terrible|horrible|awful|scary|crude|outdated"
    r"|old-fashioned|sadly|unfortunately|luckily|fortunately|of course|obviously|clearly|freedom from|finally free)\b",
    re.IGNORECASE,
)
_OF_OPTIONS = ("option", "row")
"""What is printed beside another of its kind, where a word of praise tells them apart."""


def emphasis_breaches(content: Content) -> Iterator[Breach]:
    """Find marks, shouting and symbols, and words of praise or blame that no document speaks."""
    for passage in passages(content):
        if passage.origin in ("own", "statement"):
            yield from (Breach("N010", passage.where, found) for found in marks(passage.text))
        if passage.origin == "own" and (found := _LOADED.search(passage.text)) and not _cites(passage):
            yield Breach("N015", passage.where, found.group())


def marks(text: str) -> Iterator[str]:
    """Yield whatever sets words off: bold, an exclamation mark, capitals, a symbol."""
    yield from (found.group() for pattern in (_MARKS, _SHOUTED) for found in pattern.finditer(text))
    yield from (character for character in text if unicodedata.category(character) in ("So", "Sk"))


def _cites(passage: Passage) -> bool:
    """Tell whether a passage about questions gives the word to a document; options and rows never do."""
    return (
        not passage.where.startswith(_OF_OPTIONS)
        and re.search(r"\bdocuments?\b|\bone calls\b", passage.text, re.IGNORECASE) is not None
    )
