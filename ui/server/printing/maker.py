"""The program that makes PDFs beside the server: `python -m ui.server.printing.maker`.

It loads the typesetter and the fonts once, and then copies itself for each document. A copy reads one document
from a socket, writes the PDF back, and ends: so the typesetter can fail, hang, or ask for all the memory there
is, and takes nothing with it. This program itself never sees a document; a copy sees one, and no other person's.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from logic.outputs.drawing import pdf
from logic.outputs.drawing.fonts import fonts, shipped

MEMORY = 300_000_000
"""Bytes that one document may take; the largest that is accepted takes a little less."""

CPU_SECONDS = 5
"""Of processor time for one document; the largest that is accepted takes 3.5."""

WAIT_SECONDS = 60
"""From the first byte read to the last one written, on however busy a machine."""

LENGTH = 8
"""Bytes before the PDF that say how long it is: one that was cut short must not pass for whole."""


def main(cpu_seconds: int) -> None:
    """Copy this program for each socket that comes in, until the server is gone."""
    server = socket.socket(fileno=sys.stdin.fileno())
    shipped()
    fonts()
    gc.freeze()
    # Nobody waits for a copy; its socket tells how it ended.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        _, received, _, _ = socket.recv_fds(server, 1, 1)
        if not received:
            return
        with suppress(OSError):
            if os.fork() == 0:
                server.close()
                make_one(received[0], cpu_seconds)
        os.close(received[0])


def make_one(descriptor: int, cpu_seconds: int) -> None:
    """Read one document, write its PDF, and end this process, whatever happens."""
    try:
        limit(cpu_seconds)
        with socket.socket(fileno=descriptor) as line:
            with line.makefile("rb") as asked:
                made = pdf.render(**pickle.load(asked)).data  # noqa: S301 - it comes from our own server
            line.sendall(len(made).to_bytes(LENGTH) + made)
    finally:
        # No exception may reach the loop that copies, nor a log: its text could hold what a person typed.
        os._exit(0)


def limit(cpu_seconds: int) -> None:
    """Take from this process what it does not need, so that the worst document harms nobody."""
    with suppress(OSError):
        # Where the machine runs out of memory all the same, this goes first.
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    os.nice(5)
    signal.alarm(WAIT_SECONDS)
    for what, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CPU, cpu_seconds),
        # It writes no file, least of all an image of its memory.
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(int(sys.argv[1]))
