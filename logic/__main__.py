"""The command line: scripts/guide check | summary | questionnaire | codes | questions | paths | standards."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from logic.checks import often_asked
from logic.checks.paths.walk import report_lines, walk
from logic.checks.reports import counter_examples, pages
from logic.checks.standards.facts import Facts
from logic.checks.standards.rows import findings, render
from logic.checks.standards.tested import results_under
from logic.command_line.summary import take_arguments
from logic.command_line.writing import refuse, write, write_all
from logic.content.content import Content
from logic.content.loading.load import load
from logic.content.overview import flow, lists
from logic.files import schema
from logic.outputs.fhir.document import as_json
from logic.outputs.fhir.questionnaire import code_system, questionnaire

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
        return refuse(f"The result cannot be written: {fault.strerror}")


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


def _questionnaire(content: Content, options: Namespace, _: int) -> int:
    if options.to in ("fhir", "fhir-codes"):
        return write(as_json((questionnaire if options.to == "fhir" else code_system)(content)), options.out)
    render = {"schema": schema.render, "flow": flow.render, "list": lists.questions}[options.to]
    return write(render(content).encode(), options.out)


def _codes(_: Content, options: Namespace, __: int) -> int:
    return write(lists.codes().encode(), options.out)


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
    return write_all(files, options.out) or int(bool(found.breaches))


def _standards(content: Content, options: Namespace, _: int) -> int:
    walked = walk(content)
    if options.out:
        return write_all(pages(content, walked), options.out)
    facts = Facts(content, walked, results_under(SHIPPED.parent))
    print(render(facts), end="")
    return int(any(found.status == "not met" for _, found in findings(facts)))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="scripts/guide", description="Check a guide, or turn answers into a summary.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="list every problem of the content")
    # An optional argument that is missing sets its default last, so it cannot share a name with --content.
    check.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    check.set_defaults(run=_check)

    summary = take_arguments(commands.add_parser("summary", help="turn a save file into a discussion summary"))

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
