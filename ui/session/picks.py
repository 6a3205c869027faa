"""What a reader has picked in the places to look around. None of it is an answer, and none changes one."""

from dataclasses import dataclass, field
from typing import Any

from ui.session.guide_content import content

ALL, OWN = "all", "own"
"""Stand among the ids of documents for all of them, and for the person's own figure."""


FIRST = 2
"""Options shown until the reader picks: as many as stand side by side on a phone."""


def _options() -> tuple[str, ...]:
    return tuple(option.id for option in content().comparison.options[:FIRST])


def _rows() -> frozenset[str]:
    return frozenset(row.id for row in content().comparison.rows)


@dataclass
class Picks:
    """One visit's picks. Figures are as entered, whatever they are; None where nothing was."""

    options: tuple[str, ...] = field(default_factory=_options)
    """In the order of picking."""
    rows: frozenset[str] = field(default_factory=_rows)
    tries_trip: bool = False
    """Whether `trip` stands in for the answer about the trip."""
    trip: float | None = None
    people: float | None = None
    gap: str = ALL
    own_gap: float | None = None
    years: float | None = None
    in_summary: frozenset[str] = frozenset()
    """The parts that go into the summary at the person's wish."""

    def put(self, name: str, value: Any) -> None:
        """Replace one pick. Raises AttributeError where none has this name."""
        if name not in self.__dataclass_fields__:
            raise AttributeError(name)
        setattr(self, name, value)
