"""What decides which questions are asked: classes of answers, and the independent parts they fall into.

A condition sees an answer only through its clauses, so one representative stands for all answers that
every clause takes in the same way. Two questions belong to one part where a chain of conditions links
them; parts know nothing of each other, which is what makes a large guide walkable.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from logic.content.conditions import Clause, Condition, holds
from logic.content.content import Content
from logic.content.kinds.answer import Answer
from logic.content.kinds.question import Question

Route = Mapping[str, Answer]
"""Answers to the questions of a part, those left open and those not asked missing."""

ROUTES_OF_A_PART = 64
"""A part with more ways through it than this is not walked exhaustively: its questions are paired."""


@dataclass(frozen=True)
class AnswerClass:
    """One class of answers to a branching question, and the answer that stands for it (None: left open)."""

    name: str
    answer: Answer | None


@dataclass(frozen=True)
class IndependentFactors:
    """Branching questions that hang together, with the classes of each and every route through them.

    There are no routes where they are too many to walk one by one.
    """

    classes: Mapping[str, tuple[AnswerClass, ...]]
    routes: tuple[Route, ...]


def independent_factors(content: Content) -> tuple[IndependentFactors, ...]:
    """Return the independent parts in the order of the guide."""
    tested = _tested(content)
    found = []
    for ids in _components(content, tested):
        classes = {name: classes_of(content.questions[name], tested[name]) for name in ids}
        routes = tuple(islice(_routes(content, classes, tuple(ids), {}), ROUTES_OF_A_PART + 1))
        found.append(IndependentFactors(classes, routes if len(routes) <= ROUTES_OF_A_PART else ()))
    return tuple(found)


def _tested(content: Content) -> dict[str, tuple[Clause, ...]]:
    """Return the clauses on each question that a condition looks at, in the order of the guide."""
    conditions = [question.show_if for question in content.questions.values() if question.show_if]
    clauses = tuple(chain.from_iterable(condition.clauses for condition in conditions))
    by_question = {name: tuple(clause for clause in clauses if clause.question == name) for name in content.questions}
    return {name: found for name, found in by_question.items() if found}


def _components(content: Content, tested: Mapping[str, object]) -> list[list[str]]:
    """Return the branching questions in groups that no condition links."""
    group = {name: name for name in tested}
    for question in content.questions.values():
        linked = {clause.question for clause in question.show_if.clauses} if question.show_if else set()
        linked |= {question.id} & set(tested)
        joined = {group[name] for name in linked}
        first = next((name for name in tested if group[name] in joined), None)
        group = {name: group[first] if first and root in joined else root for name, root in group.items()}
    roots = dict.fromkeys(group.values())
    return [[name for name in tested if group[name] == root] for root in roots]


def classes_of(question: Question, clauses: tuple[Clause, ...]) -> tuple[AnswerClass, ...]:
    """Return the classes of a question's answers: what clauses can tell apart, not sure, and left open."""
    seen: dict[tuple[bool, ...], AnswerClass] = {}
    for name, answer in question.told_apart(clauses):
        seen.setdefault(_signature(question, clauses, answer), AnswerClass(name, answer))
    unsure = () if question.unsure is None else (AnswerClass("not sure", question.unsure),)
    return (*seen.values(), *unsure, AnswerClass("left open", None))


def _signature(question: Question, clauses: tuple[Clause, ...], answer: Answer | None) -> tuple[bool, ...]:
    given = {} if answer is None else {question.id: answer}
    return tuple(holds(Condition(all=(clause,)), given) for clause in clauses)


def _routes(
    content: Content, classes: Mapping[str, tuple[AnswerClass, ...]], ids: tuple[str, ...], given: Route
) -> Iterator[Route]:
    """Yield every way through a part; a question that is not asked on it branches no further."""
    if not ids:
        yield given
        return
    asked = holds(content.questions[ids[0]].show_if, given)
    for item in classes[ids[0]] if asked else ():
        yield from _routes(content, classes, ids[1:], given if item.answer is None else {**given, ids[0]: item.answer})
    if not asked:
        yield from _routes(content, classes, ids[1:], given)
