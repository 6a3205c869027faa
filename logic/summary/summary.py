"""The summary: what a person takes to the doctor, as one value that every output is drawn from.

It is a record. Everything in it is either something that was said, or something a document says with
its place. There is no field in which a verdict could stand: no score, no order of options, no advice.
What a document says is the same whatever was answered; answers decide only which of it is shown.

The first page is told apart from the rest by what the content marks with `page_one`: the people, the
main considerations in a few lines each, what matters a lot, and the questions to ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logic.answers.journey import Journey, Step
from logic.answers.left_out import EVIDENCE, OBSERVATIONS, parts
from logic.content.content import Content
from logic.content.evidence import Topic
from logic.content.kinds.answer import State
from logic.content.kinds.importance import A_LOT
from logic.content.questions import Screen, Section
from logic.summary.comparison import Grid, touched_by
from logic.summary.questions_to_ask import Suggestion, kept_in_order, suggestions


@dataclass(frozen=True)
class Said:
    """One answer in words: the question's label, and what was said, a line each."""

    label: str
    values: tuple[str, ...]
    state: State
    areas: tuple[tuple[str, str], ...] = ()
    """For a question on areas of the body: those that were chosen, by id and label."""


@dataclass(frozen=True)
class SectionSaid:
    """What was said in one section."""

    title: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Summary:
    """The whole summary. Made by `summarise`."""

    content: Content
    made: date
    name: str
    people: tuple[Said, ...]
    considerations: tuple[SectionSaid, ...]
    tells_matters: bool
    """Whether what matters was asked in a part that is not left out; else its absence says nothing."""
    matters: tuple[str, ...]
    own_words: tuple[Said, ...]
    """What else belongs on the first page, such as a deal-breaker."""
    tells_questions: bool
    """Whether the questions to ask belong to a part that is not left out."""
    own_questions: tuple[str, ...]
    kept: tuple[Suggestion, ...]
    undecided: tuple[Suggestion, ...]
    """Suggested, and neither kept nor dropped so far."""
    sections: tuple[SectionSaid, ...]
    observations: tuple[tuple[str, str], ...]
    """A therapist's observations: the section's title and the words."""
    evidence: Grid
    """The rows of the comparison that touch what matters a lot, each with the concerns for which it is shown."""
    differing: tuple[Topic, ...]
    """Topics that matter here and on which the documents do not agree."""
    not_sure: tuple[str, ...]
    left_open: tuple[str, ...]
    not_asked: tuple[str, ...]
    left_out: tuple[str, ...]
    """Titles of the parts that the person left out."""
    overdue: bool


def summarise(journey: Journey, made: date, left_out: frozenset[str] = frozenset()) -> Summary:
    """Return the summary of a journey as of a day, without the parts (by id, see `parts`) left out."""
    content, answers = journey.content, journey.answers
    steps = tuple(step for step in journey.steps if step.section.id not in left_out)
    sections = tuple(section for section in content.sections if section.id not in left_out)
    opening = content.sections[0]
    considerations = tuple(section for section in sections if section.consideration)
    # The questions to ask are picked and written on a screen of their own, which can be left out too.
    asked = any(screen.shows for section in sections for screen in section.screens)
    asks = suggestions(journey, left_out) if asked else ()
    shown = EVIDENCE not in left_out
    evidence = touched_by(content, dict(_concerns_with_rows(steps)) if shown else {})
    return Summary(
        content=content,
        made=made,
        name=_name(content, steps),
        people=_page_one(content, steps, (opening,)),
        considerations=tuple(SectionSaid(item.title, _page_one(content, steps, (item,))) for item in considerations),
        tells_matters=any(step.question.concerns for step in steps),
        matters=tuple(_matters(journey, steps)),
        own_words=_page_one(content, steps, tuple(s for s in sections if s not in (opening, *considerations))),
        tells_questions=asked,
        own_questions=answers.to_ask.own if asked else (),
        kept=kept_in_order(journey, left_out) if asked else (),
        undecided=tuple(ask for ask in asks if ask.kept is None and ask.origin != "often"),
        sections=tuple(SectionSaid(section.title, tuple(_said_in(journey, section, left_out))) for section in sections),
        observations=() if OBSERVATIONS in left_out else tuple(_observations(journey, sections)),
        evidence=evidence,
        differing=tuple(_differing(content, steps, evidence)) if shown else (),
        not_sure=_labels(steps, State.NOT_SURE),
        left_open=_labels(steps, State.LEFT_OPEN),
        not_asked=_labels(steps, State.NOT_ASKED),
        left_out=tuple(title for part, title in parts(content) if part in left_out),
        overdue=made > content.guide.review_by,
    )


def said(content: Content, step: Step) -> Said:
    """Return what was said on one question, in the words of its choices."""
    question = step.question
    areas = tuple((area.id, area.label) for area in question.areas(step.answer))
    return Said(question.label, question.values(step.answer, step.state, content.say), step.state, areas)


def _page_one(content: Content, steps: tuple[Step, ...], sections: tuple[Section, ...]) -> tuple[Said, ...]:
    """Return what belongs on the first page, left-open questions included: a gap tells something too."""
    return tuple(
        said(content, step)
        for step in steps
        if step.question.page_one and step.section in sections and step.state is not State.NOT_ASKED
    )


def _observations(journey: Journey, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    seen = journey.answers.observations
    yield from ((section.title, seen[section.id]) for section in sections if seen.get(section.id))


def _name(content: Content, steps: tuple[Step, ...]) -> str:
    step = next((step for step in steps if step.question.id == content.guide.name), None)
    return " ".join(str(step.answer).split()) if step and step.answer else ""


def _said_in(journey: Journey, section: Section, left_out: frozenset[str]) -> Iterator[Said]:
    for screen in journey.screens:
        if journey.content.section_of[screen.id] is section:
            yield from said_on(journey, screen, left_out)


def said_on(journey: Journey, screen: Screen, left_out: frozenset[str] = frozenset()) -> Iterator[Said]:
    """Yield what was said on a screen: its answers, added concerns, and questions to ask."""
    content, answers = journey.content, journey.answers
    for step in journey.asked_on(screen):
        yield said(content, step)
        if step.question.takes_own_concerns and answers.concerns_added:
            levels = (content.say(f"level.{item.level or 'none'}") for item in answers.concerns_added)
            texts = (item.text.strip() for item in answers.concerns_added)
            lines = tuple(f"{level}: {text}" for level, text in zip(levels, texts, strict=True))
            yield Said(content.say("summary.concerns-added"), lines, State.ANSWERED)
    if screen.shows:
        kept = (ask.question for ask in kept_in_order(journey, left_out))
        chosen = (*answers.to_ask.own, *kept)
        state = State.ANSWERED if chosen else State.LEFT_OPEN
        yield Said(content.say("summary.ask"), chosen or (content.say("summary.ask-none"),), state)


def _matters(journey: Journey, steps: tuple[Step, ...]) -> Iterator[str]:
    for step in steps:
        yield from (concern.label for concern in step.question.mattering(step.answer))
        if step.question.takes_own_concerns:
            yield from (item.text.strip() for item in journey.answers.concerns_added if item.level == A_LOT)


def _concerns_with_rows(steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in steps:
        yield from ((item.label, item.rows) for item in step.question.mattering(step.answer) if item.rows)


def _differing(content: Content, steps: tuple[Step, ...], evidence: Grid) -> Iterator[Topic]:
    """Yield topics with a disagreement that an answer on the first page or a cell touches, unless the rows show all."""
    on_page_one = (step.question for step in steps if step.question.page_one and step.answer is not None)
    cells = [cell for row in evidence.rows for cell in row.cells]
    touched = {topic for question in on_page_one for topic in question.topics}
    touched |= {topic.id for cell in cells for topic in cell.differing}
    shown = {(cited.statement.source, cited.claim.says) for cell in cells for cited in cell.claims}
    for topic in content.topics.values():
        said = {(item.source, claim.says) for item in topic.statements for claim in item.claims}
        if topic.differ and topic.id in touched and not said <= shown:
            yield topic


def _labels(steps: tuple[Step, ...], state: State) -> tuple[str, ...]:
    return tuple(step.question.label for step in steps if step.state is state)
