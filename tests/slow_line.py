"""A slow line between a browser and a server: each byte arrives so many seconds after it was sent, either way."""

import asyncio
import random
import socket
import threading
from collections.abc import Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from tests.server_process import Server

T = TypeVar("T")

SLOW = 0.3
"""Seconds each way: a phone at the edge of a village."""
APART = 1e-6
"""Seconds between two pieces, so that they stay in their order when the delay is changed."""
LEAST, MOST = 0.05, 0.3
"""Seconds for which a message is on its way where chance decides."""
SEED = 16


class End(asyncio.Protocol):
    """One end of a connection; what it hears is said by the other end when it is due."""

    def __init__(self, line: "SlowLine") -> None:
        self._line = line
        self._due = 0.0
        self._early: list[bytes] = []
        self._transport: asyncio.Transport | None = None
        self.other: End | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._line.began(self)
        for data in self._early:
            transport.write(data)

    def data_received(self, data: bytes) -> None:
        self._later(self._line.held(self, data), End.say, data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._line.ended(self)
        self._later(self._line.held(self, b""), End.close)

    def _later(self, seconds: float, act: Any, *args: bytes) -> None:
        loop = asyncio.get_running_loop()
        self._due = max(self._due + APART, loop.time() + seconds)
        assert self.other is not None
        loop.call_at(self._due, act, self.other, *args)

    def say(self, data: bytes) -> None:
        if self._transport is None:
            self._early.append(data)
        elif not self._transport.is_closing():
            self._transport.write(data)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


class SlowLine:
    """A line whose delay can be changed while it is open."""

    def __init__(self, server: "Server", port: int = 0) -> None:
        self.delay = 0.0
        self._port = port
        self._ends: set[End] = set()
        self._none = asyncio.Event()
        self._none.set()
        self._to = server.port
        # A loop of its own, in a thread of its own: the browser's driver has one in this thread.
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._in_loop(self._listen())
        self.server = replace(server, port=self._listening.sockets[0].getsockname()[1])

    def _in_loop(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(timeout=30)

    async def _listen(self) -> asyncio.Server:
        return await asyncio.get_running_loop().create_server(self._met, "localhost", self._port, family=socket.AF_INET)

    def _met(self) -> End:
        page, server = End(self), End(self)
        page.other, server.other = server, page
        connecting = self._loop.create_task(self._loop.create_connection(lambda: server, "localhost", self._to))
        connecting.add_done_callback(lambda done: page.close() if done.exception() else None)
        return page

    def held(self, _end: End, _data: bytes) -> float:
        """Return the seconds for which what an end has heard is on its way."""
        return self.delay

    def began(self, end: End) -> None:
        self._ends.add(end)
        self._none.clear()

    def ended(self, end: End) -> None:
        self._ends.discard(end)
        if not self._ends:
            self._none.set()

    def cut(self) -> None:
        """Lose every connection, with all that is on its way."""
        self._in_loop(self._cut())

    async def _cut(self) -> None:
        for end in list(self._ends):
            end.close()

    def close(self) -> None:
        self._in_loop(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        self._listening.close()
        await self._cut()
        await self._none.wait()


class SlowMessages(SlowLine):
    """A line that holds back what websockets say, each piece by a time that a seed decides, and nothing else."""

    def __init__(self, server: "Server", port: int) -> None:
        self._dice = random.Random(SEED)  # noqa: S311 - to be repeated
        self._websockets: set[End | None] = set()
        super().__init__(server, port)

    def held(self, end: End, data: bytes) -> float:
        if b"upgrade: websocket" in data.lower():
            self._websockets |= {end, end.other}
        return self._dice.uniform(LEAST, MOST) if end in self._websockets else 0
