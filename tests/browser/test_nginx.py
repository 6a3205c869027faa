"""Deploy/nginx.conf as it is, without any browser and with no server behind it."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from select import select

import pytest

from tests.behind_nginx import nginx_before, printed, program
from tests.browser.waiting import until
from tests.server_process import ROOT, Server, free_port


def test_nginx_finds_no_fault_in_its_configuration(tmp_path: Path) -> None:
    """The file as it is, but for a certificate made here and folders of its own."""
    printed(program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=guide.example.org",
        "-keyout", tmp_path / "tls.key", "-out", tmp_path / "tls.crt")  # fmt: skip
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for named in ("/etc/guide/tls", "/run/nginx", "/var/log/nginx/guide"):
        assert named in text
        text = text.replace(named, f"{tmp_path}/{named.rpartition('/')[2]}")
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")

    told = printed(program("nginx"), "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", "stderr")
    assert "test is successful" in told
    assert "warn" not in told


ON_ITS_OWN = {
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "server": "nginx",
}


def ask(server: Server, method: str, path: str, body: bytes = b"") -> tuple[int, dict[str, str], str]:
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=30)) as connection:
        connection.request(method, path, body)
        with connection.getresponse() as answer:
            sent = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, sent, answer.read().decode()


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Nginx with no server behind it."""
    with nginx_before(tmp_path_factory.mktemp("away"), free_port(), free_port()) as nginx:
        until(lambda: nginx_answers(nginx), "nginx answers")
        yield nginx


def nginx_answers(nginx: Server) -> bool:
    try:
        return ask(nginx, "GET", "/_stcore/metrics")[0] == 404
    except OSError:
        return False


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 502),
        ("POST", "/", 405),
        ("PUT", "/_stcore/upload_file/a/b", 405),
        ("GET", "/_stcore/upload_file/a/b", 404),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent/mcp", 404),
        ("GET", "/_stcore/script-health-check", 404),
        ("GET", "/component/a/index.html", 404),
        ("GET", "/auth/login", 404),
        ("GET", "/oauth2callback", 404),
        ("GET", "/" + "a" * 9000, 414),
    ],
)
def test_an_answer_of_nginx_itself_bears_the_headers_and_tells_nothing(
    away: Server, method: str, path: str, status: int
) -> None:
    """Each is a sentence for a person, without the version of the program."""
    got, sent, body = ask(away, method, path)

    assert got == status
    assert sent.items() >= ON_ITS_OWN.items()
    assert ("Your answers are in your browser" in body) == (status == 502)
    assert "nginx" not in body


def test_a_body_is_refused_before_any_server_has_it(away: Server) -> None:
    """Nothing is sent in one: a file that is opened comes over the websocket."""
    assert ask(away, "GET", "/", b"x" * 5000)[0] == 413


def open_files(process: int) -> set[str]:
    """Return the files that a process has opened by itself and not yet closed."""
    links = [path.readlink() for path in Path(f"/proc/{process}/fd").iterdir() if int(path.name) > 2]
    return {str(path) for path in links if path.is_file()}


def test_the_log_of_nginx_tells_no_address(away: Server) -> None:
    """Servers that are away, and requests that are refused, are told nobody's address with; there is no other log."""
    ask(away, "GET", "/")
    ask(away, "PUT", "/_stcore/upload_file/a/b", b"x" * 5000)

    assert away.printed() == ""
    assert open_files(away.process.pid) == {str(away.output)}


def test_too_many_requests_of_one_address_are_refused(away: Server) -> None:
    """A thousand at once are let through, since a clinic may share one address; more are not."""
    seen = set[int]()
    with closing(http.client.HTTPConnection("localhost", away.port, timeout=30)) as connection:
        for _ in range(6000):
            connection.request("HEAD", "/")
            with connection.getresponse() as answer:
                seen.add(answer.status)
            if 429 in seen:
                break

    assert seen == {502, 429}


@pytest.mark.parametrize(("path", "most"), [("/_stcore/stream", 200), ("/", 500)], ids=["pages", "all"])
def test_too_many_open_pages_of_one_address_are_refused(tmp_path: Path, path: str, most: int) -> None:
    """So many wait for a server that takes them all and says nothing; whoever comes after them is told at once."""
    with ExitStack() as stack:
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1000))
        port = silent.getsockname()[1]
        nginx = stack.enter_context(nginx_before(tmp_path, port, port))
        until(lambda: nginx_answers(nginx), "nginx answers")
        pages = [
            stack.enter_context(socket.create_connection(("localhost", nginx.port), timeout=30))
            for _ in range(most + 3)
        ]
        for page in pages:
            page.sendall(f"GET {path} HTTP/1.1\r\nHost: guide.example.org\r\n\r\n".encode())
        until(lambda: len(select(pages, [], [], 0)[0]) >= 3, "three are answered")

        assert [page.recv(12) for page in select(pages, [], [], 0)[0]] == [b"HTTP/1.1 429"] * 3
