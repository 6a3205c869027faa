"""A session with one question at a time: its stops, what is done and what is open, and where it stopped.

Nothing remembers a position: where a session stopped follows from the answers, so any saved file can be
carried on with.
"""

from dataclasses import dataclass

from logic.answers.journey import Journey
from logic.content.kinds.answer import State
from logic.content.kinds.question import Question
from logic.content.questions import Screen, Section


@dataclass(frozen=True)
class Stop:
    """One thing to look at together: a question, or the list of questions for the doctor."""

    section: Section
    screen: Screen
    question: Question | None
    open: bool
    """Whether nothing has been said there yet."""

    @property
    def id(self) -> str:
        """What tells this stop from all others, whatever is answered."""
        return f"{self.screen.id}/{self.question.id if self.question else ''}"

    @property
    def title(self) -> str:
        """A short name: the question's label, or the screen's title."""
        return self.question.label if self.question else self.screen.title


@dataclass(frozen=True)
class Item:
    """One section on the agenda, with its stops."""

    section: Section
    stops: tuple[Stop, ...]

    @property
    def open(self) -> tuple[Stop, ...]:
        """The stops where nothing has been said yet."""
        return tuple(stop for stop in self.stops if stop.open)


def stops(journey: Journey) -> tuple[Stop, ...]:
    """Return every stop on the route, in the order of the guide."""
    return tuple(stop for screen in journey.screens for stop in stops_on(journey, screen))


def stops_on(journey: Journey, screen: Screen) -> tuple[Stop, ...]:
    """Return the stops on one screen, none where it is not on the route."""
    section, to_ask = journey.content.section_of[screen.id], journey.answers.to_ask
    asked = journey.asked_on(screen)
    found = [Stop(section, screen, step.question, step.state is State.LEFT_OPEN) for step in asked]
    if screen.shows:
        found.append(Stop(section, screen, None, not (to_ask.own or to_ask.kept or to_ask.dropped)))
    return tuple(found)


def agenda(journey: Journey) -> tuple[Item, ...]:
    """Return the sections in order, each with its stops."""
    found = stops(journey)
    items = (Item(item, tuple(stop for stop in found if stop.section is item)) for item in journey.content.sections)
    return tuple(item for item in items if item.stops)


def first_open(journey: Journey) -> Stop:
    """Return the first stop where nothing has been said yet; the last of all where each has been."""
    found = stops(journey)
    return next((stop for stop in found if stop.open), found[-1])


def stopped_at(journey: Journey) -> Stop:
    """Return the stop after the last question with an answer; the last of all where there is none after it.

    Questions for the doctor may be written down at any time, so they do not tell how far a session came.
    """
    found = stops(journey)
    last = max((place for place, stop in enumerate(found) if stop.question and not stop.open), default=-1)
    return found[min(last + 1, len(found) - 1)]
