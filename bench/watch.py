"""What is seen while a hostile input is worked on: memory, processor time, and how long somebody else waits.

The one who only stands by is a process of its own: in ours a click would wait for what we send and read meanwhile.
On a busy machine a click waits for other programs, too. What the server worked while it waited tells how long it would
have been with a processor for the server alone, at most.
"""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from os import sysconf
from pathlib import Path

from tests.server_process import Server
from tests.visitor import visit

PAUSE_SECONDS = 0.1
LEAST_SECONDS = 2
_TICKS = sysconf("SC_CLK_TCK")


@dataclass
class Watch:
    """What was seen."""

    memory: int = 0
    """The most bytes of the server and of what it started."""
    processor: dict[int, float] = field(default_factory=dict)
    """Seconds of processor time by process."""
    before: float = 0
    clicks: list[tuple[float, float]] = field(default_factory=list)
    """Of each click the seconds that it took, and those that the server's own process worked meanwhile."""

    @property
    def seconds(self) -> float:
        """Processor time since the watch began."""
        return sum(self.processor.values()) - self.before

    def look(self, server: Server) -> None:
        """Look once."""
        processes = list(processes_of(server.process.pid))
        self.memory = max(self.memory, sum(map(memory, processes)))
        self.processor |= {process: seconds for process in processes if (seconds := processor(process))}


@contextmanager
def watched(server: Server) -> Iterator[Watch]:
    """Watch until the block ends, with a bystander who presses something again and again."""
    watch, over = Watch(), threading.Event()
    ours, theirs = multiprocessing.Pipe()
    bystander = multiprocessing.get_context("spawn").Process(
        target=_stand_by, args=(server.port, server.process.pid, theirs)
    )
    bystander.start()
    ours.recv()
    watch.look(server)
    watch.before = sum(watch.processor.values())

    def look_on() -> None:
        while not over.wait(0.02):
            watch.look(server)

    looking = threading.Thread(target=look_on)
    looking.start()
    ours.send("begin")
    begun = time.monotonic()
    try:
        yield watch
    finally:
        # What comes after a short one is seen, too.
        time.sleep(max(0, begun + LEAST_SECONDS - time.monotonic()))
        over.set()
        looking.join()
        ours.send("end")
        with suppress(EOFError):
            watch.clicks = ours.recv()
        bystander.join()


def _stand_by(port: int, process: int, line: Connection) -> None:
    """Open a page, and turn between two places of it until told to end; then tell how long each turn took."""
    server = Server(port, Path(), None)  # type: ignore[arg-type]  # its process is another's to look at
    clicks: list[tuple[float, float]] = []
    with visit(server) as visitor:
        for page in ("guide", "check", "guide"):
            visitor.run(page=page)
        line.send("ready")
        line.recv()
        while not clicks or not line.poll():
            worked = processor(process)
            waited = visitor.run(page=("check", "guide")[len(clicks) % 2])
            clicks.append((waited, processor(process) - worked))
            time.sleep(PAUSE_SECONDS)
    line.send(clicks)


def processes_of(process: int) -> Iterator[int]:
    """Yield a process and whatever it has started."""
    waiting = [process]
    while waiting:
        found = waiting.pop()
        yield found
        with suppress(OSError):
            for task in Path(f"/proc/{found}/task").iterdir():
                waiting += map(int, (task / "children").read_text(encoding="ascii").split())


def memory(process: int) -> int:
    """Return the bytes of a process; what it shares with others, such as what it was copied from, is shared out."""
    with suppress(OSError, IndexError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        return int(told.split("\nPss:")[1].split()[0]) * 1024
    return 0


def processor(process: int) -> float:
    """Return the seconds of processor time of a process."""
    with suppress(OSError, IndexError):
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / _TICKS
    return 0
