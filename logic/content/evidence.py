"""What the documents say: sources, topics, statements made of claims, and the options laid against the same rows."""

import re
from typing import Literal, get_args

from pydantic import Field

from logic.content.part import ContentPart, Id, Words

ABSOLUTE = re.compile(
    r"\b(?:none of|no (?:restrictions?|limits?|limitations?|risks?|side effects|problems?)|without any|permanent(?:ly)?"
    r"|never|always|completely|entirely|totally|in all cases|in every case|everyone|for life|cures?|guarantees?d?)\b",
    re.IGNORECASE,
)
"""Wordings that leave no exception. They never stand alone."""


class Source(ContentPart):
    """One of the documents, with what a reader needs to judge it."""

    id: Id
    title: Words
    short: Words
    """A name of a few words, for a line that cites it."""
    publisher: Words
    kind: Words
    about: Words
    """What it is and who speaks in it, in the guide's own words."""
    family: Id | None = None
    """Sources of one family share wording: they are one voice, never two."""
    dated: bool
    gives_rates: bool
    note: Words | None = None


class Span(ContentPart):
    """A range of whole numbers, both ends included."""

    min: int
    max: int


class Figure(ContentPart):
    """The number behind a statement, in the unit named."""

    unit: Words
    value: int | None = None
    min: int | None = None
    max: int | None = None
    thickness: int | None = None
    diameter: int | None = None
    months: Span | None = None
    """The same range turned into months between visits, where the unit is another."""


Bearing = Literal["good", "unwanted", "describes"]
"""What a claim is to an option: an effect or advantage that people want, harm or a drawback, or anything else."""


class Claim(ContentPart):
    """One thing that one document says, in the guide's own words."""

    says: Words
    short: Words
    """The same in at most twelve words, to be read after the document's short name."""
    section: Words | None = None
    """The heading under which it stands, where its statement names several."""
    than: Words | None = None
    """What it compares with. Both wordings hold these words, so that no comparison loses its other half."""
    bears: dict[Id, Bearing] = {}
    """What it is to each option of which it speaks."""

    @property
    def absolute(self) -> bool:
        """Whether it leaves no exception, so that the silence of the other documents is shown beside it."""
        return ABSOLUTE.search(f"{self.says} {self.short}") is not None


class Statement(ContentPart):
    """What one document says on a topic, claim by claim."""

    source: Id
    section: Words
    """The headings of the document under which it stands, set off by semicolons."""
    claims: tuple[Claim, ...] = Field(min_length=1)
    figure: Figure | None = None

    @property
    def says(self) -> str:
        """All its claims, one after the other."""
        return " ".join(claim.says for claim in self.claims)

    @property
    def absolute(self) -> bool:
        """Whether a claim in it leaves no exception."""
        return any(claim.absolute for claim in self.claims)


class Topic(ContentPart):
    """One matter on which documents speak. A source without a statement is silent on it."""

    id: Id
    about: Words
    differ: Words | None = None
    """How the documents disagree, where they do."""
    one_voice: tuple[Id, ...] = ()
    """Families whose documents agree here, so that they count once. Where they do not agree, they are two voices."""
    safety: bool = False
    statements: tuple[Statement, ...] = Field(min_length=1)

    def statement(self, source_id: str) -> Statement | None:
        """Return what this source says on the topic, or None where it is silent."""
        return next((item for item in self.statements if item.source == source_id), None)


class Subject(ContentPart):
    """A group of topics, one file of `questions/evidence/`."""

    subject: Words
    topics: tuple[Topic, ...] = Field(min_length=1)


class Unbalanced(ContentPart):
    """Why the documents say more for an option than against it, or the reverse: said rather than trimmed."""

    good: int
    """Claims on good things when the reason was written: with another number it has to be thought over."""
    unwanted: int
    why: Words


class Option(ContentPart):
    """One treatment among the options, none before another."""

    id: Id
    name: Words
    about: Words
    unbalanced: Unbalanced | None = None


class Row(ContentPart):
    """One row of the comparison: which claims belong to it, the same for every option."""

    id: Id
    name: Words
    topics: tuple[Id, ...] = ()
    """The topics whose claims belong here; all of them where none is named."""
    bearings: tuple[Bearing, ...] = ()
    """The bearings that belong here; all of them where none is named."""

    def takes(self, topic: Topic, bearing: Bearing | None) -> bool:
        """Tell whether a claim of this topic belongs here that has this bearing on an option, None for no bearing."""
        return bearing is not None and (not self.topics or topic.id in self.topics) and bearing in self._bearings

    @property
    def _bearings(self) -> tuple[Bearing, ...]:
        return self.bearings or get_args(Bearing)


class Comparison(ContentPart):
    """The options and the rows on which they are laid side by side."""

    options: tuple[Option, ...] = Field(min_length=2)
    rows: tuple[Row, ...] = Field(min_length=1)


class NotCovered(ContentPart):
    """A subject on which every document is silent: no fact, a question for the doctor."""

    id: Id
    about: Words
    question: Words
    reason: Words
    theme: Id | None = None
    """The theme under which it stands in the list of questions for the doctor."""
