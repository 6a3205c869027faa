"""Nobody waits for another's long PDF, and nobody takes every turn."""

import asyncio
import threading

import pytest

from logic.outputs.drawing.pdf_size import LARGEST
from ui.server.printing.turns import MOST_OF_ONE, Busy, Lane, Turns, beside

PATIENCE = 30
"""Seconds after which a test has failed."""


def test_a_light_document_does_not_wait_for_heavy_ones() -> None:
    """While one that is slow is in the making, one that is quick has its turn."""

    async def both() -> None:
        turns = Turns()
        async with turns.lane(LARGEST).turn(), turns.lane(1000).turn(patience=0):
            with pytest.raises(Busy):
                async with turns.lane(LARGEST).turn(patience=0):
                    pass

    asyncio.run(asyncio.wait_for(both(), PATIENCE))


def test_turns_come_in_the_order_of_asking() -> None:
    """Nobody is overtaken by whoever asks more often."""
    order = list[int]()

    async def one(lane: Lane, number: int) -> None:
        async with lane.turn():
            order.append(number)
            await asyncio.sleep(0)

    async def all_of_them() -> None:
        lane = Lane(1)
        await asyncio.gather(*(one(lane, number) for number in range(5)))

    asyncio.run(all_of_them())

    assert order == [0, 1, 2, 3, 4]


def test_a_person_has_one_file_in_the_making_and_a_few_waiting() -> None:
    """Whoever asks for more has no answer to wait for; somebody else is not concerned."""

    async def crowd() -> int:
        turns, begun, go_on = Turns(), list[int](), asyncio.Event()

        async def one() -> None:
            async with turns.of("me"):
                begun.append(1)
                await go_on.wait()

        waiting = [asyncio.create_task(one()) for _ in range(MOST_OF_ONE)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            async with turns.of("me"):
                pass
        async with turns.of("somebody else"):
            at_once = len(begun)
        go_on.set()
        await asyncio.gather(*waiting)
        async with turns.of("me"):
            return at_once

    assert asyncio.run(asyncio.wait_for(crowd(), PATIENCE)) == 1


def test_long_documents_are_worked_on_one_after_the_other_beside_the_loop() -> None:
    """A crowd that wants its documents costs everybody else one thread, not a dozen."""
    at_work, most, go_on = list[int](), list[int](), threading.Event()

    def work(number: int) -> int:
        at_work.append(number)
        most.append(len(at_work))
        go_on.wait(PATIENCE)
        at_work.remove(number)
        return number

    async def crowd() -> list[int]:
        waiting = asyncio.gather(*(beside(work, number) for number in range(12)))
        # The loop is free meanwhile.
        await asyncio.sleep(0)
        go_on.set()
        return await waiting

    assert asyncio.run(asyncio.wait_for(crowd(), PATIENCE)) == list(range(12))
    assert most == [1] * 12
