"""What a person meets first, on a phone, a laptop, by keyboard and on a slow line: taps, pixels, keys and seconds.

Run from the project's root: .venv/bin/python -m bench.first_minute. It starts a server and a browser of its own.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.access.states import onward
from tests.browser.conftest import SETTLED, Watched
from tests.browser.launching import launched
from tests.server_process import ROOT, Server, serve
from ui.session.guide_content import say

PHONE, LAPTOP, ZOOMED = (390, 844), (1280, 800), (320, 200)
# By the place of what is picked where that is not the first choice. Most readers have no pump yet; the first
# choices are a pump in place, and trouble with it.
WALKED: dict[str, dict[str, int]] = {
    "the short way": {"pump-now": 1},
    "the short way with a pump and trouble": {},
    "all questions": {"pump-now": 1, "way": 1},
}
# 400 kbit/s with 400 ms, as Chromium's own tools slow a line. They do not slow the websocket.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
TOP = "parts => parts.length ? Math.round(parts[0].getBoundingClientRect().top) : 0"
CONTROLS = "[class*=st-key-question-] :is([class*=st-key-answer-], .guide-body)"
QUESTION = "st-key-question-"
NAMES = f"""parts => parts.map(part => [...part.classList].find(name => name.startsWith("{QUESTION}"))
  .slice("{QUESTION}".length))"""
MAIN = "[data-testid=stMain]"
BELOW = "main => main.scrollHeight - main.clientHeight"


def opened(browser: Browser, server: Server, size: tuple[int, int]) -> Watched:
    """Return a fresh page in a window of this size, at Start."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    watched = Watched(context.new_page(), server)
    watched.open()
    watched.page.locator("[class*=st-key-keep-choice] label").first.wait_for()
    watched.page.locator(".st-key-begin button").wait_for()
    return watched


def start_button(browser: Browser, server: Server, size: tuple[int, int]) -> int:
    """Return how far down the button that starts the guide ends."""
    page = opened(browser, server, size).page
    button = "parts => Math.round(parts[0].getBoundingClientRect().bottom)"
    return int(page.locator(".st-key-begin button").evaluate_all(button))


def walk(browser: Browser, server: Server, size: tuple[int, int], picks: Mapping[str, int]) -> dict[str, Any]:
    """Go from Start to the PDF by each first choice but for these picks; return taps, screens and pixels."""
    watched = opened(browser, server, size)
    page, taps, screens, pixels, first = watched.page, 1, 1, 0, list[int]()
    page.locator(".st-key-begin button").click()
    page.locator(".st-key-ways").wait_for()
    while page.locator(":is(.st-key-next, .st-key-go-on)").count():
        watched.settled()
        screens, pixels = screens + 1, pixels + max(0, page.locator(MAIN).evaluate(BELOW))
        if page.locator(".st-key-go-on").count():
            # The first choice may be trouble with a pump: what to do then comes before the next question.
            page.locator(".st-key-go-on button").click()
            page.locator(".st-key-ways").wait_for()
            taps += 1
            continue
        first.append(page.locator(CONTROLS).evaluate_all(TOP))
        taps += answer(watched, picks) + 1
        onward(watched)
    pixels += page.locator(MAIN).evaluate(BELOW)
    page.locator(".st-key-onward-top button").click()
    page.locator(".st-key-file-pdf button").wait_for()
    return {"taps": taps + 2, "screens": screens + 2, "pixels": pixels, "first": max(first)}


def answer(watched: Watched, picks: Mapping[str, int]) -> int:
    """Choose once in each question on the screen; return how many taps that took."""
    taps = 0
    # A choice can take a question away that stood below.
    for name in watched.page.locator(f"[class*={QUESTION}]").evaluate_all(NAMES):
        question = watched.page.locator(f".{QUESTION}{name}")
        choices = question.locator("[data-testid=stRadioOption], [data-testid=stCheckbox] label")
        if choices.count():
            choices.nth(picks.get(name, 0)).click()
            watched.settled()
            taps += 1
    return taps


def on_a_slow_line(browser: Browser, server: Server) -> tuple[float, float]:
    """Return the seconds to the first words and to the button that starts the guide."""
    page: Page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(server.address, wait_until="commit")
    page.locator(".st-key-begin button").wait_for(timeout=120_000)
    page.locator(SETTLED).first.wait_for(timeout=120_000)
    until_start = page.evaluate("() => performance.now() / 1000")
    words = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
    return words, until_start


def main() -> None:
    """Print the table."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(ROOT / "app.py", Path(folder)) as server,
        launched() as browser,
    ):
        words, until_start = on_a_slow_line(browser, server)
        print(f"seconds to the first words, slow line: {words:.1f}")
        print(f"seconds to “{say('start.begin')}”, slow line: {until_start:.1f}")
        for name, size in (("phone", PHONE), ("laptop", LAPTOP), ("400 % zoom", ZOOMED)):
            print(f"px to the end of “{say('start.begin')}”, {name}: {start_button(browser, server, size)}")
        for name, picks in WALKED.items():
            print(f"{name}, phone: {walk(browser, server, PHONE, picks)}")
        for name, size in (("laptop", LAPTOP), ("400 % zoom", ZOOMED)):
            print(f"the short way, {name}: {walk(browser, server, size, WALKED['the short way'])}")


if __name__ == "__main__":
    main()
