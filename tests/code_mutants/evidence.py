"""Faults in the evidence: cells, rows and options that are not as the documents have them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from logic.content.content import Content
from logic.content.evidence import Option, Row
from logic.outputs.document import Part, Table
from logic.outputs.drawing import web_page
from logic.outputs.layouts import comparison as comparison_layout
from logic.outputs.layouts import summary as layout
from logic.summary.comparison import Grid, GridRow
from tests.builders import small, small_with
from tests.code_mutants.change import change_cells, change_output, change_rows


def evidence_hidden_by_an_answer(patch: pytest.MonkeyPatch) -> None:
    """With two concerns that matter a lot, a cell loses a claim."""

    def change(row: GridRow, concerns: int) -> GridRow:
        cell = replace(row.cells[0], claims=row.cells[0].claims[: -1 if concerns > 1 else None])
        return replace(row, cells=(cell, *row.cells[1:]))

    change_rows(patch, change)


def evidence_reworded_by_an_answer(patch: pytest.MonkeyPatch) -> None:
    """With one row alone, cells lose their lines; with more, they get one."""
    change_cells(patch, lambda cell, said: (*said, "It may matter less.") if cell.claims else said)
    before = comparison_layout.row_parts

    def parts(content: Content, grid: Grid) -> Iterator[Part]:
        for part in before(content, grid):
            emptied = (replace(block, rows=()) if isinstance(block, Table) else block for block in part.blocks)
            yield part if len(grid.rows) > 1 else replace(part, blocks=tuple(emptied))

    patch.setattr(layout, "row_parts", parts)


def option_dropped_from_a_row(patch: pytest.MonkeyPatch) -> None:
    """A row of the summary has one option fewer."""
    change_rows(patch, lambda row, _: replace(row, cells=row.cells[:1]))


def options_sorted(patch: pytest.MonkeyPatch) -> None:
    """The options stand in an order of the program's own."""
    change_rows(patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: cell.option.name))))


def fuller_option_first(patch: pytest.MonkeyPatch) -> None:
    """The option with more claims comes last."""
    change_rows(patch, lambda row, _: replace(row, cells=tuple(sorted(row.cells, key=lambda cell: len(cell.claims)))))


def good_things_take_everything(patch: pytest.MonkeyPatch) -> Content:
    """A cell takes claims of every bearing, so that praise and harm stand in one row."""
    patch.setattr(Row, "takes", lambda row, topic, bearing: bearing is not None and row.id != topic.id)
    # Content keeps its cells once they were worked out, so these are worked out with the fault.
    return small_with()


def sentence_on_silence_left_out(patch: pytest.MonkeyPatch) -> Content:
    """Rows are folded, and no sentence names those on which an option is not spoken of."""
    content = small()
    third = Option(id="third", name="A third way", about="Another one.")
    comparison = content.comparison.model_copy(update={"options": (*content.comparison.options, third)})
    patch.setattr(Grid, "silences", ())
    pieces = {name: getattr(content, name) for name in Content.model_fields}
    return Content.model_validate(pieces | {"comparison": comparison})


def colour_by_option(patch: pytest.MonkeyPatch) -> None:
    """One option's row is green."""
    change_output(patch, web_page, lambda page: page.replace("<td ", '<td style="background: green" ', 1))


def colour_by_place(patch: pytest.MonkeyPatch) -> None:
    """The style sheet makes the first option's row green."""
    patch.setattr(web_page, "block_style", lambda: "tbody tr:first-child { background: green }")


def disagreement_left_out(patch: pytest.MonkeyPatch) -> None:
    """A cell shows the sides and does not say that they differ."""
    change_cells(patch, lambda _, said: tuple(item for item in said if "differ" not in item))


def not_stated_as_none(patch: pytest.MonkeyPatch) -> None:
    """A cell without claims reads as if nothing happened."""
    change_cells(patch, lambda cell, said: said if cell.claims else ("None.",))


def not_stated_left_empty(patch: pytest.MonkeyPatch) -> None:
    """A cell without claims is empty."""
    change_cells(patch, lambda cell, said: said if cell.claims else ())


def absolute_left_alone(patch: pytest.MonkeyPatch) -> Content:
    """An absolute loses the silence of the others beside it."""
    content = small()
    subject = content.subjects[0]
    topic = subject.topics[0]
    says = "It says that it never feels tight."
    claim = topic.statements[0].claims[0].model_copy(update={"says": says})
    statement = topic.statements[0].model_copy(update={"claims": (claim,)})
    topics = (topic.model_copy(update={"statements": (statement,)}), *subject.topics[1:])
    change_cells(patch, lambda _, said: tuple(item for item in said if "Says nothing" not in item))
    pieces = {name: getattr(content, name) for name in Content.model_fields}
    return Content.model_validate(pieces | {"subjects": (subject.model_copy(update={"topics": topics}),)})
