"""The summary as a document: page one for the doctor at a glance, then everything in full."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from logic.content.clean_text import clean, overloaded
from logic.outputs.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Line,
    Lines,
    Paragraph,
    Part,
    Table,
    texts_of,
    with_texts,
)
from logic.outputs.layouts.comparison import row_parts
from logic.outputs.layouts.page_one import (
    NAME,
    QUESTION,
    QUESTIONS_LESS,
    day_of,
    first_page,
    left_out_of,
    of_writer,
    shorter_pages,
)
from logic.outputs.layouts.sources import cited_sources
from logic.outputs.layouts.two_views import lay_out_views
from logic.summary.summary import AnswerInWords, SectionInWords, Summary
from logic.summary.two_views import Views

SHORT = 240
"""Letters of an answer that is read as easily in half the width of a page."""


def lay_out(
    summary: Summary, extras: tuple[Part, ...] = (), views: Views | None = None, *, for_paper: bool = True
) -> Document:
    """Return the document that every output draws, its texts free of what no output can show.

    The extras are parts that the person wanted in it, such as what the documents say on what matters to them. They
    stand before the word on this guide. A second view stands after all answers of the first. The shorter first pages,
    which take longer than all the rest, come along for paper alone.
    """
    say, guide = summary.content.say, summary.content.guide
    # A name as long as a page would push the footer off its page.
    name = summary.name if len(summary.name) <= NAME else ""
    footer = (name, say("summary.footer", title=guide.title, version=guide.version))
    first = first_page(summary, views)
    document = Document(
        title=say("summary.title"),
        language="en",
        opening=first.opening,
        parts=(
            *first.parts,
            *_answers(summary),
            *(lay_out_views(summary.content, views) if views else ()),
            *_evidence(summary),
            *extras,
            *_about(summary),
        ),
        shorter=shorter_pages(summary, views) if for_paper else (),
        footer=" · ".join(filter(None, footer)),
        page_label=say("summary.page", page="{page}", pages="{pages}"),
    )
    lost = dict.fromkeys(letter for text in texts_of(document) for letter in overloaded(text))
    return replace(with_texts(document, clean), overloaded=tuple(lost))


def _answers(summary: Summary) -> Iterator[Part]:
    say, told = summary.content.say, tuple(_told(summary))
    # A heading with nothing under it would not say why.
    why = (left_out_of(summary),) if summary.left_out and not told else ()
    yield Part(say("summary.answers"), why, new_page=True)
    yield from told


def _told(summary: Summary) -> Iterator[Part]:
    """Yield what was answered, noted and picked, a part each."""
    say = summary.content.say
    for section in summary.sections:
        blocks = tuple(_section(summary, section))
        if blocks:
            yield Part(section.title, blocks, level=3)
    if summary.of_writer:
        yield Part(of_writer(summary), tuple(_in_blocks(summary.of_writer)))
    if summary.observations:
        items = tuple(Line(title, text) for title, text in summary.observations)
        yield Part(say("summary.observations"), (Lines(items),))
    # Whatever a shorter first page leaves away has to stand here.
    if len(summary.questions) > QUESTIONS_LESS or any(len(text) > QUESTION for text in summary.questions):
        bullets = tuple(Bullet(text) for text in summary.questions)
        yield Part(say("summary.ask-all"), (Bullets(bullets, boxes=True),))


def _section(summary: Summary, section: SectionInWords) -> Iterator[Block]:
    """Yield the answers, then a line each for what was not answered, the reasons told apart."""
    say = summary.content.say
    yield from _in_blocks(section.said)
    groups = (("summary.open-not-sure", section.not_sure), ("summary.open-left", section.left_open))
    open_lines = [say("summary.labelled", label=say(key), value="; ".join(labels)) for key, labels in groups if labels]
    if section.not_asked:
        open_lines.append(say("summary.open-not-asked", count=len(section.not_asked)))
    if open_lines:
        yield Paragraph("\n".join(open_lines), "note")


def _in_blocks(said: tuple[AnswerInWords, ...]) -> Iterator[Block]:
    """Yield answers in their order: short ones in columns, long ones over the whole width, tables as tables."""
    for form, items in groupby(said, _form):
        if form == "table":
            for item in items:
                yield Table(item.label, item.columns, tuple(tuple((cell,) for cell in row) for row in item.rows))
        else:
            yield Lines(tuple(Line(item.label, "\n".join(item.values)) for item in items), compact=form == "short")


def _form(item: AnswerInWords) -> str:
    return "table" if item.rows else "short" if sum(map(len, item.values)) <= SHORT else "long"


def _evidence(summary: Summary) -> Iterator[Part]:
    say = summary.content.say
    if summary.evidence.rows:
        yield Part(say("summary.evidence"), (Paragraph(say("summary.evidence-note"), "note"),), new_page=True)
        yield from row_parts(summary.content, summary.evidence)


def _about(summary: Summary) -> Iterator[Part]:
    content = summary.content
    say, guide = content.say, content.guide
    related = (say("documents.family", titles=titles) for titles in content.families.values())
    notes = (say("summary.sources-note"), *related)
    yield Part(say("summary.sources"), (cited_sources(content), *(Paragraph(note, "note") for note in notes)))
    day, review = day_of(summary, guide.date), day_of(summary, guide.review_by)
    of_itself = (
        Line(say("summary.for"), " ".join(guide.audience)),
        Line(say("summary.not-for"), " ".join(guide.not_for)),
        Line(say("summary.chosen"), guide.evidence_chosen),
        Line(say("about.made-by"), guide.made_by),
        Line(say("about.paid-by"), guide.paid_by),
    )
    about = " ".join((say("summary.version", version=guide.version, date=day, review=review), *guide.not_done))
    told = (Paragraph(guide.decision), Lines(of_itself, compact=True), Paragraph(about, "note"))
    yield Part(say("summary.about"), told)
