"""What the documents say: sources, topics, statements, and the options laid against the same rows."""

import re
from typing import Literal

from pydantic import Field

from logic.content.part import Id, Part, Words

ABSOLUTE = re.compile(
    r"\b(?:none of|no (?:restrictions?|limits?|limitations?|risks?|side effects|problems?)|without any|permanent(?:ly)?"
    r"|never|always|completely|entirely|totally|in all cases|in every case|everyone|for life|cures?|guarantees?d?)\b",
    re.IGNORECASE,
)
"""Wordings that leave no exception. They never stand alone."""


class Source(Part):
    """One of the documents, with what a reader needs to judge it."""

    id: Id
    title: Words
    publisher: Words
    kind: Words
    about: Words
    """What it is and who speaks in it, in the guide's own words."""
    family: Id | None = None
    """Sources of one family share wording: they are one voice, never two."""
    dated: bool
    gives_rates: bool
    note: Words | None = None


class Span(Part):
    """A range of whole numbers, both ends included."""

    min: int
    max: int


class Figure(Part):
    """The number behind a statement, in the unit named."""

    unit: Words
    value: int | None = None
    min: int | None = None
    max: int | None = None
    thickness: int | None = None
    diameter: int | None = None
    months: Span | None = None
    """The same range turned into months between visits, where the unit is another."""


class Statement(Part):
    """What one document says on a topic, in the guide's own words."""

    source: Id
    section: Words
    """The heading of the document under which it stands."""
    says: Words
    figure: Figure | None = None

    @property
    def absolute(self) -> bool:
        """Whether it leaves no exception, so that the silence of the other documents is shown beside it."""
        return ABSOLUTE.search(self.says) is not None


class Topic(Part):
    """One matter on which documents speak. A source without a statement is silent on it."""

    id: Id
    about: Words
    differ: Words | None = None
    """How the documents disagree, where they do."""
    safety: bool = False
    statements: tuple[Statement, ...] = Field(min_length=1)

    def statement(self, source_id: str) -> Statement | None:
        """Return what this source says on the topic, or None where it is silent."""
        return next((item for item in self.statements if item.source == source_id), None)


class Subject(Part):
    """A group of topics, one file of `questions/evidence/`."""

    subject: Words
    topics: tuple[Topic, ...] = Field(min_length=1)


class Unbalanced(Part):
    """Why the documents say more for an option than against it, or the reverse: said rather than trimmed."""

    good: int
    """Statements on good things when the reason was written: with another number it has to be thought over."""
    unwanted: int
    why: Words


class Option(Part):
    """One treatment among the options, none before another."""

    id: Id
    name: Words
    about: Words
    unbalanced: Unbalanced | None = None


class Cell(Part):
    """What the documents say of one option on one row: stated, differing, or not stated.

    References have the form `topic` (all its statements) or `topic/source` (one of them).
    """

    states: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    not_stated: Literal[True] | None = None

    @property
    def references(self) -> tuple[str, ...]:
        """The references, of whichever type the cell is."""
        return self.states or self.differs


class Row(Part):
    """One row of the comparison: the same matter for every option."""

    id: Id
    name: Words
    cells: dict[str, Cell]


class Comparison(Part):
    """The options and the rows on which they are laid side by side."""

    options: tuple[Option, ...] = Field(min_length=2)
    rows: tuple[Row, ...] = Field(min_length=1)


class NotCovered(Part):
    """A subject on which every document is silent: no fact, a question for the doctor."""

    id: Id
    about: Words
    question: Words
    reason: Words
