"""When a question is asked, and whether a condition holds, in the meaning of FHIR's `enableWhen`."""

from collections.abc import Mapping
from operator import ge, gt, le, lt
from typing import Literal

from logic.content.part import ContentPart, Id

Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]


class Clause(ContentPart):
    """One comparison of an earlier answer with a value, as FHIR `enableWhen` has it."""

    question: Id
    operator: Operator
    value: str | int | bool


class Condition(ContentPart):
    """When a question is asked: all of the clauses, or any of them."""

    all: tuple[Clause, ...] = ()
    any: tuple[Clause, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of whichever list was given."""
        return self.all or self.any


_ORDER = {">": gt, "<": lt, ">=": ge, "<=": le}


def holds(condition: Condition | None, answers: Mapping[str, object]) -> bool:
    """Tell whether the condition holds for the answers of questions that are on the route.

    A question that is hidden or left open has no answer there. No condition always holds.
    """
    if condition is None:
        return True
    if condition.all:
        return all(_clause_holds(clause, answers) for clause in condition.all)
    return any(_clause_holds(clause, answers) for clause in condition.any)


def _clause_holds(clause: Clause, answers: Mapping[str, object]) -> bool:
    answer = answers.get(clause.question)
    if clause.operator == "exists":
        return (answer is not None) is clause.value
    values = () if answer is None else answer if isinstance(answer, tuple) else (answer,)
    if clause.operator == "!=":
        # Of several answers, none may equal the value; so it is true where there is no answer.
        return clause.value not in values
    if clause.operator == "=":
        return clause.value in values
    compare = _ORDER[clause.operator]
    # "Not sure" is an answer that is neither more nor less than any number.
    return any(compare(value, clause.value) for value in values if isinstance(value, int))


def written(condition: Condition) -> str:
    """Return a condition as it is read: `hours < 6 or splint != yes`."""
    joined = " and " if condition.all else " or "
    return joined.join(_written(clause) for clause in condition.clauses)


def _written(clause: Clause) -> str:
    value = str(clause.value).lower() if isinstance(clause.value, bool) else clause.value
    return f"{clause.question} {clause.operator} {value}"
