"""The command that turns a save file into a summary, in whatever form is asked for."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import get_args

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.answers.left_out import VIEWS, parts
from logic.command_line.writing import refuse, write
from logic.content.content import Content
from logic.files.open_file import Opened
from logic.files.open_pdf import LARGEST_PDF, open_any
from logic.files.save_file import save
from logic.outputs.document import Document
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.drawing.fonts import FontsMissing
from logic.outputs.drawing.pdf_size import TooLong
from logic.outputs.fhir.document import ForClinic, answers_alone, as_json, document_bundle
from logic.outputs.fhir.encrypted import encrypted, new_key
from logic.outputs.fhir.patient_shared import patient_shared
from logic.outputs.layouts import summary as layout
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from logic.summary.two_views import both_views

_FORMS = ("text", "html", "pdf", "fhir", "fhir-document", "patient-shared")


def take_arguments(summary: ArgumentParser) -> ArgumentParser:
    """Let the command take its arguments. Returns the command."""
    summary.add_argument("answers", type=Path, metavar="ANSWERS.json", help="a save file, or a PDF with one inside")
    summary.add_argument("--with", type=Path, metavar="SECOND.json", dest="second", help="a second view, laid beside")
    summary.add_argument("--to", choices=_FORMS, required=True)
    summary.add_argument("--lock", type=Path, metavar="KEY", help="lock a file for a clinic, and write its key here")
    summary.add_argument("--paper", choices=get_args(pdf.Paper), default="a4", help="large print has 18 points or more")
    summary.add_argument("--made", type=date.fromisoformat, help="the day to print; else the day of the save file")
    summary.add_argument(
        "--leave-out",
        action="append",
        default=[],
        metavar="ID",
        help="a section or a question, or two-views; repeat",
    )
    summary.add_argument("--with-documents", action="store_true", help="add what the documents say on what matters")
    summary.add_argument("--without-file", action="store_true", help="leave the save file out of the PDF")
    summary.set_defaults(run=_run)
    return summary


def _run(content: Content, options: Namespace, _: int) -> int:
    opened = _opened(content, options.answers)
    second = _opened(content, options.second) if options.second else None
    if opened is None or opened.answers is None or (options.second and second is None):
        return 1
    known = [*dict(parts(content)), *content.questions]
    if unknown := [part for part in options.leave_out if part not in known]:
        return refuse(f"--leave-out {unknown[0]}: there is no such section or question")
    made = options.made or _day(opened)
    if made is None:
        return refuse(f"{options.answers}: the file has no day; give one with --made 2026-12-31")
    left_out, views = frozenset(options.leave_out), None
    here = journey(content, opened.answers)
    if second and second.answers and VIEWS not in left_out:
        views = both_views(here, journey(content, second.answers), left_out)
    document = layout.lay_out(summarise(here, made, left_out, with_evidence=options.with_documents), views=views)
    if document.overloaded:
        print(content.say("summary.overloaded"), *document.overloaded, file=sys.stderr)
    try:
        data = _rendered(content, options, document, here, made)
    except TooLong:
        return refuse(f"{options.answers}: {content.say('pdf.too-long')}")
    except FontsMissing as missing:
        return refuse(str(missing))
    if data is None:
        return refuse(f"{options.answers}: {content.say('fhir.not-shared')}")
    if options.lock is None:
        return write(data, options.out)
    key = new_key()
    return write(f"{key}\n".encode(), options.lock) or write(encrypted(data, key).encode(), options.out)


def _rendered(content: Content, options: Namespace, document: Document, here: Journey, made: date) -> bytes | None:
    """Return the file, None where it would be shared as a person's own and is not."""
    answers = answers_to_share(here, frozenset(options.leave_out))
    match options.to:
        case "text":
            return text.render(document).encode()
        case "html":
            return web_page.render(document, large=options.paper.endswith("-large")).encode()
        case "pdf":
            return _printed(content, options, document, answers, made)
    return _for_clinic(options, document, journey(content, answers), made)


def _for_clinic(options: Namespace, document: Document, here: Journey, made: date) -> bytes | None:
    """Return a file for a clinic's computer; those that hold the PDF are made with it."""
    at = datetime.combine(made, time(), UTC)
    if options.to == "fhir":
        return as_json(answers_alone(here, at))
    printed = pdf.render(document, paper=options.paper, made=at).data
    file = ForClinic(here, summarise(here, made, frozenset(options.leave_out)), document, printed, at)
    resource = document_bundle(file) if options.to == "fhir-document" else patient_shared(file)
    return None if resource is None else as_json(resource)


def _opened(content: Content, path: Path) -> Opened | None:
    """Open a save file, or a PDF with one inside; where it is refused, say why."""
    try:
        with path.open("rb") as file:
            # No more than shows that it is too large: a device can be read without end.
            opened = open_any(content, file.read(LARGEST_PDF + 1))
    except OSError:
        refuse(f"{path}: the file cannot be read")
        return None
    if opened.answers is None:
        refuse(f"{path}: {content.say(f'open.{opened.refusal}')}")
        return None
    for misfit in opened.misfits:
        print(f"{path}: {content.say('open.misfit', what=misfit.what, value=misfit.value)}", file=sys.stderr)
    return opened


def _printed(content: Content, options: Namespace, document: Document, answers: Answers, made: date) -> bytes:
    """Return the PDF, with the answers in it as a file unless that was left out."""
    at = datetime.combine(made, time(), UTC)
    name = f"{content.say('summary-page.save-name')}.json"
    inside = pdf.Attachment(name, save(content, answers, at), content.say("share.inside-about"))
    attachment = None if options.without_file else inside
    printed = pdf.render(document, paper=options.paper, made=at, attachment=attachment)
    if printed.replaced:
        print(content.say("pdf.replaced", characters=" ".join(printed.replaced)), file=sys.stderr)
    return printed.data


def _day(opened: Opened) -> date | None:
    try:
        return datetime.fromisoformat(opened.saved_at or "").date()
    except ValueError:
        return None
