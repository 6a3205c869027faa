"""Conditions mean what FHIR's `enableWhen` means."""

import pytest

from logic.content.conditions import Clause, Condition, holds
from logic.content.kinds.answer import Answer
from tests.builders import guide_of, question, walk, when

ONE = [
    # operator, value, and whether it holds where the answer is a, b, "not sure", or missing
    ("exists", True, (True, True, True, False)),
    ("exists", False, (False, False, False, True)),
    ("=", "a", (True, False, False, False)),
    ("!=", "a", (False, True, True, True)),
]
SEVERAL = [
    # the same where the answer is a, a and b, b and c, "not sure", or missing
    ("exists", True, (True, True, True, True, False)),
    ("exists", False, (False, False, False, False, True)),
    ("=", "a", (True, True, False, False, False)),
    ("!=", "a", (False, False, True, True, True)),
]
NUMBER = [
    # the same where the answer is 5, 6, 7, "not sure", or missing
    ("exists", True, (True, True, True, True, False)),
    ("exists", False, (False, False, False, False, True)),
    ("=", 6, (False, True, False, False, False)),
    ("!=", 6, (True, False, True, True, True)),
    (">", 6, (False, False, True, False, False)),
    ("<", 6, (True, False, False, False, False)),
    (">=", 6, (False, True, True, False, False)),
    ("<=", 6, (True, True, False, False, False)),
]


def truths(operator: str, value: str | int | bool, answers: tuple[Answer | None, ...]) -> tuple[bool, ...]:
    """Whether one clause holds for each of these answers to the question it looks at."""
    condition = when("asked", operator, value)
    return tuple(holds(condition, {} if answer is None else {"asked": answer}) for answer in answers)


@pytest.mark.parametrize(("operator", "value", "expected"), ONE)
def test_one_choice__each_operator__holds_as_in_fhir(operator: str, value: str, expected: tuple[bool, ...]) -> None:
    """Only != holds without an answer, and "not sure" is an answer like any other."""
    assert expected == truths(operator, value, ("a", "b", "not-sure", None))


@pytest.mark.parametrize(("operator", "value", "expected"), SEVERAL)
def test_several_choices__each_operator__looks_at_every_one(
    operator: str, value: str, expected: tuple[bool, ...]
) -> None:
    """Several answers equal a value where one of them does, and differ from it where none does."""
    assert expected == truths(operator, value, (("a",), ("a", "b"), ("b", "c"), "not-sure", None))


@pytest.mark.parametrize(("operator", "value", "expected"), NUMBER)
def test_number__each_operator__compares(operator: str, value: int, expected: tuple[bool, ...]) -> None:
    """A missing number and "not sure" are neither more nor less than any number."""
    assert expected == truths(operator, value, (5, 6, 7, "not-sure", None))


def test_words__exists__holds_once_something_is_written() -> None:
    """Words can only be asked whether they are there."""
    assert truths("exists", True, ("Sleep.", None)) == (True, False)


def test_no_condition__any_answers__holds() -> None:
    """A question without a condition is always asked."""
    assert holds(None, {}) is True


@pytest.mark.parametrize(
    ("first", "second", "every", "some"),
    [("a", "a", True, True), ("a", "b", False, True), ("b", "a", False, True), ("b", "b", False, False)],
)
def test_two_clauses__all_or_any__are_joined(first: str, second: str, every: bool, some: bool) -> None:
    """`all` wants both clauses, `any` wants one."""
    clauses = tuple(Clause(question=name, operator="=", value="a") for name in ("first", "second"))
    answers: dict[str, Answer] = {"first": first, "second": second}

    assert (holds(Condition(all=clauses), answers), holds(Condition(any=clauses), answers)) == (every, some)


@pytest.mark.parametrize(
    ("operator", "value", "asked"),
    [("exists", True, False), ("exists", False, True), ("=", "a", False), ("!=", "a", True)],
)
def test_hidden_question__each_operator__counts_as_unanswered(operator: str, value: str | bool, asked: bool) -> None:
    """A condition on a hidden question sees no answer there, although one was given."""
    content = guide_of(
        (
            question("first"),
            question("second", show_if=when("first", "=", "b")),
            question("third", show_if=when("second", operator, value)),
        )
    )
    third = walk(content, {"first": "a", "second": "a"}).by_question["third"]

    assert (third.state != "not-asked") is asked
