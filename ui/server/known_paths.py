"""Only what the guide needs is answered; every other address and method that Streamlit has is not found.

Not needed, and not found: the upload of files (500 MB in three seconds, to be kept by nobody), metrics (how much
everybody's answers take), the agent's interface, its tools and its description, log-in and log-out, components of the
first kind, files of components of the second, the script's health.
"""

from collections.abc import Callable, Iterable
from html import escape
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.streamlit_internals import is_host_allowed

HEALTH = "/_stcore/health"
STREAM = "/_stcore/stream"
_FILES = ("/_stcore/host-config", "/favicon.png", "/manifest.json")
_FOLDERS = ("/static/", "/media/", "/app/static/")
_METHODS = ("GET", "HEAD")


class KnownPaths:
    """Passes on what the guide needs, and answers 404, 405 or 403 to all else before anything reads it.

    The health of a server in which something has ended that must go on is answered with 503.
    """

    def __init__(
        self, app: ASGIApp, places: Iterable[str], title: str, words: tuple[str, str], is_well: Callable[[], bool]
    ) -> None:
        self._app = app
        self._is_well = is_well
        self._known = {"/", HEALTH, *_FILES, *(f"/{place}{end}" for place in places for end in ("", "/"))}
        self._page = (
            f"<!doctype html><html lang=en><title>{escape(title)}</title>"
            f'<p>{escape(words[0])}</p><p><a href="/">{escape(words[1])}</a></p>'
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it is for the guide."""
        status = self._status(scope) if scope["type"] in ("http", "websocket") else 0
        if not status:
            await self._app(scope, receive, send)
        elif status == HTTPStatus.SERVICE_UNAVAILABLE:
            await Response(status_code=status)(scope, receive, send)
        elif scope["type"] == "http":
            await HTMLResponse(self._page, status)(scope, receive, send)
        else:
            # Before it is accepted, a websocket is refused by closing it.
            await send({"type": "websocket.close", "code": 1008})

    def _status(self, scope: Scope) -> int:
        """Return the status of a refusal, 0 where there is none."""
        path, asked = scope["path"].removeprefix(scope.get("root_path", "")), dict(scope["headers"])
        host = asked.get(b"host", b"").decode("latin-1")
        # Whoever watches over the server asks by its number, and learns nothing but that it lives.
        if path != HEALTH and not is_host_allowed(host):
            return 403
        if scope["type"] == "websocket":
            return 0 if path == STREAM and _same_origin(asked, host) else 403
        if path not in self._known and not path.startswith(_FOLDERS):
            return 404
        if scope["method"] not in _METHODS:
            return 405
        return HTTPStatus.SERVICE_UNAVAILABLE if path == HEALTH and not self._is_well() else 0


def _same_origin(asked: dict[bytes, bytes], host: str) -> bool:
    """Whether the page that opens a session came from this very host and port. A program sends no origin."""
    origin = asked.get(b"origin")
    return origin is None or urlsplit(origin.decode("latin-1")).netloc.lower() == host.lower()
