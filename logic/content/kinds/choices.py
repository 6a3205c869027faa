"""What kinds of question with choices have in common."""

from collections.abc import Iterator

from logic.content.kinds.answer import ANSWERED, NOT_SURE, Fault
from logic.content.kinds.question import Choice, Question


class ChoicesQuestion(Question):
    """A question with choices."""

    choices: tuple[Choice, ...] = ()

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices."""
        return self.choices

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the choices."""
        return tuple(choice.id for choice in self.choices)

    @property
    def ids_to_pick(self) -> tuple[str, ...]:
        """What can be picked, in the order of the screen: the choices, then "I'm not sure" where it is offered."""
        return (*self.ids, NOT_SURE) if self.not_sure else self.ids

    @property
    def known_moments(self) -> frozenset[str]:
        """What can be picked."""
        return frozenset(self.ids_to_pick)

    def faults(self) -> Iterator[Fault]:
        """Yield too few choices, and ids with a meaning of their own."""
        if len(self.choices) < 2:
            yield Fault("Q001", ("choices",), {"kind": self.kind})
        for number, choice in enumerate(self.choices):
            if choice.id in (NOT_SURE, ANSWERED):
                yield Fault("Q007", ("choices", number, "id"), {"name": choice.id})

    def labels(self, ids: tuple[str, ...]) -> str:
        """Return the labels of these choices in the order of the guide."""
        return "; ".join(choice.label for choice in self.choices if choice.id in ids)
