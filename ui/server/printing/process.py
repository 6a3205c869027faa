"""The server's end of the program that makes PDFs: start it, hand it a document, take the PDF."""

import asyncio
import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from ui.server.printing.maker import CPU_SECONDS, LENGTH, WAIT_SECONDS

PROJECT = Path(__file__).parent.parent.parent.parent

LARGEST = 20_000_000
"""Bytes of a PDF. The largest document that is accepted makes a third of it."""

END_SECONDS = 0.2


class NotMade(Exception):
    """The document took more memory or time than it may, or the process ended."""


class MakerProcess:
    """The program, started when it is first needed and again when it has gone."""

    def __init__(self, cpu_seconds: int = CPU_SECONDS) -> None:
        self._cpu_seconds = cpu_seconds
        self._line: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> socket.socket:
        """Start the program in the place of any that runs, without waiting for it; return the line to it."""
        self.stop()
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, and a number of ours
                [sys.executable, "-m", "ui.server.printing.maker", str(self._cpu_seconds)],
                cwd=PROJECT,
                # Two threads are enough, and each takes memory of its own.
                env={**os.environ, "RAYON_NUM_THREADS": "2"},
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                # When the typesetter fails, it quotes the text that it failed at.
                stderr=subprocess.DEVNULL,
                # A Ctrl-C meant for the server must not end it in the middle of a document.
                start_new_session=True,
            )
        return self._line

    @property
    def number(self) -> int | None:
        """Return the number of the process, None where there is none."""
        return self._process.pid if self._process is not None else None

    def stop(self) -> None:
        """End the program; a document in the making is lost."""
        if self._line is not None and self._process is not None:
            self._line.close()
            # The closed line alone ends it, unless it has not got as far as reading.
            self._process.terminate()
            self._process.wait()
        self._line = self._process = None

    async def make(self, job: bytes) -> bytes:
        """Return the PDF. Raises NotMade where there is none."""
        try:
            return await self._made(job)
        except NotMade:
            # Time for the program to be gone, if it was that which ended and not the document's own process.
            await asyncio.sleep(END_SECONDS)
            if self._process is not None and self._process.poll() is None:
                raise
        return await self._made(job)

    async def _made(self, job: bytes) -> bytes:
        ours, theirs = socket.socketpair()
        with ours:
            ours.setblocking(False)
            with theirs:
                self._send(theirs)
            try:
                async with asyncio.timeout(WAIT_SECONDS):
                    return await _exchange(ours, job)
            except (OSError, TimeoutError) as fault:
                raise NotMade from fault

    def _send(self, end: socket.socket) -> None:
        for _ in range(2):
            if self._line is None or self._process is None or self._process.poll() is not None:
                self._line = self.start()
            with suppress(OSError):
                socket.send_fds(self._line, [b"."], [end.fileno()])
                return
            self.stop()
        raise NotMade


async def _exchange(line: socket.socket, job: bytes) -> bytes:
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(line, job)
    line.shutdown(socket.SHUT_WR)
    answer = bytearray()
    while part := await loop.sock_recv(line, 1 << 16):
        answer += part
        if len(answer) > LARGEST:
            raise NotMade
    made = bytes(answer[LENGTH:])
    if not made or len(made) != int.from_bytes(answer[:LENGTH]):
        raise NotMade
    return made
