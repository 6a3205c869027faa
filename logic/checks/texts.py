"""Every string that a document, or any part of one, prints."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from logic.outputs.document import Block, BodyFigure, Bullets, Document, Lines, Paragraph, Table
from logic.summary.charts import Chart


def texts_of(document: Document) -> Iterator[str]:
    """Yield the texts of a document in the order in which they are read."""
    yield document.title
    yield from texts_in(document.opening)
    for part in document.parts:
        yield part.heading
        yield from texts_in(part.blocks)
    yield document.footer


def texts_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of these blocks in the order in which they are read."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Lines(items):
                yield from (text for line in items for text in (line.label, line.value))
            case Bullets(items):
                yield from (text for bullet in items for text in (bullet.text, bullet.note))
            case Table(caption, header, rows):
                yield from (caption, *header, *(text for row in rows for cell in row for text in cell))
            case Chart(title, axis, _, ticks, rows, alt):
                yield from (title, axis, *(tick.label for tick in ticks))
                yield from (*(text for row in rows for text in (row.label, row.says)), alt)
            case BodyFigure(title, alt, captions):
                yield from (title, alt, *(text for view in captions for text in (view.name, view.left, view.right)))
            case _ as never:
                assert_never(never)
