"""The seconds that one maker of PDFs takes, in a process of its own: `python bench/print_times.py MAKER FILE TIMES`.

The first time has loading the maker in it, as it is for the first person after a start. What is to be printed is read
before that. Run by two environments, it loads only what its maker needs.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

AT = datetime(2026, 11, 2, 10, tzinfo=UTC)


def weasyprint(page: Path) -> Callable[[], bytes]:
    """Print a web page as PDF, tagged for assistive technology as ours is."""
    text = page.read_text(encoding="utf-8")

    def make() -> bytes:
        maker: Any = importlib.import_module("weasyprint")
        made: bytes = maker.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1")
        return made

    return make


def guide(answers: Path) -> Callable[[], bytes]:
    """Print the summary of a save file."""
    layouts: Any = importlib.import_module("bench.summary_of")
    document = layouts.document(answers)

    def make() -> bytes:
        maker: Any = importlib.import_module("logic.outputs.drawing.pdf")
        made: bytes = maker.render(document, made=AT).data
        return made

    return make


def main(maker: str, file: str, times: str) -> None:
    """Print the seconds of each time, and how many bytes it made."""
    make = {"weasyprint": weasyprint, "guide": guide}[maker](Path(file))
    taken, size = [], 0
    for _ in range(int(times)):
        begun = time.perf_counter()
        size = len(make())
        taken.append(time.perf_counter() - begun)
    print(json.dumps({"seconds": taken, "size": size}))


if __name__ == "__main__":
    main(*sys.argv[1:])
