"""How long a choice takes with many people at once: the guide's screens beside bare pages with the same widgets."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.crowd import Clicks, Crowd, Work, crowd
from bench.figures import Result, Target, seconds, share, table
from bench.servers import DEFAULT, GUIDE, TUNED, bare, described, found, guide
from tests.server_process import Server
from tests.visitor import visit

QUESTION, BODY_MAP, GRID = "five concerns", "body map", "Compare"
WORKS = {
    QUESTION: Work("guide", "matters-body-screen", "answer-"),
    BODY_MAP: Work("guide", "body-map", "answer-"),
    GRID: Work("compare", "", "look-row-"),
}
BARE_WORK = Work(keys="widget-")
STEPS = {1: 6, 10: 12, 40: 12, 80: 15, 160: 15}
"""How many seconds are measured with how many people."""
FEW_STEPS = {QUESTION: (1, 10, 40, 80, 160), BODY_MAP: (1, 40, 160), GRID: (1, 40, 160)}
DEFAULT_MOST = 40
"""With default settings more than these wait for seconds, and would make the whole run wait with them."""
PACE_ALONE = 0.3
"""One person alone would make two choices in the time that is measured."""


@dataclass(frozen=True)
class Row:
    """What was seen on one page of one server, by the number of people."""

    page: str
    server: str
    seen: dict[int, Clicks]

    def p50(self, people: int) -> float:
        """Return the median in milliseconds."""
        return 1000 * median(self.seen[people].seconds)

    def p95(self, people: int) -> float:
        """Return what all but the slowest twentieth are below, in milliseconds."""
        return 1000 * share(self.seen[people].seconds, 0.95)

    @property
    def alone(self) -> Clicks:
        """What one person saw."""
        return self.seen[1]


def measure() -> Result:
    """Return the tables."""
    rows = [row for page in WORKS for row in _rows(page)]
    by_name = {(row.page, row.server): row for row in rows}
    ours, tuned = by_name[QUESTION, GUIDE], by_name[QUESTION, TUNED]
    figures = {"p95_160": ours.p95(160), "users": float(max(n for n in ours.seen if ours.p95(n) < 100))}
    return Result(_told(rows), list(_targets(ours, tuned)), figures)


def _rows(page: str) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with guide(folder) as server:
            items = page_of(server, WORKS[page])
            yield Row(page, GUIDE, dict(_steps(server, page, WORKS[page])))
        for who, tuned in ((TUNED, True), (DEFAULT, False)):
            with bare(folder, items, tuned=tuned) as server:
                yield Row(page, who, dict(_steps(server, page, BARE_WORK, most=160 if tuned else DEFAULT_MOST)))


def page_of(server: Server, work: Work) -> list[dict[str, Any]]:
    """Return what stands on a page of the guide, for a bare page with the same."""
    with visit(server) as person:
        if work.screen:
            person.say("said", found(work.screen))
        person.run(page=work.page)
        return described(person.elements)


def _steps(server: Server, page: str, work: Work, most: int = 160) -> Iterator[tuple[int, Clicks]]:
    with crowd(server, work) as people:
        for count in FEW_STEPS[page]:
            if count <= most:
                yield count, step(people, count)


def step(people: Crowd, count: int) -> Clicks:
    """Let so many people work, as long as it takes to see some hundreds of choices, where they are many."""
    if count == 1:
        return people.at_work(1, seconds(STEPS[1]), warm_up=1, pace=PACE_ALONE)
    return people.at_work(count, seconds(STEPS.get(count, 15)), warm_up=seconds(4))


def _told(rows: list[Row]) -> str:
    counts = tuple(STEPS)
    heads = ("page", "server", *(f"{n} at once" for n in counts), "kB a click", "messages")
    body = []
    for row in rows:
        cells = (f"{row.p50(n):.0f} / {row.p95(n):.0f}" if n in row.seen else "" for n in counts)
        clicks = len(row.alone.seconds)
        body.append(
            (
                row.page,
                row.server,
                *cells,
                f"{row.alone.size / clicks / 1000:.1f}",
                f"{row.alone.messages / clicks:.1f}",
            )
        )
    return table(heads, body)


def _targets(ours: Row, tuned: Row) -> Iterator[Target]:
    clicks = len(ours.alone.seconds)
    size, messages = ours.alone.size / clicks / 1000, ours.alone.messages / clicks
    many, beside = ours.p95(160), tuned.p95(160)
    yield Target(
        "p95 with 160 people, question screen", "under 60 ms", f"{many:.0f} ms (bare: {beside:.0f})", many < 60
    )
    times = ours.p50(1) / tuned.p50(1)
    yield Target("p50 against the bare tuned page", "at most 1.3 x", f"{times:.2f} x", times <= 1.3)
    yield Target("kB a click", "at most 4", f"{size:.1f}", size <= 4)
    yield Target("messages a click", "at most 15", f"{messages:.1f}", messages <= 15)
