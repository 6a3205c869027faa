"""The routes to walk: those of each independent part, joined as far as there is time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from logic.checks.branching import Part, Route, parts
from logic.checks.covering import join_all, join_pairs, size_of
from logic.content import Content

JOINED = 1000
"""With more ways than this to join the parts, every two meet instead of all."""


@dataclass(frozen=True)
class Routes:
    """What is walked: the parts, the routes through all of them, and how the routes were joined."""

    parts: tuple[Part, ...]
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
        return f"The parts joined: pairwise, every two routes of two parts meet on one of {len(self.joined)} of {self.ways} ways."


def routes(content: Content) -> Routes:
    """Return the routes to walk through a guide, always the same ones."""
    found = parts(content)
    factors = [factor for part in found for factor in _factors(part)]
    ways = size_of(factors)
    rows = join_all(factors) if ways <= JOINED else join_pairs(factors)
    return Routes(found, tuple({name: row[name] for row in chosen for name in row} for chosen in rows), ways)


def one_of_each(found: Routes) -> tuple[Route, ...]:
    """Return routes in which every class of every branching question stands at least once, where it can be asked."""
    seen: set[tuple[str, object]] = set()
    chosen = []
    for route in found.joined:
        here = set(route.items())
        if not here <= seen or not chosen:
            chosen.append(route)
            seen |= here
    return tuple(chosen)


def _factors(part: Part) -> Iterator[Sequence[Route]]:
    if part.routes:
        yield part.routes
        return
    for name, classes in part.classes.items():
        yield [{} if item.answer is None else {name: item.answer} for item in classes]


def _told(number: int, part: Part) -> str:
    names = ", ".join(f"{name} ({len(classes)})" for name, classes in part.classes.items())
    how = f"exhaustive, {len(part.routes)} routes" if part.routes else "pairwise, its questions being too many to join"
    return f"Part {number}: {names}: {how}."
