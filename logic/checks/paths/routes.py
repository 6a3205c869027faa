"""The routes to walk: those of each independent part, joined as far as there is time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from logic.answers.answers import Answers
from logic.answers.journey import Step, journey
from logic.checks.breaches import Breach
from logic.checks.paths.branching import IndependentFactors, Route, independent_factors
from logic.checks.paths.covering import join_all, join_pairs, size_of
from logic.content.content import Content
from logic.content.kinds.answer import State

JOINED = 1000
"""With more ways than this to join the parts, every two meet instead of all."""


@dataclass(frozen=True)
class Routes:
    """What is walked: the parts, the routes through all of them, and how the routes were joined."""

    parts: tuple[IndependentFactors, ...]
    joined: tuple[Route, ...]
    ways: int
    """How many ways there are to join the factors; all of them are walked, or as many as pairs take."""

    @property
    def branching(self) -> frozenset[str]:
        """The ids of the questions that decide what is asked."""
        return frozenset(name for part in self.parts for name in part.classes)

    @property
    def classes(self) -> int:
        """How many branching classes there are in all."""
        return sum(len(found) for part in self.parts for found in part.classes.values())

    @property
    def told(self) -> tuple[str, ...]:
        """What is exhaustive and what is pairwise, exactly."""
        return (*(_told(number, part) for number, part in enumerate(self.parts, 1)), self._told_joined())

    def _told_joined(self) -> str:
        if len(self.joined) == self.ways:
            return f"The parts joined: exhaustive, all {self.ways} ways."
        walked = f"{len(self.joined)} of {self.ways} ways"
        return f"The parts joined: pairwise, {walked}: every two routes of two parts meet."


def routes(content: Content) -> Routes:
    """Return the routes to walk through a guide, always the same ones."""
    found = independent_factors(content)
    factors = [factor for part in found for factor in _factors(part)]
    ways = size_of(factors)
    rows = join_all(factors) if ways <= JOINED else join_pairs(factors)
    return Routes(found, tuple({name: row[name] for row in chosen for name in row} for chosen in rows), ways)


def one_of_each(found: Routes) -> tuple[Route, ...]:
    """Return routes in which every class of every branching question stands at least once, where it can be asked."""
    seen: set[tuple[str, object]] = set()
    chosen: list[Route] = []
    for route in found.joined:
        here = set(route.items())
        if not here <= seen or not chosen:
            chosen.append(route)
            seen |= here
    return tuple(chosen)


def asked_first(content: Content, found: Routes) -> Mapping[str, Route]:
    """Return the first route that asks each question, by question; one that no route asks is not there."""
    first: dict[str, Route] = {}
    for route in found.joined:
        steps = journey(content, Answers(route)).steps
        first |= {step.question.id: route for step in reversed(steps) if _new(step, first)}
    return first


def dead_breaches(content: Content) -> Iterator[Breach]:
    """Find questions that no route asks."""
    asked = asked_first(content, routes(content))
    yield from (Breach("P002", "guide", name) for name in content.questions if name not in asked)


def _new(step: Step, first: Mapping[str, Route]) -> bool:
    return step.state is not State.NOT_ASKED and step.question.id not in first


def _factors(part: IndependentFactors) -> Iterator[Sequence[Route]]:
    if part.routes:
        yield part.routes
        return
    for name, classes in part.classes.items():
        yield [{} if item.answer is None else {name: item.answer} for item in classes]


def _told(number: int, part: IndependentFactors) -> str:
    names = ", ".join(f"{name} ({len(classes)})" for name, classes in part.classes.items())
    how = f"exhaustive, {len(part.routes)} routes" if part.routes else "pairwise, its questions being too many to join"
    return f"Part {number}: {names}: {how}."
