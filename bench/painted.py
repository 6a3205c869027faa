"""From a click to what it changed, painted in Chromium: the guide, bare pages with the same widgets, and LHC-Forms.

`First` is when the browser next paints anything after the click, as its own choice turns blue. `All` is when the last
thing that the click changes is painted; on a page of Streamlit the server has answered by then.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from bench.figures import Result, Target, spread, table, times
from bench.rerun import QUESTION, WORKS, page_of
from bench.servers import DEFAULT, GUIDE, TUNED, USUAL, USUAL_FILE, bare, guide
from bench.summary_of import answers, shipped
from logic.answers.journey import journey
from logic.outputs.fhir.document import answers_alone
from logic.outputs.fhir.questionnaire import questionnaire
from tests.browser.access.states import lay
from tests.browser.conftest import SETTLED, Watched
from tests.browser.fhir.lhc_forms import VERSION, forms_in, is_here
from tests.browser.launching import launched
from tests.builders import SAVED_AT
from tests.server_process import Server

CLICKS, SLOWER = 12, 4
QUIET_MS = 400
"""So long without a change, and the click has changed all that it does."""
LHC = f"LHC-Forms {VERSION}, our Questionnaire"
WATCH = """
window.bench = { begun: null, first: null, last: null }
const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())))
addEventListener("click", ({ timeStamp }) => {
  if (bench.begun !== null) return
  Object.assign(bench, { begun: timeStamp, first: null, last: timeStamp })
  painted((now) => { bench.first = now })
}, true)
new MutationObserver(() => bench.begun !== null && painted((now) => { bench.last = now }))
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
"""
LOOK = """() => ({
  first: bench.first - bench.begun, all: Math.max(bench.first, bench.last) - bench.begun,
  quiet: performance.now() - bench.last,
  runs: !!document.querySelector('[data-test-script-state="running"]'), seen: bench.first !== null,
})"""


@dataclass
class Seen:
    """The milliseconds of each click."""

    first: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)


def measure() -> Result:
    """Return the table."""
    seen: dict[tuple[str, int], Seen] = {}
    with launched() as browser, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with guide(folder) as server:
            items = page_of(server, WORKS[QUESTION])
            seen |= _clicked(GUIDE, _guide_page(browser, server))
        for who, tuned in ((TUNED, True), (DEFAULT, False)):
            with bare(folder, items, tuned=tuned) as server:
                seen |= _clicked(who, _bare_page(browser, server))
        if is_here():
            with forms_in(browser) as forms:
                given = journey(shipped(), answers(USUAL_FILE))
                forms.page.add_init_script(WATCH)
                forms.page.reload()
                forms.page.wait_for_function("window.LForms && LForms.Util && LForms.FHIR")
                forms.draw(questionnaire(shipped()), answers_alone(given, SAVED_AT))
                seen |= _clicked(LHC, forms.page, lambda page: page.locator('[id^="item-stiffness/"] label:visible'))
    names = list(dict.fromkeys(who for who, _ in seen))
    heads = ("page", "first, idle", "all, idle", "first, processor slowed 4 x", "all, slowed 4 x")
    rows = [(who, *(spread(part) for rate in (1, SLOWER) for part in _parts(seen[who, rate]))) for who in names]
    return Result(table(heads, rows), list(_targets(seen)))


def _parts(seen: Seen) -> tuple[list[float], list[float]]:
    return seen.first, seen.all


def _targets(seen: dict[tuple[str, int], Seen]) -> Iterator[Target]:
    for rate, how in ((1, "idle"), (SLOWER, "slowed 4 x")):
        times_longer = median(seen[GUIDE, rate].all) / median(seen[TUNED, rate].all)
        what = f"click to painted against the bare tuned page, {how}"
        yield Target(what, "at most 1.15 x", f"{times_longer:.2f} x", times_longer <= 1.15)


def _guide_page(browser: Browser, server: Server) -> Page:
    page = _new_page(browser)
    lay(Watched(page, server), json.loads(USUAL)["answers"], WORKS[QUESTION].screen)
    page.goto(f"{server.address}/guide")
    page.locator(SETTLED).first.wait_for()
    page.locator("[class*=st-key-answer-matters]").first.wait_for()
    return page


def _bare_page(browser: Browser, server: Server) -> Page:
    page = _new_page(browser)
    page.goto(server.address)
    page.locator("[data-testid=stRadioOption]").last.wait_for()
    return page


def _new_page(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page()
    page.add_init_script(WATCH)
    return page


def _of_streamlit(page: Page) -> Locator:
    return page.locator(
        ":is([class*=st-key-answer-], [class*=st-key-widget-]) label[data-testid=stRadioOption]:not([data-selected])"
    )


def _clicked(who: str, page: Page, options: Callable[[Page], Locator] = _of_streamlit) -> dict[tuple[str, int], Seen]:
    """Click again and again, on an idle processor and on a slow one; return what was seen."""
    device = page.context.new_cdp_session(page)
    seen = {(who, rate): Seen() for rate in (1, SLOWER)}
    for (_, rate), found in seen.items():
        device.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        for number in range(times(CLICKS) + 2):
            first, all_ = _click(page, options(page), number)
            # The first clicks load what later ones have.
            if number >= 2:
                found.first.append(first)
                found.all.append(all_)
    page.context.close()
    return seen


def _click(page: Page, options: Locator, number: int) -> tuple[float, float]:
    page.evaluate("() => { bench.begun = bench.first = null }")
    options.first.wait_for()
    options.nth(number % min(4, options.count())).click()
    while True:
        time.sleep(0.05)
        seen = page.evaluate(LOOK)
        if seen["seen"] and not seen["runs"] and seen["quiet"] > QUIET_MS:
            return seen["first"], seen["all"]
