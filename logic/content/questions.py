"""What is asked together and in which order: screens and sections. The questions themselves are in `kinds/`."""

from typing import Literal

from pydantic import Field

from logic.content.kinds.question import Question
from logic.content.kinds.table import AnyQuestion
from logic.content.part import ContentPart, Id, Words

SHORT, ALL = "short", "all"
"""The choices of the question that says which way somebody takes through the guide."""


class Screen(ContentPart):
    """The few questions that are asked together."""

    id: Id
    title: Words
    intro: Words | None = None
    warnings: tuple[Id, ...] = ()
    """Safety topics whose statements stand at the top of the screen."""
    teach_back: Words | None = None
    """What a therapist can ask, so that the person tells a thing back in their own words."""
    shows: Literal["questions-to-ask"] | None = None
    """A part of the screen that is not a question: the list of questions for the doctor."""
    questions: tuple[AnyQuestion, ...] = ()


class Section(ContentPart):
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
