"""The summary takes no side: the same evidence whatever was said, and no place for a verdict."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from logic.content.kinds.answer import Answer
from logic.summary.comparison import GridCell, GridRow
from logic.summary.questions_to_ask import Suggestion
from logic.summary.summary import AnswerInWords, Summary
from tests.builders import shipped, summary_of

ANSWERS_THAT_PULL_APART: tuple[dict[str, Answer], ...] = (
    {
        "tablets-tried": "taking-now",
        "tablets-help": "a-lot",
        "side-effects": ("none-of-these",),
        "pattern": "few-muscles",
        "surgery-feel": "would-not-want",
        "trip-time": 600,
        "trip-sure": "often-in-doubt",
    },
    {
        "tablets-tried": "took-before",
        "tablets-help": "not-at-all",
        "side-effects": ("drowsiness", "weakness", "confusion"),
        "pattern": "most-of-body",
        "surgery-feel": "fine-with-it",
        "trip-time": 5,
        "trip-sure": "every-time",
    },
)


def test_evidence__opposite_answers__says_the_same() -> None:
    """Answers decide what is shown; what a document says of it never depends on them."""
    concerns = {name: shipped().questions[name] for name in ("matters-daily-life", "matters-body", "matters-living")}
    matters: dict[str, Answer] = {
        name: {choice.id: "a-lot" for choice in asked.offered} for name, asked in concerns.items()
    }
    one, other = (summary_of(shipped(), given | matters, with_evidence=True) for given in ANSWERS_THAT_PULL_APART)

    assert one.evidence == other.evidence
    assert len(one.evidence.rows) >= 10


def test_evidence__one_concern_or_all__has_equal_rows_for_equal_rows() -> None:
    """A row does not change because another stands beside it."""
    every = {choice.id: "a-lot" for choice in shipped().questions["matters-living"].offered}
    together = {
        row.id: row.cells for row in summary_of(shipped(), {"matters-living": every}, with_evidence=True).evidence.rows
    }

    for concern in every:
        for row in summary_of(shipped(), {"matters-living": {concern: "a-lot"}}, with_evidence=True).evidence.rows:
            assert row.cells == together[row.id]


def test_evidence__row__has_every_option_in_the_order_of_the_content() -> None:
    """No answer moves an option before another."""
    every = {choice.id: "a-lot" for choice in shipped().questions["matters-body"].offered}
    for given in ANSWERS_THAT_PULL_APART:
        for row in summary_of(shipped(), given | {"matters-body": every}, with_evidence=True).evidence.rows:
            assert [cell.option.name for cell in row.cells] == [
                "Baclofen pump",
                "Medicines by mouth",
                "Injections into a few muscles",
                "Stretching, exercise and rehab",
                "Keeping things as they are for now",
            ]


FIELDS = {
    "content", "made", "name", "has_pump", "page_one", "tells_questions", "questions", "sections",
    "of_writer", "writer", "observations", "evidence", "left_out", "overdue",
}  # fmt: skip


def test_summary__its_fields__hold_no_place_for_a_verdict() -> None:
    """Whoever adds a field has to name it here, and think whether a verdict could stand in it."""
    assert {field.name for field in fields(Summary)} == FIELDS
    assert {field.name for field in fields(GridRow)} == {"id", "name", "cells", "folded", "note"}
    assert {field.name for field in fields(GridCell)} == {"option", "claims", "differing"}
    assert {field.name for field in fields(AnswerInWords)} == {"label", "values", "state", "columns", "rows"}
    assert {field.name for field in fields(Suggestion)} == {"id", "question", "reason", "theme", "origin", "kept"}


def test_summary__its_values__are_never_numbers() -> None:
    """A score would be a number, and no field of a summary or of its parts can hold one."""
    assert _types(Summary) & {int, float, complex} == set()


def _types(kind: Any) -> set[Any]:
    """Every type that a value of this type is made of, the content's own models aside."""
    if is_dataclass(kind):
        return set().union(*(_types(hint) for hint in get_type_hints(kind).values()))
    if get_origin(kind) is not None or get_args(kind):
        return set().union(*(_types(part) for part in get_args(kind)))
    return {kind}
