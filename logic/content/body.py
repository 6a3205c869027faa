"""The figure of a body: each area as an outline and as the room in which it can be pressed, seen from two sides.

The one source of what is drawn on the screen, on the web page and on paper. It knows areas by their id
alone; their names belong to the content. Lengths are in units of the figure, which is `WIDTH` by `HEIGHT`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import dist

Point = tuple[float, float]

WIDTH, HEIGHT = 100, 196
SMALLEST = 20
"""The least that a target measures both ways: with a figure of 220 px or more it is 44 px."""


@dataclass(frozen=True)
class Outline:
    """A closed line: where it starts, then curves, each as two control points and an end."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Spot:
    """An area seen from one side."""

    area: str
    outline: Outline
    target: Box
    """Where it can be pressed: no smaller than `SMALLEST`, and apart from every other target."""
    middle: Point


@dataclass(frozen=True)
class View:
    """The body from one side, its areas from head to foot."""

    name: str
    left_first: bool
    """Whether the body's own left is on the left of the picture."""
    head: Outline
    lines: tuple[tuple[Point, ...], ...]
    """What tells front from back."""
    places: tuple[Spot, ...]


# Corners, how round they are, and the target; of a pair the one on the right of the picture.
_Drawn = tuple[tuple[Point, ...], float, Box]
_HEAD = ((43, 3), (57, 3), (60.5, 13), (57, 24), (52.5, 27.5), (47.5, 27.5), (43, 24), (39.5, 13))
_NECK: _Drawn = (((45, 29), (55, 29), (56, 34), (61, 38.5), (39, 38.5), (44, 34)), 2, Box(38, 20, 24, 20))
_TRUNK: _Drawn = (((38.5, 40), (61.5, 40), (63.5, 55), (60.5, 80), (39.5, 80), (36.5, 55)), 5, Box(36, 40, 28, 41))
_PAIRS: dict[str, _Drawn] = {
    "shoulder": (((64.3, 40), (71, 40.5), (78.5, 46), (80, 54), (66, 54)), 4, Box(64, 34, 24, 20)),
    "arm": (((70.2, 55.8), (80, 55.8), (83, 71), (89, 91), (80.5, 93.5), (73.5, 77)), 3, Box(70, 54, 24, 40)),
    "hand": (
        ((81, 96.5), (89.5, 94.5), (94, 102), (93, 112), (88, 114.5), (84.5, 108), (79, 104)),
        2.5,
        Box(74, 94, 24, 22),
    ),
    "hip": (((51, 82), (60.5, 82), (65, 99), (64, 102), (53, 102.5), (51, 100)), 3, Box(50, 81, 20, 22)),
    "thigh": (((52, 104.5), (65, 104), (64.5, 120), (62, 141), (53, 141), (51.5, 120)), 3.5, Box(50, 103, 22, 39)),
    "lower-leg": (((53, 143), (62, 143), (63.5, 154), (60, 173), (54, 173), (52, 154)), 3.5, Box(50, 142, 22, 32)),
    "foot": (((54, 175), (60.5, 175), (66.5, 185), (65, 188.5), (54, 188.5), (52.5, 184)), 2.5, Box(50, 174, 22, 20)),
}


def _views() -> Iterator[View]:
    for name, left_first, middle, lines in (("front", False, "trunk", _FACE), ("back", True, "back", _HAIR)):
        pairs = (place for part, drawn in _PAIRS.items() for place in _pair(part, drawn, left_first=left_first))
        places = (_place("neck", _NECK), _place(middle, _TRUNK), *pairs)
        yield View(name, left_first, _rounded(_HEAD, 5), lines, places)


def _pair(part: str, drawn: _Drawn, *, left_first: bool) -> Iterator[Spot]:
    yield _place(f"left-{part}", _mirrored(drawn) if left_first else drawn)
    yield _place(f"right-{part}", drawn if left_first else _mirrored(drawn))


def _mirrored(drawn: _Drawn) -> _Drawn:
    corners, radius, box = drawn
    return tuple((WIDTH - x, y) for x, y in corners), radius, replace(box, x=WIDTH - box.x - box.width)


def _place(area: str, drawn: _Drawn) -> Spot:
    corners, radius, target = drawn
    middle = (sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners))
    return Spot(area, _rounded(corners, radius), target, _fixed(middle))


def _rounded(corners: tuple[Point, ...], radius: float) -> Outline:
    """Return the line from corner to corner, each corner cut off and bridged by a curve."""
    before, after = (corners[-1], *corners[:-1]), (*corners[1:], corners[0])
    start = at = _towards(corners[-1], corners[0], radius)
    curves: list[tuple[Point, Point, Point]] = []
    for last, corner, following in zip(before, corners, after, strict=True):
        reach, leave = _towards(corner, last, radius), _towards(corner, following, radius)
        # With its control points on the way, a curve is a straight line.
        curves.append((_between(at, reach, 1 / 3), _between(at, reach, 2 / 3), reach))
        curves.append((_between(reach, corner, 0.55), _between(leave, corner, 0.55), leave))
        at = leave
    return Outline(start, tuple(curves))


def _towards(corner: Point, other: Point, radius: float) -> Point:
    return _between(corner, other, min(radius / dist(corner, other), 0.5))


def _between(one: Point, other: Point, share: float) -> Point:
    return _fixed((one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share))


def _fixed(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


_FACE = (((46, 12.5), (46, 14)), ((54, 12.5), (54, 14)), ((47, 20), (48.5, 20.7), (51.5, 20.7), (53, 20)))
_HAIR = (((41.5, 17.5), (45, 19.2), (50, 19.8), (55, 19.2), (58.5, 17.5)),)

VIEWS: tuple[View, ...] = tuple(_views())
AREAS = frozenset(place.area for view in VIEWS for place in view.places)
"""Every area that can be drawn."""
