"""What a person can leave out of a file for others, by id: a section, a single answer, and other voices."""

from logic.answers.journey import Journey, Step
from logic.content.content import Content
from logic.content.kinds.answer import State

OBSERVATIONS = "observations"
"""Stands among what is left out when a therapist's observations are."""

VIEWS = "two-views"
"""Stands there when a second person's view is left out."""


def parts(content: Content) -> tuple[tuple[str, str], ...]:
    """Return the parts that a person can leave out, by id and title: each section, and other voices."""
    sections = ((section.id, section.title) for section in content.sections)
    voices = ((OBSERVATIONS, content.say("summary.observations")), (VIEWS, content.say("views.title")))
    return (*sections, *voices)


def single_answers(journey: Journey, section_id: str) -> tuple[tuple[str, str], ...]:
    """Return the answers of a section that a person can leave out one by one, by id and label.

    What no summary tells is none of them: the way taken through the guide, and what somebody knows.
    """
    said, way = (State.ANSWERED, State.NOT_SURE), journey.content.guide.way
    steps = (step for step in journey.steps if step.section.id == section_id and step.state in said)
    told = (step.question for step in steps if not step.question.lesson and step.question.id != way)
    return tuple((question.id, question.label) for question in told)


def is_left_out(step: Step, left_out: frozenset[str]) -> bool:
    """Return whether a question is left out, by itself or with its section."""
    return not left_out.isdisjoint((step.section.id, step.question.id))
