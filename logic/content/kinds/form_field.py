"""What a question asks for, field by field, in terms that the forms of other programs know.

A kind says with these what its answer consists of; which standard a form is written in is none of its business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from logic.content.kinds.answer import LONGEST

Entered = Mapping[str, Sequence[str | int]]
"""What stands in the fields for an answer, by the part that each field is."""


@dataclass(frozen=True)
class Offer:
    """Something to pick in a field."""

    id: str
    label: str
    alone: bool = False
    """Taking it clears the others."""


@dataclass(frozen=True)
class NumberRange:
    """The whole numbers that a field takes, and what they count."""

    least: int
    most: int
    unit: str


@dataclass(frozen=True)
class FormField:
    """One field: something to pick where there are offers, a number where there is a range, else words."""

    part: str
    """Which part of the question it is: nothing where it is the whole."""
    label: str
    offers: tuple[Offer, ...] = ()
    scope: str = ""
    """What the ids of the offers belong to where it is more than this question, as levels do."""
    several: bool = False
    range: NumberRange | None = None
    most: int = LONGEST
    """The most characters, where it takes words."""


def only(values: Sequence[Any]) -> object:
    """Return the one value there is, else all as a list."""
    return values[0] if len(values) == 1 else list(values)
