"""What matters to a person as they said it: their concerns under the importance they gave. Nothing is counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from logic.answers.journey import Journey
from logic.content.kinds.answer import State
from logic.content.kinds.importance import LEVELS

OPEN = "none"
"""Stands for a concern to which no importance was given."""


@dataclass(frozen=True)
class RatedConcern:
    """One concern, and the rows of the comparison that touch it: none for one in the person's own words."""

    label: str
    level: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConcernGroup:
    """The concerns of one importance, in the order of the guide."""

    level: str
    concerns: tuple[RatedConcern, ...]


def groups(journey: Journey) -> tuple[ConcernGroup, ...]:
    """Return the concerns by importance, from a lot to no answer; a group without concerns is left out."""
    concerns = tuple(_concerns(journey))
    levels = (*reversed(LEVELS[:-1]), LEVELS[-1], OPEN)
    by_level = ((level, tuple(item for item in concerns if item.level == level)) for level in levels)
    return tuple(ConcernGroup(level, found) for level, found in by_level if found)


def _concerns(journey: Journey) -> Iterator[RatedConcern]:
    for step in journey.steps:
        if step.state is State.NOT_ASKED:
            continue
        for concern, level in step.question.weighed(step.answer):
            yield RatedConcern(concern.label, level or OPEN, concern.rows)
        if step.question.takes_own_concerns:
            for item in journey.answers.concerns_added:
                yield RatedConcern(item.text.strip(), item.level or OPEN)
