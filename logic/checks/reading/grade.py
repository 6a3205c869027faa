"""How hard a text is to read: the Flesch-Kincaid grade, our own, since no library gives the same twice.

A name that the content lists (`reading_exceptions`: drugs, devices, conditions) counts as a word of its
sentence but not towards the length of words: a reader has to meet it, and it cannot be made shorter. The
grade with every word counted is the raw grade, and is reported beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from logic.checks.reading.syllables import syllables

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
    return tuple(sentence for text in texts for sentence in _sentences(text))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a number is one."""
    return tuple(_WORD.findall(text))


def reading(texts: Iterable[str], exceptions: Iterable[str] = ()) -> Reading:
    """Return the grades of texts taken together, 0 where there is nothing to read."""
    names = frozenset(word.lower() for word in exceptions)
    found = [_counted(text, names) for text in texts]
    said, every, spoken, plain, plainly = (sum(counts) for counts in zip(*found, strict=True)) if found else (0,) * 5
    if not every:
        return Reading(0, 0, 0.0, 0.0)
    return Reading(said, every, _grade(every / said, plainly, plain), _grade(every / said, spoken, every))


@cache
def _sentences(text: str) -> tuple[str, ...]:
    parts = (part.strip() for line in text.splitlines() for part in _END.split(" ".join(line.split())))
    return tuple(part for part in parts if _WORD.search(part))


@cache
def _counted(text: str, names: frozenset[str]) -> tuple[int, int, int, int, int]:
    """Count sentences, words and their syllables, and words that are no name with theirs. Most texts come often."""
    every = [word for sentence in _sentences(text) for word in words(sentence)]
    plain = [word for word in every if re.sub(r"[\u2019']s$", "", word.lower()) not in names]
    spoken, plainly = (sum(map(_spoken, found)) for found in (every, plain))
    return len(_sentences(text)), len(every), spoken, len(plain), plainly


def _grade(length: float, spoken: int, counted: int) -> float:
    return round(0.39 * length + 11.8 * (spoken / counted if counted else 1.0) - 15.59, 1)


def _spoken(word: str) -> int:
    # A number in figures is read at a glance.
    return 1 if word[0].isdigit() else syllables(word.replace("\u2019", "'"))
