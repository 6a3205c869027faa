"""All that is made from one set of answers, to be looked at by the checks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.content.content import Content
from logic.files import save_file
from logic.outputs.document import Document
from logic.outputs.drawing import text, web_page
from logic.outputs.layouts import summary as layout
from logic.summary.summary import Summary, summarise


@dataclass(frozen=True)
class Outputs:
    """One path with its outputs."""

    content: Content
    answers: Answers
    journey: Journey
    summary: Summary
    document: Document
    text: str
    page: str
    saved: str


def outputs_of(content: Content, answers: Answers, day: date | None = None) -> Outputs:
    """Make every output but the PDF, as of a day, else as of the day of the guide."""
    made, day = journey(content, answers), day or content.guide.date
    # With what the documents say, so that it is looked at on every path.
    summary = summarise(made, day, with_evidence=True)
    document = layout.lay_out(summary, for_paper=False)
    saved = save_file.save(content, answers, at(day))
    return Outputs(content, answers, made, summary, document, text.render(document), web_page.render(document), saved)


def document_of(content: Content, answers: Answers) -> Document:
    """Make the document alone, as of the day of the guide."""
    summary = summarise(journey(content, answers), content.guide.date, with_evidence=True)
    return layout.lay_out(summary, for_paper=False)


def at(day: date) -> datetime:
    """Return the start of a day, for the files that hold a time."""
    return datetime.combine(day, time(), UTC)
