"""Every kind of screen state as assistive technology and a poor eye meet it: axe, targets, names, width."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.access.states import answered_alike, every_state, onward, reach, start
from tests.browser.conftest import NewPage, Watched
from tests.browser.test_walk import PERSONAS, choose
from tests.server_process import Server
from ui.parts.pages import NAMES
from ui.session.guide_content import say

RULES: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDE: tuple[dict[str, Any], ...] = (
    {"width": 1280, "color_scheme": "light", "forced_colors": "none"},
    {"width": 1280, "color_scheme": "dark", "forced_colors": "none"},
    {"width": 1280, "color_scheme": "light", "forced_colors": "active"},
)
NARROW: tuple[dict[str, Any], ...] = (
    {"width": 390, "color_scheme": "light", "forced_colors": "none"},
    {"width": 320, "color_scheme": "dark", "forced_colors": "none"},
    {"width": 320, "color_scheme": "light", "forced_colors": "active"},
)
# What depends on colours alone; the rest is judged once at each width.
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# What is pressed is 44 px wide and high; a link in a sentence is as high as its line.
SMALL = """() => [...document.querySelectorAll("button, summary, textarea, select, input, a[href]")]
  .filter(part => !part.closest(".guide-unseen, p") && part.checkVisibility({ visibilityProperty: true }))
  .map(part => (part.matches("[type=radio], [type=checkbox]") ? part.closest("label") : part))
  .map(part => [part.innerText.slice(0, 40), part.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.right > 0 && (box.width < 43.5 || box.height < 43.5))
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
# Of two controls that sound alike nobody who listens knows which is which.
ALIKE = """() => {
  const names = [...document.querySelectorAll("main :is(button, summary)")].filter(part => part.checkVisibility())
    .map(part => part.getAttribute("aria-label") ?? part.innerText.trim()).filter(Boolean)
  return names.filter((name, place) => names.indexOf(name) !== place)
}"""
TOO_WIDE = "() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
OPEN = "() => { for (const fold of document.querySelectorAll('main details')) fold.open = true }"


class Look:
    """Looks at what a page shows in several ways, and keeps what is wrong and how many states there were."""

    def __init__(self, watched: Watched, ways: tuple[dict[str, Any], ...]) -> None:
        self.page, self.ways = watched.page, ways
        self.states = 0
        self.wrong: list[tuple[str, str]] = []
        self._axe = Axe()

    def __call__(self, name: str) -> None:
        """Look at the page as it is now, with its folds open: what is in them is there either way."""
        self.states += 1
        self.page.evaluate(OPEN)
        judged: set[int] = set()
        for way in self.ways:
            rules = COLOURS if way["width"] in judged else RULES
            judged.add(way["width"])
            self.page.emulate_media(color_scheme=way["color_scheme"], forced_colors=way["forced_colors"])
            self.page.set_viewport_size({"width": way["width"], "height": 900})
            report = self._axe.run(self.page, options=rules).response["violations"]
            said = [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in report]
            wide = self.page.evaluate(TOO_WIDE)
            said += [f"{wide} px too wide"] if wide > 0 else []
            self.wrong += [(f"{name}, {' '.join(map(str, way.values()))}", text) for text in said]
        for text in (*self.page.evaluate(SMALL), *self.page.evaluate(ALIKE)):
            self.wrong.append((name, text))


@pytest.fixture
def looking(new_page: NewPage, guide_server: Server) -> Callable[[tuple[dict[str, Any], ...]], tuple[Watched, Look]]:
    """Opens a page without motion: no colour is measured half-way through a change."""

    def make(ways: tuple[dict[str, Any], ...]) -> tuple[Watched, Look]:
        watched = new_page(guide_server, width=ways[0]["width"], reduced_motion="reduce")
        return watched, Look(watched, ways)

    return make


def test_every_screen_state_of_the_guide_passes_axe_on_a_large_screen(looking: Any) -> None:
    """Each set of questions that a screen can ask on any route, in light, dark and forced colours."""
    watched, look = looking(WIDE)
    states = every_state()
    for alike in answered_alike(states):
        for place, state in enumerate(alike):
            reach(watched, state, near=place > 0)
            look(f"{state.screen} {state.asked}")

    assert look.wrong == []
    assert look.states == len(states) > 70


def test_every_question_passes_axe_on_a_phone(looking: Any) -> None:
    """One question a screen, with the warnings that stand alone, as somebody meets them who answers nothing."""
    watched, look = looking(NARROW)
    page = start(watched)
    while page.locator("h1").first.inner_text() != say("check.title"):
        look(page.locator("h1").first.inner_text())
        page.set_viewport_size({"width": 390, "height": 900})
        onward(watched)

    assert look.wrong == []
    assert look.states > 70


@pytest.mark.parametrize("ways", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_place_passes_axe_with_answers_and_without(looking: Any, ways: tuple[dict[str, Any], ...]) -> None:
    """Each place with nothing answered, then with a whole file of answers, with all that is folded up."""
    watched, look = looking(ways)
    for filled in (False, True):
        if filled:
            page = watched.open()
            choose(page, PERSONAS / "ms-tablets.json")
            expect(page.get_by_text(say("open.go-on"))).to_be_visible()
            watched.settled()
            look("start, a file opened")
        for place in NAMES:
            watched.open("" if place == "start" else place)
            look(f"{place}{', answered' if filled else ''}")

    assert look.wrong == []
    assert look.states == 2 * len(NAMES) + 1
