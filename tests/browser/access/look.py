"""What axe says of a page in each way that it can be seen, and what axe does not ask: width, targets, names."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.waiting import until


@dataclass(frozen=True)
class Way:
    """A width of the window, and the colours that the reader's device asks for."""

    width: int
    colours: str


WAYS = tuple(Way(width, colours) for width in (1280, 390, 320) for colours in ("light", "dark", "forced"))
MEDIA: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
# In a window as tall as most pages nothing is measured half under the bar with Back and Next.
TALL = 4000

RULES: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The other rules go by what is there and where, which colours do not change.
OF_COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN = """async rules => (await axe.run(document, { ...rules, resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(" | ")}`)"""

# The header's folds lie over the page: they are states of their own.
UNFOLD = """() => document.querySelectorAll("main details:not(.top-menu, .top-help)")
  .forEach(fold => { fold.open = true })"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOO_WIDE = "() => (document.querySelector('[data-testid=stMain]') ?? document.documentElement).scrollWidth - innerWidth"
# What is pressed is 44 px wide and high; a link in a sentence is as high as its line.
SMALL = """() => [...document.querySelectorAll("button, summary, textarea, select, input, a[href]")]
  .filter(part => !part.closest(".guide-unseen, p") && part.checkVisibility({ visibilityProperty: true }))
  .map(part => (part.matches("[type=radio], [type=checkbox]") ? part.closest("label") : part))
  .map(part => [part.innerText.slice(0, 40), part.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.right > 0 && (box.width < 43.5 || box.height < 43.5))
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
# Of two controls that sound alike nobody who listens knows which is which. An area that the figure shows from the front
# and from the back is one answer; what else is left out here is named in docs/accessibility.md.
ALIKE = """() => {
  const names = [...document.querySelectorAll("main :is(button, summary)")]
    .filter(part => part.checkVisibility())
    .filter(part => !part.closest(".guide-body, [data-testid=stNumberInput], .st-key-onward, [class*=st-key-step-]"))
    .map(part => part.getAttribute("aria-label") ?? part.innerText.trim()).filter(Boolean)
  return names.filter((name, place) => names.indexOf(name) !== place)
}"""


class Look:
    """Looks at what a page shows, and keeps what is wrong and how often it looked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.states = self.looks = 0
        self.wrong: list[tuple[str, Way, str]] = []

    def __call__(self, name: str, ways: Iterable[Way]) -> None:
        """Look at the page as it is now, with its folds open: what is in them is there either way."""
        self._drawn()
        self.states += 1
        judged: set[int] = set()
        for way in ways:
            self.looks += 1
            self._see(way)
            found = self._axe(OF_COLOURS if way.width in judged else RULES)
            if way.width not in judged:
                found += [*self._too_wide(), *self.page.evaluate(SMALL), *self.page.evaluate(ALIKE)]
            judged.add(way.width)
            self.wrong += [(name, way, text) for text in found]

    def _drawn(self) -> None:
        """Wait for the parts that Streamlit fetches when they are first asked for, and open what is folded up."""
        for part in ("[data-test-script-state=running]", "[data-testid=stSkeleton]"):
            expect(self.page.locator(part)).to_have_count(0)
        expect(self.page.locator(".stPlotlyChart:not(:has(.main-svg))")).to_have_count(0)
        self.page.evaluate(UNFOLD)

    def _see(self, way: Way) -> None:
        self.page.emulate_media(**MEDIA[way.colours])
        self.page.set_viewport_size({"width": way.width, "height": TALL})
        self.page.evaluate(PAINTED)

    def _axe(self, rules: dict[str, Any]) -> list[str]:
        if not self.page.evaluate("() => 'axe' in globalThis"):
            self.page.evaluate(Axe().axe_script)
        return list(self.page.evaluate(RUN, rules))

    def _too_wide(self) -> list[str]:
        # A picture takes the new width in a moment of its own.
        with suppress(AssertionError):
            until(lambda: self.page.evaluate(TOO_WIDE) <= 0, "nothing scrolls sideways")
        wide = self.page.evaluate(TOO_WIDE)
        return [f"{wide} px too wide"] if wide > 0 else []
