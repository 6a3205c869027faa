"""Many random walks with a reload at a random point of each."""

import os
from collections.abc import Iterator, Sequence

import pytest

from tests.browser.conftest import NewPage
from tests.browser.person import Person
from tests.browser.walker import Walker
from tests.server_process import Server

WALKS = int(os.environ.get("WALKS", "45"))
"""In each run of the tests; scripts/soak takes another number."""
SHARES = 3
"""Parts in which they are walked, so that every processor can take some."""
IN_A_ROW = 5
"""Walks on the same answers, before the next one begins with none."""
AT_ONCE = 3
"""Tabs that walk in turn: while one loads its page, another is acted in."""


def walked(person: Person, seeds: Sequence[int]) -> Iterator[tuple[int, dict[str, object]] | None]:
    """Walk in one tab, yielding None at each pause and, at the end of each walk, its seed and what it lost."""
    for seed in seeds:
        for lost in Walker(person, seed).steps(IN_A_ROW):
            yield None if lost is None else (seed, lost)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_answer_is_lost_on_random_walks_with_a_reload(new_page: NewPage, guide_server: Server, share: int) -> None:
    """From random screens on, each walk answers, types, goes on and back, and reloads in the middle of it."""
    seeds = range(share, WALKS // IN_A_ROW, SHARES)
    tabs = [walked(Person(new_page(guide_server)), seeds[number::AT_ONCE]) for number in range(AT_ONCE)]
    ends: list[tuple[int, dict[str, object]]] = []
    while tabs:
        for tab in list(tabs):
            try:
                end = next(tab)
            except StopIteration:
                tabs.remove(tab)
                continue
            ends += [end] if end else []
    losses = [(seed, lost) for seed, lost in ends if lost]
    # Shown by scripts/soak, which walks more of them.
    print(f"{len(ends)} walks, each with a reload: {len(losses)} lost something")  # noqa: T201 - as the line above says

    assert len(ends) == len(seeds) * IN_A_ROW
    assert losses == []
