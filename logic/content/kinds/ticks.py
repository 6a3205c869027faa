"""What kinds of question have in common that take any number of ticks."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, combinations
from typing import Any, ClassVar

from pydantic import Field

from logic.content.conditions import Clause, Operator
from logic.content.kinds.answer import NOT_SURE, Answer, Change, Say, Value
from logic.content.kinds.choices import ChoicesQuestion
from logic.content.kinds.form_field import Entered, FormField
from logic.content.kinds.json_schema import list_of
from logic.content.kinds.question import Choice

_SUBSETS_OF = 4
"""Of several choices tested in one question, every subset is told apart up to this many."""


class TickedChoice(Choice):
    """A choice that can be taken with others."""

    alone: bool = False
    """Taking it clears the others, as "None of these" does."""


class TicksQuestion(ChoicesQuestion):
    """A question with any number of choices to pick."""

    choices: tuple[TickedChoice, ...] = ()
    up_to: int | None = Field(default=None, ge=1)
    """How many choices can be taken at most."""

    operators: ClassVar[tuple[Operator, ...]] = ("exists", "=", "!=")

    @property
    def together(self) -> tuple[str, ...]:
        """The ids of the choices that can be taken with others."""
        return tuple(choice.id for choice in self.choices if not choice.alone)

    def ticked(self, answer: Answer | None) -> frozenset[str]:
        """Return which ticks an answer stands for, "I'm not sure" among them."""
        if isinstance(answer, str):
            return frozenset({answer})
        return frozenset(answer) if isinstance(answer, tuple) else frozenset()

    def too_many(self, ticked: Collection[str]) -> bool:
        """Return whether these are more choices than can be taken."""
        return self.up_to is not None and len(ticked) > self.up_to

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return the choices of a list in the order of the guide, so that the order of tapping changes nothing."""
        if not isinstance(value, list | tuple):
            return None, value
        fits = tuple(name for name in self.ids if name in value)
        if self.too_many(fits) or (len(fits) > 1 and not set(fits) <= set(self.together)):
            return None, value
        return fits or None, [item for item in value if item not in fits] or None

    def changes(self) -> dict[str, Change]:
        """Return a box for each choice and for "I'm not sure"."""
        return {name: partial(self._tick, name) for name in self.ids_to_pick}

    def _tick(self, name: str, before: Answer | None, on: Value) -> Answer | None:
        """Return the answer after a tick came or went: one that stands alone clears the others, and they clear it."""
        ticked = self.ticked(before) - {name}
        if on:
            ticked = (ticked & set(self.together)) | {name} if name in self.together else frozenset({name})
        if self.too_many(ticked):
            return before
        return self.fitting(NOT_SURE if NOT_SURE in ticked else list(ticked))[0]

    def joined(self, now: Answer, before: Answer) -> tuple[Answer, object]:
        """Return the choices of both where they can stand together."""
        if isinstance(now, tuple) and isinstance(before, tuple):
            both, _ = self.fitting([*now, *before])
            if both is not None:
                return both, None
        return now, None if now == before else list(before) if isinstance(before, tuple) else before

    def answer_schema_itself(self) -> dict[str, Any]:
        """Return a list of choices, each of them once."""
        return {**list_of({"enum": list(self.ids)}), "uniqueItems": True}

    def fields(self, say: Say) -> tuple[FormField, ...]:
        """Return one list to tick."""
        alone = {choice.id for choice in self.choices if choice.alone} | {NOT_SURE}
        (field,) = super().fields(say)
        offers = tuple(replace(offer, alone=offer.id in alone) for offer in field.offers)
        return (replace(field, offers=offers, several=True),)

    def from_entered(self, found: Entered) -> object:
        """Return a list, unless it says "I'm not sure" alone."""
        values = [value for part in sorted(found) for value in found[part]]
        return NOT_SURE if values == [NOT_SURE] else values

    def items(self, answer: Answer | None, say: Say) -> tuple[str, ...]:  # noqa: ARG002  # the labels say it all
        """Return the label of each choice that is ticked."""
        ticked = self.ticked(answer)
        return tuple(choice.label for choice in self.choices if choice.id in ticked)

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:  # noqa: ARG002  # the labels say it all
        """Yield the labels in one line."""
        yield self.labels(tuple(self.ticked(answer)))

    def moments(self, answer: Answer) -> Iterator[str]:
        """Yield each choice."""
        yield from self.ticked(answer)

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:
        """Yield what the clauses name: each that stands alone, the others in every mix, and one for all the rest."""
        named = {str(clause.value) for clause in clauses}
        yield from ((choice.id, (choice.id,)) for choice in self.choices if choice.alone and choice.id in named)
        mixed = [name for name in self.together if name in named]
        sizes = range(1, len(mixed) + 1) if len(mixed) <= _SUBSETS_OF else (1, len(mixed))
        for subset in chain.from_iterable(combinations(mixed, size) for size in sizes):
            yield " and ".join(subset), subset
        others = [name for name in (*self.together, *self.ids) if name not in named]
        yield from [("another choice", (name,)) for name in others][:1]

    def single_answers(self) -> tuple[Answer, ...]:
        """Return each choice, all that can be taken together, and "I'm not sure"."""
        unsure: tuple[Answer, ...] = (NOT_SURE,) if self.not_sure else ()
        return (*((name,) for name in self.ids), self.together[: self.up_to], *unsure)
