"""Where the person is in the guide, as it is stored, and the way back there.

It goes with the answers rather than into the save file: a file is opened to carry on, at the start.
"""

from collections.abc import Mapping
from typing import Any

from logic.summary import parts
from ui.guide_content import content
from ui.state import Session, current


def place_of(session: Session) -> dict[str, Any]:
    """Return what brings the person back to the same screen in the same state."""
    return {
        "screen": session.screen,
        "changing": session.changing_from is not None,
        "told_urgent": session.told_urgent,
        "left_out": sorted(session.left_out),
    }


def go_back_to(session: Session, place: Mapping[str, Any]) -> None:
    """Go there, as far as it still exists and is on the route of the answers."""
    journey = current()
    screen = place.get("screen")
    if isinstance(screen, str) and screen in content().screens:
        on_route = any(screen == known.id for known in journey.screens)
        before = content().screens[screen] if on_route else journey.previous_screen(screen)
        session.screen = before.id if before else journey.screens[0].id
    # The journey before the change is gone, so what the change opened is found on the check page instead.
    session.changing_from = journey if place.get("changing") is True else None
    session.told_urgent = place.get("told_urgent") is True
    known = {part for part, _ in parts(content())}
    left_out = place.get("left_out")
    session.left_out = frozenset(part for part in left_out if part in known) if isinstance(left_out, list) else frozenset()
