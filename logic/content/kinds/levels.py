"""What kinds of question have in common that give one level to each of their choices: rows with a few columns."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from logic.content.conditions import Clause
from logic.content.kinds.answer import NOT_SURE, Answer, Change, Entry, Say, State, Value, left_open, picked
from logic.content.kinds.choices import ChoicesQuestion
from logic.content.kinds.form_field import Entered, FormField, Offer, only
from logic.content.kinds.json_schema import object_of


class LevelsQuestion(ChoicesQuestion):
    """A question that takes one level for each choice; "I'm not sure" is a level like the others."""

    @property
    @abstractmethod
    def levels(self) -> tuple[str, ...]:
        """The ids of the levels in the order of the screen."""

    @abstractmethod
    def level_in_words(self, level: str, say: Say) -> str:
        """Return what a level is called."""

    def given(self, answer: Answer | None) -> Mapping[str, str]:
        """Return the levels of an answer by choice."""
        return answer if isinstance(answer, Mapping) else {}

    def level_of(self, answer: Answer | None, choice_id: str) -> str | None:
        """Return the level given to one choice, None where none was."""
        return self.given(answer).get(choice_id)

    def fitting(self, value: object) -> tuple[Answer | None, object]:
        """Return the levels that are known of the choices that are known."""
        return self.fitting_itself(value)

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return the same: there is no "I'm not sure" for all of them."""
        if not isinstance(value, Mapping):
            return None, value
        fits = {name: value[name] for name in self.ids if value.get(name) in self.levels}
        return fits or None, {name: level for name, level in value.items() if name not in fits} or None

    def state(self, answer: Answer | None) -> State:
        """Return "not sure" only where it is the level of every choice that has one."""
        if left_open(answer):
            return State.LEFT_OPEN
        return State.NOT_SURE if set(self.given(answer).values()) == {NOT_SURE} else State.ANSWERED

    def changes(self) -> dict[str, Change]:
        """Return the row of each choice, and the button that clears them all."""
        return {**{name: partial(self._give, name) for name in self.ids}, "clear": lambda _, __: None}

    def _give(self, name: str, before: Answer | None, place: Value) -> Answer | None:
        level = picked(self.levels, place)
        return before if level is None else {**self.given(before), name: level}

    def joined(self, now: Answer, before: Answer) -> tuple[Answer, object]:
        """Return the levels of both; of two for one choice, the one that is there now."""
        new, old = self.given(now), self.given(before)
        return {**old, **new}, {name: level for name, level in old.items() if new.get(name, level) != level}

    def answer_schema(self) -> dict[str, Any]:
        """Return a level for each choice."""
        return {"title": self.label, **self.answer_schema_itself()}

    def answer_schema_itself(self) -> dict[str, Any]:
        """Return the same without a title."""
        return object_of({name: {"enum": list(self.levels)} for name in self.ids})

    def fields(self, say: Say) -> tuple[FormField, ...]:
        """Return a field for each choice, all with the same levels."""
        offers = tuple(Offer(level, self.level_in_words(level, say)) for level in self.levels)
        return tuple(FormField(choice.id, choice.label, offers, scope=self.kind) for choice in self.choices)

    def entered(self, answer: Answer) -> Entered:
        """Return the level of each choice that has one."""
        return {name: (level,) for name, level in self.given(answer).items()}

    def from_entered(self, found: Entered) -> object:
        """Return the levels by choice."""
        return {part: only(values) for part, values in found.items()}

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:
        """Yield a line for each level that was given, the last level first, and what is not sure after what is."""
        given = self.given(answer)
        sure = [level for level in reversed(self.levels) if level != NOT_SURE]
        for level in (*sure, NOT_SURE):
            if labels := self.labels(tuple(name for name in given if given[name] == level)):
                yield f"{self.level_in_words(level, say)}: {labels}"

    def entries(self, answer: Answer | None, state: State, say: Say) -> Iterator[Entry]:
        """Yield each choice as a matter of its own."""
        for choice in self.choices:
            level = self.level_of(answer, choice.id)
            if level is None:
                missing = State.NOT_ASKED if state is State.NOT_ASKED else State.LEFT_OPEN
                yield Entry(choice.label, (say(f"state.{missing}"),), missing)
            else:
                sure = State.NOT_SURE if level == NOT_SURE else State.ANSWERED
                yield Entry(choice.label, (self.level_in_words(level, say),), sure)

    @property
    def unsure(self) -> Answer | None:
        """Not sure of any choice, where that is offered."""
        return dict.fromkeys(self.ids, NOT_SURE) if self.not_sure else None

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:  # noqa: ARG002  # as said below
        """Yield one level: a condition can only ask whether there is any."""
        yield from [("some level", answer) for answer in self.single_answers()][:1]

    def single_answers(self) -> tuple[Answer, ...]:
        """Return every level of every choice."""
        return tuple({name: level} for name in self.ids for level in self.levels)
