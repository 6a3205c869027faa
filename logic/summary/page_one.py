"""The first page in words: what a doctor reads in two minutes.

A group tells what was said. What was not said is left to the pages after it, but for a group in which nothing was
said at all, since that tells something too. What a person is not sure of comes after what they said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from logic.answers.journey import Journey, Step
from logic.answers.left_out import is_left_out
from logic.content.kinds.answer import State
from logic.content.page_one import PageOneGroup


@dataclass(frozen=True)
class AnswerPiece:
    """One answer of a line: the things it holds, or a person's own words, which are never cut."""

    lead: str
    """What stands before it; often nothing."""
    items: tuple[str, ...]
    own_words: bool


@dataclass(frozen=True)
class LineInWords:
    """A label, and what was said under it."""

    label: str
    pieces: tuple[AnswerPiece, ...]
    minor: bool
    """Whether it is left away before a person's own words are."""


@dataclass(frozen=True)
class GroupInWords:
    """One group of the first page."""

    title: str
    half: bool
    kept: bool
    """Whether its own words are the last to give way."""
    areas: tuple[tuple[str, str], ...]
    """The areas of the body to draw, by id and label."""
    lines: tuple[LineInWords, ...]
    not_sure: tuple[str, ...]
    """Labels of lines on which the person is not sure."""
    silent: bool
    """Whether nothing at all was said, though something was asked."""


def page_one(journey: Journey, left_out: frozenset[str], feelings: str = "") -> tuple[GroupInWords, ...]:
    """Return the groups of the first page, those left out that asked nothing or belong to what is left out.

    `feelings` says whose they are, where they are not the person's own.
    """
    steps = {
        step.question.id: step
        for step in journey.steps
        if step.state is not State.NOT_ASKED and not is_left_out(step, left_out)
    }
    groups = (_group(journey, item, steps, feelings) for item in journey.content.guide.page_one)
    return tuple(group for group in groups if group)


def _group(journey: Journey, group: PageOneGroup, steps: dict[str, Step], feelings: str) -> GroupInWords | None:
    asked = [steps[name] for name in group.questions if name in steps]
    if not asked:
        return None
    drawn = steps.get(group.figure) if group.figure else None
    areas = drawn.question.areas(drawn.answer) if drawn else ()
    return GroupInWords(
        title=group.title or "",
        half=group.half,
        kept=group.kept,
        areas=tuple((area.id, area.label) for area in areas),
        lines=(*_whose(journey, asked, feelings), *_lines(journey, group, steps)),
        not_sure=tuple(_not_sure(group, steps)),
        silent=all(step.state is State.LEFT_OPEN for step in asked),
    )


def _whose(journey: Journey, asked: list[Step], feelings: str) -> Iterator[LineInWords]:
    """Yield a line on whose feelings the group tells, where it tells any that are not the person's own."""
    if feelings and any(step.question.feeling and step.state is State.ANSWERED for step in asked):
        piece = AnswerPiece("", (feelings,), own_words=False)
        yield LineInWords(journey.content.say("summary.feelings"), (piece,), minor=False)


def _lines(journey: Journey, group: PageOneGroup, steps: dict[str, Step]) -> Iterator[LineInWords]:
    for line in group.lines:
        said = [steps[name] for name in line.questions if name in steps and steps[name].state is State.ANSWERED]
        if said:
            yield LineInWords(line.label, tuple(_piece(journey, step, line.leads) for step in said), line.minor)


def _piece(journey: Journey, step: Step, leads: Mapping[str, str]) -> AnswerPiece:
    items = step.question.items(step.answer, journey.content.say) if step.answer is not None else ()
    return AnswerPiece(leads.get(step.question.id, ""), items, step.question.in_own_words)


def _not_sure(group: PageOneGroup, steps: dict[str, Step]) -> Iterator[str]:
    """Yield the lines on which "I'm not sure" is all that was said."""
    for line in group.lines:
        states = {steps[name].state for name in line.questions if name in steps}
        if State.NOT_SURE in states and State.ANSWERED not in states:
            yield line.label
