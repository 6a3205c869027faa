"""The shipped guide is as long as it is meant to be, on the short way and on the whole one."""

import pytest

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.content.kinds.answer import Answer, State
from logic.files.open_file import open_file
from tests.builders import PERSONAS, shipped


def test_questions__their_number__lets_a_tired_person_through() -> None:
    """Seven sections, a few questions a screen, and what one person is asked stays within bounds."""
    sections, screens = shipped().sections, shipped().screens.values()

    assert [section.id for section in sections] == ["you", "body", "tablets", "refills", "trial", "matters", "check"]
    assert [section.id for section in sections if section.consideration] == ["body", "tablets", "refills", "trial"]
    assert max(len(screen.questions) for screen in screens) <= 4


USUAL: dict[str, Answer] = {
    "who-answers": "person",
    "pump-now": "no",
    "spasm-often": "many-a-day",
    "tablets-tried": "taking-now",
    "tablets-which": ("baclofen",),
    "baclofen-side-effects": ("drowsiness",),
}


@pytest.mark.parametrize(("way", "least", "most", "screens"), [("short", 22, 28, 22), ("all", 60, 80, 45)])
def test_way__through_the_guide__is_as_long_as_it_is_meant_to_be(way: str, least: int, most: int, screens: int) -> None:
    """Somebody who takes tablets is asked under thirty questions on the short way."""
    asked, shown = journey(shipped(), Answers({**USUAL, "way": way})).length

    assert least <= asked <= most
    assert shown <= screens


@pytest.mark.parametrize("name", ["mostly-open", "ms-tablets", "parent-cp", "spinal-far", "stroke-few-muscles"])
def test_short_way__of_a_persona__asks_twenty_eight_questions_at_most(name: str) -> None:
    """Whoever stopped tablets says why in place of rating each, and of two drugs baclofen is the one asked about."""
    said = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    given: dict[str, Answer] = {"way": "short"}
    assert said is not None
    while more := [
        step.question.id
        for step in journey(shipped(), Answers(given)).steps
        if step.state is State.LEFT_OPEN and step.question.id in said.given
    ]:
        given |= {question: said.given[question] for question in more}

    assert 22 <= journey(shipped(), Answers(given)).length[0] <= 28


def test_short_way__nothing_known_yet__asks_between_twenty_two_and_twenty_eight() -> None:
    """That is what Start says before anybody has answered."""
    assert 22 <= journey(shipped(), Answers({"way": "short"})).length[0] <= 28
