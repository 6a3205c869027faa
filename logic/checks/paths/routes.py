"""The routes to walk: those of each independent part, joined in every way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product
from math import prod

from logic.answers.answers import Answers
from logic.answers.journey import Step, journey
from logic.checks.breaches import Breach
from logic.checks.paths.branching import MOST, Part, Route, parts
from logic.content.content import Content
from logic.content.kinds.answer import State


class TooManyRoutes(Exception):
    """The guide branches so much that not every route through it can be walked."""


@dataclass(frozen=True)
class Routes:
    """What is walked: the parts, and the routes through all of them."""

    parts: tuple[Part, ...]
    joined: tuple[Route, ...]

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
        """What is walked, exactly."""
        parts = (
            f"Part {number}: {', '.join(f'{name} ({len(classes)})' for name, classes in part.classes.items())}: "
            f"exhaustive, {len(part.routes)} routes."
            for number, part in enumerate(self.parts, 1)
        )
        return (*parts, f"The parts joined: exhaustive, all {len(self.joined)} ways.")


def routes(content: Content) -> Routes:
    """Return the routes to walk through a guide, always the same ones. Raises TooManyRoutes."""
    found = parts(content)
    if prod(len(part.routes) for part in found) > MOST:
        raise TooManyRoutes(
            f"There are more than {MOST} routes through the guide: let fewer questions decide what is asked."
        )
    chosen = product(*(part.routes for part in found))
    joined = (chain.from_iterable(route.items() for route in of_parts) for of_parts in chosen)
    return Routes(found, tuple(map(dict, joined)))


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
