"""The way through the screens of one path: its end, its questions, and opening its saved file again."""

from collections import Counter
from collections.abc import Iterator

from logic.answers.journey import Journey
from logic.checks.breaches import Breach
from logic.checks.outputs_of import Outputs
from logic.content.kinds.answer import State
from logic.files.open_file import open_file

PATH = "path"
"""Where a breach stands that some answers show."""


def way_breaches(made: Outputs) -> Iterator[Breach]:
    """Find where the way breaks, a question that comes twice, and a file that does not come back."""
    yield from _way(made.journey)
    yield from _twice(made.journey)
    opened = open_file(made.content, made.saved.encode())
    if opened.answers != made.answers or opened.misfits:
        yield Breach("P005", PATH, opened.refusal or ", ".join(item.what for item in opened.misfits) or "it differs")


def _way(journey: Journey) -> Iterator[Breach]:
    route = [screen.id for screen in journey.screens]
    onward, home = _followed(journey, route[0], forward=True), _followed(journey, route[-1], forward=False)
    if onward != route:
        yield Breach("P001", PATH, f"Next leads from {route[0]} to {onward[-1]}")
    if home != route[::-1]:
        yield Breach("P001", PATH, f"Back leads from {route[-1]} to {home[-1]}")
    for name in route:
        place = journey.place(name)
        if not (1 <= place.section <= place.sections and 1 <= place.screen <= place.screens):
            yield Breach("P001", PATH, f"{name} has no place")


def _followed(journey: Journey, start: str, *, forward: bool) -> list[str]:
    seen = [start]
    # More steps than there are screens would be a circle.
    for _ in journey.content.screens:
        following = journey.next_screen(seen[-1]) if forward else journey.previous_screen(seen[-1])
        if following is None:
            break
        seen.append(following.id)
    return seen


def _twice(journey: Journey) -> Iterator[Breach]:
    asked = Counter(step.question.id for screen in journey.screens for step in journey.asked_on(screen))
    yield from (Breach("P003", PATH, name) for name, count in asked.items() if count > 1)
    on_route = [step.question.id for step in journey.steps if step.state is not State.NOT_ASKED]
    yield from (Breach("P001", PATH, f"no screen asks {name}") for name in on_route if name not in asked)
