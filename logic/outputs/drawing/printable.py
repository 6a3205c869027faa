"""What can be printed: text made safe, and a mark wherever no font has the characters.

A PDF for assistive technology is refused when one character has no glyph, and a person may type
any character there is. So the fonts are asked first, and what they lack becomes one visible mark.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from logic.outputs.drawing.fonts import Family, installed, shipped

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

# Joiners and variation selectors: a font that lacks them shows their neighbours all the same.
_NEEDS_NO_GLYPH = re.compile(
    "[\n\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2060-\u2069\u3164\ufe00-\ufe0f"
    "\uffa0\U000e0100-\U000e01ef]"
)

_RARE_SPACES = re.compile("[\u1680\u3000]")
_RUN_OF_MARKS = re.compile(f"{MARK}(?:[^\\S\n]*{MARK})+")


def clean(text: str) -> str:
    """The text in composed form, without what cannot be shown; line breaks stay, as newlines."""
    # Nothing that is taken out or marked below counts as printable: a test holds that for each of them.
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    text = _NEW_LINES.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _LOST.sub(MARK, _UNSEEN.sub("", text)))


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
    # A font of the machine may have one letter of a passage by chance: alone, it would say something else.
    foreign = lost | uncovered(text, shipped())
    shown, replaced = [], []
    for _, run in groupby(_clusters(text), key=foreign.__contains__):
        passage = list(run)
        missing = not lost.isdisjoint(passage)
        shown.append(MARK if missing else "".join(passage))
        if missing:
            replaced.append("".join(passage))
    return Printable(_RUN_OF_MARKS.sub(MARK, "".join(shown)), tuple(dict.fromkeys(replaced)))


def families_for(texts: Iterable[str]) -> tuple[Family, ...]:
    """The shipped families, and as many of the machine's as it takes to show these texts."""
    lost = frozenset[str]().union(*(uncovered(clean(text), shipped()) for text in texts))
    wanted = {cluster for cluster in lost if MARK not in cluster}
    chosen = list(shipped())
    for family in installed() if wanted else ():
        found = {cluster for cluster in wanted if covered(cluster, (family,))}
        if found:
            chosen.append(family)
            wanted -= found
    return tuple(chosen)


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
