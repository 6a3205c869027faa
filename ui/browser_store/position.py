"""Where the person is in the guide and what they have picked there, as it is stored and restored.

It goes with the answers rather than into the save file: none of it is an answer, and a file is opened to
begin at the start. The second person's view is not stored: its file belongs to somebody else.
"""

from collections.abc import Mapping
from typing import Any

from logic.answers.left_out import parts
from logic.summary.refills import gaps
from ui.session.comfort import comfort_from
from ui.session.guide_content import content
from ui.session.picks import ALL, OWN, Picks
from ui.session.refills import gap_name
from ui.session.visit import Guided, Visit, current

_NUMBERS = ("trip", "people", "own_gap", "years")
_SETS = ("rows", "in_summary")
_YES_OR_NO = ("tries_trip",)


def position_of(visit: Visit) -> dict[str, Any]:
    """Return what brings the person back to the same screen in the same state."""
    place = _in_the_guide(visit)
    if visit.guided.at is not None:
        place["guided"] = visit.guided.at
    if visit.question is not None:
        place["question"] = visit.question
    if visit.one_at_a_time is not None:
        place["one_at_a_time"] = visit.one_at_a_time
    if comfort := visit.comfort.stored():
        place["comfort"] = comfort
    if visit.warned:
        place["warned"] = sorted(visit.warned)
    if not visit.file_in_pdf:
        place["file_in_pdf"] = False
    if visit.side_hidden:
        place["side_hidden"] = True
    picks = visit.picks
    if picks != Picks():
        as_list = {name: sorted(getattr(picks, name)) for name in _SETS} | {"options": list(picks.options)}
        place["looking"] = {name: getattr(picks, name) for name in ("gap", *_NUMBERS, *_YES_OR_NO)} | as_list
    return place


def first_position() -> dict[str, Any]:
    """Return the position of somebody who has not been anywhere or picked anything, which is not worth storing."""
    return _in_the_guide(Visit())


def _in_the_guide(visit: Visit) -> dict[str, Any]:
    return {
        "screen": visit.screen,
        "changing": visit.changing_from is not None,
        "told_urgent": visit.told_urgent,
        "left_out": sorted(visit.left_out),
    }


def restore_position(visit: Visit, place: Mapping[str, Any]) -> None:
    """Put a visit back where it was, as far as that still exists and is on the route of the answers."""
    _go_near(visit, place.get("screen"))
    # The journey before the change is gone, so what the change opened is found on the check page instead.
    visit.changing_from = current() if place.get("changing") is True else None
    visit.told_urgent = place.get("told_urgent") is True
    visit.left_out = frozenset(_among({*dict(parts(content())), *content().questions}, place.get("left_out")))
    # A part that the screen does not have, or no longer, is passed over when it is drawn.
    visit.question = place["question"] if isinstance(place.get("question"), str) else None
    visit.one_at_a_time = place["one_at_a_time"] if isinstance(place.get("one_at_a_time"), bool) else None
    visit.comfort = comfort_from(place.get("comfort"))
    visit.warned = frozenset(_among(set(content().topics), place.get("warned")))
    visit.file_in_pdf = place.get("file_in_pdf") is not False
    visit.side_hidden = place.get("side_hidden") is True
    if isinstance(place.get("guided"), str):
        visit.guided.at = place["guided"]
    if isinstance(place.get("looking"), dict):
        _restore_picks(visit.picks, place["looking"])


def show_again(visit: Visit, screen: str) -> None:
    """Look again at a screen, by the name that the browser's history has for it: that of `focus_heading`."""
    place, _, shown = screen.partition(" ")
    if place == "guided":
        visit.guided = Guided(shown)
    elif place == "guide":
        name, _, part = shown.partition("/")
        _go_near(visit, name)
        visit.question = part


def _go_near(visit: Visit, screen: object) -> None:
    """Go to a screen, or to the nearest before it where the answers no longer lead there."""
    if isinstance(screen, str) and screen in content().screens:
        journey = current()
        on_route = any(screen == known.id for known in journey.screens)
        before = content().screens[screen] if on_route else journey.previous_screen(screen)
        visit.screen = before.id if before else journey.screens[0].id


def _restore_picks(here: Picks, picks: Mapping[str, Any]) -> None:
    comparison = content().comparison
    here.options = tuple(_among({option.id for option in comparison.options}, picks.get("options")))
    here.rows = frozenset(_among({row.id for row in comparison.rows}, picks.get("rows")))
    here.in_summary = frozenset(item for item in _list(picks.get("in_summary")) if isinstance(item, str))
    if picks.get("gap") in {ALL, OWN, *map(gap_name, gaps(content()))}:
        here.gap = picks["gap"]
    for name in _YES_OR_NO:
        here.put(name, picks.get(name) is True)
    for name in _NUMBERS:
        number: Any = picks.get(name)
        here.put(name, float(number) if type(number) in (int, float) and abs(number) < 1e9 else None)


def _among(known: set[str], value: object) -> list[str]:
    return list(dict.fromkeys(item for item in _list(value) if isinstance(item, str) and item in known))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
