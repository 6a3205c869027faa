"""Faults put into the program while it runs, and what catches each on a walk through the small guide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
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
from logic.content.evidence import Option, Row
from logic.content.questions import Screen
from logic.files import save_file
from logic.outputs.document import Document, Paragraph, Part, Table
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.layouts import comparison as comparison_layout
from logic.outputs.layouts import summary as layout
from logic.summary.comparison import Grid, GridCell, GridRow
from logic.summary.summary import Summary
from tests.builders import small, small_with

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

        def changed(journey: Journey, day: date, before: Callable[..., Summary] = before, **more: Any) -> Summary:
            return change(journey, before(journey, day, **more))

        patch.setattr(module, "summarise", changed)


def change_rows(patch: Patch, change: Callable[[GridRow, int], GridRow]) -> None:
    """Change each row of evidence, knowing how many things were said to matter a lot."""

    def changed(_: Journey, found: Summary) -> Summary:
        rows = (change(row, len(found.evidence.rows)) for row in found.evidence.rows)
        return replace(found, evidence=replace(found.evidence, rows=tuple(rows)))

    _summaries(patch, changed)


def _documents(patch: Patch, change: Callable[[Summary, Document], Document]) -> None:
    before = layout.lay_out
    patch.setattr(layout, "lay_out", lambda summary, **more: change(summary, before(summary, **more)))


def _cells(patch: Patch, change: Callable[[GridCell, tuple[str, ...]], tuple[str, ...]]) -> None:
    """Change what is printed in each cell of the rows of evidence."""
    before = comparison_layout.cell_texts
    patch.setattr(comparison_layout, "cell_texts", lambda content, cell: change(cell, tuple(before(content, cell))))


def _output(patch: Patch, module: Any, change: Callable[[str], str]) -> None:
    before = module.render
    patch.setattr(module, "render", lambda document: change(before(document)))


def evidence_hidden_by_an_answer(patch: Patch) -> None:
    """With two concerns that matter a lot, a cell loses a claim."""

    def change(row: GridRow, concerns: int) -> GridRow:
        cell = replace(row.cells[0], claims=row.cells[0].claims[: -1 if concerns > 1 else None])
        return replace(row, cells=(cell, *row.cells[1:]))

    change_rows(patch, change)


def evidence_reworded_by_an_answer(patch: Patch) -> None:
    """With one row alone, cells lose their lines; with more, they get one."""
    _cells(patch, lambda cell, said: (*said, "It may matter less.") if cell.claims else said)
    before = comparison_layout.row_parts

    def parts(content: Content, grid: Grid) -> Iterator[Part]:
        for part in before(content, grid):
            emptied = (replace(block, rows=()) if isinstance(block, Table) else block for block in part.blocks)
            yield part if len(grid.rows) > 1 else replace(part, blocks=tuple(emptied))

    patch.setattr(layout, "row_parts", parts)


def option_dropped_from_a_row(patch: Patch) -> None:
    """A row of the summary has one option fewer."""
    change_rows(patch, lambda row, _: replace(row, cells=row.cells[:1]))


def options_sorted(patch: Patch) -> None:
    """The options stand in an order of the program's own."""
    change_rows(patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: cell.option.name))))


def fuller_option_first(patch: Patch) -> None:
    """The option with more claims comes last."""
    change_rows(patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: len(cell.claims)))))


def good_things_take_everything(patch: Patch) -> Content:
    """A cell takes claims of every bearing, so that praise and harm stand in one row."""
    patch.setattr(Row, "takes", lambda row, topic, bearing: bearing is not None and row.id != topic.id)
    # Content keeps its cells once they were worked out, so these are worked out with the fault.
    return small_with()


def sentence_on_silence_left_out(patch: Patch) -> Content:
    """Rows are folded, and no sentence names those on which an option is not spoken of."""
    content = small()
    third = Option(id="third", name="A third way", about="Another one.")
    comparison = content.comparison.model_copy(update={"options": (*content.comparison.options, third)})
    patch.setattr(Grid, "silences", ())
    pieces = {name: getattr(content, name) for name in Content.model_fields}
    return Content.model_validate(pieces | {"comparison": comparison})


def colour_by_option(patch: Patch) -> None:
    """One option's row is green."""
    _output(patch, web_page, lambda page: page.replace("<td ", '<td style="background: green" ', 1))


def colour_by_place(patch: Patch) -> None:
    """The style sheet makes the first option's row green."""
    patch.setattr(web_page, "block_style", lambda: "tbody tr:first-child { background: green }")


def off_route_answer_printed(patch: Patch) -> None:
    """Whatever was given counts, asked or not."""
    _summaries(patch, lambda journey, found: replace(found, questions=tuple(sorted(journey.answers.given))))


def disagreement_left_out(patch: Patch) -> None:
    """A cell shows the sides and does not say that they differ."""
    _cells(patch, lambda _, said: tuple(item for item in said if "differ" not in item))


def not_stated_as_none(patch: Patch) -> None:
    """A cell without claims reads as if nothing happened."""
    _cells(patch, lambda cell, said: said if cell.claims else ("None.",))


def not_stated_left_empty(patch: Patch) -> None:
    """A cell without claims is empty."""
    _cells(patch, lambda cell, said: said if cell.claims else ())


def absolute_left_alone(patch: Patch) -> Content:
    """An absolute loses the silence of the others beside it."""
    content = small()
    subject = content.subjects[0]
    topic = subject.topics[0]
    says = "It says that it never feels tight."
    claim = topic.statements[0].claims[0].model_copy(update={"says": says})
    statement = topic.statements[0].model_copy(update={"claims": (claim,)})
    topics = (topic.model_copy(update={"statements": (statement,)}), *subject.topics[1:])
    _cells(patch, lambda _, said: tuple(item for item in said if "Says nothing" not in item))
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
        good_things_take_everything,
        sentence_on_silence_left_out,
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
