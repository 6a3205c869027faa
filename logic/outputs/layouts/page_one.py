"""The first page of the summary, whole; and shorter ones for paper, where it would be longer than a page.

Own words are never cut. Where paper has no room, lists that a figure shows are shortened first. Then minor lines go,
one by one from the last, and the other lists are shortened. Then own words give way, the longest first, to a word on
where they stand whole: among all answers, which begin on the second page. What comes first for a person gives way
after everything else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from logic.outputs.document import Block, Bullet, Bullets, Line, Lines, PageOne, Paragraph, Part
from logic.outputs.layouts.body import figure_of
from logic.summary.page_one import AnswerPiece, GroupInWords, LineInWords
from logic.summary.summary import Summary
from logic.summary.two_views import Views

QUESTIONS = 5
"""Questions to ask on the first page. The rest follow on the next pages, and the first page says so."""

QUESTIONS_LESS = 3
"""Questions there where paper has less room. No shorter first page tells fewer, unless they are long."""

LISTS = (4, 2, 1)
"""How many things of a list a shorter first page tells."""

ALL = 10**6
"""More than there can be of anything: letters of own words, or minor lines."""

NO_WORDS = -1
"""Letters of own words where there is no room to name each of them: one line says where all of them stand."""

WORDS = (ALL, 400, 200, 100, 50, NO_WORDS)
"""Letters of own words that a first page with less and less room still tells."""

KEPT = (ALL, 1000, 500, 250, 0)
"""The same of those that are the last to give way."""

QUESTION = 120
"""Letters of a question that is told where there is room for hardly any own words."""

NAME = 120
"""Letters of a name that is told wherever the name is told."""


@dataclass(frozen=True)
class Room:
    """What a first page has room for: things in a list, minor lines, questions, own words of so many letters."""

    drawn: int | None = None
    """Things in a list that the figure shows, too."""
    items: int | None = None
    minor: int = ALL
    questions: int = QUESTIONS
    words: int = ALL
    kept: int = ALL


WHOLE = Room()
PIECES = " · "
"""Stands between the answers of one line. The things within an answer are divided by semicolons."""


def first_page(summary: Summary, views: Views | None, room: Room = WHOLE) -> PageOne:
    """Return the first page, with as much on it as there is room for."""
    told = _groups(summary, room.minor)
    groups = [_group(summary, group, room) for group in told if group.title]
    questions = [_questions(summary, room)] if summary.tells_questions else []
    return PageOne(
        tuple(_opening(summary, told, room)), (*groups, *questions, *_beside(summary, views, room), _help(summary))
    )


def shorter_pages(summary: Summary, views: Views | None) -> tuple[PageOne, ...]:
    """Return first pages that need less and less room, for paper to take the first that fits."""
    least, minor = LISTS[-1], len(_minor(summary))
    rooms = (
        *(Room(drawn) for drawn in LISTS),
        *(Room(least, minor=told) for told in reversed(range(minor))),
        *(Room(least, items, 0, questions) for questions in (QUESTIONS, QUESTIONS_LESS) for items in LISTS),
        *(Room(least, least, 0, QUESTIONS_LESS, words, kept) for kept in KEPT for words in WORDS),
    )
    # Where nothing is as long as some room allows, two pages are the same.
    return tuple(dict.fromkeys(first_page(summary, views, room) for room in rooms))


def _minor(summary: Summary) -> list[LineInWords]:
    return [line for group in summary.page_one for line in group.lines if line.minor]


def _groups(summary: Summary, minor: int) -> tuple[GroupInWords, ...]:
    """Return the groups with so many minor lines."""
    gone = _minor(summary)[minor:]
    return tuple(
        replace(group, lines=tuple(line for line in group.lines if line not in gone)) for group in summary.page_one
    )


def _opening(summary: Summary, groups: tuple[GroupInWords, ...], room: Room) -> Iterator[Block]:
    say = summary.content.say
    yield Paragraph(say("summary.advice"), "note")
    if summary.overdue:
        yield Paragraph(say("summary.overdue", review=day_of(summary, summary.content.guide.review_by)), "note")
    if summary.left_out:
        yield left_out_of(summary)
    # Who it is about and who wrote it are told with the day; what else stands under the title comes after it.
    who, *others = [tuple(_lines(summary, group, room)) for group in groups if not group.title] or [()]
    whole = summary.name if len(summary.name) <= max(room.kept, NAME) else say("summary.whole-below")
    name = (Line(say("summary.name"), whole),) if summary.name else ()
    moved = (Line(say("summary.own-words"), say("summary.all-below")),) if room.words == NO_WORDS else ()
    made = Line(say("summary.made"), day_of(summary, summary.made))
    yield Lines((*name, *who, made, *chain(*others), *moved), compact=True)


def _group(summary: Summary, group: GroupInWords, room: Room) -> Part:
    lines = tuple(_lines(summary, group, room))
    silent = "summary.nothing-said" if group.silent else "summary.whole-below"
    told = Lines(lines, compact=True) if lines else Paragraph(summary.content.say(silent), "note")
    drawn = figure_of(summary.content, group.title, group.areas)
    return Part(group.title, (drawn, told) if drawn else (told,), half=group.half, beside=drawn is not None)


def _lines(summary: Summary, group: GroupInWords, room: Room) -> Iterator[Line]:
    for line in group.lines:
        if told := list(_told(summary, group, line, room)):
            yield Line(line.label, PIECES.join(told))
    if group.not_sure:
        yield Line(summary.content.say("summary.open-not-sure"), "; ".join(group.not_sure), quiet=True)


def _told(summary: Summary, group: GroupInWords, line: LineInWords, room: Room) -> Iterator[str]:
    """Yield what a line tells, an answer at a time."""
    say, most = summary.content.say, room.kept if group.kept else room.words
    for piece in line.pieces:
        text = (
            _own_words(summary, piece, most)
            if piece.own_words
            else _list(summary, piece.items, _most(group, piece, room))
        )
        if text:
            yield say("summary.labelled", label=piece.lead, value=text) if piece.lead else text


def _own_words(summary: Summary, piece: AnswerPiece, most: int) -> str:
    """Return the words whole, or where they stand; nothing where one line says so of all of them."""
    text = "\n".join(piece.items)
    if len(text) <= most:
        return text
    return "" if most == NO_WORDS else summary.content.say("summary.whole-below")


def _most(group: GroupInWords, piece: AnswerPiece, room: Room) -> int:
    """Return how many things of a list there is room for."""
    shown = group.areas and piece.items == tuple(label for _, label in group.areas)
    return (room.drawn if shown else room.items) or len(piece.items)


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
    short = [text for text in summary.questions if len(text) <= max(room.words, QUESTION)][: room.questions]
    blocks: list[Block] = [Bullets(tuple(Bullet(text) for text in short), boxes=True)] if short else []
    if more := len(summary.questions) - len(short):
        blocks.append(Paragraph(say("summary.ask-more-count", count=more), "note"))
    return Part(say("summary.ask"), tuple(blocks))


def _beside(summary: Summary, views: Views | None, room: Room) -> Iterator[Part]:
    """Yield a line each on a second view, on the writer's own notes and on a therapist's, where there are any."""
    say = summary.content.say
    lines: list[Line] = []
    if views:
        differing = dict.fromkeys(record.label for section in views.sections for record in section.of("differ"))
        told = _list(summary, tuple(differing), room.items or LISTS[0]) or say("summary.views-agree")
        lines.append(Line(say("summary.views-differ", whose=views.second), told))
    noted = (
        (of_writer(summary), tuple(item.label for item in summary.of_writer)),
        (say("summary.observations"), tuple(title for title, _ in summary.observations)),
    )
    for title, labels in noted:
        if labels:
            told = _list(summary, tuple(dict.fromkeys(labels)), room.items or LISTS[0])
            lines.append(Line(title, say("summary.noted-below", labels=told)))
    if lines:
        yield Part(say("summary.beside"), (Lines(tuple(lines), compact=True),))


def of_writer(summary: Summary) -> str:
    """Return what the writer's own notes are called: by who the writer is, where that was said."""
    say = summary.content.say
    return say("summary.of-writer-named", writer=summary.writer) if summary.writer else say("summary.of-writer")


def left_out_of(summary: Summary) -> Paragraph:
    """Return what the person left out, in words."""
    return Paragraph(summary.content.say("summary.left-out", sections="; ".join(summary.left_out)), "note")


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
