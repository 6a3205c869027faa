"""The flow of the guide as a Mermaid diagram: sections, screens, and what opens a question."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from logic.content.conditions import written
from logic.content.content import Content
from logic.content.kinds.question import Question
from logic.content.questions import Section


def render(content: Content) -> str:
    """Return the text of a flowchart from top to bottom."""
    return "\n".join(("flowchart TD", *_lines(content))) + "\n"


def _lines(content: Content) -> Iterator[str]:
    screens = list(content.screens)
    for section in content.sections:
        yield from _section(section)
    for screen, following in pairwise(screens):
        yield f"  {screen} --> {following}"
    screen_of = {question.id: screen.id for screen in content.screens.values() for question in screen.questions}
    for question in content.questions.values():
        yield from _condition(question, screen_of)


def _section(section: Section) -> Iterator[str]:
    yield f"  subgraph {section.id}[{_quoted(section.title)}]"
    for screen in section.screens:
        labels = "<br>".join((screen.title, *(f"· {question.label}" for question in screen.questions)))
        yield f"    {screen.id}[{_quoted(labels)}]"
        yield from (
            f"    {question.id}>{_quoted(question.label)}]" for question in screen.questions if question.show_if
        )
    yield "  end"


def _condition(question: Question, screen_of: Mapping[str, str]) -> Iterator[str]:
    """Yield an arrow from each screen whose answers decide whether the question is asked."""
    if question.show_if is None:
        return
    for screen in dict.fromkeys(screen_of[clause.question] for clause in question.show_if.clauses):
        yield f"  {screen} -.->|{_quoted(written(question.show_if))}| {question.id}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "#quot;") + '"'
