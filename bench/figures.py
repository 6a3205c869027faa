"""What the parts of the benchmark share: figures with their spread, tables, and how long each part may take."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

SHORT = bool(os.environ.get("BENCH_SHORT"))
"""Whether everything is tried for a moment only, to see that it works: the figures are then worth little."""


@dataclass(frozen=True)
class Target:
    """One line of what has to be shown: what was asked for, what was measured, and whether it is met."""

    what: str
    wanted: str
    measured: str
    met: bool


@dataclass
class Result:
    """What a part prints, what it shows of the targets, and the figures that other parts reckon with."""

    text: str
    targets: list[Target] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)


def share(values: Sequence[float], part: float) -> float:
    """Return the value that this part of the values is at most, as 0.95 for all but the slowest twentieth."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def spread(values: Sequence[float], unit: str = "ms", digits: int = 0) -> str:
    """Return the median with the least and the most."""
    least, most = min(values), max(values)
    return f"{median(values):.{digits}f} {unit} ({least:.{digits}f} to {most:.{digits}f})"


def seconds(usual: float) -> float:
    """Return how long to measure."""
    return usual / 5 if SHORT else usual


def times(usual: int) -> int:
    """Return how often to measure."""
    return max(2, usual // 5) if SHORT else usual


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in (heads, ["---"] * len(heads), *rows)]
    return "\n".join(lines) + "\n"


def wanted(targets: Iterable[Target]) -> str:
    """Return the table of what had to be shown."""
    heads = ("what", "wanted", "measured", "met")
    return table(heads, ((item.what, item.wanted, item.measured, "yes" if item.met else "**no**") for item in targets))
