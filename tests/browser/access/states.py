"""Every state that a screen of the guide can be in, by the walk of the paths, and the way there in a browser."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.paths.routes import routes
from logic.files import save_file
from tests.browser.conftest import Watched
from tests.browser.person import RECORD, beside_the_guide
from ui.session.guide_content import content, say


@dataclass(frozen=True)
class At:
    """A screen that asks these questions, and the answers with which it does."""

    screen: str
    asked: tuple[str, ...]
    answers: dict[str, Any]


def every_state() -> tuple[At, ...]:
    """Return each set of questions that a screen asks on some route, with the first route that leads there."""
    found: dict[tuple[str, tuple[str, ...]], At] = {}
    for route in routes(content()).joined:
        here = journey(content(), Answers(route))
        for screen in here.screens:
            asked = tuple(step.question.id for step in here.asked_on(screen))
            found.setdefault((screen.id, asked), At(screen.id, asked, dict(route)))
    return tuple(found.values())


def answered_alike(states: tuple[At, ...]) -> Iterator[list[At]]:
    """Yield the states that the same answers lead to, in the order of the guide."""
    order = list(content().screens)
    alike: dict[str, list[At]] = {}
    for state in states:
        alike.setdefault(repr(state.answers), []).append(state)
    for found in alike.values():
        yield sorted(found, key=lambda state: order.index(state.screen))


def screen_asking(question: str) -> str:
    """Return the screen that asks a question."""
    return next(screen.id for screen in content().screens.values() for one in screen.questions if one.id == question)


def lay(watched: Watched, answers: dict[str, Any], screen: str, **more: Any) -> None:
    """Open the guide at a screen with these answers, as after a reload."""
    text = {"format": {"name": save_file.FORMAT, "number": save_file.NUMBER}, "answers": answers}
    place = {"screen": screen, "warned": list(content().topics), **more}
    record = {"revision": 1, "used_at": 0, "keep": None, "place": place, "text": json.dumps(text)}
    beside_the_guide(watched.page, watched.server.address)
    watched.page.evaluate("([name, value]) => sessionStorage.setItem(name, value)", [RECORD, json.dumps(record)])
    watched.open("guide")
    expect(watched.page.locator(".st-key-ways")).to_be_visible()
    watched.settled()


def reach(watched: Watched, state: At, *, near: bool) -> None:
    """Go to a state: by Next where it is near, which is quicker, else by loading the page with its answers."""
    steps = 0
    while near and asked_now(watched.page) != state.asked and steps < 3:
        onward(watched)
        steps += 1
    if asked_now(watched.page) != state.asked:
        lay(watched, state.answers, state.screen)
    assert asked_now(watched.page) == state.asked


def asked_now(page: Page) -> tuple[str, ...]:
    """Return the ids of the questions on the screen, in order."""
    return tuple(page.evaluate(_ASKED))


def onward(watched: Watched) -> None:
    """Press Next and wait for what comes after."""
    page = watched.page
    before = told(page)
    page.locator(".st-key-next button").click()
    page.wait_for_function(f"before => ({_TOLD})() !== before", arg=before)
    watched.settled()


_ASKED = """() => [...document.querySelectorAll('main [class*="st-key-question-"]')].map(part =>
  [...part.classList].find(name => name.startsWith("st-key-question-")).slice("st-key-question-".length))"""
_TOLD = "() => [...document.querySelectorAll('main :is(h1, #guide-progress)')].map(part => part.innerText).join()"


def told(page: Page) -> str:
    """Return the heading with how far it is."""
    return str(page.evaluate(_TOLD))


def start(watched: Watched) -> Page:
    """Open Start and begin."""
    page = watched.open()
    page.get_by_role("button", name=say("start.begin")).click()
    expect(page.locator(".st-key-ways")).to_be_visible()
    watched.settled()
    return page


def too_small(page: Page) -> list[str]:
    """Return what is too small to press."""
    return list(page.evaluate(_SMALL))


def sounding_alike(page: Page) -> list[str]:
    """Return the names that several buttons or folds share."""
    return list(page.evaluate(_ALIKE))


# What is pressed is 44 px wide and high; a link in a sentence is as high as its line.
_SMALL = """() => [...document.querySelectorAll("button, summary, textarea, select, input, a[href]")]
  .filter(part => !part.closest(".guide-unseen, p") && part.checkVisibility({ visibilityProperty: true }))
  .map(part => (part.matches("[type=radio], [type=checkbox]") ? part.closest("label") : part))
  .map(part => [part.innerText.slice(0, 40), part.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.right > 0 && (box.width < 43.5 || box.height < 43.5))
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
# Of two controls that sound alike nobody who listens knows which is which. An area that the figure shows from the front
# and from the back is one answer; the steps of a number are Streamlit's own and named in docs/accessibility.md.
_ALIKE = """() => {
  const names = [...document.querySelectorAll("main :is(button, summary)")]
    .filter(part => part.checkVisibility() && !part.closest(".guide-body, [data-testid=stNumberInput]"))
    .map(part => part.getAttribute("aria-label") ?? part.innerText.trim()).filter(Boolean)
  return names.filter((name, place) => names.indexOf(name) !== place)
}"""
