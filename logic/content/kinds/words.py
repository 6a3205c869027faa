"""The kind `words`: free text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from logic.content.clean_text import is_blank
from logic.content.conditions import Clause
from logic.content.kinds import json_schema
from logic.content.kinds.answer import ANSWERED, LONGEST, NOT_SURE, Answer, Change, Say, State, Value, left_open, over
from logic.content.kinds.form_field import FormField
from logic.content.kinds.question import Question
from logic.content.part import Words
from logic.content.typed_table import rows

OWN_WORDS = "Said in own words."
"""Stands for whatever a person can write, where the guide is walked."""


class FreeWords(Question):
    """A question for a person's own words; "not-sure" written there is a word like any other."""

    kind: Literal["words"] = "words"
    columns: tuple[Words, ...] = ()
    """What stands in each line, part by part: a small table that is typed as text."""
    most: int = Field(default=LONGEST, ge=1, le=LONGEST)
    """The most characters."""

    def fitting(self, value: object) -> tuple[Answer | None, object]:
        """Return words that are not too long."""
        return self.fitting_itself(value)

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return the same: every word is one's own."""
        fits = isinstance(value, str) and not over(value, self.most)
        return (str(value), None) if fits else (None, value)

    def state(self, answer: Answer | None) -> State:
        """Return whether anything was written."""
        return State.LEFT_OPEN if left_open(answer) else State.ANSWERED

    def changes(self) -> dict[str, Change]:
        """Return the field."""
        return {"": self._write}

    def _write(self, before: Answer | None, value: Value) -> Answer | None:
        words, left = self.fitting(value)
        return before if left is not None else None if is_blank(str(words)) else words

    def answer_schema(self) -> dict[str, Any]:
        """Return words that are not too long."""
        return {**self.answer_schema_itself(), "title": self.label}

    def answer_schema_itself(self) -> dict[str, Any]:
        """Return the same without a title."""
        return json_schema.words(self.most)

    def fields(self, say: Say) -> tuple[FormField, ...]:
        """Return the field with the most that it takes."""
        (field,) = super().fields(say)
        return (replace(field, most=self.most),)

    @property
    def table_columns(self) -> tuple[str, ...]:
        """Return the names of the columns, where the words are a small table."""
        return self.columns

    def table_rows(self, answer: Answer | None) -> tuple[tuple[str, ...], ...]:
        """Return its rows; none where it has no columns."""
        return rows(self.columns, str(answer)) if self.columns and answer else ()

    @property
    def in_own_words(self) -> bool:
        """True."""
        return True

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:  # noqa: ARG002  # the words are the person's
        """Yield the words as they are."""
        yield str(answer).strip()

    @property
    def more_texts(self) -> tuple[str, ...]:
        """The columns."""
        return self.columns

    @property
    def known_moments(self) -> frozenset[str]:
        """That there are words."""
        return frozenset({ANSWERED, NOT_SURE} if self.not_sure else {ANSWERED})

    def moments(self, answer: Answer) -> Iterator[str]:  # noqa: ARG002  # what is written decides nothing
        """Yield that there are words."""
        yield ANSWERED

    @property
    def unsure(self) -> Answer | None:
        """None: nothing that is written means it."""
        return None

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:  # noqa: ARG002  # as above
        """Yield some words."""
        yield "something written", OWN_WORDS

    def single_answers(self) -> tuple[Answer, ...]:
        """Return some words."""
        return (OWN_WORDS,)
