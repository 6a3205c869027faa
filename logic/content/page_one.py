"""What the first page of the summary tells, in its order: groups of lines, each made from a few questions."""

from pydantic import Field

from logic.content.part import ContentPart, Id, Words


class PageOneLine(ContentPart):
    """One line: a short label, and the questions whose answers stand behind it, one after the other."""

    label: Words
    questions: tuple[Id, ...] = Field(min_length=1)
    leads: dict[Id, Words] = {}
    """A word or two before the answer to one of these questions, where it would not be understood by itself."""
    minor: bool = False
    """Left away on paper before a person's own words would have to be."""


class PageOneGroup(ContentPart):
    """A few lines under one title. Groups that are `half` stand side by side on paper."""

    id: Id
    title: Words | None = None
    half: bool = False
    kept: bool = False
    """Whether its own words stay on paper when those of the other groups have given way."""
    figure: Id | None = None
    """The question on areas of the body whose figure stands with the lines."""
    lines: tuple[PageOneLine, ...] = Field(min_length=1)

    @property
    def questions(self) -> tuple[Id, ...]:
        """Every question behind the group, in order."""
        return tuple(name for line in self.lines for name in line.questions)
