"""The questions for the doctor that the answers suggest, with what the person did with each."""

from collections.abc import Iterator
from dataclasses import dataclass

from logic.answers.journey import Journey, Step
from logic.content.kinds.answer import NOT_SURE, State


@dataclass(frozen=True)
class Suggestion:
    """A question to put to the doctor. `kept` is None until the person has chosen."""

    id: str
    question: str
    reason: str
    covered: bool
    """False where every document is silent on its subject."""
    kept: bool | None


def suggestions(journey: Journey, left_out: frozenset[str] = frozenset()) -> tuple[Suggestion, ...]:
    """Return the suggested questions in the order of the guide, then those on what no document covers.

    An answer in a section left out (by id) suggests nothing.
    """
    to_ask = journey.answers.to_ask

    def kept(ask_id: str) -> bool | None:
        return True if ask_id in to_ask.kept else False if ask_id in to_ask.dropped else None

    found = [
        Suggestion(ask.id, ask.question, ask.reason, True, kept(ask.id))
        for step in journey.steps
        if step.section.id not in left_out
        for ask in step.question.ask
        if set(ask.when) & set(_moments(step))
    ]
    silent = [
        Suggestion(item.id, item.question, item.reason, False, kept(item.id)) for item in journey.content.not_covered
    ]
    return (*found, *silent)


def _moments(step: Step) -> Iterator[str]:
    """Yield what `when` can name for this step: choices taken, concerns that matter a lot, states."""
    if step.state is State.NOT_SURE:
        yield NOT_SURE
    if step.state is State.ANSWERED and step.answer is not None:
        yield from step.question.moments(step.answer)
