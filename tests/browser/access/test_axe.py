"""Every kind of state that a page can be in, as assistive technology and a poor eye meet it."""

import os
from collections.abc import Callable, Iterator
from itertools import cycle

import pytest

from tests.browser.access.every_state import State, asked_alone, asked_together, in_fields, places, warned
from tests.browser.access.look import WAYS, Look
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import beside_the_guide
from tests.server_process import SLOW, Server

# `scripts/soak axe` looks at every state in every way, which takes a quarter of an hour.
WHOLE = "AXE_WHOLE" in os.environ


@pytest.mark.parametrize(
    ("states", "one_in"),
    [(asked_together, 12), (asked_alone, 12), (warned, 2), (in_fields, 2), (places, 4)],
    ids=["together", "alone", "warned", "fields", "places"],
)
def test_every_state_passes_axe_in_every_way(
    new_page: NewPage,
    guide_server: Server,
    record_property: Callable[[str, object], None],
    states: Callable[[], Iterator[State]],
    one_in: int,
) -> None:
    """Wide and narrow, light, dark and in forced colours; all that is pressed is 44 px large and has a name of its own.

    The suite looks at some of the states, the same each time, in one way each; at a quarter of them on a slow device,
    where axe finds the same and takes long.
    """
    # Without motion no colour is measured half-way through a change.
    watched = new_page(guide_server, reduced_motion="reduce")
    look = Look(watched.page)
    every, ways = tuple(states()), cycle(WAYS)
    step = 1 if WHOLE else 4 * one_in if SLOW else one_in
    for state in every[::step]:
        forget(watched)
        state.show(watched)
        look(state.name, WAYS if WHOLE else [next(ways)])
    record_property("axe", f"{look.states} of {len(every)} states, {look.looks} looks, {len(look.wrong)} violations")

    assert look.wrong == []


def forget(watched: Watched) -> None:
    """Let nothing be kept of the state before, not the last width of the window either."""
    watched.page.set_viewport_size({"width": 1280, "height": 900})
    beside_the_guide(watched.page, watched.server.address)
    watched.page.evaluate("() => [sessionStorage, localStorage].forEach(kept => kept.clear())")
