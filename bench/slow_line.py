"""A phone on a slow line: seconds, bytes and requests until the first question can be answered.

Chromium's own tools slow what is loaded and not the messages after it. Streamlit's own empty page is shown beside it,
and both also behind the nginx of deploy/.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.figures import Result, Target, table
from bench.first_minute import PHONE, SLOW
from bench.servers import bare, guide
from tests.behind_nginx import nginx_before
from tests.browser.launching import launched
from tests.server_process import Server, wait_until_healthy

GUIDE, EMPTY, NGINX = "the guide, first question", "Streamlit's own empty page", ", behind nginx"
READY = {GUIDE: ("guide", "[class*=st-key-answer-] label[data-testid=stRadioOption]"), EMPTY: ("", "h2")}
"""What is opened, and what then stands on the page."""
PATIENCE_MS = 180_000


@dataclass
class Loaded:
    """What it took to load a page."""

    words: float
    ready: float
    size: float = 0
    requests: int = 0


def measure() -> Result:
    """Return the table."""
    seen: dict[str, Loaded] = {}
    with launched() as browser:
        for what in READY:
            with tempfile.TemporaryDirectory() as name, _server(what, Path(name)) as server:
                seen[what] = _load(browser, server, what)
                with nginx_before(Path(name), server.port, server.port) as nginx:
                    wait_until_healthy(nginx)
                    seen[what + NGINX] = _load(browser, nginx, what)
    rows = (
        (what, f"{one.words:.1f} s", f"{one.ready:.1f} s", f"{one.size / 1000:,.0f} kB", one.requests)
        for what, one in seen.items()
    )
    text = table(("page", "first words", "ready", "received", "requests"), rows)
    return Result(text, list(_targets(seen)), {"first_load_kb": seen[GUIDE + NGINX].size / 1000})


def _targets(seen: dict[str, Loaded]) -> Iterator[Target]:
    for where in ("", NGINX):
        ours, theirs = seen[GUIDE + where], seen[EMPTY + where]
        for part, now, beside in (("time", ours.ready, theirs.ready), ("bytes", ours.size, theirs.size)):
            what = f"first question on a slow line against an empty page, {part}{where}"
            yield Target(what, "at most 1.1 x", f"{now / beside:.2f} x", now <= 1.1 * beside)


@contextmanager
def _server(what: str, folder: Path) -> Iterator[Server]:
    with guide(folder) if what == GUIDE else bare(folder, None, tuned=False) as server:
        yield server


def _load(browser: Browser, server: Server, what: str) -> Loaded:
    place, ready = READY[what]
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    loaded = Loaded(0, 0)

    def count(event: dict[str, float]) -> None:
        loaded.size += event["encodedDataLength"]
        loaded.requests += 1

    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", count)
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(f"{server.address}/{place}", wait_until="commit", timeout=PATIENCE_MS)
    page.locator(ready).first.wait_for(timeout=PATIENCE_MS)
    loaded.ready = page.evaluate("() => performance.now() / 1000")
    loaded.words = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
    context.close()
    return loaded
