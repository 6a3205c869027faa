"""The fonts that the PDF may use, and which characters each of them has.

The shipped families hold Latin, Greek, Cyrillic, Arabic, Hebrew and common signs. Others are looked
for on the machine, and only when a text needs them, since reading them takes a while.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent

# Typst asks them in this order.
SHIPPED = ("Guide Atkinson", "Guide Noto", "Guide Noto Hebrew", "Guide Noto Arabic", "Guide Noto Symbols")

# They show an empty box, or nothing at all, for every character there is.
_EMPTY = ("Last Resort", "LastResort", "Adobe Blank")


@dataclass(frozen=True)
class Family:
    """A family and the characters that both its regular and its bold face have."""

    name: str
    characters: frozenset[str]


@cache
def shipped_fonts() -> typst.Fonts:
    """The fonts in this folder, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def all_fonts() -> typst.Fonts:
    """The fonts in this folder and those of the machine, read once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def shipped() -> tuple[Family, ...]:
    """The families in this folder, in the order in which they are asked."""
    faces = shipped_fonts().fonts()
    return tuple(Family(name, _characters(name, faces)) for name in SHIPPED)


@cache
def installed() -> tuple[Family, ...]:
    """The machine's families, in an order that is always the same."""
    faces = all_fonts().fonts()
    names = {face.family for face in faces if face.path and not face.family.startswith((*SHIPPED, *_EMPTY))}
    wanted = sorted(names, key=lambda name: (not name.startswith("Noto Sans"), name))
    return tuple(Family(name, _characters(name, faces)) for name in wanted)


def _characters(name: str, faces: Iterable[typst.FontInfo]) -> frozenset[str]:
    own = [face for face in faces if face.family == name]
    return frozenset.intersection(*(_read(_nearest(own, weight)) for weight in (400, 700)))


def _nearest(faces: list[typst.FontInfo], weight: int) -> typst.FontInfo:
    """The face that typst takes for upright text of this weight."""
    return min(faces, key=lambda face: (face.style != "normal", abs(face.stretch - 1), abs(face.weight - weight)))


def _read(face: typst.FontInfo) -> frozenset[str]:
    try:
        with Path(str(face.path)).open("rb") as file:
            font = TTFont(file, fontNumber=face.index, lazy=True)
            return frozenset(map(chr, font.getBestCmap() or ()))
    except Exception:  # noqa: BLE001 - a broken font is a font without characters, in whichever way it is broken
        return frozenset()
