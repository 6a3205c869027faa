"""What every answer of the server bears: a status, the headers, no cookie, and none of what people typed."""

import asyncio
import http.client
import subprocess
import sys
import time
from contextlib import closing

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.app.server.asking import ask, ask_handshake, script_of
from tests.server_process import ROOT, Server
from ui.server import headers
from ui.session.guide_content import say

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


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


@pytest.mark.parametrize(
    ("origin", "status"), [("http://elsewhere.example", 403), ("http://localhost:1", 403), ("null", 403), ("", 101)]
)
def test_a_websocket_handshake_bears_the_headers(server: Server, origin: str, status: int) -> None:
    """A page of another site or port cannot open a session, and all answers bear the headers."""
    sent_origin = {"Origin": origin or server.address}
    got, sent, _ = ask_handshake(server, sent_origin)

    assert got == status
    assert sent.items() >= ALWAYS.items()


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


def test_answers_that_may_be_private_are_not_kept_and_the_program_is(server: Server) -> None:
    """Files for download are never cached; the program's own files are, for a year."""
    assert ask(server, "/media/none.pdf")[1]["cache-control"] == "no-store"
    assert ask(server, "/_stcore/health")[1]["cache-control"] == "no-store"
    assert "immutable" in ask(server, script_of(server))[1]["cache-control"]


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
