"""Faults put into the program while it runs, and what catches each on a walk through the small guide."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

import pytest

import logic.summary.comparison
import logic.summary.summary
from logic.answers.answers import Answers
from logic.answers.journey import Journey, Step
from logic.checks import outputs_of
from logic.checks.paths import one_path
from logic.checks.paths import walk as paths
from logic.checks.paths.walk import walk
from logic.content.content import Content
from logic.content.evidence import Option
from logic.content.questions import Screen
from logic.files import save_file
from logic.outputs.document import Block, Document, Paragraph, Table
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.layouts import summary as layout
from logic.summary.summary import EvidenceRow, OptionCell, Summary
from tests.builders import small

Patch = pytest.MonkeyPatch


def caught(name: str, patch: Patch) -> tuple[str, ...]:
    """The codes that tell of the fault, in the order of finding."""
    breaches_without_a_fault()
    with patch.context() as context:
        content = FAULTS[name](context) or small()
        context.setattr(paths, "PDFS", 1)
        found = walk(content).breaches
    return tuple(dict.fromkeys(breach.code for breach in found if str(breach) not in breaches_without_a_fault()))


@cache
def breaches_without_a_fault() -> frozenset[str]:
    """What a walk finds in the small guide as it is: nothing, says a test."""
    return frozenset(str(breach) for breach in walk(small()).breaches)


def _summaries(patch: Patch, change: Callable[[Journey, Summary], Summary]) -> None:
    for module in (outputs_of, one_path):
        before = module.summarise
        patch.setattr(module, "summarise", lambda journey, day, before=before: change(journey, before(journey, day)))


def change_rows(patch: Patch, change: Callable[[EvidenceRow, int], EvidenceRow]) -> None:
    """Change each row of evidence, knowing how many concerns were said to matter a lot."""

    def changed(_: Journey, found: Summary) -> Summary:
        concerns = {concern for row in found.evidence for concern in row.concerns}
        return replace(found, evidence=tuple(change(row, len(concerns)) for row in found.evidence))

    _summaries(patch, changed)


def _documents(patch: Patch, change: Callable[[Summary, Document], Document]) -> None:
    before = layout.lay_out
    patch.setattr(layout, "lay_out", lambda summary: change(summary, before(summary)))


def _cells(patch: Patch, change: Callable[[Summary, OptionCell, tuple[str, ...]], tuple[str, ...]]) -> None:
    """Change what is printed in each cell of the rows of evidence."""

    def changed(summary: Summary, document: Document) -> Document:
        rows = {row.row: row.cells for row in summary.evidence}
        return replace(
            document,
            parts=tuple(
                replace(part, blocks=tuple(table(summary, block, rows[part.heading]) for block in part.blocks))
                if part.heading in rows
                else part
                for part in document.parts
            ),
        )

    def table(summary: Summary, block: Block, cells: tuple[OptionCell, ...]) -> Block:
        assert isinstance(block, Table)
        pairs = zip(block.rows, cells, strict=True)
        return replace(block, rows=tuple((name, change(summary, cell, said)) for (name, said), cell in pairs))

    _documents(patch, changed)


def _output(patch: Patch, module: Any, change: Callable[[str], str]) -> None:
    before = module.render
    patch.setattr(module, "render", lambda document: change(before(document)))


def evidence_hidden_by_an_answer(patch: Patch) -> None:
    """With two concerns that matter a lot, a cell loses a statement."""

    def change(row: EvidenceRow, concerns: int) -> EvidenceRow:
        cell = replace(row.cells[0], statements=row.cells[0].statements[: -1 if concerns > 1 else None])
        return replace(row, cells=(cell, *row.cells[1:]))

    change_rows(patch, change)


def evidence_reworded_by_an_answer(patch: Patch) -> None:
    """With one concern alone, statements get a word more."""

    def change(summary: Summary, cell: OptionCell, said: tuple[str, ...]) -> tuple[str, ...]:
        return (*said, "It may matter less.") if cell.statements and len(summary.matters) == 1 else said

    _cells(patch, change)


def option_dropped_from_a_row(patch: Patch) -> None:
    """A row of the summary has one option fewer."""
    change_rows(patch, lambda row, _: replace(row, cells=row.cells[:1]))


def options_sorted(patch: Patch) -> None:
    """The options stand in an order of the program's own."""
    change_rows(patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: cell.option))))


def fuller_option_first(patch: Patch) -> None:
    """The option with more statements comes last."""
    change_rows(
        patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: len(cell.statements))))
    )


def colour_by_option(patch: Patch) -> None:
    """One option's row is green."""
    _output(patch, web_page, lambda page: page.replace("<td ", '<td style="background: green" ', 1))


def colour_by_place(patch: Patch) -> None:
    """The style sheet makes the first option's row green."""
    patch.setattr(web_page, "block_style", lambda: "tbody tr:first-child { background: green }")


def off_route_answer_printed(patch: Patch) -> None:
    """Whatever was given counts, asked or not."""
    _summaries(patch, lambda journey, found: replace(found, own_questions=tuple(sorted(journey.answers.given))))


def disagreement_left_out(patch: Patch) -> None:
    """A cell shows the sides and does not say that they differ."""
    _cells(patch, lambda _, __, said: tuple(item for item in said if "differ" not in item))


def not_stated_as_none(patch: Patch) -> None:
    """A cell without statements reads as if nothing happened."""
    _cells(patch, lambda _, cell, said: said if cell.statements else ("None.",))


def not_stated_left_empty(patch: Patch) -> None:
    """A cell without statements is empty."""
    _cells(patch, lambda _, cell, said: said if cell.statements else ())


def absolute_left_alone(patch: Patch) -> Content:
    """An absolute loses the silence of the others beside it."""
    content = small()
    subject = content.subjects[0]
    topic = subject.topics[0]
    says = "It says that it never feels tight."
    statement = topic.statements[0].model_copy(update={"says": says})
    topics = (topic.model_copy(update={"statements": (statement,)}), *subject.topics[1:])
    _cells(patch, lambda _, __, said: tuple(item for item in said if "Says nothing" not in item))
    pieces = {name: getattr(content, name) for name in Content.model_fields}
    return Content.model_validate(pieces | {"subjects": (subject.model_copy(update={"topics": topics}),)})


def advice_in_the_summary(patch: Patch) -> None:
    """The line that says it gives no advice gives some."""
    advice = Paragraph("A splint would suit you.")
    _documents(patch, lambda _, document: replace(document, opening=(*document.opening, advice)))


def score_in_the_text(patch: Patch) -> None:
    """One output alone has a score."""
    _output(patch, text, lambda made: f"{made}\n\nSplint at night: an 80% match\n")


def help_left_out(patch: Patch) -> None:
    """The page has no words for an emergency."""
    _output(patch, web_page, lambda page: page.replace(small().say("help.body"), ""))


def never_out_of_date(patch: Patch) -> None:
    """The date of review passes unseen."""
    _summaries(patch, lambda _, found: replace(found, overdue=False))


def always_out_of_date(patch: Patch) -> None:
    """The guide calls itself out of date from the first day."""
    _summaries(patch, lambda _, found: replace(found, overdue=True))


def saved_file_loses_an_answer(patch: Patch) -> None:
    """The save file lacks the name."""
    before = save_file.save

    def shorter(content: Content, answers: Answers, saved_at: datetime) -> str:
        return before(content, answers.with_answer("first-name", None), saved_at)

    patch.setattr(save_file, "save", shorter)


def next_skips_a_screen(patch: Patch) -> None:
    """Next passes by every second screen."""
    before = Journey.next_screen

    def skipping(journey: Journey, screen_id: str) -> Screen | None:
        following = before(journey, screen_id)
        return before(journey, following.id) if following else None

    patch.setattr(Journey, "next_screen", skipping)


def back_goes_in_a_circle(patch: Patch) -> None:
    """Back from the first screen leads to the last."""
    before = Journey.previous_screen
    patch.setattr(Journey, "previous_screen", lambda journey, name: before(journey, name) or journey.screens[-1])


def question_asked_twice(patch: Patch) -> None:
    """A screen asks its questions again."""
    before = Journey.asked_on

    def twice(journey: Journey, screen: Screen) -> tuple[Step, ...]:
        return before(journey, screen) * 2

    patch.setattr(Journey, "asked_on", twice)


def output_that_fails(patch: Patch) -> None:
    """The text cannot be made of some answers."""

    def failing(page: str) -> str:
        raise ValueError(page[:9])

    _output(patch, text, failing)


def pdf_that_fails(patch: Patch) -> None:
    """No PDF can be made."""
    patch.setattr(pdf, "render", lambda document: document)


def field_for_a_verdict(patch: Patch) -> None:
    """What is printed gets a place for a verdict."""

    @dataclass(frozen=True)
    class Verdict:
        option: str

    Verdict.__module__ = "logic.summary.summary"
    patch.setattr(logic.summary.summary, "Verdict", Verdict, raising=False)


def function_that_ranks(patch: Patch) -> None:
    """The core learns to put options in an order."""

    def rank_options(options: list[Option]) -> list[Option]:
        return sorted(options, key=lambda option: option.name)

    rank_options.__module__ = "logic.summary.comparison"
    patch.setattr(logic.summary.comparison, "rank_options", rank_options, raising=False)


FAULTS: dict[str, Callable[[Patch], Content | None]] = {
    fault.__name__.replace("_", " "): fault
    for fault in (
        evidence_hidden_by_an_answer,
        evidence_reworded_by_an_answer,
        option_dropped_from_a_row,
        options_sorted,
        fuller_option_first,
        colour_by_option,
        colour_by_place,
        off_route_answer_printed,
        disagreement_left_out,
        not_stated_as_none,
        not_stated_left_empty,
        absolute_left_alone,
        advice_in_the_summary,
        score_in_the_text,
        help_left_out,
        never_out_of_date,
        always_out_of_date,
        saved_file_loses_an_answer,
        next_skips_a_screen,
        back_goes_in_a_circle,
        question_asked_twice,
        output_that_fails,
        pdf_that_fails,
        field_for_a_verdict,
        function_that_ranks,
    )
}
"""Every fault by its name."""
