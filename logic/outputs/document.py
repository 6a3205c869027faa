"""The form every output shares: a document of parts and plain blocks.

Kept apart so that the screen, the web page, the text and the PDF are drawn from the same value:
what one of them says, all say. Nothing here knows what a block is about.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from logic.summary.charts import Chart

Tone = Literal["plain", "note", "help"]


@dataclass(frozen=True)
class Paragraph:
    """Running text. `help` is the urgent box; `note` is quieter than plain text."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Line:
    """A short label and what was said, with lines of its own where the text has them."""

    label: str
    value: str
    quiet: bool = False
    """True where nothing was answered, so that it can be drawn less loudly."""


@dataclass(frozen=True)
class Lines:
    """Labels with their values, one below the other; `compact` asks for as little room as can be read."""

    items: tuple[Line, ...]
    compact: bool = False


@dataclass(frozen=True)
class Bullet:
    """A list item, and a quieter note under it."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; `boxes` draws an empty square to tick on paper before each item."""

    items: tuple[Bullet, ...]
    boxes: bool = False


@dataclass(frozen=True)
class Table:
    """Equal cells: a header row, and rows of which the first cell is the row's header.

    Each cell is a tuple of paragraphs.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True)
class Caption:
    """What is written at one view of a figure: its name, and what is on the left and right of the picture."""

    name: str
    left: str
    right: str


@dataclass(frozen=True)
class BodyFigure:
    """A body with areas marked, for outputs that can draw. Lines beside it tell the same, so text leaves it out."""

    title: str
    alt: str
    """The marked areas in words."""
    captions: tuple[Caption, ...]
    """One for each of `logic.content.body.VIEWS`."""
    marked: tuple[str, ...]


Block = Paragraph | Lines | Bullets | Table | Chart | BodyFigure


@dataclass(frozen=True)
class Part:
    """A heading (level 2 or 3) and the blocks under it.

    Parts in a row that are `half` may stand in two columns on paper.
    """

    heading: str
    """Empty where the blocks need none."""
    blocks: tuple[Block, ...]
    level: Literal[2, 3] = 2
    new_page: bool = False
    half: bool = False
    beside: bool = False
    """Whether on paper the first block stands beside the others."""


@dataclass(frozen=True)
class PageOne:
    """What stands before the first new page: blocks under the title, then parts."""

    opening: tuple[Block, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Document:
    """A whole document: the title is the only heading of level 1."""

    title: str
    language: str
    opening: tuple[Block, ...]
    """What stands between the title and the first part."""
    parts: tuple[Part, ...]
    footer: str
    """One line at the foot of every printed page, before the page number."""
    page_label: str
    """For example "Page {page} of {pages}"."""
    overloaded: tuple[str, ...] = ()
    """The letters that bore more marks than any output shows; whoever makes the document is told."""
    shorter: tuple[PageOne, ...] = ()
    """What paper may print in the place of all before the first new page, where that is longer than a page."""


@dataclass(frozen=True)
class Fold:
    """A title that opens to blocks, with a mark beside it in words: for the screen alone."""

    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    opened: bool = False


def texts_of(document: Document) -> list[str]:
    """Return every text in the document, each of those that stand on its first page once."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    with_texts(replace(document, shorter=()), note)
    return found


def with_texts(document: Document, change: Callable[[str], str]) -> Document:
    """Return the document with every text in it changed."""

    def blocks(found: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_with_texts(block, change) for block in found)

    def parts(found: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(replace(part, heading=change(part.heading), blocks=blocks(part.blocks)) for part in found)

    return replace(
        document,
        title=change(document.title),
        opening=blocks(document.opening),
        parts=parts(document.parts),
        footer=change(document.footer),
        page_label=change(document.page_label),
        shorter=tuple(PageOne(blocks(first.opening), parts(first.parts)) for first in document.shorter),
    )


def _with_texts(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Paragraph(text, tone):
            return Paragraph(change(text), tone)
        case Lines(items, compact):
            return Lines(tuple(Line(change(item.label), change(item.value), item.quiet) for item in items), compact)
        case Bullets(items, boxes):
            return Bullets(tuple(Bullet(change(item.text), change(item.note)) for item in items), boxes)
        case Table(caption, header, rows):
            cells = tuple(tuple(tuple(map(change, cell)) for cell in row) for row in rows)
            return Table(change(caption), tuple(map(change, header)), cells)
        case Chart():
            ticks = tuple(replace(tick, label=change(tick.label)) for tick in block.ticks)
            drawn = tuple(replace(row, label=change(row.label), says=change(row.says)) for row in block.rows)
            title, axis, alt = change(block.title), change(block.axis), change(block.alt)
            return Chart(title, axis, block.end, ticks, drawn, alt)
        case BodyFigure(title, alt, captions, marked):
            views = tuple(Caption(change(view.name), change(view.left), change(view.right)) for view in captions)
            return BodyFigure(change(title), change(alt), views, marked)
        case _ as never:
            assert_never(never)
