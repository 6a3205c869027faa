"""Hostile messages by a seed: the server lives, and another visit stays whole. For hours: scripts/soak hostile."""

import os
import time
from pathlib import Path

from tests.hostile import Seen, memory_of, walk
from tests.server_process import ROOT, serve

SECONDS = int(os.environ.get("HOSTILE_SECONDS", "0"))
SEED = int(os.environ.get("HOSTILE_SEED", "12"))
FEW = 30
GROWTH = 150
"""Megabytes between the first third of a long walk and its last: pages that are closed are kept for two minutes."""


def test_hostile_messages_end_nothing_and_change_nothing_of_anybody_else(tmp_path: Path) -> None:
    """After each few of them the bystander presses a button, and has the answers of before."""
    until = time.monotonic() + SECONDS

    def more(seen: Seen) -> bool:
        return time.monotonic() < until if SECONDS else seen.messages < FEW

    with serve(ROOT / "app.py", tmp_path) as server:
        seen = walk(server, SEED, more)
        clicks, memory = sorted(seen.clicks), seen.memory
        print(  # noqa: T201 - for whoever runs it for an hour
            f"{seen.messages} messages; a bystander's click: median {clicks[len(clicks) // 2]:.3f} s, longest "
            f"{clicks[-1]:.3f} s; memory {memory[0]} to {memory[-1]} MB, at most {max(memory)}"
        )
        assert server.process.poll() is None
        assert memory_of(server) < 500
        third = max(len(memory) // 3, 1)
        assert max(memory[-third:]) - max(memory[:third]) < GROWTH
