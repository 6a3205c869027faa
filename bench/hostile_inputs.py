"""The table of hostile inputs: `python -m bench.hostile_inputs [PART OF A TITLE] [FOLDER OF ANOTHER VERSION]`.

Each meets a server of its own on which somebody else is at work. Told are the seconds that it takes, those of the
processor, the most memory of the server and of what it started, the longest that the other waited for a click, the
most that the server worked during one, and how many programs of the machine wanted a processor meanwhile.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bench.hostile_acts import ACTS
from bench.hostile_records import TEXTS, accepted, as_record, fields, most, own
from bench.watch import watched
from tests import visitor as visiting
from tests.server_process import ROOT, Server, serve
from tests.visitor import Visitor, visit

PATIENCE = 20


STORED: dict[str, dict[str, Any]] = {
    "nothing that means harm": {},
    "one letter with 4,990 marks": fields("a" + "\u0301" * 4990),
    "the same in 20 questions": own("a" + "\u0301" * 4900, 20),
    "195 unbroken lines of 4,990 letters": own("x" * 4980, 195),
    "130 fields of line breaks": own("a\n" * 2480, 130),
    "5,000 own concerns": {"concerns_added": [{"text": f"c {number}"} for number in range(5000)]},
    "a million bytes of own questions": own("why", 70_000),
    "numbers kept aside": {"kept_aside": {"questions_to_ask": {"own": list(range(60_000))}}},
    "lists that clash": {
        "answers": [str(number) for number in range(40_000)],
        "kept_aside": {"answers": [str(-number) for number in range(40_000)]},
    },
    "unknown groups": {f"group {number}": [1] for number in range(30_000)},
    "unknown answers": {"answers": {f"unknown {number}": 1 for number in range(30_000)}},
    "unknown observations": {"observations": {f"unknown {number}": "x" for number in range(30_000)}},
    "levels of 5,000 unknown concerns": {"answers": {"concerns": {f"c{number}": "a-lot" for number in range(5000)}}},
    "nothing but brackets": {"kept_aside": {"a": [[[[[[[[]]]]]]]]}},
    "tags that cannot be seen": own("\U000e0041" * 1200, 20),
    "100 fields of prose": own("walking is hard at night " * 190, 100),
}


def put_and_print(make: Callable[[], dict[str, Any]], server: Server, person: Visitor) -> str:
    """Put it in as a browser does that has it stored, draw the summary and press its PDF; return what came."""
    del server
    text = as_record(make())
    begun = time.monotonic()
    person.put(text)
    opening = time.monotonic() - begun
    person.run(page="summary")
    data = person.download("file-pdf")[1]
    return f"{'PDF' if data.startswith(b'%PDF') else 'text' if data else 'nothing'}, opened in {opening:.2f} s"


INPUTS: dict[str, Callable[[Server, Visitor], object]] = {
    **{title: partial(put_and_print, partial(dict, said)) for title, said in STORED.items()},
    **{f"{title}, a file full": partial(put_and_print, partial(most, text)) for title, text in TEXTS.items()},
    **{f"{title}, a PDF full": partial(put_and_print, partial(accepted, text)) for title, text in TEXTS.items()},
    **ACTS,
}


def measured(project: Path, act: Callable[[Server, Visitor], object]) -> str:
    """Return the row of one input."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(project / "app.py", Path(folder), project=project) as server,
        visit(server) as person,
        watched(server) as watch,
    ):
        begun = time.monotonic()
        try:
            came = act(server, person)
        except Exception as fault:  # noqa: BLE001 - whatever ends it is what is told
            came = f"none ({type(fault).__name__})"
        seconds = time.monotonic() - begun
        ended = "" if server.process.poll() is None else "; the server ended"
    waited, worked = (max(times) * 1000 for times in zip(*watch.clicks, strict=True))
    row = (f"{came}{ended}", f"{seconds:.2f}", f"{watch.seconds:.2f}", watch.memory // 1_000_000)
    return " | ".join(map(str, (*row, f"{waited:.0f}", f"{worked:.0f}", f"{os.getloadavg()[0]:.1f}")))


if __name__ == "__main__":
    visiting.PATIENCE = PATIENCE
    part, other = [*sys.argv[1:], "", ""][:2]
    print("| hostile input | what came | seconds | of the processor | most MB | another's click, ms | worked | load |")
    print("|---|---|---|---|---|---|---|---|")
    for title, act in INPUTS.items():
        if part in title:
            print(f"| {title} | {measured(Path(other or ROOT), act)} |", flush=True)
