"""The words of each screen and output, gathered as a reader meets them, and graded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from logic.answers.answers import Answers
from logic.checks.breaches import Breach
from logic.checks.outputs_of import document_of
from logic.checks.passages import passages
from logic.checks.paths.filling import filled
from logic.checks.reading.grade import AIM, CEILING, LONGEST, Reading, reading, sentences, words
from logic.checks.texts import texts_in, texts_of
from logic.content.content import Content
from logic.content.questions import Screen
from logic.outputs.layouts.topic import lay_out_topic

_PROSE = re.compile(r"[.!?][\"”’)]*\s*$")
_BRACES = re.compile(r"\{\w*\}")


@dataclass(frozen=True)
class ReadingUnit:
    """One thing that is read in one go, with its texts and its grades."""

    form: str
    name: str
    texts: tuple[str, ...]
    reading: Reading
    prose: Reading
    """The sentences alone, so that short labels do not flatter a screen."""

    @property
    def grade(self) -> float:
        """The grade that counts: of a screen the harder of the two."""
        return max(self.reading.grade, self.prose.grade) if self.form == "screen" else self.reading.grade


def screens_read(content: Content) -> tuple[ReadingUnit, ...]:
    """Return every screen, panel and output with its grade."""
    names = content.words.reading_exceptions
    return tuple(
        ReadingUnit(kind, name, texts, reading(texts, names), reading(filter(_PROSE.search, texts), names))
        for kind, name, texts in _gathered(content)
        if sentences(texts)
    )


def reading_breaches(content: Content) -> Iterator[Breach]:
    """Find what reads above the ceiling, sentences that are too long, and a median above the aim."""
    found = screens_read(content)
    for item in found:
        if item.grade > CEILING:
            yield Breach("G001", f"{item.form} {item.name}", str(item.grade))
    for where, sentence in long_sentences(content):
        yield Breach("G002", where, sentence)
    middle = median_grade(found)
    if middle > AIM:
        yield Breach("G003", "guide", str(middle))


def median_grade(found: tuple[ReadingUnit, ...]) -> float:
    """Return the median grade of the screens, folded panels and outputs left aside."""
    grades = sorted(item.grade for item in found if item.form == "screen")
    return grades[len(grades) // 2]


def long_sentences(content: Content) -> Iterator[tuple[str, str]]:
    """Yield sentences with too many words, each with its place."""
    for passage in passages(content):
        for sentence in sentences([plain(passage.text)]) if passage.origin != "document" else ():
            if len(words(sentence)) > LONGEST:
                yield passage.where, sentence


def plain(text: str) -> str:
    """Return an interface text with a short word for whatever is filled in, and without marks."""
    return _BRACES.sub("five", text).replace("**", "")


def _gathered(content: Content) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for screen in content.screens.values():
        yield "screen", screen.id, tuple(_screen(content, screen))
    for group, texts in content.text.items():
        said = tuple(plain(text) for text in texts.values())
        extra = (*content.guide.audience, *content.guide.not_for) if group == "start" else ()
        # A group of labels alone is part of other screens, not one to be read by itself.
        if any(text.endswith(".") for text in said):
            yield "screen" if group in SCREENS else "words", group, (*said, *extra)
    for topic in content.topics.values():
        yield "documents", topic.id, tuple(texts_in(lay_out_topic(content, topic)))
    yield "glossary", "all terms", tuple(term.meaning for term in content.words.glossary)
    prompts = tuple(question.prompt for question in content.questions.values() if question.prompt)
    yield "prompts", "for the therapist", prompts
    yield "output", "summary, nothing answered", tuple(texts_of(document_of(content, Answers())))
    yield "output", "summary, all answered", tuple(texts_of(document_of(content, filled(content, {}, (), 0))))


SCREENS = ("start", "check", "summary-page", "about", "help", "compare", "documents", "refills")
"""Groups of the interface's words that are a screen of their own."""


def _screen(content: Content, screen: Screen) -> Iterator[str]:
    section = content.section_of[screen.id]
    yield from filter(None, (screen.title, section.intro if section.screens[0] is screen else "", screen.intro))
    for topic in screen.warnings:
        yield content.topics[topic].about
        yield from (statement.says for statement in content.topics[topic].statements)
    for question in screen.questions:
        yield from filter(None, (question.question, question.hint, question.why))
        for choice in question.offered:
            yield from filter(None, (choice.label, choice.hint))
