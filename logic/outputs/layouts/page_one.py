"""The first page of the summary, whole; and shorter ones for paper, where it would be longer than a page.

Own words are never cut. Where paper has no room, lists are shortened first, then minor lines go, and then own words,
the longest first, give way to a word on where they stand whole: among all answers, which begin on the second page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logic.outputs.document import Block, Bullet, Bullets, FirstPage, Line, Lines, Paragraph, Part
from logic.outputs.layouts.body import figure_of
from logic.summary.page_one import AnswerPiece, GroupInWords
from logic.summary.summary import Summary
from logic.summary.two_views import Views

QUESTIONS = 5
"""Questions to ask on the first page. The rest follow on the next pages, and the first page says so."""

QUESTIONS_LESS = 3
"""Questions there where paper has less room."""

LISTS = (4, 2, 1)
"""How many things of a list a shorter first page tells."""


@dataclass(frozen=True)
class Room:
    """What a first page has room for: things in a list, minor lines, questions, words of so many letters."""

    items: int | None = None
    minor: bool = True
    questions: int = QUESTIONS
    words: int | None = None


WHOLE = Room()
NO_WORDS = -1
"""Letters of own words where there is no room to name each of them: one line says where all of them stand."""


def first_page(summary: Summary, views: Views | None, room: Room = WHOLE) -> FirstPage:
    """Return the first page, with as much on it as there is room for."""
    people = [group for group in summary.page_one if not group.title]
    groups = [_group(summary, group, room) for group in summary.page_one if group.title]
    questions = [_questions(summary, room)] if summary.tells_questions else []
    lines = [line for group in people for line in _lines(summary, group, room)]
    if room.words == NO_WORDS:
        lines.append(Line(summary.content.say("summary.own-words"), summary.content.say("summary.whole-below")))
    return FirstPage(
        tuple(_opening(summary, lines)), (*groups, *questions, *_beside(summary, views, room), _help(summary))
    )


def shorter_pages(summary: Summary, views: Views | None) -> tuple[FirstPage, ...]:
    """Return first pages that need less and less room, for paper to take the first that fits."""
    longest_first = sorted({len(text) for text in _own_words(summary)}, reverse=True)
    rooms = (
        *(Room(items) for items in LISTS),
        *(Room(LISTS[-1], minor=False, questions=count) for count in (QUESTIONS, QUESTIONS_LESS)),
        *(Room(LISTS[-1], minor=False, questions=QUESTIONS_LESS, words=length - 1) for length in longest_first),
        Room(LISTS[-1], minor=False, questions=0, words=NO_WORDS),
    )
    return tuple(first_page(summary, views, room) for room in rooms)


def _own_words(summary: Summary) -> Iterator[str]:
    pieces = (piece for group in summary.page_one for line in group.lines for piece in line.pieces)
    yield from (text for piece in pieces if piece.own_words for text in piece.items)
    yield from summary.questions


def _opening(summary: Summary, people: list[Line]) -> Iterator[Block]:
    say = summary.content.say
    yield Paragraph(say("summary.advice"), "note")
    if summary.overdue:
        yield Paragraph(say("summary.overdue", review=day_of(summary, summary.content.guide.review_by)), "note")
    if summary.left_out:
        yield Paragraph(say("summary.left-out", sections=", ".join(summary.left_out)), "note")
    name = (Line(say("summary.name"), summary.name),) if summary.name else ()
    yield Lines((*name, *people, Line(say("summary.made"), day_of(summary, summary.made))), compact=True)


def _group(summary: Summary, group: GroupInWords, room: Room) -> Part:
    lines = tuple(_lines(summary, group, room))
    told: tuple[Block, ...] = (Lines(lines, compact=True),) if lines else ()
    if group.silent:
        told = (Paragraph(summary.content.say("summary.nothing-said"), "note"),)
    drawn = figure_of(summary.content, group.title, group.areas)
    return Part(group.title, (drawn, *told) if drawn else told, half=group.half, beside=drawn is not None)


def _lines(summary: Summary, group: GroupInWords, room: Room) -> Iterator[Line]:
    for line in group.lines:
        pieces = [piece for piece in line.pieces if not (piece.own_words and room.words == NO_WORDS)]
        if pieces and (room.minor or not line.minor):
            yield Line(line.label, "; ".join(_piece(summary, piece, room) for piece in pieces))
    if group.not_sure:
        yield Line(summary.content.say("summary.open-not-sure"), "; ".join(group.not_sure), quiet=True)


def _piece(summary: Summary, piece: AnswerPiece, room: Room) -> str:
    text = _items(summary, piece, room)
    return summary.content.say("summary.labelled", label=piece.lead, value=text) if piece.lead else text


def _items(summary: Summary, piece: AnswerPiece, room: Room) -> str:
    say = summary.content.say
    if piece.own_words:
        text = "\n".join(piece.items)
        return text if room.words is None or len(text) <= room.words else say("summary.whole-below")
    return _list(summary, piece.items, room.items or len(piece.items))


def _list(summary: Summary, items: tuple[str, ...], most: int) -> str:
    """Return so many things at most, and how many more there are; one more is as long as to say so."""
    if len(items) <= most + 1:
        return "; ".join(items)
    return "; ".join((*items[:most], summary.content.say("summary.items-more", count=len(items) - most)))


def _questions(summary: Summary, room: Room) -> Part:
    """Return the questions of the first page: the person's own, then those picked, in the person's order."""
    say = summary.content.say
    if not summary.questions:
        return Part(say("summary.ask"), (Paragraph(say("summary.ask-none"), "note"),))
    texts = [
        text if room.words is None or len(text) <= room.words else say("summary.whole-below")
        for text in summary.questions[: room.questions]
    ]
    blocks: list[Block] = [Bullets(tuple(Bullet(text) for text in texts), boxes=True)] if texts else []
    if more := len(summary.questions) - len(texts):
        blocks.append(Paragraph(say("summary.ask-more-count", count=more), "note"))
    return Part(say("summary.ask"), tuple(blocks))


def _beside(summary: Summary, views: Views | None, room: Room) -> Iterator[Part]:
    """Yield a line on a second view and one on what the writer says of their own side, where there are any."""
    say = summary.content.say
    lines: list[Line] = []
    if views:
        differing = dict.fromkeys(record.label for section in views.sections for record in section.of("differ"))
        told = _list(summary, tuple(differing), room.items or LISTS[0]) or say("summary.views-agree")
        lines.append(Line(say("summary.views-differ", whose=views.second), told))
    if summary.of_writer or summary.observations:
        labels = (*(item.label for item in summary.of_writer), *(title for title, _ in summary.observations))
        told = _list(summary, tuple(dict.fromkeys(labels)), room.items or LISTS[0])
        lines.append(Line(say("summary.of-writer", writer=summary.writer), told))
    if lines:
        yield Part(say("summary.beside"), (Lines(tuple(lines), compact=True),))


def _help(summary: Summary) -> Part:
    """Return the urgent words: large where a pump is in place."""
    say = summary.content.say
    if summary.has_pump:
        return Part(say("help.title"), (Paragraph(say("help.body"), "help"),))
    return Part("", (Paragraph(say("summary.help", title=say("help.title"), body=say("help.body")), "note"),))


def day_of(summary: Summary, day: date) -> str:
    """Return a day in words."""
    say = summary.content.say
    return say("summary.date", day=day.day, month=say(f"month.{day.month}"), year=day.year)
