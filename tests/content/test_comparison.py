"""The shipped comparison and the concerns that lead to it: the same rows for all, and none out of reach."""

import re

from logic.content.evidence import Row
from logic.content.kinds.several import Several
from logic.summary.comparison import all_options
from tests.builders import questions, shipped

OPTIONS = ["pump", "tablets", "injections", "rehab", "as-now"]
ROWS = [
    "how-given",
    "meant-to-do",
    "where-it-fits",
    "good-things",
    "unwanted-things",
    "drug-side-effects",
    "device-problems",
    "what-starting-takes",
    "visits-and-travel",
    "rehab-with-it",
    "if-stopped",
    "can-be-undone",
    "cost-and-cover",
]

CONCERNS = {
    "less-pain",
    "fewer-spasms",
    "sleep",
    "sitting",
    "moving",
    "walking",
    "washing-and-dressing",
    "being-alert",
    "keeping-useful-stiffness",
    "avoiding-surgery",
    "avoiding-what-shows",
    "avoiding-repeat-surgery",
    "fewer-visits",
    "being-able-to-stop",
    "risk-if-delivery-stops",
    "control-over-dose",
    "cost-and-cover",
    "less-load-on-carers",
    "daily-activities",
}


def test_comparison__five_options__have_the_same_thirteen_rows() -> None:
    """No option has a row that another lacks."""
    comparison = shipped().comparison

    assert [option.id for option in comparison.options] == OPTIONS
    assert [row.id for row in comparison.rows] == ROWS
    assert [[cell.option.id for cell in row.cells] for row in all_options(shipped()).rows] == [OPTIONS] * 13


def test_rows__of_the_comparison__hold_no_cell_that_anybody_filed() -> None:
    """A row names topics and bearings for all options alike, and no option, document or statement."""
    assert set(Row.model_fields) == {"id", "name", "topics", "bearings"}
    assert [row.id for row in shipped().comparison.rows if not set(row.topics) <= set(shipped().topics)] == []


def test_comes_first__of_the_concerns__names_no_option() -> None:
    """What comes first is what a person wants from life, never a treatment."""
    asked = shipped().questions["first-things"]
    assert isinstance(asked, Several)
    offered = {choice.label.lower() for choice in asked.choices}

    assert not [label for label in offered if re.search(r"pump|tablet|injection|rehab", label)]
    assert asked.up_to == 2


def test_concerns__all_nineteen__are_asked_without_a_total() -> None:
    """Each concern is asked once, and each leads to rows of the comparison."""
    concerns = [concern for asked in questions() for concern in asked.concerns]

    assert {choice.id for choice in concerns} == CONCERNS
    assert len(concerns) == 19
    assert [choice.id for choice in concerns if not choice.rows] == []


def test_concerns__together__reach_every_row() -> None:
    """No row is out of reach of what may matter to a person."""
    reached = {row for asked in questions() for concern in asked.concerns for row in concern.rows}

    assert reached == set(ROWS)
