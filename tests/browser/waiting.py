"""How long a test waits for what a page is to do, and looks again until it is so."""

import time
from collections.abc import Callable

from playwright.sync_api import Locator

from tests.server_process import SLOW

PATIENCE = 60 if SLOW else 15


def until(fact: Callable[[], bool], what: str) -> None:
    """Look again until it is so. Nothing in a page can be waited for from within: the policy forbids it."""
    deadline = time.monotonic() + PATIENCE
    while not fact():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {PATIENCE} seconds: {what}")
        time.sleep(0.01)


def until_still(part: Locator) -> None:
    """Wait until nothing in a part moves any more: a pointer misses what a fold that opens is still moving."""
    part.evaluate("part => Promise.allSettled(part.getAnimations({ subtree: true }).map(one => one.finished))")


def middle_of(control: Locator) -> tuple[float, float]:
    """Return where in the window a pointer presses a control, as soon as that stands still and nothing lies over it."""
    control.click(trial=True)
    box = control.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
