"""Many random walks with a reload at a random point of each."""

import os
from collections.abc import Iterator

from tests.browser.conftest import NewPage
from tests.browser.person import Person
from tests.browser.walker import Walker
from tests.server_process import Server

WALKS = int(os.environ.get("WALKS", "200"))
"""In each run of the tests; scripts/soak takes another number."""
END = object()
AT_ONCE = 4
"""Tabs that walk in turn: while one loads its page, another is acted in."""


def walked(person: Person, seeds: range) -> Iterator[Walker | None]:
    """Walk once for each seed in one tab, yielding each walker at its end and None at each pause."""
    for seed in seeds:
        walker = Walker(person, seed)
        for _ in walker.steps():
            yield None
        yield walker


def test_no_answer_is_lost_on_random_walks_with_a_reload(new_page: NewPage, guide_server: Server) -> None:
    """Each walk starts at a random screen, answers, types, goes on and back, and reloads in the middle of it."""
    people = [Person(new_page(guide_server)) for _ in range(AT_ONCE)]
    tabs = [walked(person, range(number, WALKS, AT_ONCE)) for number, person in enumerate(people)]
    lost: dict[int, dict[str, object]] = {}
    ended, answers = 0, 0
    while tabs:
        for tab in list(tabs):
            walker = next(tab, END)
            if walker is END:
                tabs.remove(tab)
            elif isinstance(walker, Walker):
                ended, answers = ended + 1, answers + len(walker.given)
                lost |= {walker.seed: walker.lost()} if walker.lost() else {}
    # Shown by scripts/soak, which walks more of them.
    print(f"{ended} walks with {answers} answers and {ended} reloads: {len(lost)} walks lost something")  # noqa: T201 - as the line above says

    assert ended == WALKS
    assert lost == {}
