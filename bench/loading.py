"""Content loaded and checked, as shipped and with up to ten thousand questions, beside pyxform.

Besides, the journey with the summary, which every press of a button works out anew.
"""

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.figures import Result, Target, spread, table, times
from bench.made_guide import write
from bench.others import run, version
from bench.servers import USUAL_FILE
from bench.summary_of import answers, shipped, summary
from logic.__main__ import SHIPPED
from logic.content.loading.load import load

SIZES = (100, 1_000, 10_000)


def measure() -> Result:
    """Return the tables."""
    own = _loaded(SHIPPED, times(5))
    rows = [(f"{len(shipped().questions)} (as shipped)", spread(own), "")]
    ours: dict[int, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            taken = _loaded(write(Path(name) / "made", size), times(3))
        theirs = [1000 * run("form_times", size, others=True) for _ in range(times(3))]
        ours[size] = median(taken)
        rows.append((f"{size:,} made", spread(taken), spread(theirs)))
    heads = ("questions", "the guide: read, checked and put together", f"pyxform {version('pyxform')}: XLSForm read")
    walked = _walked()
    text = (
        f"{table(heads, rows)}\nJourney and summary of the shipped guide, usual person: {spread(walked, digits=2)}.\n"
    )
    return Result(text, [*_targets(ours), _journey(median(walked))])


def _targets(ours: dict[int, float]) -> list[Target]:
    most, before = ours[10_000], ours[1_000]
    return [
        Target("10,000 questions read and checked", "under 3 s", f"{most / 1000:.2f} s", most < 3000),
        Target("from 1,000 to 10,000", "at most 12 x", f"{most / before:.1f} x", most <= 12 * before),
    ]


def _journey(taken: float) -> Target:
    return Target("journey and summary, shipped guide", "under 2 ms", f"{taken:.2f} ms", taken < 2)


def _loaded(folder: Path, count: int) -> list[float]:
    """Return the milliseconds of loading a folder, so many times; fails where the content is not faultless."""

    def once() -> None:
        content, problems = load(folder)
        if content is None or problems:
            raise RuntimeError("\n".join(map(str, problems)))

    return [_taken(once) for _ in range(count)]


def _walked() -> list[float]:
    given = answers(USUAL_FILE)
    return [_taken(lambda: summary(given)) for _ in range(times(200))]


def _taken(act: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)
