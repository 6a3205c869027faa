"""What keeping the answers in the browser costs: runs, bytes and time, on the longest answers there are.

Run from the project's root: .venv/bin/python -m bench.store_cost. It starts a server and a browser of its own.
"""

import json
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, WebSocket

from tests.browser.conftest import SETTLED
from tests.browser.launching import launched
from tests.browser.person import RECORD, beside_the_guide
from tests.server_process import ROOT, serve

LONGEST = ROOT / "tests" / "fixtures" / "personas" / "longest.json"
TIMES = 20
PAUSE_MS = 500
ANOTHER_CHOICE = ".st-key-answer-adult-or-child label[data-testid=stRadioOption]:not([data-selected])"
# Wraps the store's function as the page's own script sets it, and adds up how long each call takes.
TIMED = """
let given; window.taken = []
Object.defineProperty(window, "guideBrowserStore", { get: () => given, set: (store) => {
  given = (...all) => { const start = performance.now(); store(...all); window.taken.push(performance.now() - start) }
} })
"""


class Counted:
    """A page, with the messages that go to and fro."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page: Page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        self.address = address
        self.sent: list[int] = []
        self.received: list[int] = []
        self.store: list[int] = []
        self.page.add_init_script(TIMED)
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._got)

    def _sent(self, message: str | bytes) -> None:
        self.sent.append(len(message))

    def _got(self, message: str | bytes) -> None:
        self.received.append(len(message))
        if b"guide_browser_store" in (message if isinstance(message, bytes) else message.encode()):
            self.store.append(len(message))

    def clear(self) -> None:
        """Count afresh."""
        for counted in (self.sent, self.received, self.store):
            counted.clear()
        self.page.evaluate("window.taken = []")

    def open(self, place: str) -> None:
        """Load a place and wait long enough for whatever still comes."""
        self.page.goto(f"{self.address}/{place}")
        self.page.wait_for_selector(SETTLED)
        self.page.wait_for_timeout(PAUSE_MS)

    def lay_in(self, text: str) -> None:
        """Put answers into the tab's storage, as after a reload."""
        record = {"used_at": 0, "keep": None, "place": {"screen": "your-situation"}, "text": text}
        beside_the_guide(self.page, self.address)
        self.page.evaluate("item => sessionStorage.setItem(...item)", [RECORD, json.dumps(record)])


def row(what: str, counted: Counted, answers: str, runs_before: int) -> None:
    """Print a line of the table of docs/benchmarks.md."""
    runs, taken = len(counted.sent), counted.page.evaluate("window.taken")
    size = f"{sum(counted.store) / 1000:.1f} of {sum(counted.received) / 1000:.0f} kB"
    print(f"| {what} | {answers} | {runs} | {runs - runs_before} | {size} | {median(taken):.1f} ms |")


def measure(browser: Browser, address: str) -> None:
    """Print the table."""
    page = Counted(browser, address)
    page.open("")
    row("first visit, nothing stored", page, "none", 1)
    for name, text in (("few", json.dumps(_few())), ("the longest", LONGEST.read_text(encoding="utf-8"))):
        page = Counted(browser, address)
        page.lay_in(text)
        page.clear()
        page.open("guide")
        row("load", page, name, 1)
        page.clear()
        for _ in range(TIMES):
            page.page.locator(
                ".st-key-answer-adult-or-child label[data-testid=stRadioOption]:not([data-selected])"
            ).first.click()
            page.page.wait_for_timeout(PAUSE_MS)
        row(f"{TIMES} answers", page, name, TIMES)


def _few() -> dict[str, object]:
    whole = json.loads(LONGEST.read_text(encoding="utf-8"))
    return {"format": whole["format"], "answers": {"who-answers": "person", "name": "Ada"}}


def main() -> None:
    """Start what is needed and measure."""
    print("| what | answers | runs | extra runs | of the bytes received | the browser's time a run |")
    print("|---|---|---|---|---|---|")
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(ROOT / "app.py", Path(folder)) as server,
        launched() as browser,
    ):
        measure(browser, server.address)
    size = LONGEST.stat().st_size
    print(f"\nThe longest answers are a save file of {size / 1000:.0f} kB.")


if __name__ == "__main__":
    main()
