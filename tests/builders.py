"""Helpers that the tests of the core share: the two guides, and a guide made of a few questions."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.checks.breaches import Breach
from logic.content.conditions import Clause, Condition
from logic.content.content import Content
from logic.content.kinds.answer import Answer
from logic.content.kinds.choices import ChoicesQuestion
from logic.content.kinds.question import Question
from logic.content.kinds.table import KINDS
from logic.content.loading.load import load
from logic.content.questions import Screen, Section
from logic.outputs.document import Block, BodyFigure, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.layouts.summary import lay_out
from logic.summary.charts import Chart
from logic.summary.summary import Summary, summarise

ROOT = Path(__file__).parent.parent
PERSONAS = Path(__file__).parent / "fixtures" / "personas"
SAVED_AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
DAY = date(2026, 2, 3)
"""A day before the small guide is to be reviewed."""
CHILD = Answers({"who": "me", "first-name": "Kim", "splint": "yes", "hours": 7})
"""What a person said to the small guide, who is not of one mind with the parent."""
PARENT = Answers({"who": "family", "first-name": "Ada", "splint": "yes", "hours": 5, "wakes": ("pain",)})
"""What the parent of that person said."""


@cache
def small() -> Content:
    """The small guide on night splints, whose words are made for visible expectations."""
    return _loaded(ROOT / "tests" / "fixtures" / "small")


@cache
def shipped() -> Content:
    """The guide as it is shipped."""
    return _loaded(ROOT / "questions")


def questions() -> list[Question]:
    """Every question of the guide as it is shipped."""
    return list(shipped().questions.values())


def _loaded(folder: Path) -> Content:
    content, problems = load(folder)
    assert content is not None, "\n".join(map(str, problems))
    return content


def small_with(**changes: Any) -> Content:
    """The small guide with other pieces."""
    return Content.model_validate({name: getattr(small(), name) for name in Content.model_fields} | changes)


def guide_of(*screens: tuple[Question, ...], **changes: Any) -> Content:
    """The small guide with other questions: one section, a screen for each tuple."""
    made = tuple(Screen(id=f"screen-{n}", title=f"Screen {n}", questions=asked) for n, asked in enumerate(screens, 1))
    section = Section(id="only", title="Only section", intro="All of it.", screens=made)
    pieces = {name: getattr(small(), name) for name in Content.model_fields}
    return Content.model_validate(pieces | {"sections": (section,)} | changes)


def question(name: str, kind: str = "one", **more: Any) -> Question:
    """A question with choices a, b and c where its kind has choices."""
    fields: dict[str, Any] = {"id": name, "kind": kind, "question": "?", "label": name, "why": "Why."}
    if issubclass(KINDS[kind], ChoicesQuestion):
        fields |= {"choices": tuple({"id": letter, "label": letter.upper()} for letter in "abc")}
    if kind == "number":
        fields |= {"unit": "hours", "least": 0, "most": 24}
    return KINDS[kind].model_validate(fields | more)


def when(asked: str, operator: str, value: str | int | bool) -> Condition:
    """A condition of one clause."""
    return Condition(all=(Clause.model_validate({"question": asked, "operator": operator, "value": value}),))


def walk(content: Content, given: Mapping[str, Answer] | None = None, **more: Any) -> Journey:
    """The journey for these answers."""
    return journey(content, Answers(given or {}, **more))


def summary_of(content: Content, given: Mapping[str, Answer] | None = None, **more: Any) -> Summary:
    """The summary for these answers, as of a day before the guide is to be reviewed."""
    left_out, with_evidence = more.pop("left_out", frozenset()), more.pop("with_evidence", False)
    return summarise(walk(content, given, **more), DAY, left_out, with_evidence=with_evidence)


def document_of(content: Content, given: Mapping[str, Answer] | None = None, **more: Any) -> Document:
    """The laid-out summary for these answers."""
    return lay_out(summary_of(content, given, **more))


def strings(document: Document) -> tuple[str, ...]:
    """Every string that the document prints, in its order."""
    parts = (text for part in document.parts for text in (part.heading, *_strings(part.blocks)))
    return (document.title, *_strings(document.opening), *parts, document.footer)


def _strings(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block.text)
            case Lines():
                found += [text for line in block.items for text in (line.label, line.value)]
            case Bullets():
                found += [text for bullet in block.items for text in (bullet.text, bullet.note) if text]
            case Table():
                found += [block.caption, *(text for row in block.rows for cell in row for text in cell)]
            case Chart():
                found.append(block.alt)
            case BodyFigure():
                # The line above it says the same in words.
                pass
    return tuple(found)


def codes(found: Iterator[Breach]) -> list[str]:
    """The codes of what a check found."""
    return [breach.code for breach in found]


def folded(text: str) -> str:
    """The text with every run of spaces and line breaks as one space."""
    return " ".join(text.split())


def parsed(page: str) -> Element:
    """The page as a tree. Fails where a tag is not closed in its place."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1, f"not closed: {[element.tag for element in reader.open[1:]]}"
    return reader.open[0]


class _Reader(HTMLParser):
    """Builds a tree from HTML and trusts no tag to close itself but those that always do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in ("br", "img", "meta"):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        here = self.open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + data
        else:
            here.text = (here.text or "") + data


def text_of(element: Element) -> str:
    """All text within an element, folded."""
    return folded("".join(element.itertext()))


def part_of(document: Document, heading: str, place: int = 0) -> Part:
    """The part with this heading, or one of several."""
    return [item for item in document.parts if item.heading == heading][place]


def line_of(document: Document, heading: str, label: str, place: int = 0) -> Line:
    """The line with this label in a part."""
    lines = (
        item for block in part_of(document, heading, place).blocks if isinstance(block, Lines) for item in block.items
    )
    return next(item for item in lines if item.label == label)
