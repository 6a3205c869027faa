"""The walk: what every path is held to, and the shortest answers that show where it does not hold."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from logic.answers.answers import Answers
from logic.answers.journey import Step
from logic.checks.breaches import PROPERTIES, Breach, first_of_each
from logic.checks.paths.filling import filled
from logic.checks.paths.one_path import Walker
from logic.checks.paths.order import order_breaches, orders
from logic.checks.paths.shortest import shortest
from logic.checks.paths.walk import report_lines, review_breaches, walk
from logic.content.content import Content
from logic.outputs.document import Document
from logic.outputs.layouts import summary as layout
from logic.summary.comparison import GridRow
from logic.summary.summary import AnswerInWords, Summary
from tests import code_mutants
from tests.builders import small
from tests.code_mutants import evidence
from tests.code_mutants.change import change_rows


def test_orders__of_four__bring_each_to_each_place_and_change_each_pair_of_neighbours() -> None:
    """Few orders are enough to see whether order matters."""
    found = orders("abcd")

    assert "".join(found[-1]) == "dcba"
    assert {(item, place) for row in found for place, item in enumerate(row)} == set(product("abcd", range(4)))
    assert ("b", "a", "c", "d") in found


def test_walk__of_the_small_guide__finds_nothing_and_tells_what_it_did() -> None:
    """A guide on another decision is walked by the same code."""
    found = walk(small())
    lines = list(report_lines(found))

    assert found.breaches == ()
    assert (found.paths, found.singles, found.outputs["text"]) == (26, 33, 26)
    assert found.outputs["document"] == 33
    assert [line for line in lines if line.startswith("BREACH")] == []
    assert sum(line.startswith("holds") for line in lines) == len(PROPERTIES)


def test_shortest__of_a_breach_on_a_full_path__keeps_only_the_answers_that_show_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever mends it opens a file with one answer in it."""
    full = filled(small(), {}, (), 0)
    monkeypatch.setattr("logic.summary.summary.in_words", advising)
    found = shortest(small(), Breach("N004", "path", "you should", full), known=full)

    assert found.answers is not None
    assert dict(found.answers.given) == {"hours": 0}


def advising(content: Content, step: Step) -> AnswerInWords:
    """An answer in words, one of which is turned into advice."""
    said = step.question.values(step.answer, step.state, content.say)
    return AnswerInWords(step.question.label, ("You should wear it.",) if step.answer == 0 else said, step.state)


def test_shortest__of_what_no_walker_shows_again__leaves_the_answers_alone() -> None:
    """A breach is never lost for being hard to show."""
    breach = Breach("P006", "path", "the text", Answers({"who": "me"}))

    assert shortest(small(), breach, known=Answers()) is breach
    assert shortest(small(), Breach("P002", "guide", "x"), known=Answers()).answers is None


def test_walker__on_a_path_that_cannot_be_made__says_what_went_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program ends no walk."""
    code_mutants.FAULTS["output that fails"](monkeypatch)
    found = list(Walker(small()).path(Answers()))

    assert [(breach.code, breach.what) for breach in found] == [("P004", "ValueError: Discussio")]


def test_breaches__that_say_the_same__are_told_once() -> None:
    """A hundred paths through one fault are one finding."""
    one, other = Breach("N001", "path", "x", Answers({"who": "me"})), Breach("N001", "path", "x")

    assert first_of_each([one, other, Breach("N001", "path", "y")]) == (one, Breach("N001", "path", "y"))


FULL = filled(small(), {}, (), 0)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("option dropped from a row", "N001"),
        ("options sorted", "N002"),
        ("disagreement left out", "N012"),
        ("not stated as none", "N007"),
        ("colour by option", "N011"),
        ("colour by place", "N011"),
        ("score in the text", "N004"),
        ("help left out", "P007"),
        ("next skips a screen", "P001"),
        ("back goes in a circle", "P001"),
        ("question asked twice", "P003"),
        ("saved file loses an answer", "P005"),
        ("output that fails", "P004"),
    ],
)
def test_path__with_a_fault_of_the_program__shows_it_with_its_answers(
    monkeypatch: pytest.MonkeyPatch, fault: str, code: str
) -> None:
    """One path is enough to see it."""
    code_mutants.FAULTS[fault](monkeypatch)
    found = list(Walker(small()).path(FULL))

    assert code in {breach.code for breach in found}
    assert all(breach.answers == FULL for breach in found)


def test_path__that_prints_an_answer_off_the_route__shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said where nothing is asked counts for nothing."""
    code_mutants.FAULTS["off route answer printed"](monkeypatch)
    answers = Answers({"splint": "no", "numb": "no"})

    assert [breach.what for breach in Walker(small()).path(answers, off_route=True)] == ["numb"]
    assert list(Walker(small()).path(Answers({"splint": "no"}), off_route=True)) == []


def test_path__with_a_row_that_is_not_printed__shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the summary holds has to reach the paper."""
    before = layout.lay_out

    def shorter(summary: Summary, **more: Any) -> Document:
        document = before(summary, **more)
        return replace(document, parts=tuple(part for part in document.parts if part.heading != "Good things"))

    monkeypatch.setattr(layout, "lay_out", shorter)

    assert [breach.what for breach in Walker(small()).path(FULL)] == ["the row good-things is not printed"]


def test_path__with_a_cell_that_lacks_a_statement__names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement left out of a cell is evidence hidden."""
    code_mutants.FAULTS["evidence hidden by an answer"](monkeypatch)
    found = [breach.what for breach in Walker(small()).path(FULL)]

    assert "good-things of splint lacks hours-worn/leaflet-b" in found


def test_path__with_an_absolute_left_alone__names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside an absolute that nobody contradicts stands who is silent."""
    content = evidence.absolute_left_alone(monkeypatch)

    assert {breach.code for breach in Walker(content).path(FULL)} == {"N005"}


def test_shortest__of_evidence_that_changes__keeps_a_path_to_hold_it_against(monkeypatch: pytest.MonkeyPatch) -> None:
    """One path alone cannot show that it differs from another."""
    code_mutants.FAULTS["evidence reworded by an answer"](monkeypatch)
    answers = Answers({"who": "me", "matters": {"less-pain": "a-lot"}})
    found = shortest(small(), Breach("N001", "path", "good-things changes", answers), known=FULL)

    assert found.answers == Answers({"matters": {"less-pain": "a-lot"}})


def test_order__kept_by_the_program_itself__is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turning the options round in the content has to turn them round on paper, and nothing else is told here."""

    def kept(row: GridRow, _: int) -> GridRow:
        cells = tuple(replace(cell, claims=()) for cell in row.cells)
        return replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.option.name, reverse=True)))

    change_rows(monkeypatch, kept)

    assert {breach.code for breach in order_breaches(small(), FULL)} == {"N002"}


def test_order__beside_other_faults__tells_of_the_order_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What else is wrong with a path is found by walking it."""
    code_mutants.FAULTS["not stated as none"](monkeypatch)

    assert list(order_breaches(small(), FULL)) == []


def test_order__that_changes_a_word__is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option that stands first is told nothing that the others are not."""
    before = layout.lay_out

    def flattering(summary: Summary, **more: Any) -> Document:
        first = summary.content.comparison.options[0].name
        return replace(before(summary, **more), footer=f"First of all: {first}")

    monkeypatch.setattr(layout, "lay_out", flattering)

    assert [breach.what for breach in order_breaches(small(), FULL)] == ["none, splint"]


@pytest.mark.parametrize("fault", ["never out of date", "always out of date"])
def test_review__told_wrongly__is_found_in_both_outputs(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """Past the date every output says so, and up to it none does."""
    code_mutants.FAULTS[fault](monkeypatch)

    assert [breach.code for breach in review_breaches(small(), FULL)] == ["P006", "P006"]


def test_walk__of_a_guide_whose_outputs_fail__ends_with_the_shortest_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else is wrong waits until something can be made."""
    code_mutants.FAULTS["output that fails"](monkeypatch)
    code_mutants.FAULTS["pdf that fails"](monkeypatch)
    found = walk(small())

    assert {breach.code for breach in found.breaches} == {"P004"}
    assert found.breaches[0].answers == Answers({})
    assert "BREACH P004 every output can be made" in list(report_lines(found))
