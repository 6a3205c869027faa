"""The HTML page that the browser gets first: Streamlit's, with our style, script, name and words.

The style stands in the page itself, so it is there before the first paint, costs nothing in a rerun
and cannot be older than the server. Streamlit's own page cannot be configured, and it speaks of
Streamlit to a person whose browser runs no script.
"""

import re
from dataclasses import dataclass
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.streamlit_internals import static_folder

# Folders whose files are what they are, HTML or not: downloads, Streamlit's own channel, parts of the program.
_NO_PAGES = frozenset({"media", "_stcore", "component", "static"})


@dataclass(frozen=True)
class Words:
    """What the page says before, or without, the program."""

    title: str
    without_script: str


class PageChanged(RuntimeError):
    """Streamlit's page is not the one that this module was written for."""


def streamlit_page() -> str:
    """Return the page as Streamlit ships it."""
    return (static_folder() / "index.html").read_text(encoding="utf-8")


def build(page: str, words: Words, style: str, script: str = "", fonts: tuple[str, ...] = ()) -> str:
    """Return the page with our words, style and script in it; fonts are addresses to fetch early.

    Raises PageChanged where Streamlit's page has no place for one of them.
    """
    preload = "".join(
        f'<link rel="preload" href="{escape(font)}" as="font" type="font/woff2" crossorigin>' for font in fonts
    )
    page = _replace(r"<!--.*?-->\s*", "", page)
    page = _replace(r"<title>.*?</title>", f"<title>{escape(words.title)}</title>", page)
    page = _replace(r"<noscript>.*?</noscript>", f"<noscript><p>{escape(words.without_script)}</p></noscript>", page)
    # It points programs at an interface that is switched off.
    page = _replace(r'<link rel="service-desc"[^>]*>', "", page)
    page = _replace(r'<link\s+rel="preload"[^>]*as="font"[^>]*>', preload, page)
    # After <head>, where the browser-made styles go, so that of two equal rules ours wins.
    # Not a module: it runs before Streamlit's own script does.
    ours = f"<style>{style}</style>" + (f"<script>{script}</script>" if script else "")
    return _replace(r"<body>", f"<body>{ours}", page)


def _replace(pattern: str, by: str, page: str) -> str:
    changed, count = re.subn(pattern, lambda _: by, page, flags=re.DOTALL)
    if not count:
        raise PageChanged(f"Streamlit's index.html has no {pattern}: look at it and mend {__name__}.")
    return changed


class FirstPage:
    """Puts our page in the place of Streamlit's, which stands at the address of every page of the app."""

    def __init__(self, app: ASGIApp, page: str) -> None:
        self._app = app
        self._page = page.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and our page back where Streamlit answers with its own."""
        if scope["type"] != "http" or not _NO_PAGES.isdisjoint(scope["path"].split("/")):
            await self._app(scope, receive, send)
            return
        ours = False

        async def send_ours(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                ours = message["status"] == 200 and _is_html(message)
                if ours:
                    self._describe(message)
                await send(message)
            elif not ours:
                await send(message)
            elif not message.get("more_body", False):
                body = b"" if scope["method"] == "HEAD" else self._page
                await send({"type": "http.response.body", "body": body})

        await self._app(_without_conditions(scope), receive, send_ours)

    def _describe(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name in ("content-encoding", "etag", "last-modified", "accept-ranges"):
            del headers[name]
        headers["Content-Length"] = str(len(self._page))
        headers["Cache-Control"] = "no-cache"


def _is_html(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")


def _without_conditions(scope: Scope) -> Scope:
    """The request without questions on the age or a part of Streamlit's file, which would be about another page."""
    asked = (b"if-none-match", b"if-modified-since", b"range")
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in asked]}
