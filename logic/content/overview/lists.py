"""Lists to read in `docs/`: every question of a guide, and every problem that content can have."""

from collections.abc import Iterator

from logic.content.conditions import written
from logic.content.content import Content
from logic.content.kinds.question import Question
from logic.content.problems import CATALOGUE


def questions(content: Content) -> str:
    """Return all questions as Markdown, by section and screen."""
    return "\n".join(_questions(content)) + "\n"


def codes() -> str:
    """Return the catalogue of problems as a Markdown table."""
    rows = (
        f"| {entry.code} | {entry.kind} | {entry.severity} | {entry.message} | {entry.fix} |"
        for entry in CATALOGUE.values()
    )
    head = ("# Problems of content", "", "Written by `scripts/docs`.", "")
    table = ("| code | kind | severity | message | fix |", "|---|---|---|---|---|")
    return "\n".join((*head, *table, *rows)) + "\n"


def _questions(content: Content) -> Iterator[str]:
    yield "# Questions"
    yield ""
    yield f"Written by `scripts/docs`; content version {content.guide.version}."
    for section in content.sections:
        yield ""
        yield f"## {section.title}"
        for screen in section.screens:
            yield ""
            yield f"### {screen.title}"
            yield ""
            yield from map(_question, screen.questions)
            if screen.shows:
                yield "- the list of questions for the doctor"


def _question(question: Question) -> str:
    asked = f" Asked where {written(question.show_if)}." if question.show_if else ""
    choices = f": {'; '.join(choice.label for choice in question.offered)}" if question.offered else ""
    return f"- `{question.id}` ({question.kind}) {question.question}{asked}{choices}"
