"""The kind `number`: a whole number within a range."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, Literal

from logic.content.clean_text import is_blank
from logic.content.conditions import Clause, Operator
from logic.content.kinds.answer import ANSWERED, NOT_SURE, Answer, Change, Fault, Say, Value
from logic.content.kinds.form_field import FormField, NumberRange
from logic.content.kinds.question import Question
from logic.content.part import Words

MINUTES, HOUR = "minutes", 60

_LONGEST = 9
"""The most digits that a number is read from."""


def _whole(text: str) -> int | None:
    """Return the whole number that a text is, in the digits of any script, None where it is anything else.

    Points and commas divide thousands in one country and halves in another, and 1e2 is a typing mistake more
    often than a hundred: none of them is guessed at.
    """
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else None


class Number(Question):
    """A question for a whole number."""

    kind: Literal["number"] = "number"
    unit: Words
    least: int
    most: int

    operators: ClassVar[tuple[Operator, ...]] = ("exists", "=", "!=", ">", "<", ">=", "<=")
    compared_with: ClassVar[type[str | int]] = int

    @property
    def more_texts(self) -> tuple[str, ...]:
        """The unit."""
        return (self.unit,)

    def faults(self) -> Iterator[Fault]:
        """Yield a range that is upside down."""
        if self.least > self.most:
            yield Fault("Q004", ("least",))

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return a number within the range."""
        # To Python, True is the number 1; to a person it is not.
        fits = isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
        return (value, None) if fits and isinstance(value, int) else (None, value)

    def changes(self) -> dict[str, Change]:
        """Return the field for digits, and the box for "I'm not sure" where there is one."""
        unsure: dict[str, Change] = {NOT_SURE: lambda _, on: NOT_SURE if on else None} if self.not_sure else {}
        return {"": self._enter, **unsure}

    def _enter(self, before: Answer | None, text: Value) -> Answer | None:
        """Return the number that the field shows; with anything else in it no older answer stays."""
        if not isinstance(text, str):
            return before
        number = _whole(text)
        return None if number is None else self.fitting_itself(number)[0]

    def refusal(self, text: str, say: Say) -> str | None:
        """Return why what the field shows is no answer, None where it is one or the field is blank."""
        number = _whole(text)
        if is_blank(text) or self.fitting_itself(number)[0] is not None:
            return None
        range_ = {"least": self.least, "most": self.most, "unit": self.unit}
        return say("question.not-whole" if number is None else "question.out-of-range", **range_)

    def answer_schema_itself(self) -> dict[str, Any]:
        """Return the range."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}

    def fields(self, say: Say) -> tuple[FormField, ...]:
        """Return the number with its unit, and beside it a box, since a number cannot say "I'm not sure"."""
        number, *unsure = super().fields(say)
        return (replace(number, range=NumberRange(self.least, self.most, self.unit)), *unsure)

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:
        """Yield the number with its unit; an hour and more of minutes as hours and minutes."""
        if self.unit != MINUTES or not isinstance(answer, int) or answer < HOUR:
            yield say("summary.number", number=answer, unit=self.unit)
            return
        hours, minutes = divmod(answer, HOUR)
        yield say("summary.hours-minutes" if minutes else "summary.hours", hours=hours, minutes=minutes)

    @property
    def known_moments(self) -> frozenset[str]:
        """That there is a number, or not sure."""
        return frozenset({ANSWERED, NOT_SURE} if self.not_sure else {ANSWERED})

    def moments(self, answer: Answer) -> Iterator[str]:  # noqa: ARG002  # any number will do
        """Yield that there is a number."""
        yield ANSWERED

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:
        """Yield a number on each bound and on both sides of it."""
        bounds = [clause.value for clause in clauses if type(clause.value) is int]
        near = {number for bound in bounds for number in (bound - 1, bound, bound + 1)} | {self.least}
        yield from ((str(number), number) for number in sorted(near) if self.least <= number <= self.most)

    def single_answers(self) -> tuple[Answer, ...]:
        """Return both ends of the range, and "I'm not sure"."""
        return (self.least, self.most, NOT_SURE) if self.not_sure else (self.least, self.most)
