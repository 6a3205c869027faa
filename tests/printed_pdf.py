"""A small document for the PDF, and its print read back: its tags, and its lines as the eye reads them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from logic.outputs.document import Block, Document, Part, Table
from logic.outputs.drawing.pdf import Pdf

MADE = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
TABLE = Table("Sleep", ("", "Pump", "Tablets"), ((("Good",), ("a",), ("b", "c")), (("Unwanted",), ("d",), ("",))))


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


def outline(printed: Pdf, *names: str) -> list[str]:
    """The names of the tags in reading order: all, or only these."""
    with opened(printed) as file:
        found = [str(tag.S)[1:] for tag in tags(file.Root.StructTreeRoot)]
    return [name for name in found if not names or name in names]


def letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of an embedded font stands for."""
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def runs(page: pikepdf.Page) -> Iterator[tuple[float, float, str]]:
    """Each run of text on a page: how far down, how far from the left, and what it says."""
    known = {name: letters(font) for name, font in page.Resources.Font.items()}
    font, place = "", (0.0, 0.0)
    for step in pikepdf.parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "cm":
                place = (-float(operands[5]), float(operands[4]))
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ":
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                yield (
                    *place,
                    "".join(known[font].get(codes[i] << 8 | codes[i + 1], "") for i in range(0, len(codes), 2)),
                )


def lines(printed: Pdf) -> list[str]:
    """The lines of all pages, as the eye reads them."""
    found: dict[tuple[int, float], str] = {}
    with opened(printed) as file:
        for number, page in enumerate(file.pages):
            for down, _, text in sorted(runs(page)):
                found[number, down] = found.get((number, down), "") + text
    return [text.strip() for text in found.values()]
