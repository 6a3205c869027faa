"""The document as plain text: for e-mail, a screen reader, or any program at all."""

from collections.abc import Iterator
from textwrap import indent, wrap
from typing import assert_never

from logic.outputs.document import Block, BodyFigure, Bullets, Document, Lines, Paragraph, Part, Table
from logic.summary.charts import Chart

WIDTH = 78
"""Characters a line, so that it fits a window and a printed page."""


def render(document: Document) -> str:
    """Return the whole document as text that ends in a newline."""
    pieces = [_title(document.title, "=")]
    pieces += [_block(block) for block in document.opening]
    pieces += [piece for part in document.parts for piece in _part(part)]
    pieces.append(document.footer)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield _title(part.heading, "-" if part.level == 2 else "")
    yield from map(_block, part.blocks)


def _title(text: str, rule: str) -> str:
    return f"{text}\n{rule * min(len(text), WIDTH)}".rstrip()


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return _wrapped(block.text)
        case Lines():
            return "\n".join(_labelled(item.label, item.value) for item in block.items)
        case Bullets():
            mark = "[ ] " if block.boxes else "- "
            return "\n".join(_hanging(mark, "\n".join(filter(None, (item.text, item.note)))) for item in block.items)
        case Chart():
            return _wrapped(f"{block.title}\n{block.alt}")
        case BodyFigure():
            return ""
        case Table():
            return "\n\n".join((_wrapped(block.caption), *(_row(block, row) for row in block.rows)))
        case _ as never:
            assert_never(never)


def _row(table: Table, row: tuple[tuple[str, ...], ...]) -> str:
    """Return a row as its header, and under it each cell with the name of its column where there are several.

    What stands in a cell is indented more than any name of a column, so that no words in it can pass for one.
    """
    head, *cells = ("\n".join(cell) for cell in row)
    if len(cells) == 1:
        return f"{_wrapped(head)}\n{_indented(cells[0])}"
    named = zip(table.header[1:], cells, strict=True)
    return "\n".join((_wrapped(head), *(f"{_indented(f'{name}:')}\n{_indented(cell, 8)}" for name, cell in named)))


def _labelled(label: str, value: str) -> str:
    short = f"{label}: {value}"
    return short if len(short) <= WIDTH and "\n" not in value else f"{label}:\n{_indented(value)}"


def _hanging(mark: str, text: str) -> str:
    return mark + indent(_wrapped(text, WIDTH - len(mark)), " " * len(mark)).lstrip(" ")


def _indented(text: str, by: int = 4) -> str:
    return indent(_wrapped(text, WIDTH - by), " " * by)


def _wrapped(text: str, width: int = WIDTH) -> str:
    """Wrap each line by itself, so that the person's own line breaks stay; long words are left whole."""
    lines = (wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in text.splitlines())
    return "\n".join(part for line in lines for part in line)
