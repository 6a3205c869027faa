"""The program in few bytes: what never changes is compressed once, and kept for everybody who asks.

A phone on a slow line waits for the program more than for anything else. Compressed at each request it would keep
the one loop busy that serves everybody. Answers are not compressed: `/media/` and the websocket pass as they are.
"""

import asyncio
import gzip
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOLDER = "/static/"
_KINDS = (".js", ".css", ".svg")
_SMALLEST = 1000


@dataclass
class _Held:
    """An answer that is not sent on until all of it is there."""

    start: Message = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)


class Compression:
    """Sends the program's scripts and styles compressed to a browser that takes them so."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[tuple[str, str], bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back in fewer bytes."""
        if not _is_for_us(scope):
            await self._app(scope, receive, send)
            return
        held = _Held()

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.start = message
                if message["status"] != 200:  # found, and whole
                    await send(message)
            elif held.start["status"] != 200:  # as said above
                await send(message)
            else:
                held.body += message.get("body", b"")
                if not message.get("more_body", False):
                    await self._send(scope["path"], held, send)

        # A part of the file would be a part of something else.
        rest = [pair for pair in scope["headers"] if pair[0] != b"range"]
        await self._app({**scope, "headers": rest}, receive, hold)

    async def _send(self, path: str, held: _Held, send: Send) -> None:
        headers = MutableHeaders(scope=held.start)
        headers.add_vary_header("Accept-Encoding")
        body = bytes(held.body)
        if len(body) >= _SMALLEST:
            name = (path, headers.get("etag", ""))
            if name not in self._kept:
                self._kept[name] = await asyncio.to_thread(gzip.compress, body, 9, mtime=0)
            body = self._kept[name]
            headers["Content-Encoding"] = "gzip"
            headers["Content-Length"] = str(len(body))
        await send(held.start)
        await send({"type": "http.response.body", "body": body})


def _is_for_us(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith(_FOLDER)
        and scope["path"].endswith(_KINDS)
        and "gzip" in Headers(scope=scope).get("accept-encoding", "")
    )
