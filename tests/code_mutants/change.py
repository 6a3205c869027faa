"""Ways to change what the program makes while it runs, for a fault to be put in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from logic.answers.journey import Journey
from logic.checks import outputs_of
from logic.checks.paths import one_path
from logic.outputs.document import Document
from logic.outputs.layouts import comparison as comparison_layout
from logic.outputs.layouts import summary as layout
from logic.summary.comparison import GridCell, GridRow
from logic.summary.summary import Summary


def change_summaries(patch: pytest.MonkeyPatch, change: Callable[[Journey, Summary], Summary]) -> None:
    """Change each summary that is made."""
    for module in (outputs_of, one_path):
        before = module.summarise

        def changed(journey: Journey, day: date, before: Callable[..., Summary] = before, **more: Any) -> Summary:
            return change(journey, before(journey, day, **more))

        patch.setattr(module, "summarise", changed)


def change_rows(patch: pytest.MonkeyPatch, change: Callable[[GridRow, int], GridRow]) -> None:
    """Change each row of evidence, knowing how many things were said to matter a lot."""

    def changed(_: Journey, found: Summary) -> Summary:
        rows = (change(row, len(found.evidence.rows)) for row in found.evidence.rows)
        return replace(found, evidence=replace(found.evidence, rows=tuple(rows)))

    change_summaries(patch, changed)


def change_documents(patch: pytest.MonkeyPatch, change: Callable[[Summary, Document], Document]) -> None:
    """Change each document that is laid out."""
    before = layout.lay_out
    patch.setattr(layout, "lay_out", lambda summary, **more: change(summary, before(summary, **more)))


def change_cells(patch: pytest.MonkeyPatch, change: Callable[[GridCell, tuple[str, ...]], tuple[str, ...]]) -> None:
    """Change what is printed in each cell of the rows of evidence."""
    before = comparison_layout.cell_texts
    patch.setattr(comparison_layout, "cell_texts", lambda content, cell: change(cell, tuple(before(content, cell))))


def change_output(patch: pytest.MonkeyPatch, module: Any, change: Callable[[str], str]) -> None:
    """Change what one output makes of a document."""
    before = module.render
    patch.setattr(module, "render", lambda document: change(before(document)))
