"""How the tests ask a running server, as a program that is no browser."""

import http.client
import re

from tests.server_process import Server

HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "x3JJHMbDL1EzLkh9GBhXDw==",
}


def ask(server: Server, path: str, method: str = "GET", **sent: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request(method, path, headers=sent)
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def ask_handshake(server: Server, more: dict[str, str]) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    connection.request("GET", "/_stcore/stream", headers=HANDSHAKE | more)
    with connection.getresponse() as answer:
        status, sent = answer.status, dict(answer.getheaders())
    connection.close()
    return status, {name.lower(): value for name, value in sent.items()}, ""


def script_of(server: Server) -> str:
    found = re.search(r'src="\.(/static/js/index[^"]+)"', ask(server, "/")[2])
    assert found
    return found[1]
