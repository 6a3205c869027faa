"""The table of hostile inputs: `python -m bench.hostile_inputs [FOLDER OF ANOTHER VERSION]`.

Each input is put into a visit as a browser that has it stored does; then the summary is drawn and its PDF is pressed.
Told are the seconds of each, the most memory of the server and of what it started, and the longest that somebody else
waited for a click meanwhile.
"""

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import visitor as visiting
from tests.server_process import ROOT, Server, serve
from tests.visitor import Visitor, visit

PERSONA = ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json"
WORDS = ("name", "worst-area", "trial-find-out", "deal-breaker", "change-my-mind")
PATIENCE = 20


def own(text: str, count: int) -> dict[str, Any]:
    """Return as many own questions of this text."""
    return {"questions_to_ask": {"own": [f"{number} {text}" for number in range(count)]}}


def fields(text: str) -> dict[str, Any]:
    """Return the text in every field of words."""
    return {"answers": dict.fromkeys(WORDS, text)}


INPUTS: dict[str, dict[str, Any]] = {
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
    "20 unbroken Arabic lines": own("\u0627" * 4900, 20),
    "4 unbroken Arabic lines": own("\u0627" * 4700, 4),
    "100 fields of prose": own("walking is hard at night " * 190, 100),
    "100 fields of Chinese": own("\u75db" * 1600, 100),
    "families of emoji": own("\U0001f468\u200d\U0001f469\u200d\U0001f467" * 900, 20),
    "joiners between letters": own("a\u200d" * 2400, 20),
    "thirty marks on each letter": own(("a" + "\u0301" * 30 + " ") * 150, 40),
    "thirty-one marks on each letter": own(("a" + "\u0301" * 31 + " ") * 148, 40),
    "slashes": own("/" * 4900, 4),
    "soft hyphens": own("a\u00ad" * 2400, 20),
    "left to right and back": own("a\u05d0" * 2400, 4),
    "overrides of direction": own("\u202ea\u202c" * 1600, 20),
    "isolates of direction": own("\u2066a\u2069" * 1600, 20),
    "characters of no font": own("\U00012000 " * 2400, 20),
    "each line its own script": own("a\n\u05d0\n\u0627\n\u75db\n" * 600, 10),
    "typst in words": own('#eval(read("/etc/passwd")) $ x^2 $ ' * 130, 20),
    "HTML in words": own("<script>alert(1)</script><b>" * 160, 20),
    "tags that cannot be seen": own("\U000e0041" * 1200, 20),
    "spaces alone": own(" " * 4900 + "x", 100),
    "a word a line": own("word\n" * 990, 20),
    "levels of 5,000 unknown concerns": {"answers": {"concerns": {f"c{number}": "a-lot" for number in range(5000)}}},
    "nothing but brackets": {"kept_aside": {"a": [[[[[[[[]]]]]]]]}},
}  # fmt: skip


@dataclass
class Watch:
    """What is seen while an input is worked on: memory, and somebody else's clicks."""

    server: Server
    memory: int = 0
    clicks: list[float] = field(default_factory=list)
    over: bool = False

    def memory_goes(self) -> None:
        """Look at the memory again and again."""
        while not self.over:
            self.memory = max(self.memory, sum(map(_resident, _tree(self.server.process.pid))))
            time.sleep(0.02)

    def clicks_go(self, bystander: Visitor) -> None:
        """Press again and again."""
        while not self.over:
            with suppress(Exception):
                self.clicks.append(bystander.run(page="guide"))
            time.sleep(0.1)


def _tree(process: int) -> list[int]:
    found, waiting = [], [process]
    while waiting:
        found.append(waiting.pop())
        with suppress(OSError):
            for task in Path(f"/proc/{found[-1]}/task").iterdir():
                waiting += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


def _resident(process: int) -> int:
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * 4 // 1024
    return 0


def measured(project: Path, said: dict[str, Any]) -> str:
    """Return the row of one input, on a server of its own."""
    record = json.loads(PERSONA.read_text(encoding="utf-8"))
    for name, value in said.items():
        both = isinstance(value, dict) and isinstance(record.get(name), dict)
        record[name] = record[name] | value if both else value
    text = json.dumps(record, ensure_ascii=False)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(project / "app.py", Path(folder), project=project) as server,
        visit(server) as bystander,
        visit(server) as person,
    ):
        bystander.run(page="guide")
        watch = Watch(server)
        goes = (threading.Thread(target=watch.memory_goes), threading.Thread(target=watch.clicks_go, args=(bystander,)))
        for thread in goes:
            thread.start()
        cells = [_timed(lambda: person.put(text)), _timed(lambda: person.run(page="summary"))]
        cells.append(_timed(lambda: person.download("file-pdf")))
        watch.over = True
        for thread in goes:
            thread.join()
    gone = " (ended)" if server.process.returncode not in (0, -15) else ""
    longest = max(watch.clicks, default=0)
    return f"{len(text.encode()):,} | {' | '.join(cells)} | {watch.memory}{gone} | {longest * 1000:.0f}"


def _timed(act: Callable[[], Any]) -> str:
    begun = time.monotonic()
    try:
        got = act()
    except Exception as fault:  # noqa: BLE001 - whatever ends it is what is told
        return f"none in {time.monotonic() - begun:.0f} ({type(fault).__name__})"
    kind = {b"%PDF": "PDF"}.get(got[1][:4], "text" if got[1] else "nothing") if isinstance(got, tuple) else ""
    return f"{time.monotonic() - begun:.2f} {kind}".strip()


if __name__ == "__main__":
    visiting.PATIENCE = PATIENCE
    other = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    print("| input | bytes | opening, s | summary, s | PDF, s | most MB | another's click, ms |")
    print("|---|---|---|---|---|---|---|")
    for title, said in INPUTS.items():
        print(f"| {title} | {measured(other, said)} |", flush=True)
