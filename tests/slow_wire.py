"""A slow wire to a server: a relay that holds back what websockets say, each way, by a time that a seed decides."""

import asyncio
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LEAST, MOST = 0.05, 0.3
"""Seconds for which a message is on its way."""
SEED = 16


class SlowWire:
    """Relays connections from one port to another. What is no websocket passes at once."""

    def __init__(self, port: int, to: int) -> None:
        self._port, self._to = port, to
        self._dice = random.Random(SEED)  # noqa: S311 - to be repeated
        self._tasks: set[asyncio.Task[None]] = set()

    async def listen(self, ready: threading.Event, over: asyncio.Event) -> None:
        """Relay until it is over, then cut every connection."""
        server = await asyncio.start_server(self._take, "localhost", self._port)
        ready.set()
        await over.wait()
        server.close()
        for task in self._tasks:
            task.cancel()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._relay(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # One end has gone, so the other one is told.
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("localhost", self._to)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            slow = b"upgrade: websocket" in head.lower()
            back.write(head)
            ways = [asyncio.ensure_future(self._carry(*way, slow)) for way in ((reader, back), (there, writer))]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
        finally:
            back.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, slow: bool) -> None:
        """Carry on what comes, in its order. Messages are on their way at the same time, as on a real wire."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        clock = asyncio.get_running_loop().time

        async def deliver() -> None:
            while True:
                due, data = await waiting.get()
                await asyncio.sleep(max(0, due - clock()))
                writer.write(data)
                await writer.drain()
                waiting.task_done()

        delivering = asyncio.ensure_future(deliver())
        try:
            while data := await reader.read(65536):
                waiting.put_nowait((clock() + (self._dice.uniform(LEAST, MOST) if slow else 0), data))
            await waiting.join()
        finally:
            delivering.cancel()


@contextmanager
def slow_wire(port: int, to: int) -> Iterator[None]:
    """Relay from one port to another until the block ends."""
    loop, over, ready = asyncio.new_event_loop(), asyncio.Event(), threading.Event()

    def run() -> None:
        loop.run_until_complete(SlowWire(port, to).listen(ready, over))
        with suppress(RuntimeError):
            loop.run_until_complete(loop.shutdown_asyncgens())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10), "the relay does not listen"
    try:
        yield
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()
