"""What the server refuses: uploads, other hosts, and messages that no page of the guide sends."""

import socket
from collections import Counter
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.app.server.asking import ask
from tests.hostile import PERSONA
from tests.server_process import ROOT, Server, serve
from tests.visitor import visit


def test_an_upload_is_refused_before_it_is_read(server: Server) -> None:
    """Nobody uploads here, so the answer comes although the body does not."""
    with socket.create_connection(("localhost", server.port), timeout=10) as line:
        line.sendall(b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000000\r\n\r\n")

        assert line.recv(100).startswith(b"HTTP/1.1 404")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    flags = ("--server.allowedHosts", "guide.example.org")
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("public"), None, *flags) as running:
        yield running


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "guide.example.org", 200),
        ("/", "elsewhere.example", 403),
        ("/media/a.pdf", "elsewhere.example", 403),
        ("/_stcore/health", "10.0.0.1:8501", 200),
    ],
)
def test_only_allowed_hosts_are_answered(public: Server, path: str, host: str, status: int) -> None:
    """A name that somebody else gives this machine opens nothing; its health can be asked by number."""
    assert ask(public, path, Host=host)[0] == status


@pytest.mark.parametrize("kind", ["clear_cache", "load_git_info", "set_run_on_save", "debug_shutdown_runtime"])
def test_a_message_that_no_page_of_the_guide_sends_does_nothing(server: Server, kind: str) -> None:
    """No cache is emptied, of which the answers are one to Streamlit, and nothing is told of program or files."""
    with visit(server) as person:
        person.put(PERSONA.read_text(encoding="utf-8"))
        message = BackMsg()
        setattr(message, kind, True)
        person.send(message)
        person.run(page="check")

        assert "Marta Lind" in person.texts()
        # One at the beginning of the run and one at its end.
        kinds = Counter(message.WhichOneof("type") for message in person.received)
        assert kinds["session_status_changed"] == 2
        assert set(kinds) == {"new_session", "navigation", "delta", "script_finished", "session_status_changed"}


@pytest.mark.parametrize("kind", ["install_skills", "dismiss_skills_nudge", "dataframe_chunk"])
def test_an_operation_that_the_guide_does_not_need_is_refused(server: Server, kind: str) -> None:
    """One of them writes files into the program's folder."""
    with visit(server) as person:
        message = BackMsg()
        request = message.backend_operation_request
        request.request_id, request.session_id = "1", person.session_id
        getattr(request, kind).SetInParent()
        person.send(message)

        assert person.answer().error_msg == "refused"
