"""The table of hostile inputs: `python -m bench.hostile_inputs [PART OF A TITLE] [FOLDER OF ANOTHER VERSION]`.

Each meets a server of its own on which somebody else is at work. Told are the seconds that it takes, those of the
processor, the most memory of the server and of what it started, the longest that the other waited for a click, and
the most that the server worked during one.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench.hostile_acts import ACTS
from bench.watch import watched
from logic.answers.answers import MOST_OWN
from logic.answers.journey import journey
from logic.content.kinds.answer import LONGEST
from logic.files.open_file import open_file
from logic.outputs.drawing.pdf_size import LARGEST, size
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests import visitor as visiting
from tests.server_process import ROOT, Server, serve
from tests.visitor import Visitor, visit
from ui.session.guide_content import content

PERSONA = ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json"
WORDS = ("name", "worst-area", "trial-find-out", "deal-breaker", "change-my-mind")
PATIENCE = 20
DAY = date(2026, 11, 2)


def own(text: str, count: int) -> dict[str, Any]:
    """Return as many own questions of this text."""
    return {"questions_to_ask": {"own": [f"{number} {text}" for number in range(count)]}}


def fields(text: str) -> dict[str, Any]:
    """Return the text in every field of words."""
    return {"answers": dict.fromkeys(WORDS, text)}


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

TEXTS = {
    "unbroken letters": "x",
    "line breaks": "a\n",
    "a word a line": "word\n",
    "prose": "walking is hard at night ",
    "spaces alone": " \u2003",
    "unbroken Arabic": "\u0627",
    "Arabic words": "\u0628\u064a\u062a ",
    "Arabic with vowels": "\u0628\u064e\u064a\u0652\u062a\u064c ",
    "Chinese": "\u75db",
    "families of emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "joiners between letters": "a\u200d",
    "thirty marks on each letter": "a" + "\u0301" * 30 + " ",
    "thirty-one marks on each letter": "a" + "\u0301" * 31 + " ",
    "slashes": "/",
    "soft hyphens": "a\u00ad",
    "left to right and back": "a\u05d0",
    "the same by words": "ab \u05d0\u05d1 ",
    "overrides of direction": "\u202ea\u202c",
    "isolates of direction": "\u2066a\u2069",
    "isolates in isolates": "\u2066" * 60 + "a ",
    "characters of no font": "\U00012000 ",
    "each line its own script": "a\n\u05d0\n\u0627\n\u75db\n",
    "typst in words": '#eval(read("/etc/passwd")) $ x^2 $ ',
    "HTML in words": "<script>alert(1)</script><b>",
}
"""Each is said over and over in own questions: as often as it goes into a megabyte, and as a PDF is still made of."""


def as_record(said: dict[str, Any]) -> str:
    """Return a save file that holds this beside the answers of a persona."""
    record = json.loads(PERSONA.read_text(encoding="utf-8"))
    for name, value in said.items():
        both = isinstance(value, dict) and isinstance(record.get(name), dict)
        record[name] = record[name] | value if both else value
    return json.dumps(record, ensure_ascii=False)


def most(text: str) -> dict[str, Any]:
    """Return as many own questions as go into a file that is opened."""
    field = (text * LONGEST)[: LONGEST - 10]
    counts = range(MOST_OWN, 0, -1)
    return next(said for count in counts if len(as_record(said := own(field, count)).encode()) < 1_000_000)


def accepted(text: str) -> dict[str, Any]:
    """Return as much in own questions as a PDF is still made of."""
    length = LONGEST - 10
    while True:
        field = (text * length)[:length]
        fits = [count for count in range(1, MOST_OWN + 1) if _size(own(field, count)) <= LARGEST]
        if fits:
            return own(field, fits[-1])
        length = length * 3 // 4


def _size(said: dict[str, Any]) -> int:
    answers = open_file(content(), as_record(said).encode()).answers
    return size(lay_out(summarise(journey(content(), answers), DAY))) if answers is not None else 0


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
    return " | ".join(map(str, (*row, f"{waited:.0f}", f"{worked:.0f}")))


if __name__ == "__main__":
    visiting.PATIENCE = PATIENCE
    part, other = [*sys.argv[1:], "", ""][:2]
    print("| hostile input | what came | seconds | of the processor | most MB | another's longest click, ms | worked |")
    print("|---|---|---|---|---|---|---|")
    for title, act in INPUTS.items():
        if part in title:
            print(f"| {title} | {measured(Path(other or ROOT), act)} |", flush=True)
