"""Ended sessions are forgotten whatever one of them holds, and whatever goes wrong meanwhile."""

import asyncio
import logging
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.builders import ROOT
from tests.server_process import Server, serve
from tests.visitor import fetch
from ui.server import forgetting, quiet_logs, streamlit_internals
from ui.server.streamlit_messages import asked_for

SECRET = "My-Legs-Jump-4417"
MEMORY = ROOT / "tests" / "browser" / "store" / "picks_app.py"


class Ended:
    """An ended session; of a broken one nothing can be had."""

    def __init__(self, broken: bool = False) -> None:
        self.broken = broken
        self.forgotten = False


def forget(session: Any) -> None:
    if session.broken:
        raise ValueError(SECRET)
    session.forgotten = True


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = logging.getLogRecordFactory()
    quiet_logs.install()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("quiet")
def test_a_session_that_cannot_be_forgotten_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged by the type and place of what went wrong, without what it quotes; files still go."""
    sessions = [Ended(), Ended(broken=True), Ended()]
    removed: list[bool] = []
    monkeypatch.setattr(streamlit_internals, "ended_sessions", lambda: iter(sessions))
    monkeypatch.setattr(streamlit_internals, "forget", forget)
    monkeypatch.setattr(streamlit_internals, "remove_files", lambda: removed.append(True))
    forgetting.forget_now()

    assert [session.forgotten for session in sessions] == [True, False, True]
    assert removed == [True]
    assert "builtins.ValueError" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.usefixtures("quiet")
def test_a_look_that_fails_is_not_the_last_one(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The task goes on for as long as the server runs."""
    looks: list[int] = []

    third = asyncio.Event()

    def look() -> None:
        looks.append(len(looks))
        if len(looks) < 3:
            raise ValueError(SECRET)
        third.set()

    async def three_looks() -> bool:
        task = asyncio.create_task(forgetting.forget_ended_sessions(0))
        await asyncio.wait_for(third.wait(), 30)
        alive = not task.done()
        task.cancel()
        return alive

    monkeypatch.setattr(forgetting, "forget_now", look)

    assert asyncio.run(three_looks()) is True
    assert caplog.text.count("Ended sessions could not be looked for") == 2
    assert SECRET not in caplog.text


def test_a_button_as_it_was_before_the_last_run_still_gives_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press of it may be on a slow line when the task looks; only at its second look the button is gone."""
    files = MediaFileManager(MemoryMediaFileStorage("/media"))
    for name in ("remove_orphaned_files", "_remove_orphaned_deferred_callables"):
        monkeypatch.setattr(MediaFileManager, name, getattr(MediaFileManager, name))
    monkeypatch.setattr(Runtime, "_instance", SimpleNamespace(media_file_mgr=files))
    streamlit_internals.keep_files()

    def drawn() -> str:
        """Draw the button as a run does; outside of one all belong to a session of this name."""
        files.clear_session_refs()
        return files.add_deferred(lambda: b"", None, "0.1")

    def given(button: str) -> bool:
        return asked_for(button, "dontcare") is not None

    before, now = drawn(), drawn()
    streamlit_internals.remove_files()
    assert (given(before), given(now)) == (True, True)
    streamlit_internals.remove_files()
    assert (given(before), given(now)) == (False, True)
    # While a run goes on, the page still shows what the run before has drawn.
    files.clear_session_refs()
    streamlit_internals.remove_files()
    assert given(now)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    flags = ("--server.disconnectedSessionTTL", "1")
    with serve(MEMORY, tmp_path_factory.mktemp("forgetting"), None, *flags, breaks=True) as running:
        yield running


def held(server: Server) -> int:
    """Return how many living objects of the server hold the secret."""
    with urllib.request.urlopen(f"{server.address}/app/static/memory/{SECRET[::-1]}", timeout=30) as answer:  # noqa: S310 - our own
        return int(answer.read())


def until(so: Callable[[], bool]) -> bool:
    """Return whether it becomes so; nothing tells, so this asks again."""
    deadline = time.monotonic() + 40
    while not (there := so()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return there


def component(session: ClientConnection) -> str:
    """Return the id of the first component of a run."""
    while True:
        message = ForwardMsg.FromString(bytes(session.recv(timeout=30)))  # type: ignore[arg-type]  # bytes, as asked for
        if message.delta.new_element.bidi_component.id:
            return str(message.delta.new_element.bidi_component.id)


def say(session: ClientConnection, *states: tuple[str, str]) -> None:
    """Ask for a run, with the values of components as a browser sends them."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    for name, value in states:
        state = asked.rerun_script.widget_states.widgets.add()
        state.id, state.json_value = name, value
    session.send(asked.SerializeToString())


def end_after_saying(server: Server, value: str) -> None:
    """Open a session, let it say this of a component, and close the line."""
    address = f"ws://localhost:{server.port}/_stcore/stream"
    with connect(address, origin=Origin(server.address), subprotocols=[Subprotocol("streamlit")]) as session:
        say(session)
        name = component(session)
        say(session, (name, value), (f"{name}-other", value))
        until(lambda: held(server) > 0)


def test_values_that_are_no_json_from_a_closed_page_end_nothing(server: Server, tmp_path: Path) -> None:
    """After three such pages a further session is still forgotten, and no log holds what they said."""
    for value in (f"{{{SECRET}", f'"{SECRET}', f"[1, {SECRET}"):
        end_after_saying(server, value)
    assert until(lambda: held(server) == 0)

    end_after_saying(server, f'{{"said": "{SECRET}"}}')

    assert until(lambda: held(server) == 0)
    assert SECRET not in server.printed()
    assert "could not be forgotten" not in server.printed()
    with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=30) as answer:  # noqa: S310 - our own
        assert answer.status == 200


def test_a_server_whose_forgetting_has_ended_is_not_healthy(tmp_path: Path) -> None:
    """Whoever watches over it starts another: in this one the answers of closed pages would stay for good."""
    with serve(MEMORY, tmp_path) as running:
        assert fetch(running, "/_stcore/health")[0] == 200
        assert fetch(running, "/app/static/end-forgetting")[1] == b"ended"

        assert until(lambda: fetch(running, "/_stcore/health")[0] == 503)
        assert fetch(running, "/")[0] == 200
