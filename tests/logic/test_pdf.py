"""The PDF says to a screen reader, and to a doctor, what the document says."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.outputs import fonts, pdf, printable
from logic.outputs.blocks import Block, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.fonts import FOLDER, Family
from logic.outputs.pdf import Pdf, Paper, first_page_fits, render
from logic.outputs.printable import MARK

MADE = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
TABLE = Table("Sleep", ("", "Pump", "Tablets"), ((("Good things",), ("a",), ("b", "c")), (("Unwanted",), ("d",), ("",))))


def document(*opening: Block, parts: tuple[Part, ...] = (), language: str = "en") -> Document:
    return Document("Discussion summary", language, opening, parts, "Jo Marten", "Page {page} of {pages}")


def opened(printed: Pdf) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed.data))


def tags(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The tags inside a tag, in reading order."""
    for kid in tag.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def named(file: pikepdf.Pdf, *names: str) -> list[pikepdf.Object]:
    return [tag for tag in tags(file.Root.StructTreeRoot) if str(tag.S)[1:] in names]


def characters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of an embedded font stands for."""
    found: dict[int, str] = {}
    for code, text in re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n", font.ToUnicode.read_bytes()):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def text_of(printed: Pdf) -> str:
    """All the text, each run on a line of its own."""
    return "\n".join(text for _, _, text in runs(printed))


def runs(printed: Pdf) -> list[tuple[float, float, str]]:
    """Each run of text on the pages, with where it starts."""
    found = []
    with opened(printed) as file:
        for page in file.pages:
            known = {name: characters(font) for name, font in page.Resources.Font.items()}
            font, place = "", (0.0, 0.0)
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "Tf":
                        font = str(operands[0])
                    case "Tm":
                        place = (float(operands[4]), float(operands[5]))
                    case "Tj" | "TJ":
                        codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                        pairs = zip(codes[::2], codes[1::2], strict=True)
                        found.append((*place, "".join(known[font].get(a << 8 | b, "") for a, b in pairs)))
    return found
