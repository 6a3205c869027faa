"""Every measurement beside each other: `scripts/bench` for all, `scripts/bench PART …` for some.

All together are written into docs/benchmarks.md and docs/sizing.md, between the marks that name each part; of single
ones the tables are printed. Each part is a module of this folder with a function `measure`.
"""

import io
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout

from bench import first_minute, loading, memory, painted, printing, replicas, rerun, sizing, slow_line, store_cost
from bench.figures import Result, Target, wanted
from bench.machine import machine
from bench.pages import write


def _printed(main: Callable[[], None]) -> Callable[[], Result]:
    """Have a program that prints its tables return them."""

    def measure() -> Result:
        with redirect_stdout(io.StringIO()) as told:
            main()
        return Result(told.getvalue())

    return measure


PARTS: dict[str, Callable[[], Result]] = {
    "rerun": rerun.measure,
    "painted": painted.measure,
    "slow_line": slow_line.measure,
    "memory": memory.measure,
    "loading": loading.measure,
    "printing": printing.measure,
    "replicas": replicas.measure,
    "store_cost": _printed(store_cost.main),
}
BY_NAME = {"first_minute": _printed(first_minute.main)}
"""What takes too long to be measured each time, and has changed little when something else has."""


def main(names: list[str]) -> int:
    """Measure, and print or write; return 1 where a part failed, whose tables of before then stay as they are."""
    told, targets, figures = {"machine": machine()}, list[Target](), dict[str, float]()
    for name, measure in (PARTS | BY_NAME).items():
        if name not in (names or PARTS):
            continue
        begun = time.monotonic()
        try:
            result = measure()
        except Exception:  # noqa: BLE001 - whatever it is, the other parts are measured all the same
            traceback.print_exc()
            continue
        told[name] = result.text
        targets += result.targets
        figures |= result.figures
        shown = wanted(result.targets) if result.targets else ""
        print(f"\n## {name} ({time.monotonic() - begun:.0f} s)\n\n{result.text}\n{shown}", flush=True)
    if not names:
        write(told | {"wanted": wanted(targets), "sizing": sizing.reckon(figures).text})
    return int(len(told) <= len(names or PARTS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
