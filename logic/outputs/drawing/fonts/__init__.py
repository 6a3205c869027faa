"""The fonts that the PDF uses, and which characters each of them has.

They hold Latin, Greek, Cyrillic, Arabic, Hebrew and common signs. Fonts of the machine are not asked: the same
answers would give another file there.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent

# Typst asks them in this order.
SHIPPED = ("Guide Atkinson", "Guide Noto", "Guide Noto Hebrew", "Guide Noto Arabic", "Guide Noto Symbols")


class FontsMissing(Exception):
    """A family is not in this folder; the message says which, and what to do."""


@dataclass(frozen=True)
class Family:
    """A family and the characters that both its regular and its bold face have."""

    name: str
    characters: frozenset[str]


@cache
def fonts() -> typst.Fonts:
    """Return the fonts in this folder, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def shipped() -> tuple[Family, ...]:
    """Return the families in this folder, in the order of asking. Raises FontsMissing where one is gone."""
    return tuple(Family(name, _characters(name)) for name in SHIPPED)


def _characters(name: str) -> frozenset[str]:
    faces = [_read(str(face.path)) for face in fonts().fonts() if face.family == name]
    if not faces:
        raise FontsMissing(f"The font “{name}” is not in {FOLDER}: put its files back, without them there is no PDF.")
    return frozenset.intersection(*faces)


def _read(path: str) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
