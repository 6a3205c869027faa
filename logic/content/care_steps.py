"""The route as the documents tell it, step by step, with a way out of each step."""

from pydantic import Field

from logic.content.part import ContentPart, Id, Words


class Outcome(ContentPart):
    """One thing that a step can show. Where no document speaks of it, there is only the question."""

    name: Words
    statements: tuple[str, ...] = ()
    """References of the form `topic` or `topic/source`."""
    question: Words


class WayOut(ContentPart):
    """What the documents say on stopping at a step, and a question for the doctor."""

    statements: tuple[str, ...] = ()
    question: Words


class CareStep(ContentPart):
    """One step of the route."""

    id: Id
    title: Words
    about: Words
    topics: tuple[Id, ...] = Field(min_length=1)
    """Each is shown whole: every statement, and who is silent."""
    outcomes: tuple[Outcome, ...] = ()
    way_out: WayOut
    not_covered: tuple[Id, ...] = ()
    """Subjects of `not-covered.yaml` that belong to this step."""


class CareSteps(ContentPart):
    """The file of steps."""

    steps: tuple[CareStep, ...] = Field(min_length=1)


class RefillInputs(ContentPart):
    """What refills are reckoned with, by id: a question and two topics."""

    trip: Id
    """The question that holds the time of a trip, one way, in minutes."""
    gap: Id
    """The topic with the months between refills."""
    replacement: Id
    """The topic with the years until a replacement."""
