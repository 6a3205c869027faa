"""Send each message and each answer at once.

Streamlit opens the listening socket in a way in which asyncio leaves Nagle's algorithm on, so the last
part of every rerun, and of every answer on a line that is used again, waits for the browser's delayed
acknowledgement: 40 ms more a click or a file, measured.
"""

import socket

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.streamlit_internals import transport_of


class NoDelay:
    """Switches the waiting off on each connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with the waiting switched off."""
        if scope["type"] in ("http", "websocket"):
            _switch_off(receive)
        await self._app(scope, receive, send)


def _switch_off(receive: Receive) -> None:
    """Reach the socket through the server's own object; where a server has none such, nothing is lost but time."""
    transport = transport_of(receive)
    connection = transport.get_extra_info("socket") if transport is not None else None
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
