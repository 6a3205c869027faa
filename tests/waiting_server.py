"""A server of the guide that has a run wait at one of its looks for a newer message of the page, which ends it there.

A run looks at each element and at each use of Streamlit's state. Where it makes its places, nothing ends it; a message
may come there all the same, so that counts as a look, too.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server_process import ROOT, START_SECONDS, Server, serve

WAIT_FOR_A_NEWER = """
import time
from pathlib import Path

import streamlit
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

LOOKS_LEFT = Path.home() / "looks-left"
look, make_places = ScriptRunner._maybe_handle_execution_control_request, streamlit.navigation


def wait(requests):
    if LOOKS_LEFT.exists():
        left = int(LOOKS_LEFT.read_text())
        if left:
            LOOKS_LEFT.write_text(str(left - 1))
        else:
            LOOKS_LEFT.unlink()
            while requests._state is not ScriptRequestType.RERUN:
                time.sleep(0.001)


def wait_and_look(runner):
    if runner._execing:
        wait(runner._requests)
    look(runner)


def wait_and_make_places(*arguments, **more):
    wait(get_script_run_ctx().script_requests)
    return make_places(*arguments, **more)


ScriptRunner._maybe_handle_execution_control_request = wait_and_look
streamlit.navigation = wait_and_make_places
"""


@dataclass(frozen=True)
class Waiting:
    """The server, and the file that tells it at which look to wait: there only until that is reached."""

    server: Server
    looks_left: Path

    def wait_after(self, looks: int) -> None:
        """Have the next run wait after so many looks, or the one after it where it has fewer."""
        whole = self.looks_left.with_suffix(".whole")
        whole.write_text(str(looks), encoding="ascii")
        whole.replace(self.looks_left)

    def stop(self) -> int:
        """Have no run wait; return how many looks were left."""
        left = int(self.looks_left.read_text(encoding="ascii"))
        self.looks_left.unlink()
        return left

    def until_reached(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while self.looks_left.exists():
            assert time.monotonic() < deadline, "no run has so many looks"
            time.sleep(0.001)


@contextmanager
def serve_waiting(folder: Path, port: int | None = None, after: int | None = None) -> Iterator[Waiting]:
    """Run the guide so until the block ends; where it is said after how many looks, its first run waits."""
    looks_left = folder / "looks-left"
    if after is not None:
        looks_left.write_text(str(after), encoding="ascii")
    with serve(ROOT / "app.py", folder, port, first=WAIT_FOR_A_NEWER) as server:
        yield Waiting(server, looks_left)
