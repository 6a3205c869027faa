"""The server's answers: headers on every one, our first page, logs without what people typed."""

import asyncio
import gzip
import http.client
import logging
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from tests.hostile import PERSONA
from tests.server_process import ROOT, Server, serve
from tests.visitor import visit
from ui.server import first_page, headers, quiet_logs, streamlit_internals
from ui.session.guide_content import content, say

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("server")) as running:
        yield running


def ask(server: Server, path: str, method: str = "GET", **sent: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request(method, path, headers=sent)
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def script_of(server: Server) -> str:
    found = re.search(r'src="\.(/static/js/index[^"]+)"', ask(server, "/")[2])
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/", "HEAD", 200),
        ("/guide", "GET", 200),
        ("/any/place", "GET", 404),
        ("/", "POST", 405),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/_stcore/health", "OPTIONS", 405),
        ("/_stcore/host-config", "POST", 405),
        ("/_stcore/agent/interact", "POST", 404),
        ("/_stcore/agent/mcp", "POST", 404),
        ("/_stcore/agent/openapi.json", "GET", 404),
        ("/_stcore/upload_file/a/b", "PUT", 404),
        ("/_stcore/upload_file/a/b", "DELETE", 404),
        ("/_stcore/upload_file/a/b", "OPTIONS", 404),
        ("/_stcore/metrics", "GET", 404),
        ("/_stcore/script-health-check", "GET", 404),
        ("/_stcore/bidi-components/guide_store/a.js", "GET", 404),
        ("/_stcore/stream", "GET", 404),
        ("/component/a.b/index.html", "GET", 404),
        ("/auth/login", "GET", 404),
        ("/auth/logout", "GET", 404),
        ("/oauth2callback", "GET", 404),
        ("/guide/_stcore/health", "GET", 404),
        ("/index.html", "GET", 404),
        ("/media/none.pdf", "GET", 404),
        ("/app/static/fonts/GuideAtkinson-Regular.woff2", "GET", 200),
        ("/app/static/none", "GET", 404),
        ("/app/static/%2e%2e/main.py", "GET", 400),
        ("//elsewhere.example", "GET", 404),
    ],
)
def test_every_answer_bears_the_headers(server: Server, path: str, method: str, status: int) -> None:
    """Whatever is asked for, and whether it is given or refused, the security headers are there."""
    got, sent, _ = ask(server, path, method)

    assert got == status
    assert sent.items() >= ALWAYS.items()
    assert "frame-ancestors 'none'" in sent["content-security-policy"]
    assert "geolocation=()" in sent["permissions-policy"]


HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "x3JJHMbDL1EzLkh9GBhXDw==",
}


@pytest.mark.parametrize(
    ("origin", "status"), [("http://elsewhere.example", 403), ("http://localhost:1", 403), ("null", 403), ("", 101)]
)
def test_a_websocket_handshake_bears_the_headers(server: Server, origin: str, status: int) -> None:
    """A page of another site or port cannot open a session, and all answers bear the headers."""
    sent_origin = {"Origin": origin or server.address}
    got, sent, _ = ask_handshake(server, sent_origin)

    assert got == status
    assert sent.items() >= ALWAYS.items()


def test_an_upload_is_refused_before_it_is_read(server: Server) -> None:
    """Nobody uploads here, so the answer comes although the body does not."""
    with socket.create_connection(("localhost", server.port), timeout=10) as line:
        line.sendall(b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000000\r\n\r\n")

        assert line.recv(100).startswith(b"HTTP/1.1 404")


@pytest.mark.parametrize("path", ["/_stcore/health", "/any/place", "/app/static/fonts/OFL.txt"])
def test_an_answer_on_a_line_that_is_used_again_does_not_wait(server: Server, path: str) -> None:
    """Of twenty the quickest comes in under 30 ms; held back for an acknowledgement, each of them takes 40."""
    taken = []
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=10)) as connection:
        for _ in range(20):
            begun = time.perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            taken.append(time.perf_counter() - begun)

    assert min(taken[1:]) < 0.03


def test_an_unknown_page_says_so_and_leads_to_start(server: Server) -> None:
    """A mistyped address is answered in the guide's own words."""
    status, _, page = ask(server, "/any/place")

    assert status == 404
    assert say("fault.no-page") in page
    assert f'<a href="/">{say("fault.to-start")}</a>' in page


def test_no_answer_sets_a_cookie(server: Server) -> None:
    """Streamlit's one cookie guards uploads, of which there are none."""
    paths = ["/", "/guide", "/_stcore/health", "/_stcore/host-config", script_of(server)]

    assert [path for path in paths if "set-cookie" in ask(server, path)[1]] == []
    assert "set-cookie" not in ask_handshake(server, {"Origin": server.address})[1]


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
        person.kinds.clear()
        person.send(message)
        person.run(page="check")

        assert "Marta Lind" in person.texts()
        # One at the beginning of the run and one at its end.
        assert person.kinds["session_status_changed"] == 2
        assert set(person.kinds) == {"new_session", "navigation", "delta", "script_finished", "session_status_changed"}


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


def ask_handshake(server: Server, more: dict[str, str]) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request("GET", "/_stcore/stream", headers=HANDSHAKE | more)
    with connection.getresponse() as answer:
        status, sent = answer.status, dict(answer.getheaders())
    connection.close()
    return status, {name.lower(): value for name, value in sent.items()}, ""


def test_answers_that_may_be_private_are_not_kept_and_the_program_is(server: Server) -> None:
    """Files for download are never cached; the program's own files are, for a year."""
    assert ask(server, "/media/none.pdf")[1]["cache-control"] == "no-store"
    assert ask(server, "/_stcore/health")[1]["cache-control"] == "no-store"
    assert "immutable" in ask(server, script_of(server))[1]["cache-control"]


def test_the_policy_names_the_page_s_own_script_and_no_other_host(server: Server) -> None:
    """The hashes in the policy are those of Streamlit's inline script and ours, as they are served."""
    _, sent, page = ask(server, "/")
    policy = sent["content-security-policy"]

    assert len(headers.script_hashes(page)) == 2
    assert all(digest in policy for digest in headers.script_hashes(page))
    assert "http" not in policy
    assert "script-src 'self' blob:" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


def test_the_first_page_is_ours_even_when_the_browser_has_streamlit_s(server: Server) -> None:
    """A conditional request is not answered with 304 about another page, and the length is right."""
    _, sent, page = ask(server, "/guide", **{"If-None-Match": '"x"'})

    assert "<title>Streamlit</title>" not in page
    assert "service-desc" not in page
    assert '<div id="guide-first">' in page
    assert int(sent["content-length"]) == len(page.encode())
    assert "etag" not in sent


def test_the_first_page_says_where_help_is_before_anything_has_to_be_fetched(server: Server) -> None:
    """Title, a word to wait and whom to call are HTML that stands before every script and style sheet of the body."""
    page = ask(server, "/guide")[2]
    body = page[page.index("<body>") :]
    first = body[: min(body.index("<script"), body.index("<link"))]

    for words in (content().guide.title, say("fault.moment"), say("help.body"), say("fault.late")):
        assert words in first
    assert 'rel="stylesheet"' not in page[: page.index("<body>")]


def packed(server: Server, path: str) -> tuple[dict[str, str], bytes]:
    """Return the headers and the unpacked body of what a browser gets that takes it packed."""
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
    answer = connection.getresponse()
    sent, body = {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    assert int(sent["content-length"]) == len(body)
    return sent, gzip.decompress(body) if sent.get("content-encoding") == "gzip" else body


def test_program_and_first_page_come_packed_to_whoever_takes_them_so(server: Server) -> None:
    """What comes packed is what comes plain, twice over, and a cache between keeps the two apart."""
    for path in ("/", script_of(server), script_of(server)):
        sent, body = packed(server, path)

        assert (sent["content-encoding"], sent["vary"]) == ("gzip", "Accept-Encoding")
        assert body.decode() == ask(server, path)[2]
        assert int(sent["content-length"]) < len(body) / 2


@pytest.mark.parametrize("path", ["/_stcore/health", "/app/static/fonts/GuideAtkinson-Bold.woff2", "/media/none.pdf"])
def test_what_is_no_part_of_the_program_comes_as_it_is(server: Server, path: str) -> None:
    """Neither an answer of the server's nor what is packed already, nor a refusal."""
    sent, body = packed(server, path)

    assert "content-encoding" not in sent
    assert body


@pytest.mark.parametrize(
    ("path", "given"), [("/guide", b"ours"), ("/media/1.html", b"a file"), ("/b/media/1.html", b"a file")]
)
def test_a_web_page_for_download_comes_as_it_was_made(path: str, given: bytes) -> None:
    """Our page stands in for the app's pages alone, never for a file that happens to be HTML."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"a file"})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "path": path, "method": "GET", "headers": [(b"range", b"bytes=0-1")]}
    asyncio.run(first_page.FirstPage(answer, "ours")(scope, receive, send))

    assert sent[1]["body"] == given


STARTED = """
import asyncio, sys, app
async def main():
    async with app.lifespan(app.app):
        print(sys.getswitchinterval())
asyncio.run(main())
"""


def test_a_run_that_computes_hands_on_after_half_a_millisecond() -> None:
    """Ten times sooner than Python would: whoever clicks beside it waits half as long."""
    ran = subprocess.run([sys.executable, "-c", STARTED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout == "0.0005\n"


def test_a_changed_streamlit_page_is_noticed_at_start() -> None:
    """A page without the places that we replace stops the server with a reason."""
    with pytest.raises(first_page.PageChanged, match="title"):
        first_page.build("<!-- a --><html></html>", first_page.Words("t", "w"), "")


def test_a_failing_application_answers_500_with_the_headers_and_without_the_reason() -> None:
    """The failure goes on to the log, and the answer holds nothing of it."""

    async def fail(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("my answer")

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "path": "/", "method": "GET", "headers": []}
    with pytest.raises(ValueError, match="my answer"):
        asyncio.run(headers.SecurityHeaders(fail, "default-src 'self'")(scope, receive, send))

    assert sent[0]["status"] == 500
    assert (b"content-security-policy", b"default-src 'self'") in sent[0]["headers"]
    assert sent[1]["body"] == b"Internal Server Error"


def test_a_logged_exception_tells_its_type_and_place_but_not_its_text(caplog: pytest.LogCaptureFixture) -> None:
    """What a person typed is often quoted by the exception that it caused, and by the one before it."""
    before = logging.getLogRecordFactory()
    quiet_logs.install()
    quiet_logs.install()
    try:
        try:
            int("I feel " + "sad")
        except ValueError as first:
            try:
                raise KeyError("sad" * 2) from first
            except KeyError:
                logging.getLogger("tests").exception("Went wrong")
    finally:
        logging.setLogRecordFactory(before)

    assert "builtins.ValueError" in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert Path(__file__).name in caplog.text
    assert "sadsad" not in caplog.text
    assert "I feel sad" not in caplog.text


def test_nothing_ends_a_callback_half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit ends a run at any use of its state where the page has sent something newer, but not a callback."""
    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", SafeSessionState.on_script_will_rerun)
    streamlit_internals.finish_callbacks()
    newer: list[bool] = []
    state = SafeSessionState(SessionState(), lambda: newer.append(True))
    monkeypatch.setattr(SessionState, "on_script_will_rerun", lambda *_, **__: "answer" in state)
    state.on_script_will_rerun(None)
    assert newer == []

    assert "answer" not in state
    assert newer == [True]
