"""The questions for the doctor that the answers suggest."""

import pytest

from logic.answers.answers import ToAsk
from logic.content.kinds.answer import Answer
from logic.summary.questions_to_ask import suggestions
from tests.builders import small, walk


def suggested(given: dict[str, Answer], left_out: frozenset[str] = frozenset()) -> list[str]:
    """The ids of what is suggested for these answers."""
    return [ask.id for ask in suggestions(walk(small(), given), left_out)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"splint": "not-sure"}, ["ask-which"]),
        ({"splint": "yes"}, []),
        ({"hours": 0}, ["ask-hours"]),
        ({"hours": "not-sure"}, []),
        ({"splint": "no", "wakes": ("pain", "noise")}, ["ask-pain"]),
        ({"splint": "no", "wakes": ("noise",)}, []),
        ({"splint": "yes", "wakes": ("pain",)}, []),
        ({"matters": {"free-hands": "a-lot"}}, ["ask-free"]),
        ({"matters": {"free-hands": "a-little", "less-pain": "a-lot"}}, []),
        ({"matters": {"free-hands": "not-sure", "less-pain": "not-sure"}}, []),
        (
            {"matters": {"free-hands": "a-lot"}, "splint": "not-sure", "hours": 5},
            ["ask-which", "ask-hours", "ask-free"],
        ),
    ],
)
def test_suggestions__each_kind_of_answer__suggests_in_the_order_of_the_guide(
    given: dict[str, Answer], expected: list[str]
) -> None:
    """What an answer suggests comes first, and what no document covers always follows."""
    assert suggested(given) == [*expected, "open-summer"]


def test_suggestions__section_left_out__suggests_nothing_from_it() -> None:
    """A question to ask would tell what was answered there."""
    assert suggested({"splint": "not-sure", "hours": 5}, frozenset({"hand"})) == ["ask-hours", "open-summer"]


def test_suggestion__from_an_answer__gives_its_reason() -> None:
    """Nobody has to guess why a question is suggested."""
    first, last = suggestions(walk(small(), {"splint": "not-sure"}))

    assert (first.question, first.reason) == ("Which splints are there?", "You were not sure whether you have one.")
    assert (first.covered, last.covered) == (True, False)


def test_suggestions__kept_dropped_or_neither__are_told_apart() -> None:
    """What the person did with a suggestion is theirs; doing nothing is neither."""
    to_ask = ToAsk(kept=("ask-which",), dropped=("open-summer",))
    found = suggestions(walk(small(), {"splint": "not-sure", "hours": 5}, to_ask=to_ask))

    assert {ask.id: ask.kept for ask in found} == {"ask-which": True, "ask-hours": None, "open-summer": False}
