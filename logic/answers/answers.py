"""What a person has said: a plain mapping that they own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from logic.content.kinds.answer import Answer

MOST_OWN = 100
"""The most concerns, and the most questions, of one's own. Each concern is a row to be drawn and weighed."""


@dataclass(frozen=True)
class AddedConcern:
    """A concern in the person's own words; the level is None until they give one."""

    text: str
    level: str | None = None


@dataclass(frozen=True)
class ToAsk:
    """The person's hand on the questions for the doctor: suggestions kept or dropped, and their own."""

    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """All that was said, with what a saved file held that no longer fits (`kept_aside`)."""

    given: Mapping[str, Answer] = field(default_factory=dict)
    concerns_added: tuple[AddedConcern, ...] = ()
    to_ask: ToAsk = ToAsk()
    observations: Mapping[str, str] = field(default_factory=dict)
    """A therapist's own observations, by section."""
    kept_aside: Mapping[str, Any] = field(default_factory=dict)

    @property
    def holds_something(self) -> bool:
        """Whether anything at all was said, so that replacing it has to be asked about."""
        return self != Answers()

    def with_answer(self, question_id: str, answer: Answer | None) -> "Answers":
        """Return these answers with one changed, or taken back where the answer is None."""
        given = {key: value for key, value in self.given.items() if key != question_id}
        return replace(self, given=given if answer is None else {**given, question_id: answer})
