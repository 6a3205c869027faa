"""The kind `importance`: each choice is a concern, and a person says how much it matters."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from logic.content.conditions import Operator
from logic.content.kinds.answer import NOT_SURE, Answer, Say
from logic.content.kinds.levels import LevelsQuestion
from logic.content.kinds.question import Concern

A_LOT = "a-lot"

LEVELS = ("not-at-all", "a-little", A_LOT, NOT_SURE)
"""The importance a person can give to a concern. They are words, never numbers to be added up."""


class Importance(LevelsQuestion):
    """A question on what matters."""

    kind: Literal["importance"] = "importance"
    choices: tuple[Concern, ...] = ()
    own_words: bool = False
    """Whether a person may add concerns of their own."""

    operators: ClassVar[tuple[Operator, ...]] = ()
    """None: what matters to a person never decides what is asked."""

    @property
    def levels(self) -> tuple[str, ...]:
        """The four that every concern has."""
        return LEVELS

    def level_in_words(self, level: str, say: Say) -> str:
        """Return what the interface calls it."""
        return say(f"level.{level}")

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What can matter."""
        return self.choices

    @property
    def takes_own_concerns(self) -> bool:
        """Whether a person may add concerns of their own here."""
        return self.own_words

    def weighed(self, answer: Answer | None) -> tuple[tuple[Concern, str | None], ...]:
        """Return each concern with how much it matters, None where nothing was said."""
        return tuple((concern, self.level_of(answer, concern.id)) for concern in self.choices)

    def mattering(self, answer: Answer | None) -> tuple[Concern, ...]:
        """Return the concerns that matter a lot, in the order of the guide."""
        return tuple(concern for concern, level in self.weighed(answer) if level == A_LOT)

    @property
    def known_moments(self) -> frozenset[str]:
        """The concerns."""
        return frozenset(self.ids)

    def moments(self, answer: Answer) -> Iterator[str]:
        """Yield the concerns that matter a lot."""
        yield from (concern.id for concern in self.mattering(answer))

    def in_turn(self, turn: int) -> Answer:
        """Return every level in turn; one turn in four everything matters a lot, so that all rows are printed."""
        given = {name: LEVELS[(place + turn) % len(LEVELS)] for place, name in enumerate(self.ids)}
        return given if turn % 4 else dict.fromkeys(given, A_LOT)
