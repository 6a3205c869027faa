"""Options side by side: the same rows for each, in the order of columns that the reader picked.

Nothing here reads an answer, counts statements or puts one option before another.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from logic.content.content import Content
from logic.content.evidence import Cell, Option, Statement, Topic

Kind = Literal["states", "differs", "not-stated"]


@dataclass(frozen=True)
class Passage:
    """What a cell shows of one topic: some of its statements, or all."""

    topic: Topic
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class GridCell:
    """What the documents say of one option on one row."""

    option: Option
    kind: Kind
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class GridRow:
    """One row: a cell for every option shown."""

    name: str
    cells: tuple[GridCell, ...]
    note: str = ""
    """Why the row is shown, where it was not the reader who picked it."""


@dataclass(frozen=True)
class Grid:
    """Options as columns, rows in the order of the content."""

    options: tuple[Option, ...]
    rows: tuple[GridRow, ...]


def side_by_side(content: Content, options: Iterable[str], rows: Collection[str]) -> Grid:
    """Return the grid of these options, in this order, on these rows. Unknown names are left out."""
    known = {option.id: option for option in content.comparison.options}
    picked = tuple(known[name] for name in dict.fromkeys(options) if name in known)
    return Grid(
        picked,
        tuple(
            GridRow(row.name, tuple(_cell(content, option, row.cells[option.id]) for option in picked))
            for row in content.comparison.rows
            if row.id in rows
        ),
    )


def passages(content: Content, references: Iterable[str]) -> tuple[Passage, ...]:
    """Return the statements behind references of the form `topic` or `topic/source`, by topic."""
    shown: dict[str, list[Statement]] = {}
    for reference in references:
        for topic, statement in content.statements(reference):
            shown.setdefault(topic.id, []).append(statement)
    return tuple(Passage(content.topics[name], tuple(said)) for name, said in shown.items())


def _cell(content: Content, option: Option, cell: Cell) -> GridCell:
    kind: Kind = "states" if cell.states else "differs" if cell.differs else "not-stated"
    return GridCell(option, kind, passages(content, cell.references))
