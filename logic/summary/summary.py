"""The summary: what a person takes to the doctor, as one value that every output is drawn from.

It is a record. Everything in it is either something that was said, or something a document says with
its place. There is no field in which a verdict could stand: no score, no order of options, no advice.

The first page is told apart from the rest: `page_one` of the content says what stands on it. After it come all
answers by section, with one line each for what was left open, not asked and not sure. What the writer says of
their own side, and what a therapist found, stand apart from the person's own words. Documents' statements
come along only where the person adds them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logic.answers.journey import Journey, Step
from logic.answers.left_out import OBSERVATIONS, is_left_out, parts
from logic.content.conditions import holds
from logic.content.content import Content
from logic.content.kinds.answer import State
from logic.content.questions import Screen, Section
from logic.summary.comparison import Grid, touched_by
from logic.summary.page_one import GroupInWords, page_one
from logic.summary.questions_to_ask import kept_in_order


@dataclass(frozen=True)
class AnswerInWords:
    """One answer: the question's label, and what was said, a line each."""

    label: str
    values: tuple[str, ...]
    state: State
    columns: tuple[str, ...] = ()
    """The names of the columns, where the answer is a small table."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Its rows, then."""


@dataclass(frozen=True)
class SectionInWords:
    """What was said in one section, and the labels of what was not."""

    title: str
    said: tuple[AnswerInWords, ...]
    not_sure: tuple[str, ...]
    left_open: tuple[str, ...]
    not_asked: tuple[str, ...]
    """What earlier answers or the short way left away."""


@dataclass(frozen=True)
class Summary:
    """The whole summary. Made by `summarise`."""

    content: Content
    made: date
    name: str
    has_pump: bool
    """Whether a pump is in place, so that the urgent words stand large."""
    page_one: tuple[GroupInWords, ...]
    tells_questions: bool
    """Whether the questions to ask belong to a part that is not left out."""
    questions: tuple[str, ...]
    """The person's own questions, then those they picked, in their order."""
    sections: tuple[SectionInWords, ...]
    of_writer: tuple[AnswerInWords, ...]
    """What whoever filled it in says of their own side: a carer's load, a therapist's findings."""
    writer: str
    """Who that is, in words."""
    observations: tuple[tuple[str, str], ...]
    """A therapist's observations: the section's title and the words."""
    evidence: Grid
    """Where the person adds it: the rows that touch what matters a lot, each with those concerns."""
    left_out: tuple[str, ...]
    """Titles and labels of what the person left out."""
    overdue: bool


def summarise(
    journey: Journey, made: date, left_out: frozenset[str] = frozenset(), *, with_evidence: bool = False
) -> Summary:
    """Return the summary of a journey as of a day, without the parts and single answers (by id) left out.

    What the documents say on what matters comes along where it is wanted.
    """
    content, answers = journey.content, journey.answers
    steps = tuple(step for step in journey.steps if not is_left_out(step, left_out))
    sections = tuple(section for section in content.sections if section.id not in left_out)
    asked = any(screen.shows for section in sections for screen in section.screens)
    picked = (item.question for item in kept_in_order(journey, left_out))
    feelings = _feelings(content, steps)
    return Summary(
        content=content,
        made=made,
        name=_name(content, steps),
        has_pump=_has_pump(content, steps),
        page_one=page_one(journey, left_out, feelings),
        tells_questions=asked,
        questions=(*answers.to_ask.own, *picked) if asked else (),
        sections=tuple(_section(journey, section, steps, feelings) for section in sections),
        of_writer=tuple(_of_writer(content, steps)),
        writer=_writer(content, steps),
        observations=() if OBSERVATIONS in left_out else tuple(_observations(journey, sections)),
        evidence=touched_by(content, dict(_concerns(steps)) if with_evidence else {}),
        left_out=tuple(_left_out(content, left_out)),
        overdue=made > content.guide.review_by,
    )


def in_words(content: Content, step: Step) -> AnswerInWords:
    """Return what was said on one question, in the words of its choices."""
    question = step.question
    values = question.values(step.answer, step.state, content.say)
    return AnswerInWords(question.label, values, step.state, question.table_columns, question.table_rows(step.answer))


def screen_in_words(journey: Journey, screen: Screen) -> Iterator[AnswerInWords]:
    """Yield what was said on a screen: its answers, added concerns, and questions to ask."""
    content, answers = journey.content, journey.answers
    for step in journey.asked_on(screen):
        yield in_words(content, step)
        yield from _own_concerns(journey, step)
    if screen.shows:
        chosen = (*answers.to_ask.own, *(item.question for item in kept_in_order(journey)))
        state = State.ANSWERED if chosen else State.LEFT_OPEN
        yield AnswerInWords(content.say("summary.ask"), chosen or (content.say("summary.ask-none"),), state)


def _own_concerns(journey: Journey, step: Step) -> Iterator[AnswerInWords]:
    say, added = journey.content.say, journey.answers.concerns_added
    if step.question.takes_own_concerns and added:
        levels = (say(f"level.{item.level or 'none'}") for item in added)
        lines = tuple(f"{level}: {item.text.strip()}" for level, item in zip(levels, added, strict=True))
        yield AnswerInWords(say("summary.concerns-added"), lines, State.ANSWERED)


def _section(journey: Journey, section: Section, steps: tuple[Step, ...], feelings: str) -> SectionInWords:
    """Return one section.

    A knowledge item and the way taken are for the person alone; the writer's own notes stand elsewhere.
    """
    content = journey.content
    here = [
        step
        for step in steps
        if step.section is section
        and not (step.question.lesson or _is_note(content, step) or step.question.id == content.guide.way)
    ]
    said: list[AnswerInWords] = []
    for step in here:
        if step.state is State.ANSWERED:
            if step.question.feeling and feelings and feelings not in [text for item in said for text in item.values]:
                said.append(AnswerInWords(content.say("summary.feelings"), (feelings,), State.ANSWERED))
            said.append(in_words(content, step))
        if step.state is not State.NOT_ASKED:
            said += _own_concerns(journey, step)
    return SectionInWords(
        section.title,
        tuple(said),
        _labels(here, State.NOT_SURE),
        _labels(here, State.LEFT_OPEN),
        _labels(here, State.NOT_ASKED),
    )


def _of_writer(content: Content, steps: tuple[Step, ...]) -> Iterator[AnswerInWords]:
    said = (State.ANSWERED, State.NOT_SURE)
    yield from (in_words(content, step) for step in steps if _is_note(content, step) and step.state in said)


def _is_note(content: Content, step: Step) -> bool:
    """Return whether it is a note of the writer's own. What page one tells of the writer is told among the answers."""
    return bool(step.question.written_by) and not any(
        step.question.id in group.questions for group in content.guide.page_one
    )


def _writer(content: Content, steps: tuple[Step, ...]) -> str:
    """Return what the writer is to the person, or else who filled it in; empty where both are open or left out."""
    names = (content.guide.relation, content.guide.voice)
    said = {step.question.id: step for step in steps if step.state is State.ANSWERED}
    found = (said[name] for name in names if name in said)
    return next((" ".join(in_words(content, step).values) for step in found), "")


def _feelings(content: Content, steps: tuple[Step, ...]) -> str:
    """Return whose the feelings are where a relative writes of their own; empty where they are the person's."""
    voice = next((step for step in steps if step.question.id == content.guide.voice), None)
    if voice is None or voice.answer not in content.guide.roles.relatives:
        return ""
    return content.say("summary.feelings-of", writer=_writer(content, steps))


def _has_pump(content: Content, steps: tuple[Step, ...]) -> bool:
    large = content.guide.help_large
    return large is not None and holds(large, {step.question.id: step.answer for step in steps if step.answer})


def _observations(journey: Journey, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    seen = journey.answers.observations
    yield from ((section.title, seen[section.id]) for section in sections if seen.get(section.id))


def _concerns(steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what matters a lot, with the rows of the comparison that touch it."""
    for step in steps:
        yield from ((concern.label, concern.rows) for concern in step.question.mattering(step.answer) if concern.rows)


def _name(content: Content, steps: tuple[Step, ...]) -> str:
    step = next((step for step in steps if step.question.id == content.guide.name), None)
    return " ".join(str(step.answer).split()) if step and step.answer else ""


def _left_out(content: Content, left_out: frozenset[str]) -> Iterator[str]:
    """Yield the titles of the parts that were left out, and the labels of single answers in other sections."""
    yield from (title for part, title in parts(content) if part in left_out)
    others = (section for section in content.sections if section.id not in left_out)
    yield from (question.label for section in others for question in section.questions if question.id in left_out)


def _labels(steps: list[Step], state: State) -> tuple[str, ...]:
    return tuple(step.question.label for step in steps if step.state is state)
