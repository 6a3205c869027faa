"""What a server takes: seconds to start, memory and descriptors of an open page, and what is left of a closed one."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from bench.figures import SHORT, Result, Target, spread, table, times
from bench.rerun import QUESTION, WORKS, page_of
from bench.servers import DEFAULT, GUIDE, TUNED, bare, found, guide
from bench.watch import memory, processes_of
from tests.server_process import Server
from tests.visitor import Visitor, visit

STARTS, PAGES = 3, 100
FORGOTTEN_SECONDS = 165
"""Streamlit holds the session of a closed page for two minutes, and the guide looks for such every half minute."""

Serve = Callable[[Path], AbstractContextManager[Server]]


def measure() -> Result:
    """Return the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with guide(folder) as server:
            items = page_of(server, WORKS[QUESTION])
        serves: dict[str, Serve] = {
            GUIDE: guide,
            TUNED: lambda folder: bare(folder, items, tuned=True),
            DEFAULT: lambda folder: bare(folder, items, tuned=False),
        }
        starts = {who: [_start(serve, folder) for _ in range(times(STARTS))] for who, serve in serves.items()}
        kept = {who: _pages(serve, folder, wait=who == GUIDE) for who, serve in serves.items()}
    heads = (
        "server",
        "start to first page",
        "memory, nobody there",
        "an open page",
        "descriptors a page",
        "after closing",
    )
    rows = [(who, spread(starts[who], "s", 1), *kept[who].told()) for who in serves]
    ours = kept[GUIDE]
    figures = {"base_mb": ours.base, "page_mb": ours.page, "descriptors": ours.descriptors}
    return Result(table(heads, rows), [ours.target()], figures)


class Kept:
    """Megabytes before, with and after so many open pages, and the descriptors that each takes."""

    def __init__(self, base: float, full: float, after: float | None, descriptors: float) -> None:
        self.base, self.full, self.after, self.descriptors = base, full, after, descriptors

    @property
    def page(self) -> float:
        """Megabytes of an open page."""
        return (self.full - self.base) / times(PAGES)

    def told(self) -> Iterator[str]:
        """Yield the cells of the table."""
        yield f"{self.base:.0f} MB"
        yield f"{self.page:.2f} MB"
        yield f"{self.descriptors:.1f}"
        yield "" if self.after is None else f"{self._returned():.0%} given back"

    def _returned(self) -> float:
        return (self.full - (self.after or 0)) / max(0.1, self.full - self.base)

    def target(self) -> Target:
        """Return whether closed pages give their memory back."""
        share = self._returned()
        return Target("memory that closed pages give back", "at least 80 %", f"{share:.0%}", share >= 0.8)


def _start(serve: Serve, folder: Path) -> float:
    begun = time.monotonic()
    with serve(folder) as server, visit(server):
        return time.monotonic() - begun


def _pages(serve: Serve, folder: Path, *, wait: bool) -> Kept:
    count = times(PAGES)
    with serve(folder) as server:
        # The first pages load what all later ones share.
        for _ in range(3):
            with visit(server) as person:
                _settle(person, ours=wait)
        # The guide's maker of PDFs loads fonts meanwhile.
        time.sleep(3)
        base, opened = megabytes(server), _descriptors(server)
        with ExitStack() as pages:
            for _ in range(count):
                _settle(pages.enter_context(visit(server)), ours=wait)
            full, each = megabytes(server), (_descriptors(server) - opened) / count
        if not wait:
            return Kept(base, full, None, each)
        time.sleep(5 if SHORT else FORGOTTEN_SECONDS)
        return Kept(base, full, megabytes(server), each)


def _settle(person: Visitor, *, ours: bool) -> None:
    """Go where an idle page is measured: a question that is on the screen, with the answers of a usual person."""
    if ours:
        person.say("said", found(WORKS[QUESTION].screen))
        person.run(page="guide")


def megabytes(server: Server) -> float:
    """Return the memory of a server and of what it started."""
    return sum(map(memory, processes_of(server.process.pid))) / 1_000_000


def _descriptors(server: Server) -> int:
    return sum(1 for _ in Path(f"/proc/{server.process.pid}/fd").iterdir())
