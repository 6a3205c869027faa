"""The PDF of a usual person's summary, first and again: the guide beside WeasyPrint on the same summary's web page."""

import tempfile
import time
from pathlib import Path
from statistics import median

from bench.figures import Result, Target, spread, table, times
from bench.others import run
from bench.servers import USUAL, USUAL_FILE, guide
from bench.summary_of import document
from logic.outputs.drawing import web_page
from tests.visitor import visit

PROCESSES, AGAIN = 5, 10


def measure() -> Result:
    """Return the table."""
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "summary.html"
        page.write_text(web_page.render(document(USUAL_FILE)), encoding="utf-8")
        ours, theirs = [], []
        # In turn, so that what else the machine does falls on both.
        for _ in range(times(PROCESSES)):
            ours.append(run("print_times", "guide", USUAL_FILE, AGAIN, others=False))
            theirs.append(run("print_times", "weasyprint", page, 4, others=True))
        pressed = _pressed(Path(name))
    first, again, size = _split(ours)
    first_theirs, again_theirs, size_theirs = _split(theirs)
    rows = [
        ("the guide (typst)", spread(first), spread(again), f"{size / 1000:.0f} kB"),
        ("WeasyPrint", spread(first_theirs), spread(again_theirs), f"{size_theirs / 1000:.0f} kB"),
        ("the guide's button, from the press to the file", spread(pressed[:1]), spread(pressed[1:]), ""),
    ]
    text = table(("maker", "first, with loading it", "again", "file"), rows)
    ratio = median(again_theirs) / median(again)
    targets = [
        Target("PDF again, usual person", "under 60 ms", f"{median(again):.0f} ms", median(again) < 60),
        Target("first PDF", "under 500 ms", f"{median(first):.0f} ms", median(first) < 500),
        Target("PDF again against WeasyPrint", "at least 5 x faster", f"{ratio:.0f} x", ratio >= 5),
    ]
    return Result(text, targets)


def _split(runs: list[dict[str, list[float]]]) -> tuple[list[float], list[float], float]:
    """Return the milliseconds of the first time of each process, those of all others, and the size."""
    first = [1000 * one["seconds"][0] for one in runs]
    again = [1000 * taken for one in runs for taken in one["seconds"][1:]]
    return first, again, float(runs[0]["size"])  # type: ignore[arg-type]  # the one number beside the lists


def _pressed(folder: Path) -> list[float]:
    """Return the milliseconds from the press to the file, on a server that has made none before."""
    taken = []
    with guide(folder) as server, visit(server) as person:
        person.put(USUAL)
        person.run(page="summary")
        for _ in range(times(AGAIN)):
            begun = time.perf_counter()
            if not person.download("file-pdf")[1].startswith(b"%PDF"):
                raise RuntimeError("No PDF came.")
            taken.append(1000 * (time.perf_counter() - begun))
    return taken
