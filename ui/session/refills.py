"""The figures on refills as picked in this visit, and the plan that follows from them."""

from typing import cast

from logic.answers.journey import journey
from logic.content.care_steps import RefillInputs
from logic.content.evidence import Topic
from logic.content.kinds.answer import Answer
from logic.content.kinds.number import Number
from logic.summary.refills import (
    MOST_MONTHS,
    MOST_PEOPLE,
    MOST_YEARS,
    Entered,
    Figures,
    Gap,
    Range,
    RefillTimes,
    gaps,
    refill_times,
    replacement,
    whole_number,
)
from ui.session.guide_content import content
from ui.session.picks import ALL, OWN
from ui.session.visit import Visit


def trip_question() -> Number:
    """Return the question that holds the time of a trip."""
    # The loader has checked that it is one for a number.
    return cast("Number", content().questions[_inputs().trip])


def trip_answer(here: Visit) -> float | None:
    """Return the answer to it on the route, if it is a number."""
    given: Answer | None = journey(content(), here.answers).by_question[_inputs().trip].answer
    return float(given) if isinstance(given, int) else None


def trip(here: Visit) -> Entered:
    """Return the minutes of a trip: the answer, or what the reader tries instead."""
    picks, question = here.picks, trip_question()
    return whole_number(picks.trip if picks.tries_trip else trip_answer(here), question.least, question.most)


def people(here: Visit) -> Entered:
    """Return how many people make the trip."""
    return whole_number(here.picks.people, 1, MOST_PEOPLE)


def years(here: Visit) -> Entered:
    """Return how many years to look ahead."""
    return whole_number(here.picks.years, 1, MOST_YEARS)


def own_gap(here: Visit) -> Entered:
    """Return the person's own figure for the months between refills."""
    return whole_number(here.picks.own_gap, 1, MOST_MONTHS)


def gap_name(gap: Gap) -> str:
    """Return what a gap is called among the picks."""
    return gap.source.id if gap.source else ALL


def topics() -> tuple[Topic, ...]:
    """Return the topics that the ranges come from."""
    return tuple(content().topics[name] for name in (_inputs().gap, _inputs().replacement))


def plan_now(here: Visit) -> RefillTimes | None:
    """Return the plan for the figures as they are; None where there is no time between refills."""
    gap = _gap(here)
    if gap is None:
        return None
    given = (trip(here).value, people(here).value, years(here).value)
    return refill_times(Figures(gap, *given, replacement=replacement(content())))


def _gap(here: Visit) -> Gap | None:
    picked = here.picks.gap
    if picked == OWN:
        months = own_gap(here).value
        return None if months is None else Gap(Range(months, months), own=True)
    return next((gap for gap in gaps(content()) if gap_name(gap) == picked), None)


def _inputs() -> RefillInputs:
    """Return what refills are reckoned with. Asked only where there are gaps, which there are none without it."""
    found = content().guide.refills
    if found is None:
        raise LookupError("This guide reckons no refills.")
    return found
