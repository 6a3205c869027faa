"""The kind `one`: pick one choice."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from logic.content.conditions import Clause, Operator
from logic.content.kinds.answer import Answer, Change, Fault, Say, Value, picked
from logic.content.kinds.choices import ChoicesQuestion
from logic.content.kinds.question import Choice, Teaching
from logic.content.problems import nearest


class OneChoice(Choice):
    """A choice that is taken by itself."""

    urgent: bool = False
    """Taking it sends the person to urgent help before anything else."""


class One(ChoicesQuestion):
    """A question with one choice to pick."""

    kind: Literal["one"] = "one"
    choices: tuple[OneChoice, ...] = ()
    teaches: Teaching | None = None

    operators: ClassVar[tuple[Operator, ...]] = ("exists", "=", "!=")

    @property
    def lesson(self) -> Teaching | None:
        """What it teaches after an answer."""
        return self.teaches

    def faults(self) -> Iterator[Fault]:
        """Yield what no choices may have, and a right answer that is no choice."""
        yield from super().faults()
        if self.choices and self.teaches and self.teaches.right not in self.ids:
            right = self.teaches.right
            yield Fault("R006", ("teaches", "right"), {"name": right, "nearest": nearest(right, self.ids)})

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return the id of a choice."""
        return (value, None) if isinstance(value, str) and value in self.ids else (None, value)

    def changes(self) -> dict[str, Change]:
        """Return the list of choices, and the button that clears it."""
        return {"": self._pick, "clear": lambda _, __: None}

    def _pick(self, before: Answer | None, place: Value) -> Answer | None:
        return picked(self.ids_to_pick, place) or before

    def places_in_words(self, say: Say) -> tuple[str, ...] | None:
        """Return the labels of what can be picked."""
        unsure = (say("question.not-sure"),) if self.not_sure else ()
        return (*(choice.label for choice in self.choices), *unsure)

    def answer_schema_itself(self) -> dict[str, Any]:
        """Return the choices."""
        return {"enum": list(self.ids)}

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:  # noqa: ARG002  # the label says it all
        """Yield the label of the choice."""
        yield self.labels((str(answer),))

    def is_urgent(self, answer: Answer | None) -> bool:
        """Return whether the choice is one that is urgent."""
        return any(choice.urgent and choice.id == answer for choice in self.choices)

    def moments(self, answer: Answer) -> Iterator[str]:
        """Yield the choice."""
        yield str(answer)

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:
        """Yield each choice that a clause names, and one for all others."""
        named = {clause.value for clause in clauses}
        yield from ((name, name) for name in self.ids if name in named)
        yield from [("another choice", name) for name in self.ids if name not in named][:1]

    def single_answers(self) -> tuple[Answer, ...]:
        """Return everything that can be picked."""
        return self.ids_to_pick
