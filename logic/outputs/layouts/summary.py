"""The summary as a document: page one for the doctor at a glance, then everything in full."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from logic.content.clean_text import clean, overloaded
from logic.content.kinds.answer import State
from logic.outputs.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Line,
    Lines,
    Paragraph,
    Part,
    texts_of,
    with_texts,
)
from logic.outputs.layouts.body import figure
from logic.outputs.layouts.comparison import row_parts
from logic.outputs.layouts.sources import cited_sources
from logic.outputs.layouts.topic import lay_out_topic
from logic.outputs.layouts.two_views import lay_out_views
from logic.summary.questions_to_ask import Suggestion
from logic.summary.summary import Said, SectionSaid, Summary
from logic.summary.two_views import Views

PAGE_ONE_VALUE = 84
"""Columns that one answer may take on the first page; a wide character, as in Chinese, takes two."""

PAGE_ONE_BESIDE = 44
"""Columns that the name of a second view may take there."""

PAGE_ONE_QUESTION = 130
"""Columns that one question to ask may take there."""

PAGE_ONE_QUESTIONS = 5
"""Questions there; the rest follow on the next pages, and the first page says so."""

PAGE_ONE_MATTERS = 260
"""Columns for what matters a lot, all concerns together."""


def lay_out(summary: Summary, extras: tuple[Part, ...] = (), views: Views | None = None) -> Document:
    """Return the document that every output draws, its texts free of what no output can show.

    The extras are parts that the person wanted in it, such as the options side by side. They stand before
    the documents and the word on this guide. A second view stands after all answers of the first.
    """
    content = summary.content
    say, guide = content.say, content.guide
    document = Document(
        title=say("summary.title"),
        language="en",
        opening=tuple(_opening(summary, views)),
        parts=(
            *_first_page(summary),
            *_answers(summary),
            *(lay_out_views(content, views) if views else ()),
            *_evidence(summary),
            *_open(summary),
            *extras,
            *_about(summary),
        ),
        footer=" · ".join(
            filter(None, (summary.name, say("summary.footer", title=guide.title, version=guide.version)))
        ),
        page_label=say("summary.page", page="{page}", pages="{pages}"),
    )
    lost = dict.fromkeys(letter for text in texts_of(document) for letter in overloaded(text))
    return replace(with_texts(document, clean), overloaded=tuple(lost))


def _opening(summary: Summary, views: Views | None) -> Iterator[Block]:
    say = summary.content.say
    yield Paragraph(say("summary.advice"), "note")
    if summary.overdue:
        yield Paragraph(say("summary.overdue", review=_day(summary, summary.content.guide.review_by)), "note")
    if summary.left_out:
        yield Paragraph(say("summary.left-out", sections=", ".join(summary.left_out)), "note")
    made = Line(say("summary.made"), _day(summary, summary.made))
    lines = (made, *(_line(item, PAGE_ONE_VALUE, summary) for item in summary.people))
    beside = (Line(say("views.below"), _cut(views.second, PAGE_ONE_BESIDE, summary)),) if views else ()
    # Under who filled it in, which comes first of the people.
    yield Lines((*lines[:2], *beside, *lines[2:]), compact=True)


def _first_page(summary: Summary) -> Iterator[Part]:
    say = summary.content.say
    for section in summary.considerations:
        lines = Lines(tuple(_line(item, PAGE_ONE_VALUE, summary) for item in section.said), compact=True)
        yield Part(section.title, (lines,), half=True)
    if summary.tells_matters:
        matters = "; ".join(summary.matters) or say("summary.nothing-matters")
        own = Lines(tuple(_line(item, PAGE_ONE_VALUE, summary) for item in summary.own_words), compact=True)
        yield Part(say("summary.matters"), (Paragraph(_cut(matters, PAGE_ONE_MATTERS, summary)), own))
    if summary.tells_questions:
        yield _questions(summary)
    yield Part(say("help.title"), (Paragraph(say("help.body"), "help"),))


def _questions(summary: Summary) -> Part:
    """Return the questions of the first page: the person's own, then those kept; else what is suggested."""
    say = summary.content.say
    chosen = (*summary.own_questions, *(ask.question for ask in summary.kept))
    texts = chosen or tuple(ask.question for ask in summary.undecided if ask.covered)
    shown = tuple(Bullet(_cut(text, PAGE_ONE_QUESTION, summary)) for text in texts[:PAGE_ONE_QUESTIONS])
    blocks: list[Block] = []
    if not chosen:
        blocks.append(Paragraph(say("summary.ask-suggested-note") if texts else say("summary.ask-none"), "note"))
    if shown:
        blocks.append(Bullets(shown, boxes=True))
    if len(texts) > len(shown):
        blocks.append(Paragraph(say("summary.ask-more-count", count=len(texts) - len(shown)), "note"))
    return Part(say("summary.ask") if chosen else say("summary.ask-suggested"), tuple(blocks))


def _answers(summary: Summary) -> Iterator[Part]:
    say = summary.content.say
    yield Part(say("summary.answers"), (Paragraph(say("summary.advice"), "note"),), new_page=True)
    for section in summary.sections:
        yield Part(section.title, tuple(_said_in(summary, section)), level=3)
    if summary.observations:
        items = tuple(Line(title, text) for title, text in summary.observations)
        yield Part(say("summary.observations"), (Lines(items),))
    yield from _all_questions(summary)


def _said_in(summary: Summary, section: SectionSaid) -> Iterator[Block]:
    """Yield the answers of a section, each figure straight under the line that says the same."""
    lines: list[Line] = []
    for item in section.said:
        lines.append(_line(item, None, summary))
        drawn = figure(summary.content, item)
        if drawn:
            yield from (Lines(tuple(lines)), drawn)
            lines = []
    yield Lines(tuple(lines))


def _all_questions(summary: Summary) -> Iterator[Part]:
    """Yield every question in full, with reasons, in three groups."""
    say = summary.content.say

    def bullets(asks: tuple[Suggestion, ...]) -> tuple[Bullet, ...]:
        return tuple(Bullet(ask.question, say("summary.ask-reason", reason=ask.reason)) for ask in asks)

    chosen = (*(Bullet(text) for text in summary.own_questions), *bullets(summary.kept))
    groups = (
        ("summary.ask", chosen),
        ("summary.ask-suggested", bullets(tuple(ask for ask in summary.undecided if ask.covered))),
        ("summary.ask-uncovered", bullets(tuple(ask for ask in summary.undecided if not ask.covered))),
    )
    if any(items for _, items in groups):
        yield Part(say("summary.ask-all"), ())
    for title, items in groups:
        if items:
            yield Part(say(title), (Bullets(items, boxes=True),), level=3)


def _evidence(summary: Summary) -> Iterator[Part]:
    say = summary.content.say
    if summary.evidence.rows:
        yield Part(say("summary.evidence"), (Paragraph(say("summary.evidence-note"), "note"),))
    yield from row_parts(summary.content, summary.evidence)
    if summary.differing:
        yield Part(say("summary.differ"), (Paragraph(say("summary.differ-note"), "note"),))
    for topic in summary.differing:
        yield Part(topic.about, lay_out_topic(summary.content, topic), level=3)


def _open(summary: Summary) -> Iterator[Part]:
    """Yield what was not answered, the three reasons told apart."""
    say = summary.content.say
    groups = (
        ("summary.open-not-sure", summary.not_sure),
        ("summary.open-left", summary.left_open),
        ("summary.open-not-asked", summary.not_asked),
    )
    lines = tuple(Line(say(title), "; ".join(labels)) for title, labels in groups if labels)
    yield Part(say("summary.open"), (Lines(lines) if lines else Paragraph(say("summary.nothing-open")),))


def _about(summary: Summary) -> Iterator[Part]:
    content = summary.content
    say, guide = content.say, content.guide
    related = (say("documents.family", titles=titles) for titles in content.families.values())
    notes = (say("summary.sources-note"), *related)
    yield Part(say("summary.sources"), (cited_sources(content), *(Paragraph(note, "note") for note in notes)))
    day, review = _day(summary, guide.date), _day(summary, guide.review_by)
    about = (say("summary.version", version=guide.version, date=day, review=review), *guide.not_done)
    of_itself = (
        Line(say("summary.for"), "\n".join(guide.audience)),
        Line(say("summary.not-for"), "\n".join(guide.not_for)),
        Line(say("summary.chosen"), guide.evidence_chosen),
        Line(say("about.made-by"), guide.made_by),
        Line(say("about.paid-by"), guide.paid_by),
    )
    told = (Paragraph(text, "note") for text in about)
    yield Part(say("summary.about"), (Paragraph(guide.decision), Lines(of_itself), *told))


def _line(item: Said, width: int | None, summary: Summary) -> Line:
    value = "\n".join(item.values)
    shown = value if width is None else _cut(" ".join(value.split()), width, summary)
    return Line(item.label, shown, quiet=item.state is not State.ANSWERED)


def _cut(text: str, width: int, summary: Summary) -> str:
    """Return the text, or its start where it is wider than so many columns, saying that more follows."""
    used = 0
    for end, character in enumerate(text):
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > width:
            start = text[:end].rsplit(" ", 1)[0].rstrip()
            return summary.content.say("summary.cut", start=start or text[:end])
    return text


def _day(summary: Summary, day: date) -> str:
    say = summary.content.say
    return say("summary.date", day=day.day, month=say(f"month.{day.month}"), year=day.year)
