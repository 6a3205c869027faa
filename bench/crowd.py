"""Many people at once, in one process of its own: each makes a choice every few seconds and waits until it is drawn.

They talk to the server as its page does, over a websocket, and tell the guide's store what its page tells it. A
process that is measured must not wait for the one that measures, so the server's processor is the server's alone.
"""

import asyncio
import json
import multiprocessing
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection
from websockets.asyncio.client import connect as connect_later
from websockets.typing import Origin, Subprotocol

from bench.controls import key_of, shown
from bench.servers import found
from tests.server_process import Server
from tests.visitor import STORE, Visitor
from ui.session.guide_content import content

SEED = 17
PACE_SECONDS = 3
OPENING = 8
"""How many open a page at the same time: people come one by one."""


@dataclass(frozen=True)
class Work:
    """What everybody does: on which page, in the guide on which screen, and with which controls."""

    page: str = ""
    screen: str = ""
    keys: str = ""
    """What the key of each control begins with that is used."""


@dataclass
class Clicks:
    """What was seen of the choices that were measured."""

    seconds: list[float] = field(default_factory=list)
    size: int = 0
    messages: int = 0


class Person(Visitor):
    """Somebody at a page."""

    def __init__(self, port: int, number: int, work: Work) -> None:
        super().__init__(Server(port, Path(), None), None)  # type: ignore[arg-type]  # its line is another kind, its process another's
        self._work, self._number, self._noted = work, number, 0
        self._later: ClientConnection
        self.chance = random.Random(SEED + number)  # noqa: S311 - nothing is hidden by it

    async def open(self) -> None:
        """Open the page and go to where the choices are."""
        self._later = await connect_later(
            f"ws://localhost:{self.server.port}/_stcore/stream",
            origin=Origin(self.server.address),
            subprotocols=[Subprotocol("streamlit"), Subprotocol("none")],
            max_size=None,
            open_timeout=60,
            ping_interval=None,
            compression=None,
            # Each from a machine of its own, as nginx counts them.
            local_addr=(f"127.0.1.{self._number % 200 + 1}", 0),
        )
        await self._do()
        if self._work.screen:
            base = self.component(STORE)
            said = json.dumps([{"event": "said", "value": found(self._work.screen)}])
            happened = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{base}__events", json_trigger_value=said)
            await self._do(WidgetState(id=base, json_value="{}"), happened)
            # What is pressed is pressed once.
            del self.widgets[happened.id]
        await self._do()

    async def _do(self, *changes: WidgetState) -> tuple[float, int]:
        """Send changes; return the seconds until the run had ended, and the bytes that came."""
        for state in shown(self.elements):
            self.widgets.setdefault(state.id, state)
        message = self.message(*changes, page=self._work.page).SerializeToString()
        self.received, size, begun = [], 0, time.perf_counter()
        await self._later.send(message)
        while True:
            came = await asyncio.wait_for(self._later.recv(decode=False), 120)
            told, size = ForwardMsg.FromString(came), size + len(came)
            self.received.append(told)
            if self._take(told):
                return time.perf_counter() - begun, size

    async def choose(self) -> tuple[float, int]:
        """Make a choice, and see that the guide has taken it."""
        controls = [item for item in self.elements if key_of(item).startswith(self._work.keys)]
        control = self.chance.choice(controls)
        if control.WhichOneof("type") == "radio":
            place = self.chance.randrange(len(control.radio.options))
            words = control.radio.options[place]
            change, value = WidgetState(id=control.radio.id, string_value=words), place
        else:
            words = control.checkbox.label
            before = self.widgets.get(control.checkbox.id)
            change = WidgetState(id=control.checkbox.id, bool_value=not (before and before.bool_value))
            value = change.bool_value
        if self._work.screen and self._work.page == "guide":
            done = await self._do(change, self._note(key_of(control), value, words))
            if self.component_data(STORE)["applied"] != self._noted:
                raise RuntimeError("The guide has not taken a choice.")
            return done
        return await self._do(change)

    def _note(self, key: str, value: int, words: str) -> WidgetState:
        """Return what the guide's page says to its store together with a choice."""
        self._noted += 1
        data = self.component_data(STORE)
        note = {"tab": "1-2", "n": self._noted, "key": key, "value": value, "words": words, "sent": True}
        note["content"] = content().guide.version
        noted = {"session": data["session"], "notes": [note], "press": 0, "heard": data["run"]}
        return WidgetState(id=self.component(STORE), json_value=json.dumps({"noted": noted}))

    async def stay(self, until: float, pace: float, clicks: Clicks, since: float) -> None:
        """Make choices until then; those count that begin after `since`."""
        due = time.perf_counter() + self.chance.uniform(0, pace)
        while due < until:
            await asyncio.sleep(max(0, due - time.perf_counter()))
            begun = time.perf_counter()
            took, size = await self.choose()
            if begun >= since:
                clicks.seconds.append(took)
                clicks.size += size
                clicks.messages += len(self.received)
            due = max(time.perf_counter(), due + pace * self.chance.uniform(0.5, 1.5))

    async def close(self) -> None:
        """Close the page."""
        await self._later.close()


async def _serve_orders(port: int, work: Work, line: Connection) -> None:
    people: list[Person] = []
    loop = asyncio.get_running_loop()
    while (order := await loop.run_in_executor(None, line.recv)) is not None:
        count, warm_up, measured, pace = order
        while len(people) < count:
            new = [Person(port, len(people) + i, work) for i in range(min(OPENING, count - len(people)))]
            await asyncio.gather(*(person.open() for person in new))
            people += new
        clicks, since = Clicks(), time.perf_counter() + warm_up
        await asyncio.gather(*(person.stay(since + measured, pace, clicks, since) for person in people))
        line.send(clicks)
    await asyncio.gather(*(person.close() for person in people))


def _run(port: int, work: Work, line: Connection) -> None:
    asyncio.run(_serve_orders(port, work, line))


class Crowd:
    """Everybody who is at a server; more come, and nobody goes until the end."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def at_work(self, count: int, measured: float, warm_up: float = 3, pace: float = PACE_SECONDS) -> Clicks:
        """Let so many people work, and return what was seen."""
        self._line.send((count, warm_up, measured, pace))
        clicks: Clicks = self._line.recv()
        return clicks


@contextmanager
def crowd(server: Server, work: Work) -> Iterator[Crowd]:
    """Have a process of people who do this work."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(server.port, work, theirs))
    process.start()
    theirs.close()
    try:
        yield Crowd(ours)
        ours.send(None)
    finally:
        ours.close()
        process.join(timeout=30)
        process.kill()
