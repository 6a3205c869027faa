"""The HTML page that the browser gets first: Streamlit's, with our style, script, name and words.

The style stands in the page itself, so it is there before the first paint, costs nothing in a rerun
and cannot be older than the server. Streamlit's own page cannot be configured, and it speaks of
Streamlit to a person whose browser runs no script.
"""

import gzip
import re
from dataclasses import dataclass
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.streamlit_internals import static_folder
from ui.server.streamlit_page import filled

# Folders whose files are what they are, HTML or not: downloads, Streamlit's own channel, parts of the program.
_NO_PAGES = frozenset({"media", "_stcore", "component", "static"})


_SHEET = r'<link rel="stylesheet"[^>]*>'
# Once something has been drawn, the words are gone for good: between two screens there may be no heading either.
_FIRST_STYLE = filled("""
:root { color-scheme: light dark; }
#guide-first { font: 125%/1.5 "Guide Atkinson", Arial, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
#guide-first p { margin: 0 0 0.75rem; }
.guide-first-help { border: 2px solid; border-inline-start-width: 0.5rem; padding: 0.75rem 1rem 0; }
.guide-first-late { margin-top: 1rem; visibility: hidden; animation: guide-late 0s 8s forwards; }
@keyframes guide-late { to { visibility: visible; } }
.guide-drawn #guide-first, body:has(:--app h1) #guide-first { display: none; }
html:not(.guide-drawn) body:not(:has(:--app h1)) #root { visibility: hidden; }
@media print { #guide-first { display: none; } }
""")


@dataclass(frozen=True)
class Words:
    """What the page says before, or without, the program."""

    title: str
    without_script: str
    moment: str = ""
    help: tuple[str, ...] = ()
    """Whom to call in an emergency, for whom the program may not come in time, or at all."""
    late: tuple[str, ...] = ()
    """What may be wrong, said where the program has not come after some seconds."""


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
    # The words come before all that has to be fetched: what stands after a style sheet is drawn when that is here.
    sheets = "".join(re.findall(_SHEET, page))
    page = re.sub(_SHEET, "", page)
    # After <head>, where the browser-made styles go, so that of two equal rules ours wins.
    # Not a module: it runs before Streamlit's own script does.
    ours = f"{sheets}<style>{style}</style>" + (f"<script>{script}</script>" if script else "")
    return _replace(r"<body>", f"<body>{_first_words(words)}{ours}", page)


def _first_words(words: Words) -> str:
    """Return what stands in the page until the first screen is drawn. It needs no script and no other file.

    Roles tell what it is; the elements of the same names are those of the screens.
    """
    told = "".join(f"<p>{escape(text)}</p>" for text in words.help)
    late = "".join(f"<p>{escape(text)}</p>" for text in words.late)
    return (
        f'<style>{_FIRST_STYLE}</style><div id="guide-first" role="main">'
        f'<p role="heading" aria-level="1"><strong>{escape(words.title)}</strong></p>'
        f'<p>{escape(words.moment)}</p><div class="guide-first-help">{told}</div>'
        f'<div class="guide-first-late">{late}</div></div>'
    )


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
        self._packed = gzip.compress(self._page, 9, mtime=0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and our page back where Streamlit answers with its own."""
        if scope["type"] != "http" or not _NO_PAGES.isdisjoint(scope["path"].split("/")):
            await self._app(scope, receive, send)
            return
        ours = False
        packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        page = self._packed if packed else self._page

        async def send_ours(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                ours = message["status"] == 200 and _is_html(message)
                if ours:
                    _describe(message, len(page), packed=packed)
                await send(message)
            elif not ours:
                await send(message)
            elif not message.get("more_body", False):
                body = b"" if scope["method"] == "HEAD" else page
                await send({"type": "http.response.body", "body": body})

        await self._app(_without_conditions(scope), receive, send_ours)


def _describe(message: Message, length: int, *, packed: bool) -> None:
    headers = MutableHeaders(scope=message)
    for name in ("content-encoding", "etag", "last-modified", "accept-ranges"):
        del headers[name]
    if packed:
        headers["Content-Encoding"] = "gzip"
    headers.add_vary_header("Accept-Encoding")
    headers["Content-Length"] = str(length)
    headers["Cache-Control"] = "no-cache"


def _is_html(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")


def _without_conditions(scope: Scope) -> Scope:
    """The request without questions on the age or a part of Streamlit's file, which would be about another page."""
    asked = (b"if-none-match", b"if-modified-since", b"range")
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in asked]}
