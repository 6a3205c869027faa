"""What can be asked: sections, screens, questions, choices and the conditions between them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]

Kind = Literal["one", "several", "body_areas", "importance", "number", "words"]
Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]

NOT_SURE = "not-sure"
"""Stands in `when` and in an importance answer for "I'm not sure"."""

ANSWERED = "answered"
"""Stands in `when` of a words or number question for "something was entered"."""

LEVELS = ("not-at-all", "a-little", "a-lot", NOT_SURE)
"""The importance a person can give to a concern. They are words, never numbers to be added up."""


class Part(BaseModel):
    """The base of every piece of content: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Clause(Part):
    """One comparison of an earlier answer with a value, as FHIR `enableWhen` has it."""

    question: Id
    operator: Operator
    value: str | int | bool


class Condition(Part):
    """When a question is asked: all of the clauses, or any of them."""

    all: tuple[Clause, ...] = ()
    any: tuple[Clause, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of whichever list was given."""
        return self.all or self.any


class Choice(Part):
    """One choice within a question, one area of the body, or one concern of an importance question."""

    id: Id
    label: Words
    hint: Words | None = None
    alone: bool = False
    """Taking it clears the others, as "None of these" does."""
    rows: tuple[Id, ...] = ()
    """For a concern: the rows of the comparison that touch it."""
    urgent: bool = False
    """Taking it sends the person to urgent help before anything else."""


class Ask(Part):
    """A question for the doctor that an answer suggests."""

    id: Id
    when: tuple[str, ...] = Field(min_length=1)
    """Choice ids, `not-sure`, or `answered`; for an importance question, concerns that matter a lot."""
    question: Words
    reason: Words


class Teaching(Part):
    """What a short knowledge item teaches: the choice a document supports, and where it says so."""

    right: Id
    statements: tuple[str, ...] = Field(min_length=1)
    """References of the form `topic/source`."""


class Question(Part):
    """One thing asked. It may always be left open."""

    id: Id
    kind: Kind
    question: Words
    label: Words
    why: Words
    topics: tuple[Id, ...] = ()
    hint: Words | None = None
    choices: tuple[Choice, ...] = ()
    not_sure: bool = True
    unit: Words | None = None
    least: int | None = None
    most: int | None = None
    show_if: Condition | None = None
    ask: tuple[Ask, ...] = ()
    prompt: Words | None = None
    teaches: Teaching | None = None
    page_one: bool = False
    """Its answer belongs on the first page of the summary."""
    own_words: bool = False
    """An importance question to which a person may add concerns of their own."""

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class Screen(Part):
    """The few questions that are asked together."""

    id: Id
    title: Words
    intro: Words | None = None
    warnings: tuple[Id, ...] = ()
    """Safety topics whose statements stand at the top of the screen."""
    shows: Literal["questions-to-ask"] | None = None
    """A part of the screen that is not a question: the list of questions for the doctor."""
    questions: tuple[Question, ...] = ()


class Section(Part):
    """One of the short parts of the guide."""

    id: Id
    title: Words
    intro: Words
    consideration: bool = False
    """One of the main considerations, which the first page of the summary tells in a few lines."""
    screens: tuple[Screen, ...] = Field(min_length=1)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the section, in order."""
        return tuple(question for screen in self.screens for question in screen.questions)
