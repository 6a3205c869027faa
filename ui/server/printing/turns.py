"""Whose turn it is: a person has one file in the making, and what is quick to make never waits for what is slow."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar

LIGHT = 120_000
"""The size of a document (see `pdf_size`) up to which it is quick: under a second. A usual summary is half of it."""

MOST_OF_ONE = 8
"""Files that one person may have asked for; there are six buttons."""

PATIENCE_SECONDS = 30
"""Waited for a turn among all; after that the person is told that others are first."""


T = TypeVar("T")
_beside = ThreadPoolExecutor(1, "beside")


class Busy(Exception):
    """So many are waiting that this one would wait too long."""


async def beside(work: Callable[..., T], *given: object) -> T:
    """Do what takes time with a long document beside the loop, on which everybody's messages wait, and return it.

    One such work is done at a time: each thread at work takes its share of the processor from everybody's clicks.
    """
    return await asyncio.get_running_loop().run_in_executor(_beside, partial(work, *given))


class Lane:
    """So many at once, in the order in which they came."""

    def __init__(self, at_once: int) -> None:
        self._places = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def turn(self, patience: float = PATIENCE_SECONDS) -> AsyncIterator[None]:
        """Wait for a place and keep it to the end of the block. Raises Busy where the patience ends first."""
        try:
            async with asyncio.timeout(patience):
                await self._places.acquire()
        except TimeoutError:
            raise Busy from None
        try:
            yield
        finally:
            self._places.release()


class Turns:
    """One lane for each person, and two for all: the slow ones wait for one another alone."""

    def __init__(self) -> None:
        self._light = Lane(2)
        self._heavy = Lane(1)
        self._people: dict[str, tuple[asyncio.Lock, int]] = {}

    def lane(self, size: int) -> Lane:
        """Return the lane for a document of this size."""
        return self._light if size <= LIGHT else self._heavy

    @asynccontextmanager
    async def of(self, person: str) -> AsyncIterator[None]:
        """Wait until nothing else is in the making for this person. Raises Busy where too much is waiting."""
        lock, waiting = self._people.get(person, (asyncio.Lock(), 0))
        if waiting >= MOST_OF_ONE:
            raise Busy
        self._people[person] = lock, waiting + 1
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._people.pop(person)
            if waiting > 1:
                self._people[person] = lock, waiting - 1
