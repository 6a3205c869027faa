"""What can be printed: clean text, with a mark wherever no font has the characters.

A PDF for assistive technology is refused when one character has no glyph, and a person may type
any character there is. So the fonts are asked first, and what they lack becomes one visible mark.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from logic.content.clean_text import MARK, clean
from logic.outputs.drawing.fonts import Family

# Joiners and variation selectors: a font that lacks them shows their neighbours all the same.
_NEEDS_NO_GLYPH = re.compile(
    "[\n\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2060-\u2069\u3164\ufe00-\ufe0f"
    "\uffa0\U000e0100-\U000e01ef]"
)

_RARE_SPACES = re.compile("[\u1680\u3000]")
_RUN_OF_MARKS = re.compile(f"{MARK}(?:[^\\S\n]*{MARK})+")


@dataclass(frozen=True)
class Printable:
    """Text that the fonts can show, and the passages that a mark now stands for."""

    text: str
    replaced: tuple[str, ...] = ()


def printable(text: str, families: tuple[Family, ...]) -> Printable:
    """The clean text, with one mark for each passage that the families cannot show in full."""
    text = _RARE_SPACES.sub(" ", clean(text))
    lost = uncovered(text, families)
    if not lost:
        return Printable(text)
    shown, replaced = [], []
    for missing, run in groupby(_clusters(text), key=lost.__contains__):
        passage = "".join(run)
        shown.append(MARK if missing else passage)
        if missing:
            replaced.append(passage)
    return Printable(_RUN_OF_MARKS.sub(MARK, "".join(shown)), tuple(dict.fromkeys(replaced)))


def uncovered(text: str, families: tuple[Family, ...]) -> frozenset[str]:
    """The letters of the clean text, each with its marks, that none of the families can show."""
    if MARK not in text and families[0].characters.issuperset(text.replace("\n", "")):
        return frozenset()
    return frozenset(cluster for cluster in set(_clusters(text)) if MARK in cluster or not covered(cluster, families))


def covered(cluster: str, families: tuple[Family, ...]) -> bool:
    """Whether one family alone has all of a letter and its marks, together or taken apart."""
    forms = [_NEEDS_NO_GLYPH.sub("", unicodedata.normalize(form, cluster)) for form in ("NFC", "NFD")]
    return any(family.characters.issuperset(form) for family in families for form in forms)


def _clusters(text: str) -> list[str]:
    """Each letter with the marks that follow it, since all of them must come from the same font."""
    clusters: list[str] = []
    for character in text:
        if clusters and _joins(clusters[-1][-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _joins(before: str, character: str) -> bool:
    if "\n" in (before, character):
        return False
    return (
        unicodedata.category(character).startswith("M")
        or bool(_NEEDS_NO_GLYPH.match(character))
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or before == "\u200d"
    )
