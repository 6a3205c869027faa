"""The page that the browser gets first is ours, and the program behind it comes packed."""

import asyncio
import gzip
import http.client

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.app.server.asking import ask, script_of
from tests.server_process import Server
from ui.server import first_page, headers
from ui.session.guide_content import content, say


def test_the_policy_names_the_page_s_own_script_and_no_other_host(server: Server) -> None:
    """The hashes in the policy are those of Streamlit's inline script and ours, as they are served."""
    _, sent, page = ask(server, "/")
    policy = sent["content-security-policy"]

    assert len(headers.script_hashes(page)) == 2
    assert all(digest in policy for digest in headers.script_hashes(page))
    assert "http" not in policy
    assert "script-src 'self' blob:" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]
    assert "eval" not in policy


def test_the_first_page_is_ours_even_when_the_browser_has_streamlit_s(server: Server) -> None:
    """A conditional request is not answered with 304 about another page, and the length is right."""
    _, sent, page = ask(server, "/guide", **{"If-None-Match": '"x"'})

    assert "<title>Streamlit</title>" not in page
    assert "service-desc" not in page
    assert '<div id="guide-first" role="main">' in page
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


def test_a_changed_streamlit_page_is_noticed_at_start() -> None:
    """A page without the places that we replace stops the server with a reason."""
    with pytest.raises(first_page.PageChanged, match="title"):
        first_page.build("<!-- a --><html></html>", first_page.Words("t", "w"), "")
