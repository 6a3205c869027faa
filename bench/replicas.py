"""Two servers behind the nginx of deploy/ against one behind it: how many people each way holds."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.crowd import crowd
from bench.figures import Result, Target, seconds, share, table
from bench.rerun import QUESTION, WORKS
from bench.servers import guide
from tests.behind_nginx import nginx_before, two_behind_nginx
from tests.server_process import Server, wait_until_healthy

STEPS = (80, 160, 240, 320)
HELD_MS = 100
"""A change within a tenth of a second is felt to come at once, so people are held while p95 is below it."""


def measure() -> Result:
    """Return the table."""
    seen = {}
    for who, servers in (("one", _one), ("two", _two)):
        with tempfile.TemporaryDirectory() as name, servers(Path(name)) as nginx:
            seen[who] = dict(_steps(nginx))
    heads = ("servers behind nginx", *(f"{count} people" for count in STEPS))
    rows = [(who, *(told.get(count, ("", 0.0))[0] for count in STEPS)) for who, told in seen.items()]
    one, two = (max((n for n, (_, p95) in told.items() if p95 < HELD_MS), default=0) for told in seen.values())
    text = f"{table(heads, rows)}\np50 / p95 in ms. Held with p95 under {HELD_MS} ms: {one} by one, {two} by two.\n"
    target = Target("people held by two servers against one", "more", f"{two} against {one}", two > one)
    return Result(text, [target], {"held_by_two": float(two)})


def _steps(server: Server) -> Iterator[tuple[int, tuple[str, float]]]:
    with crowd(server, WORKS[QUESTION]) as people:
        for count in STEPS:
            taken = [1000 * second for second in people.at_work(count, seconds(12), seconds(4)).seconds]
            p95 = share(taken, 0.95)
            yield count, (f"{median(taken):.0f} / {p95:.0f}", p95)
            if p95 > 5 * HELD_MS:
                # More people would only wait longer.
                return


@contextmanager
def _one(folder: Path) -> Iterator[Server]:
    with guide(folder) as server, nginx_before(folder, server.port, server.port) as nginx:
        wait_until_healthy(nginx)
        yield nginx


@contextmanager
def _two(folder: Path) -> Iterator[Server]:
    with two_behind_nginx(folder) as (nginx, _):
        yield nginx
