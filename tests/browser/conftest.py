"""A real Chromium on a real server, and a page that notices what must never happen."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect

from tests.browser.launching import launched
from tests.browser.waiting import until
from tests.server_process import ROOT, SLOW, Server, serve
from tests.slow_line import SlowLine
from ui.session.guide_content import say

AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# A control that is shown for the first time is a grey shape until its part of the program has come.
SETTLED = f"html:not(.guide-pressed) {AT_REST}:not(:has([data-testid=stSkeleton])) h1"
NOTES = "conversation-guide-notes"
# What was chosen and no run has answered yet; drafts are not said before their field is left.
UNHEARD = """(name) => ["sessionStorage", "localStorage"].some((place) => {
  try { return JSON.parse(window[place].getItem(name) ?? "[]").some(({ sent }) => sent) }
  catch { return false }
})"""
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))
"""
# Long enough for a machine that does much else; nothing waits longer than it has to.
expect.set_options(timeout=60_000 if SLOW else 20_000)
TIMES_SLOWER = 4
"""How much slower than this machine a slow device is."""
# Streamlit's numbers try WebAssembly at start, which our policy refuses, and do without it.
DONE_WITHOUT = "CSP violation: script-src wasm-eval"
# On a page below "/" Streamlit first looks for its server below that page.
# A page that is none of ours, such as nginx's own, has no picture.
PROBES = ("/_stcore/health", "/_stcore/host-config", "/favicon.ico")


@dataclass
class Watched:
    """A page, and everything about it that a test must not see."""

    page: Page
    server: Server
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    frames_sent: int = 0
    expected: re.Pattern[str] | None = None
    """What the browser may say in a test that breaks something on purpose."""

    def open(self, place: str = "") -> Page:
        """Load a place and wait until it is drawn."""
        self.page.goto(f"{self.server.address}/{place}")
        self.settled()
        return self.page

    def follow(self, place: str) -> None:
        """Press the link to a place, through the menu where the window is too narrow for the links themselves."""
        self.settled()
        self.free()
        link = self.page.get_by_role("link", name=say(f"place.{place}"), exact=True).last
        menu = self.page.locator(".top-menu > summary")
        # While a run draws them anew, neither is there for a moment.
        expect(link.or_(menu).locator("visible=true").first).to_be_visible()
        if not link.is_visible():
            menu.click()
        link.click()
        self.arrived(place)

    def arrived(self, place: str) -> None:
        """Wait until a place is there; until the address changes, the one before stands, and is at rest."""
        address = "" if place == "start" else place
        expect(self.page).to_have_url(re.compile(rf"^[^?#]*/{address}$"))
        self.settled()

    def settled(self) -> None:
        """Wait until each press and choice is answered, and all that the answer draws is there.

        That no run goes on says little: a press has to reach the server before one begins.
        """
        until(self._is_heard, "what was chosen is answered")
        expect(self.page.locator(SETTLED).first).to_be_visible()

    def _is_heard(self) -> bool:
        try:
            return not self.page.evaluate(UNHEARD, NOTES)
        except Error as error:
            # The page is just being loaded anew.
            if "navigat" not in error.message and "context" not in error.message:
                raise
            return False

    def free(self) -> None:
        """Wait until a press counts again: one too soon after the one before does nothing."""
        expect(self.page.locator("html.guide-pressed")).to_have_count(0, timeout=15_000)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.server.address, "data:", f"blob:{self.server.address}")):
            self.elsewhere.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        probe = "404" in message.text and message.location.get("url", "").endswith(PROBES)
        expected = self.expected is not None and self.expected.search(message.text)
        needless = DONE_WITHOUT in message.text or "WebAssembly" in message.text
        if message.type in ("error", "warning") and not (probe or expected or needless):
            self.complaints.append(f"{message.type}: {message.text} {message.location.get('url', '')}")

    def _sent(self, _: object) -> None:
        self.frames_sent += 1

    def watch(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        self.page.on("websocket", lambda socket: socket.on("framesent", self._sent))
        self.page.add_init_script(TELL_VIOLATIONS)


Scheme = Literal["light", "dark"]
NewPage = Callable[..., Watched]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def guide_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The guide itself."""
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("guide")) as running:
        yield running


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Makes watched pages; at the end none may have gone elsewhere or complained."""
    made: list[Watched] = []

    def make(server: Server, width: int = 1280, scheme: Scheme = "light", **more: object) -> Watched:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)  # type: ignore[arg-type]  # any of Playwright's own options
        watched = Watched(context.new_page(), server)
        watched.watch()
        if SLOW:
            context.set_default_timeout(90_000)
            device = context.new_cdp_session(watched.page)
            device.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
        made.append(watched)
        return watched

    yield make
    for watched in made:
        watched.page.context.close()
    assert [url for watched in made for url in watched.elsewhere] == []
    assert [text for watched in made for text in watched.complaints] == []


@pytest.fixture
def line(guide_server: Server) -> Iterator[SlowLine]:
    """A line to the guide that can be made slow, with an address of its own."""
    with closing(SlowLine(guide_server)) as opened:
        yield opened


@pytest.fixture
def guide(new_page: NewPage, guide_server: Server) -> Watched:
    """The guide on a wide, light screen."""
    return new_page(guide_server)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests counted: a count tells more than that it is not too high."""
    for report in (one for outcome in ("passed", "failed") for one in terminalreporter.getreports(outcome)):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{report.nodeid}: {name}: {value}")
