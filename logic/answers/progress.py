"""How far a person has come in the guide, counted in the questions that are asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from logic.answers.agenda import Stop, stops_on
from logic.answers.journey import Journey


@dataclass(frozen=True)
class Progress:
    """Where some questions stand: section 2 of 7, questions 3 to 4 of 7 in it."""

    section: int
    sections: int
    first: int
    """The number of the first question looked at within its section; 0 where what is looked at is no question."""
    last: int
    questions: int
    part: float
    """How much of the way through all sections lies behind, from 0 to 1: each section counts the same."""


def progress(journey: Journey, here: Sequence[Stop]) -> Progress:
    """Return where the stops stand, which are one or more of one section."""
    section = here[0].section
    within = [stop for screen in section.screens for stop in stops_on(journey, screen)]
    asked = [stop for stop in within if stop.question]
    numbers = [asked.index(stop) + 1 for stop in here if stop.question]
    place = journey.content.sections.index(section)
    sections = len(journey.content.sections)
    return Progress(
        section=place + 1,
        sections=sections,
        first=min(numbers, default=0),
        last=max(numbers, default=0),
        questions=len(asked),
        # A section's share, not a count of all questions: that changes with each answer, and the bar would jump back.
        part=(place + within.index(here[0]) / len(within)) / sections,
    )
