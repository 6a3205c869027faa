"""The command line: scripts/guide check | summary | questionnaire | codes | questions | paths | standards."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from io import TextIOWrapper
from pathlib import Path
from typing import get_args

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.answers.left_out import VIEWS, parts
from logic.checks import often_asked
from logic.checks.paths.walk import report_lines, walk
from logic.checks.reports import counter_examples, pages
from logic.checks.standards.facts import Facts
from logic.checks.standards.rows import findings, render
from logic.checks.standards.tested import results_under
from logic.content.content import Content
from logic.content.loading.load import load
from logic.content.overview import flow, lists
from logic.files import schema
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
from logic.outputs.fhir.questionnaire import code_system, questionnaire
from logic.outputs.layouts import summary as layout
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from logic.summary.two_views import both_views

_SUMMARY_FORMS = ("text", "html", "pdf", "fhir", "fhir-document", "patient-shared")
SHIPPED = Path(__file__).parent.parent / "questions"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 where something is wrong with the content, the file or where the result goes."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal without a letter shows its code.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads the result, such as `head`, has enough of it.
        return _close_output()
    except OSError as fault:
        _close_output()
        return _refuse(f"The result cannot be written: {fault.strerror}")


def _close_output() -> int:
    """Close what cannot be written to, so that Python does not try again at its end and fail."""
    with suppress(OSError):
        sys.stdout.close()
    return 1


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    folder: Path = getattr(options, "folder", None) or options.content
    content, problems = load(folder, "questions" if folder is SHIPPED else folder.as_posix())
    # What a command makes may go to standard output, so problems go there only where they are what was asked for.
    for problem in problems:
        print(problem, file=sys.stdout if options.run is _check else sys.stderr)
    if content is None:
        return 1
    return int(options.run(content, options, len(problems)))


def _check(content: Content, _: Namespace, warnings: int) -> int:
    questions = content.questions.values()
    taught = sum(question.lesson is not None for question in questions)
    statements = [item for topic in content.topics.values() for item in topic.statements]
    claims = sum(len(item.claims) for item in statements)
    print(
        f"No {'error' if warnings else 'problem'} found: "
        f"{len(content.sections)} sections, {len(content.screens)} screens, "
        f"{len(questions)} questions ({taught} of them to check what one knows), "
        f"{len(content.topics)} topics, {len(statements)} statements, {claims} claims."
    )
    return 0


def _summary(content: Content, options: Namespace, _: int) -> int:
    opened = _opened(content, options.answers)
    second = _opened(content, options.second) if options.second else None
    if opened is None or opened.answers is None or (options.second and second is None):
        return 1
    known = [*dict(parts(content)), *content.questions]
    if unknown := [part for part in options.leave_out if part not in known]:
        return _refuse(f"--leave-out {unknown[0]}: there is no such section or question")
    made = options.made or _day(opened)
    if made is None:
        return _refuse(f"{options.answers}: the file has no day; give one with --made 2026-12-31")
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
        return _refuse(f"{options.answers}: {content.say('pdf.too-long')}")
    except FontsMissing as missing:
        return _refuse(str(missing))
    if data is None:
        return _refuse(f"{options.answers}: {content.say('fhir.not-shared')}")
    if options.lock is None:
        return _write(data, options.out)
    key = new_key()
    return _write(f"{key}\n".encode(), options.lock) or _write(encrypted(data, key).encode(), options.out)


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
        _refuse(f"{path}: the file cannot be read")
        return None
    if opened.answers is None:
        _refuse(f"{path}: {content.say(f'open.{opened.refusal}')}")
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


def _questionnaire(content: Content, options: Namespace, _: int) -> int:
    if options.to in ("fhir", "fhir-codes"):
        return _write(as_json((questionnaire if options.to == "fhir" else code_system)(content)), options.out)
    render = {"schema": schema.render, "flow": flow.render, "list": lists.questions}[options.to]
    return _write(render(content).encode(), options.out)


def _codes(_: Content, options: Namespace, __: int) -> int:
    return _write(lists.codes().encode(), options.out)


def _questions(content: Content, _: Namespace, __: int) -> int:
    found = often_asked.reaches(content)
    print("\n".join(often_asked.told(found)))
    return int(not often_asked.whole(found))


def _paths(content: Content, options: Namespace, _: int) -> int:
    found = walk(content)
    print("\n".join(report_lines(found)))
    for breach in found.breaches:
        print(breach)
    files = counter_examples(content, found.breaches)
    if options.out is None:
        print("".join(files.values()), end="")
        return int(bool(found.breaches))
    return _write_all(files, options.out) or int(bool(found.breaches))


def _standards(content: Content, options: Namespace, _: int) -> int:
    walked = walk(content)
    if options.out:
        return _write_all(pages(content, walked), options.out)
    facts = Facts(content, walked, results_under(SHIPPED.parent))
    print(render(facts), end="")
    return int(any(found.status == "not met" for _, found in findings(facts)))


def _day(opened: Opened) -> date | None:
    try:
        return datetime.fromisoformat(opened.saved_at or "").date()
    except ValueError:
        return None


def _write(data: bytes, out: Path | None) -> int:
    if out is None:
        sys.stdout.buffer.write(data)
        return 0
    try:
        out.write_bytes(data)
    except OSError:
        return _refuse(f"{out}: the file cannot be written")
    return 0


def _write_all(files: Mapping[str, str], folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _refuse(f"{folder}: the folder cannot be made")
    return max((_write(text.encode(), folder / name) for name, text in files.items()), default=0)


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _summary_parser(summary: ArgumentParser) -> ArgumentParser:
    summary.add_argument("answers", type=Path, metavar="ANSWERS.json", help="a save file, or a PDF with one inside")
    summary.add_argument("--with", type=Path, metavar="SECOND.json", dest="second", help="a second view, laid beside")
    summary.add_argument("--to", choices=_SUMMARY_FORMS, required=True)
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
    summary.set_defaults(run=_summary)
    return summary


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="scripts/guide", description="Check a guide, or turn answers into a summary.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="list every problem of the content")
    # An optional argument that is missing sets its default last, so it cannot share a name with --content.
    check.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    check.set_defaults(run=_check)

    summary = _summary_parser(commands.add_parser("summary", help="turn a save file into a discussion summary"))

    questionnaire = commands.add_parser("questionnaire", help="describe the save file, or draw the flow")
    questionnaire.add_argument("--to", choices=("schema", "flow", "list", "fhir", "fhir-codes"), required=True)
    questionnaire.set_defaults(run=_questionnaire)

    codes = commands.add_parser("codes", help="list every problem that content can have")
    codes.set_defaults(run=_codes)

    questions = commands.add_parser("questions", help="tell how each thing that people often ask can be raised")
    questions.set_defaults(run=_questions)

    paths = commands.add_parser("paths", help="walk every route and prove that nothing advises")
    paths.add_argument("--out", type=Path, metavar="FOLDER", help="where to put answers that show a breach")
    paths.set_defaults(run=_paths)

    standards = commands.add_parser("standards", help="compute the standards of decision aids")
    standards.add_argument("--out", type=Path, metavar="FOLDER", help="write the pages of docs/, which rest on no test")
    standards.set_defaults(run=_standards)

    for command in (summary, questionnaire, codes):
        command.add_argument("--out", type=Path, metavar="FILE")
    for command in (check, summary, questionnaire, codes, questions, paths, standards):
        command.add_argument("--content", type=Path, default=SHIPPED, metavar="FOLDER")
    return parser


if __name__ == "__main__":
    sys.exit(main())
