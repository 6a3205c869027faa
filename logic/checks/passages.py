"""Every string of the content with its place, and the topics it can be speaking of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from logic.content.care_steps import CareStep
from logic.content.content import Content
from logic.content.evidence import Topic
from logic.content.kinds.question import Question
from logic.content.questions import Screen, Section

Origin = Literal["own", "statement", "document", "interface"]
"""The guide's own words, a document's claim, a document's title or heading, or the words of the screens."""


@dataclass(frozen=True)
class Passage:
    """One string. `topics` are the ids of those it may be counting documents on."""

    where: str
    text: str
    origin: Origin = "own"
    topics: tuple[str, ...] = ()


def passages(content: Content) -> Iterator[Passage]:
    """Yield every string that may be shown, in the order of the content's files."""
    yield from _guide(content)
    for section in content.sections:
        yield from _section(section)
    yield from _documents(content)
    yield from _comparison(content)
    for step in content.care_steps:
        yield from _step(step)
    for term in content.words.glossary:
        yield Passage(f"glossary {term.term}", term.meaning)
    for group, texts in content.text.items():
        every = tuple(content.topics)
        yield from (Passage(f"text {group}.{name}", text, "interface", every) for name, text in texts.items())


def _guide(content: Content) -> Iterator[Passage]:
    guide, every = content.guide, tuple(content.topics)
    single = (guide.title, guide.decision, guide.made_by, guide.paid_by, guide.evidence_chosen)
    for text in (*single, *guide.audience, *guide.not_for, *guide.not_done):
        yield Passage("guide", text, topics=every)


def _section(section: Section) -> Iterator[Passage]:
    topics = tuple(dict.fromkeys(topic for question in section.questions for topic in question.topics))
    yield Passage(f"section {section.id}", section.title, topics=topics)
    yield Passage(f"section {section.id}", section.intro, topics=topics)
    for screen in section.screens:
        yield from _screen(screen)


def _screen(screen: Screen) -> Iterator[Passage]:
    topics = (*screen.warnings, *(topic for question in screen.questions for topic in question.topics))
    for text in filter(None, (screen.title, screen.intro)):
        yield Passage(f"screen {screen.id}", text, topics=topics)
    for question in screen.questions:
        yield from (
            Passage(f"question {question.id}", text, topics=question.topics) for text in question_texts(question)
        )


def question_texts(question: Question) -> Iterator[str]:
    """Yield every string of a question."""
    told = (question.question, question.label, question.why, question.hint, *question.more_texts, question.prompt)
    yield from filter(None, told)
    for choice in question.offered:
        yield from filter(None, (choice.label, choice.hint))
    for ask in question.ask:
        yield from (ask.question, ask.reason)


def _documents(content: Content) -> Iterator[Passage]:
    for source in content.sources:
        yield from (Passage(f"source {source.id}", text, "document") for text in (source.title, source.short))
        for text in filter(None, (source.publisher, source.kind, source.about, source.note)):
            yield Passage(f"source {source.id}", text)
    for subject in content.subjects:
        yield Passage("subject", subject.subject)
        for topic in subject.topics:
            yield from _topic(topic)
    for item in content.not_covered:
        yield from (Passage(f"not covered {item.id}", text) for text in (item.about, item.question, item.reason))
    for theme in content.themes:
        yield Passage(f"theme {theme.id}", theme.title)
    for often in content.asked_often:
        yield from (Passage(f"often asked {often.id}", text) for text in filter(None, (often.about, often.question)))


def _topic(topic: Topic) -> Iterator[Passage]:
    for text in filter(None, (topic.about, topic.differ)):
        yield Passage(f"topic {topic.id}", text, topics=(topic.id,))
    for statement in topic.statements:
        where = f"statement {topic.id}/{statement.source}"
        for claim in statement.claims:
            yield from (
                Passage(where, text, "statement", (topic.id,)) for text in dict.fromkeys((claim.says, claim.short))
            )
        yield Passage(where, statement.section, "document", (topic.id,))


def _step(step: CareStep) -> Iterator[Passage]:
    for text in (step.title, step.about, step.way_out.question):
        yield Passage(f"step {step.id}", text, topics=step.topics)
    for outcome in step.outcomes:
        yield from (Passage(f"step {step.id}", text, topics=step.topics) for text in (outcome.name, outcome.question))


def _comparison(content: Content) -> Iterator[Passage]:
    for option in content.comparison.options:
        reason = (option.unbalanced.why,) if option.unbalanced else ()
        yield from (Passage(f"option {option.id}", text) for text in (option.name, option.about, *reason))
    for row in content.comparison.rows:
        yield Passage(f"row {row.id}", row.name)
