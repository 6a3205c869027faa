"""What a server takes: seconds to start, memory and descriptors of an open page, and what is left of a closed one."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
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
    heads = ["server", "start to first page", "memory, nobody there", "an open page", "descriptors a page"]
    heads += [f"{times(PAGES)} pages open", "closed and forgotten", "as many open anew"]
    rows = [(who, spread(starts[who], "s", 1), *kept[who].told()) for who in serves]
    ours = kept[GUIDE]
    figures = {"base_mb": ours.base, "page_mb": ours.page, "descriptors": ours.descriptors}
    return Result(table(heads, rows), [ours.target()], figures)


@dataclass(frozen=True)
class Kept:
    """Megabytes before and with so many open pages, and the descriptors that each takes."""

    base: float
    full: float
    descriptors: float
    after: float = 0
    """When all pages were closed and their sessions forgotten; not looked at where it is 0."""
    again: float = 0
    """With as many pages open as before, after that."""

    @property
    def page(self) -> float:
        """Megabytes of an open page."""
        return (self.full - self.base) / times(PAGES)

    def told(self) -> Iterator[str]:
        """Yield the cells of the table."""
        yield f"{self.base:.0f} MB"
        yield f"{self.page:.2f} MB"
        yield f"{self.descriptors:.1f}"
        yield f"{self.full:.0f} MB"
        yield f"{self.after:.0f} MB" if self.after else ""
        yield f"{self.again:.0f} MB" if self.again else ""

    def target(self) -> Target:
        """Return whether what closed pages leave behind is used again. Python hands little of it back to the system."""
        more = (self.again - self.full) / max(0.1, self.full - self.base)
        what = f"memory that {times(PAGES)} pages take when as many were closed before"
        return Target(what, "at most a fifth of theirs more", f"{more:.0%} more", more <= 0.2)


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
        full, each = _open(server, count, opened, ours=wait)
        if not wait:
            return Kept(base, full, each)
        time.sleep(5 if SHORT else FORGOTTEN_SECONDS)
        after = megabytes(server)
        return Kept(base, full, each, after, _open(server, count, opened, ours=wait)[0])


def _open(server: Server, count: int, opened: int, *, ours: bool) -> tuple[float, float]:
    """Open so many pages and close them; return the megabytes in between, and the descriptors that each takes."""
    with ExitStack() as pages:
        for _ in range(count):
            _settle(pages.enter_context(visit(server)), ours=ours)
        return megabytes(server), (_descriptors(server) - opened) / count


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
