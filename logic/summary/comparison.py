"""Options side by side: the same rows for each, in the order of columns that the reader picked.

A cell is worked out from claims, and nobody files one in it. Of an option and a row it holds every claim
that bears on the option, from a topic of the row and with a bearing of the row, once for each document
however often it stands in the content. So what is a good thing of an option cannot stand among its unwanted ones.

A cell differs where one of its claims is from a topic on which the documents differ, and two voices or more
speak of this very option there. It then says how they differ, which names every side: a side with another
bearing stands in the row that it belongs to, and the whole topic is one press away.

A row is folded where documents speak of one option at most, of three or more: instead of a cell for each
option there is one sentence for each, which names all the rows on which nothing is said of it. Nothing here
reads an answer or puts one option before another.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from logic.content.content import Content
from logic.content.evidence import Claim, Option, Row, Statement, Topic

Kind = Literal["states", "differs", "not-stated"]

_FEW = 3
"""Options below which no row is folded: of two, one silent option is half of what is compared."""


@dataclass(frozen=True)
class Cited:
    """A claim with where it stands."""

    topic: Topic
    statement: Statement
    claim: Claim

    @property
    def section(self) -> str:
        """The heading of the document under which the claim stands."""
        return self.claim.section or self.statement.section


@dataclass(frozen=True)
class Passage:
    """What a cell or a step shows of one topic."""

    topic: Topic
    claims: tuple[Cited, ...]
    differs: bool
    """Whether the documents differ on what is shown."""


@dataclass(frozen=True)
class GridCell:
    """What the documents say of one option on one row."""

    option: Option
    claims: tuple[Cited, ...]
    differing: tuple[Topic, ...]
    """The topics of these claims on which the documents differ about this option."""

    @property
    def kind(self) -> Kind:
        """Whether the documents state something, differ, or do not say."""
        return "differs" if self.differing else "states" if self.claims else "not-stated"

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The claims by topic."""
        return _by_topic(self.claims, self.differing)


@dataclass(frozen=True)
class GridRow:
    """One row: a cell for every option shown."""

    id: str
    name: str
    cells: tuple[GridCell, ...]
    folded: bool = False
    """Whether the documents speak of one option of the guide at most."""
    note: str = ""
    """Why the row is shown, where it was not the reader who picked it."""


@dataclass(frozen=True)
class Silence:
    """The rows, of those shown, on which no document says anything of an option."""

    option: Option
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Options as columns, rows in the order of the content."""

    options: tuple[Option, ...]
    rows: tuple[GridRow, ...]

    @property
    def whole(self) -> tuple[GridRow, ...]:
        """The rows that have a cell for every option."""
        return tuple(row for row in self.rows if not row.folded)

    @property
    def folded(self) -> tuple[GridRow, ...]:
        """The rows on which documents speak of one option at most."""
        return tuple(row for row in self.rows if row.folded)

    @property
    def silences(self) -> tuple[Silence, ...]:
        """What is not said, for every option with such a row: a sentence each where a row is folded."""
        found = (
            Silence(option, tuple(row.name for row in self.rows if not row.cells[number].claims))
            for number, option in enumerate(self.options)
        )
        return tuple(silence for silence in found if silence.rows)


def side_by_side(content: Content, options: Iterable[str], rows: Collection[str]) -> Grid:
    """Return the grid of these options, in this order, on these rows. Unknown names are left out."""
    known = {option.id: option for option in content.comparison.options}
    picked = tuple(known[name] for name in dict.fromkeys(options) if name in known)
    return Grid(picked, tuple(_row(content, row, picked) for row in content.comparison.rows if row.id in rows))


def all_options(content: Content, rows: Collection[str] | None = None) -> Grid:
    """Return the grid of every option, on these rows or on all of them."""
    named = [row.id for row in content.comparison.rows]
    return side_by_side(content, [option.id for option in content.comparison.options], named if rows is None else rows)


def touched_by(content: Content, concerns: Mapping[str, Collection[str]]) -> Grid:
    """Return the rows that concerns name, with every option and with the concerns for which each is shown."""
    grid = all_options(content, {row for rows in concerns.values() for row in rows})

    def note(row: GridRow) -> str:
        labels = (label for label, rows in concerns.items() if row.id in rows)
        return content.say("summary.evidence-row", concerns="; ".join(labels))

    return replace(grid, rows=tuple(replace(row, note=note(row)) for row in grid.rows))


def passages(content: Content, references: Iterable[str]) -> tuple[Passage, ...]:
    """Return the claims behind references of the form `topic` or `topic/source`, by topic."""
    found = (pair for reference in references for pair in content.statements(reference))
    claims = tuple(Cited(topic, item, claim) for topic, item in found for claim in item.claims)
    return _by_topic(claims, tuple(cited.topic for cited in claims if cited.topic.differ))


def _row(content: Content, row: Row, picked: tuple[Option, ...]) -> GridRow:
    every = content.comparison.options
    speaking = sum(bool(content.cells[row.id, option.id]) for option in every)
    return GridRow(
        row.id, row.name, tuple(_cell(content, row, option) for option in picked), len(every) >= _FEW and speaking <= 1
    )


def _cell(content: Content, row: Row, option: Option) -> GridCell:
    claims = tuple(Cited(*found) for found in content.cells[row.id, option.id])
    topics = {cited.topic.id: cited.topic for cited in claims}.values()
    differing = (topic for topic in topics if topic.differ and content.voices_on(topic, option.id) > 1)
    return GridCell(option, claims, tuple(differing))


def _by_topic(claims: tuple[Cited, ...], differing: Collection[Topic]) -> tuple[Passage, ...]:
    topics = {cited.topic.id: cited.topic for cited in claims}
    return tuple(
        Passage(topic, tuple(cited for cited in claims if cited.topic.id == name), topic in differing)
        for name, topic in topics.items()
    )
