"""Security headers on every answer of the server, also on refusals and failures.

Plain ASGI rather than Starlette's helper class: that one buffers, and sees no websocket.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)

# Folders whose answers may hold what a person said: files made for download, and Streamlit's own channel.
_PRIVATE = ("media", "_stcore")

_ANSWERS_WITH_HEADERS = ("http.response.start", "websocket.accept", "websocket.http.response.start")

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def script_hashes(page: str) -> list[str]:
    """Return the CSP source of each inline script of an HTML page."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy(hashes: Iterable[str]) -> str:
    """Return a policy under which nothing comes from, or goes to, another host."""
    rules = {
        "default-src": "'self'",
        # blob: is where components v2 put the script that they import.
        "script-src": " ".join(["'self'", "blob:", *hashes]),
        "worker-src": "'self' blob:",
        # Streamlit's styles are made in the browser, so neither a hash nor a nonce can name them.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


class SecurityHeaders:
    """Adds the headers, and answers a failure itself so that it bears them too."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {"Content-Security-Policy": policy, **_FIXED}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back with the headers on it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        private = any(part in _PRIVATE for part in scope["path"].split("/"))
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "websocket.close" and not started and _can_refuse(scope):
                started = True
                await self._answer(send, "websocket.http.response", 403, b"Forbidden", private)
                return
            if message["type"] in _ANSWERS_WITH_HEADERS:
                started = True
                self._add(message, private)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception:
            # Starlette's own answer to a failure is made outside of this class and would have no headers.
            if scope["type"] == "http" and not started:
                await self._answer(send, "http.response", 500, b"Internal Server Error", private)
            raise

    def _add(self, message: Message, private: bool) -> None:
        message.setdefault("headers", [])
        headers = MutableHeaders(scope=message)
        for name, value in self._headers.items():
            headers[name] = value
        if private:
            headers["Cache-Control"] = "no-store"

    async def _answer(self, send: Send, kind: str, status: int, body: bytes, private: bool) -> None:
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        start: Message = {"type": f"{kind}.start", "status": status, "headers": headers}
        self._add(start, private)
        await send(start)
        await send({"type": f"{kind}.body", "body": body})


def _can_refuse(scope: Scope) -> bool:
    """Whether the server lets the application word the refusal of a websocket."""
    return "websocket.http.response" in scope.get("extensions", {})
