"""What a person has said: a plain mapping that they own, and the four states an answer can be in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, assert_never

from logic.content.questions import LEVELS, NOT_SURE, Question

Answer = str | int | tuple[str, ...] | Mapping[str, str]
"""A choice, a whole number or words; several choices; or the importance given to each concern.

"I'm not sure" is the text `not-sure` in place of any of them, except words.
"""

LONGEST = 5000
"""The most characters one answer in words can have: about two printed pages."""


class State(StrEnum):
    """The four states of an answer. They are told apart in every output."""

    ANSWERED = "answered"
    NOT_SURE = "not-sure"
    LEFT_OPEN = "left-open"
    NOT_ASKED = "not-asked"


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


def state_of(question: Question, answer: Answer | None) -> State:
    """Return the state of the answer to a question that is on the route."""
    if answer is None or answer in ((), {}) or (isinstance(answer, str) and not answer.strip()):
        return State.LEFT_OPEN
    if question.kind == "importance" and isinstance(answer, Mapping):
        return State.NOT_SURE if set(answer.values()) == {NOT_SURE} else State.ANSWERED
    return State.NOT_SURE if answer == NOT_SURE and question.kind != "words" else State.ANSWERED


def fitting(question: Question, value: object) -> tuple[Answer | None, object]:
    """Return what of a value from outside is an answer to the question, and what is left over.

    The value is JSON: text, numbers, lists, mappings. Nothing left over is None.
    """
    if value == NOT_SURE and question.not_sure and question.kind not in ("words", "importance"):
        return NOT_SURE, None
    match question.kind:
        case "one":
            return (str(value), None) if isinstance(value, str) and question.choice(value) else (None, value)
        case "several" | "body_areas":
            return _several(question, value)
        case "importance":
            return _importance(question, value)
        case "number":
            return (value, None) if isinstance(value, int) and _in_range(question, value) else (None, value)
        case "words":
            return (value, None) if isinstance(value, str) and len(value) <= LONGEST else (None, value)
        case _ as never:
            assert_never(never)


def _in_range(question: Question, value: int) -> bool:
    # To Python, True is the number 1; to a person it is not.
    if isinstance(value, bool) or question.least is None or question.most is None:
        return False
    return question.least <= value <= question.most


def _several(question: Question, value: object) -> tuple[Answer | None, object]:
    if not isinstance(value, list | tuple):
        return None, value
    known = {choice.id: choice for choice in question.choices}
    fits = tuple(item for item in dict.fromkeys(_texts(value)) if item in known)
    if len(fits) > 1 and any(known[item].alone for item in fits):
        return None, value
    left = [item for item in value if not (isinstance(item, str) and item in known)]
    # In the order of the guide, so that the order of tapping changes nothing.
    return tuple(choice for choice in known if choice in fits) or None, left or None


def _importance(question: Question, value: object) -> tuple[Answer | None, object]:
    if not isinstance(value, Mapping):
        return None, value
    fits = {choice.id: value[choice.id] for choice in question.choices if value.get(choice.id) in LEVELS}
    left = {key: item for key, item in value.items() if key not in fits}
    return fits or None, left or None


def _texts(items: list[object] | tuple[object, ...]) -> list[str]:
    return [item for item in items if isinstance(item, str)]
