"""A long time in a short one: many people come, make choices and go; told is what the server's memory does meanwhile.

`scripts/soak memory 50000 2000` makes so many choices in so many visits. A session is held for two minutes after its
page was closed, so in a run of a few minutes the memory still grows by those; what is left at the end tells more.
"""

import asyncio
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from bench.crowd import Person, Work
from bench.figures import Result, Target, table, wanted
from bench.machine import machine
from bench.memory import FORGOTTEN_SECONDS, megabytes
from bench.pages import write
from bench.rerun import QUESTION, WORKS
from bench.servers import guide
from tests.server_process import Server

CHOICES, VISITS = 50_000, 2_000
TOGETHER = 10
"""How many are there at a time; they keep one processor busy."""
LOOKS = 20


async def _visit(port: int, number: int, work: Work, choices: int) -> None:
    person = Person(port, number, work)
    await person.open()
    for _ in range(choices):
        await person.choose()
    await person.close()


async def _come_and_go(port: int, visits: int, choices: int, line: Connection) -> None:
    numbers = iter(range(visits))

    async def one_after_another() -> None:
        for number in numbers:
            await _visit(port, number, WORKS[QUESTION], choices)
            line.send(number)

    await asyncio.gather(*(one_after_another() for _ in range(TOGETHER)))
    line.send(None)


def _run(port: int, visits: int, choices: int, line: Connection) -> None:
    asyncio.run(_come_and_go(port, visits, choices, line))


def measure(choices: int = CHOICES, visits: int = VISITS) -> Result:
    """Return the table."""
    each = max(1, choices // visits)
    with tempfile.TemporaryDirectory() as name, guide(Path(name)) as server:
        begun, seen = time.monotonic(), [(0, 0.0, megabytes(server))]
        for done in _visits(server, visits, each):
            if done * LOOKS // visits > seen[-1][0] * LOOKS // visits:
                seen.append((done, time.monotonic() - begun, megabytes(server)))
        time.sleep(FORGOTTEN_SECONDS)
        seen.append((visits, time.monotonic() - begun, megabytes(server)))
    rows = [(f"{took / 60:.1f}", f"{done * each:,}", f"{done:,}", f"{size:.0f} MB") for done, took, size in seen]
    rows[-1] = (rows[-1][0], "all pages closed", "and forgotten", rows[-1][-1])
    text = table(("minutes", "choices", "visits that are over", "memory of the server"), rows)
    fifth = next(size for done, _, size in seen if done * 5 >= visits)
    most = max(size for done, _, size in seen if done * 5 >= visits)
    growth = most / fifth - 1
    return Result(
        text,
        [
            Target(
                "memory after the first fifth of the soak", "grows by less than 10 %", f"{growth:.1%}", growth < 0.1
            ),
        ],
    )


def _visits(server: Server, visits: int, choices: int) -> Iterator[int]:
    """Yield how many visits are over, each time that one is."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(server.port, visits, choices, theirs))
    process.start()
    # Where the other process fails, its end of the line closes and nobody waits for it.
    theirs.close()
    done = 0
    while ours.recv() is not None:
        done += 1
        yield done
    process.join()


def main(choices: int = CHOICES, visits: int = VISITS) -> None:
    """Print what was seen; that of as many as is usual goes into the page of benchmarks, too."""
    result = measure(choices, visits)
    text = f"{result.text}\n{wanted(result.targets)}"
    print(text)
    if (choices, visits) == (CHOICES, VISITS):
        write({"soak": f"{machine()}\n{text}"})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
