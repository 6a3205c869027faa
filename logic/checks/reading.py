"""How hard a text is to read: the Flesch-Kincaid grade, our own, since no library gives the same twice.

A name that the content lists (`reading_exceptions`: drugs, devices, conditions) counts as a word of its
sentence but not towards the length of words: a reader has to meet it, and it cannot be made shorter. The
grade with every word counted is the raw grade, and is reported beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from logic.checks.syllables import syllables

AIM = 6.0
CEILING = 8.0
LONGEST = 20
"""Words a sentence."""

_WORD = re.compile(r"[A-Za-z]+(?:[\u2019'][A-Za-z]+)*|\d+(?:[.,]\d+)*")
_END = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*A-Z0-9])")


@dataclass(frozen=True)
class Reading:
    """What was counted in a text, and the two grades."""

    sentences: int
    words: int
    grade: float
    raw: float


def sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of texts; a text without a full stop, such as a label, is one."""
    parts = (
        part.strip() for text in texts for line in text.splitlines() for part in _END.split(" ".join(line.split()))
    )
    return tuple(part for part in parts if _WORD.search(part))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a number is one."""
    return tuple(_WORD.findall(text))


def reading(texts: Iterable[str], exceptions: Iterable[str] = ()) -> Reading:
    """Return the grades of texts taken together, 0 where there is nothing to read."""
    found = sentences(texts)
    every = [word for sentence in found for word in words(sentence)]
    if not every:
        return Reading(0, 0, 0.0, 0.0)
    names = {word.lower() for word in exceptions}
    plain = [word for word in every if _stem(word) not in names]
    length = len(every) / len(found)
    return Reading(len(found), len(every), _grade(length, plain), _grade(length, every))


def _stem(word: str) -> str:
    return re.sub(r"[\u2019']s$", "", word.lower())


def _grade(length: float, counted: list[str]) -> float:
    a_word = sum(_spoken(word) for word in counted) / len(counted) if counted else 1.0
    return round(0.39 * length + 11.8 * a_word - 15.59, 1)


def _spoken(word: str) -> int:
    # A number in figures is read at a glance.
    return 1 if word[0].isdigit() else syllables(word.replace("\u2019", "'"))
