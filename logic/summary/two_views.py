"""Two views of one situation, laid side by side: where both said the same, where they differ, what only one said.

Neither view is called right and neither comes first: swapping the two swaps the columns and changes nothing
else. Each view stays what it was; nothing of one is ever put into the answers of the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from logic.answers.journey import Journey, Step
from logic.answers.left_out import OBSERVATIONS, is_left_out
from logic.content.clean_text import as_read
from logic.content.content import Content
from logic.content.kinds.answer import State
from logic.content.kinds.question import Question
from logic.content.questions import Section
from logic.summary.questions_to_ask import kept_in_order
from logic.summary.summary import in_words

LONGEST_HEADING = 60
"""Characters of a name above a column; a longer one is cut."""

Agreement = Literal["same", "differ", "only-one"]


@dataclass(frozen=True)
class OneSide:
    """What one view holds on one matter, in words, and its state."""

    values: tuple[str, ...]
    state: State

    def reads_like(self, other: "OneSide") -> bool:
        """Whether both would look the same in print."""
        one, two = (tuple(map(as_read, item.values)) for item in (self, other))
        return (self.state, one) == (other.state, two)

    @property
    def is_said(self) -> bool:
        """Whether anything was said; "not sure" is something, too."""
        return self.state in (State.ANSWERED, State.NOT_SURE)


@dataclass(frozen=True)
class BothSides:
    """One matter, with what each of the two views holds on it."""

    label: str
    first: OneSide
    second: OneSide

    @property
    def agreement(self) -> Agreement | None:
        """How the two stand to each other; None where neither said anything."""
        match self.first.is_said, self.second.is_said:
            case True, True:
                return "same" if self.first.reads_like(self.second) else "differ"
            case False, False:
                return None
            case _:
                return "only-one"


@dataclass(frozen=True)
class SectionViews:
    """What both views hold on one section."""

    title: str
    records: tuple[BothSides, ...]

    def of(self, agreement: Agreement) -> tuple[BothSides, ...]:
        """Return the records that stand so to each other, in the order of the guide."""
        return tuple(record for record in self.records if record.agreement == agreement)


@dataclass(frozen=True)
class ObservationPair:
    """What a therapist noted on one section, in the file of each view; empty where nothing was noted."""

    title: str
    first: str
    second: str


@dataclass(frozen=True)
class Views:
    """The two views. Made by `both_views`."""

    first: str
    """Whose the first view is: the voice and the name."""
    second: str
    sections: tuple[SectionViews, ...]
    noted: tuple[ObservationPair, ...]
    """A therapist's observations are a voice of their own and belong to neither of the two."""


def both_views(first: Journey, second: Journey, left_out: frozenset[str] = frozenset()) -> Views:
    """Return two journeys through the same content side by side, without the sections (by id) left out."""
    shown = [section for section in first.content.sections if section.id not in left_out]
    sections = (SectionViews(item.title, tuple(_records(first, second, item, left_out))) for item in shown)
    noted = () if OBSERVATIONS in left_out else _noted(first, second, shown)
    return Views(
        *_headings(first, second, left_out),
        tuple(section for section in sections if any(record.agreement for record in section.records)),
        tuple(noted),
    )


def _headings(first: Journey, second: Journey, left_out: frozenset[str]) -> tuple[str, str]:
    """Return whose each view is. Two that would be called the same are told apart by their place."""
    say, one, other = first.content.say, _whose(first, left_out), _whose(second, left_out)
    if as_read(one) != as_read(other):
        return one or say("views.first"), other or say("views.second")
    if not one:
        return say("views.first"), say("views.second")
    return say("views.first-of", whose=one), say("views.second-of", whose=other)


def _whose(journey: Journey, left_out: frozenset[str]) -> str:
    guide = journey.content.guide
    steps = (journey.by_question[name] for name in (guide.voice, guide.name))
    told = (step for step in steps if step.answer is not None and not is_left_out(step, left_out))
    words = [" ".join(" ".join(in_words(journey.content, step).values).split()) for step in told]
    return ": ".join(word if len(word) <= LONGEST_HEADING else f"{word[:LONGEST_HEADING].rstrip()} …" for word in words)


def _noted(first: Journey, second: Journey, sections: list[Section]) -> Iterator[ObservationPair]:
    for section in sections:
        one, other = (item.answers.observations.get(section.id, "").strip() for item in (first, second))
        if one or other:
            yield ObservationPair(section.title, one, other)


def _records(first: Journey, second: Journey, section: Section, left_out: frozenset[str]) -> Iterator[BothSides]:
    guide = first.content.guide
    for screen in section.screens:
        for question in screen.questions:
            # Who speaks and under which name stands above the columns. The way taken and a knowledge item are for the
            # person alone.
            hidden = question.id in (guide.voice, guide.name, guide.way, *left_out) or question.lesson
            if not hidden:
                yield from _on(first, second, question)
        if screen.shows:
            wanted = _asks(first, left_out), _asks(second, left_out)
            yield from _one_each(first.content.say("summary.ask"), *wanted, first.content)


def _on(first: Journey, second: Journey, question: Question) -> Iterator[BothSides]:
    content, steps = first.content, (first.by_question[question.id], second.by_question[question.id])
    entries = (step.question.entries(step.answer, step.state, content.say) for step in steps)
    for one, other in zip(*entries, strict=True):
        yield BothSides(one.label, *(OneSide(entry.values, entry.state) for entry in (one, other)))
    if question.takes_own_concerns:
        added = _added(first, steps[0]), _added(second, steps[1])
        yield from _one_each(content.say("summary.concerns-added"), *added, content)


def _added(journey: Journey, step: Step) -> dict[str, tuple[str, ...]]:
    """Return the concerns in own words, where they were asked for, each with its words as they are shown."""
    if step.state is State.NOT_ASKED:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for item in journey.answers.concerns_added:
        text, level = item.text.strip(), journey.content.say(f"level.{item.level or 'none'}")
        name = as_read(text)
        found[name] = (*found.get(name, ()), f"{level}: {text}")
    return found


def _asks(journey: Journey, left_out: frozenset[str]) -> dict[str, tuple[str, ...]]:
    kept = (ask.question for ask in kept_in_order(journey, left_out))
    return {as_read(text): (text.strip(),) for text in (*journey.answers.to_ask.own, *kept)}


def _one_each(
    label: str, first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]], content: Content
) -> Iterator[BothSides]:
    """Yield a record for each text that either view named, in an order that does not tell which came first."""
    absent = OneSide((content.say("views.not-named"),), State.LEFT_OPEN)
    for text in sorted({*first, *second}):
        found = (view.get(text) for view in (first, second))
        yield BothSides(label, *(OneSide(values, State.ANSWERED) if values else absent for values in found))
