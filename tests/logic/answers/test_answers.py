"""Answers: the four states told apart, and what of a value from outside is an answer."""

import pytest

from logic.answers.answers import Answers
from logic.content.kinds.answer import Answer, State
from logic.content.kinds.ticks import TickedChoice
from tests.builders import question

NOWHERE = tuple(TickedChoice(id=name, label=name, alone=name == "none") for name in ("a", "b", "none"))


@pytest.mark.parametrize(
    ("kind", "answer", "state"),
    [
        ("one", "a", State.ANSWERED),
        ("one", "not-sure", State.NOT_SURE),
        ("one", None, State.LEFT_OPEN),
        ("several", ("a", "b"), State.ANSWERED),
        ("several", "not-sure", State.NOT_SURE),
        ("several", (), State.LEFT_OPEN),
        ("body_areas", ("a",), State.ANSWERED),
        ("number", 0, State.ANSWERED),
        ("number", "not-sure", State.NOT_SURE),
        ("number", None, State.LEFT_OPEN),
        ("words", "not-sure", State.ANSWERED),
        ("words", " \n\t", State.LEFT_OPEN),
        ("words", "", State.LEFT_OPEN),
        ("importance", {"a": "not-at-all"}, State.ANSWERED),
        ("importance", {"a": "not-sure", "b": "a-little"}, State.ANSWERED),
        ("importance", {"a": "not-sure", "b": "not-sure"}, State.NOT_SURE),
        ("importance", {}, State.LEFT_OPEN),
    ],
)
def test_state__each_kind_of_question__tells_the_four_apart(kind: str, answer: Answer | None, state: State) -> None:
    """An answer, "not sure" and nothing are three things, and zero and "not at all" are answers."""
    assert question("asked", kind).state(answer) is state


@pytest.mark.parametrize(
    ("kind", "value", "answer", "left"),
    [
        ("one", "a", "a", None),
        ("one", "not-sure", "not-sure", None),
        ("one", "gone", None, "gone"),
        ("one", ["a"], None, ["a"]),
        ("one", 1, None, 1),
        ("one", None, None, None),
        ("several", ["b", "a"], ("a", "b"), None),
        ("several", ["a", "a"], ("a",), None),
        ("several", ["gone", "a", 7], ("a",), ["gone", 7]),
        ("several", ["gone"], None, ["gone"]),
        ("several", "not-sure", "not-sure", None),
        ("several", "a", None, "a"),
        ("several", [], None, None),
        ("body_areas", ["a"], ("a",), None),
        ("number", 0, 0, None),
        ("number", 24, 24, None),
        ("number", 25, None, 25),
        ("number", -1, None, -1),
        ("number", 7.0, None, 7.0),
        ("number", True, None, True),
        ("number", "7", None, "7"),
        ("number", "not-sure", "not-sure", None),
        ("words", "Less pain.", "Less pain.", None),
        ("words", "not-sure", "not-sure", None),
        ("words", ["Less pain."], None, ["Less pain."]),
        ("importance", {"b": "a-lot", "a": "not-sure"}, {"a": "not-sure", "b": "a-lot"}, None),
        ("importance", {"a": "a-lot", "gone": "a-lot"}, {"a": "a-lot"}, {"gone": "a-lot"}),
        ("importance", {"a": 3, "b": ["a-lot"]}, None, {"a": 3, "b": ["a-lot"]}),
        ("importance", "not-sure", None, "not-sure"),
        ("importance", {}, None, None),
    ],
)
def test_fitting__value_from_outside__is_an_answer_or_left_over(
    kind: str, value: object, answer: Answer | None, left: object
) -> None:
    """What fits is taken in the order of the guide, and nothing of the rest is lost."""
    assert question("asked", kind).fitting(value) == (answer, left)


def test_fitting__not_sure_where_it_is_not_offered__is_left_over() -> None:
    """A question that offers no "not sure" has no such answer."""
    assert question("asked", not_sure=False).fitting("not-sure") == (None, "not-sure")


def test_fitting__choice_that_stands_alone_with_others__is_left_over_whole() -> None:
    """A "None of these" beside another choice says two things, and nobody picks one of them."""
    assert question("asked", "several", choices=NOWHERE).fitting(["a", "none"]) == (None, ["a", "none"])


def test_fitting__choice_that_stands_alone__is_an_answer() -> None:
    """A "None of these" by itself is an answer."""
    assert question("asked", "several", choices=NOWHERE).fitting(["none"]) == (("none",), None)


@pytest.mark.parametrize(("length", "fits"), [(5000, True), (5001, False)])
def test_fitting__words__may_have_5000_characters(length: int, fits: bool) -> None:
    """Longer words than that are left over, whole."""
    text = "x" * length

    assert question("asked", "words").fitting(text) == ((text, None) if fits else (None, text))


def test_with_answer__new_value__leaves_the_old_answers_as_they_were() -> None:
    """Changing an answer makes new answers."""
    before = Answers({"first": "a", "second": "b"})
    after = before.with_answer("first", "c")

    assert before.given == {"first": "a", "second": "b"}
    assert after.given == {"first": "c", "second": "b"}


def test_with_answer__none__takes_the_answer_back() -> None:
    """No answer is a missing key, never an empty one."""
    assert Answers({"first": "a", "second": "b"}).with_answer("first", None).given == {"second": "b"}


@pytest.mark.parametrize(
    ("answers", "something"),
    [(Answers(), False), (Answers({"first": "a"}), True), (Answers(observations={"hand": "Warm."}), True)],
)
def test_holds_something__anything_said__is_true(answers: Answers, something: bool) -> None:
    """Only answers in which nothing at all was said may be replaced without asking."""
    assert answers.holds_something is something
