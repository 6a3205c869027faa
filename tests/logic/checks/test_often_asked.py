"""The forty questions that people really ask: each can be raised, and one that drops out is noticed."""

import pytest
from hypothesis import given

from logic.__main__ import main
from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.often_asked import FORTY, reaches, told, whole
from logic.summary.questions_to_ask import by_theme, raised
from tests.any_answers import some_answers
from tests.builders import ROOT, shipped

SMALL = str(ROOT / "tests" / "fixtures" / "small")


def test_forty__of_the_shipped_guide__can_all_be_raised(capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells how, a line each."""
    assert main(["questions"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == FORTY + 1
    assert lines[-1] == "40 of 40 can be raised within two presses from any answers."
    assert lines[1] == " 2 How likely it is to work: open “What could change”, keep often-likely"


def test_forty__one_taken_out__fails(capsys: pytest.CaptureFixture[str]) -> None:
    """A guide that has none of them is not whole."""
    assert main(["questions", "--content", SMALL]) == 1
    assert capsys.readouterr().out == "0 of 40 can be raised within two presses from any answers.\n"


def test_reach__of_a_question_that_nothing_offers__is_told() -> None:
    """Without words of its own and without its subject, a matter drops out."""
    content = shipped().model_copy(update={"not_covered": shipped().not_covered[1:]})
    found = reaches(content)

    assert not whole(found)
    assert [line for line in told(found) if "NOT FROM ANY ANSWERS" in line] == [
        "29 Scans and other care: NOT FROM ANY ANSWERS nothing; by an answer: open-mri"
    ]


@given(some_answers())
def test_forty__whatever_was_answered__are_each_under_a_theme(answers: Answers) -> None:
    """Two presses, one on the theme and one to keep, are enough from anywhere."""
    made = journey(shipped(), answers)
    listed = {item.id for theme in by_theme(made) for item in theme.items}

    assert [name for name, ways in raised(made).items() if not set(ways) & listed] == []
