"""The questions for the doctor: what the answers suggest, what no document covers, and what people often ask.

All of them are always within reach. Answers decide which come first, and never which can be asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from logic.answers.journey import Journey, Step
from logic.answers.left_out import is_left_out
from logic.content.kinds.answer import NOT_SURE, State

Origin = Literal["answers", "not-covered", "often"]


@dataclass(frozen=True)
class Suggestion:
    """A question to put to the doctor. `kept` is None until the person has chosen."""

    id: str
    question: str
    reason: str
    theme: str | None
    origin: Origin
    """Whether an answer suggests it, no document covers its subject, or people often ask it."""
    kept: bool | None

    @property
    def covered(self) -> bool:
        """False where every document is silent on its subject."""
        return self.origin != "not-covered"


@dataclass(frozen=True)
class Themed:
    """The questions for the doctor under one theme, those that the answers suggest first."""

    id: str
    title: str
    items: tuple[Suggestion, ...]


def suggestions(journey: Journey, left_out: frozenset[str] = frozenset()) -> tuple[Suggestion, ...]:
    """Return what the answers suggest in the order of the guide, what no document covers, and what is often asked.

    An answer in a section left out (by id) suggests nothing. What is often asked is left away where another
    question here raises the same, unless the person has kept or dropped it.
    """
    found = (*_from_answers(journey, left_out), *_not_covered(journey))
    return (*found, *_often(journey, {item.id for item in found}))


def kept_in_order(journey: Journey, left_out: frozenset[str] = frozenset()) -> tuple[Suggestion, ...]:
    """Return the questions that the person keeps, in the order that they gave them."""
    found = {item.id: item for item in suggestions(journey, left_out) if item.kept}
    return tuple(found[name] for name in journey.answers.to_ask.kept if name in found)


def by_theme(journey: Journey) -> tuple[Themed, ...]:
    """Return all questions for the doctor under their themes; under one without a name in a guide without themes."""
    found = sorted(suggestions(journey), key=lambda item: item.origin != "answers")
    if not journey.content.themes:
        return (Themed("all", journey.content.say("ask.all"), tuple(found)),)
    return tuple(
        Themed(theme.id, theme.title, tuple(item for item in found if item.theme == theme.id))
        for theme in journey.content.themes
    )


def raised(journey: Journey) -> Mapping[str, tuple[str, ...]]:
    """Return for each thing that people often ask which questions in the list raise it, by ids."""
    offered = [item.id for item in suggestions(journey)]
    return {
        item.id: tuple(name for name in offered if name in (item.id, *item.raised_by))
        for item in journey.content.asked_often
    }


def _from_answers(journey: Journey, left_out: frozenset[str]) -> Iterator[Suggestion]:
    for step in journey.steps:
        moments = set() if is_left_out(step, left_out) else set(_moments(step))
        for ask in step.question.ask:
            if moments & set(ask.when):
                kept = _kept(journey, ask.id)
                yield Suggestion(ask.id, ask.question, ask.reason, ask.theme, "answers", kept)


def _not_covered(journey: Journey) -> Iterator[Suggestion]:
    for item in journey.content.not_covered:
        kept = _kept(journey, item.id)
        yield Suggestion(item.id, item.question, item.reason, item.theme, "not-covered", kept)


def _often(journey: Journey, offered: set[str]) -> Iterator[Suggestion]:
    for item in journey.content.asked_often:
        kept = _kept(journey, item.id)
        if item.question and (kept is not None or not offered & set(item.raised_by)):
            yield Suggestion(item.id, item.question, journey.content.say("ask.often"), item.theme, "often", kept)


def _kept(journey: Journey, ask_id: str) -> bool | None:
    to_ask = journey.answers.to_ask
    return True if ask_id in to_ask.kept else False if ask_id in to_ask.dropped else None


def _moments(step: Step) -> Iterator[str]:
    """Yield what `when` can name for this step: choices taken, concerns that matter a lot, states."""
    if step.state is State.NOT_SURE:
        yield NOT_SURE
    if step.state is State.ANSWERED and step.answer is not None:
        yield from step.question.moments(step.answer)
