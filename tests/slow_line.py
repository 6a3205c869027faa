"""A slow line between a browser and a server: each byte arrives so many seconds after it was sent, either way."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.server_process import Server

SLOW = 0.3
"""Seconds each way: a phone at the edge of a village."""


class SlowLine:
    """A proxy whose delay can be changed while it runs."""

    def __init__(self, server: Server) -> None:
        self.delay = 0.0
        self._to = server.port
        self._loop = asyncio.new_event_loop()
        self._listening = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.server = replace(server, port=self._listening.sockets[0].getsockname()[1])
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    async def _serve(self, page: asyncio.StreamReader, to_page: asyncio.StreamWriter) -> None:
        server, to_server = await asyncio.open_connection("localhost", self._to)
        await asyncio.gather(self._carry(page, to_server), self._carry(server, to_page))

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """Hand on what comes, in its order, each piece when it is due."""
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def hand_on() -> None:
            while data := await self._due(due):
                target.write(data)
                await target.drain()
            target.close()

        handing = asyncio.create_task(hand_on())
        # Either end may go at any moment, as with every line.
        with contextlib.suppress(ConnectionError):
            while data := await source.read(65536):
                due.put_nowait((self._loop.time() + self.delay, data))
        due.put_nowait((self._loop.time() + self.delay, b""))
        with contextlib.suppress(ConnectionError):
            await handing

    async def _due(self, due: "asyncio.Queue[tuple[float, bytes]]") -> bytes:
        at, data = await due.get()
        await asyncio.sleep(at - self._loop.time())
        return data

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                self._loop.run_until_complete(task)
        self._listening.close()
        self._loop.close()


@contextmanager
def slow_line(server: Server) -> Iterator[SlowLine]:
    """Open a line to the server, quick until its delay is set."""
    line = SlowLine(server)
    try:
        yield line
    finally:
        line.close()
