"""The way to a screen of the guide in a browser: with answers as after a reload, or step by step."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.person import Person, beside_the_guide, record_of
from ui.session.guide_content import content, say


def screen_asking(question: str) -> str:
    """Return the screen that asks a question."""
    return next(screen.id for screen in content().screens.values() for one in screen.questions if one.id == question)


def lay(watched: Watched, answers: dict[str, Any], screen: str, *, place: str = "guide", **more: Any) -> None:
    """Open a place, with these answers and at this screen of the guide, as after a reload."""
    beside_the_guide(watched.page, watched.server.address)
    Person(watched).lay("sessionStorage", record_of(answers, screen, **more))
    watched.open("" if place == "start" else place)
    if place == "guide":
        expect(watched.page.locator(".st-key-ways")).to_be_visible()
        watched.settled()


def onward(watched: Watched) -> None:
    """Press Next and wait for what comes after."""
    page = watched.page
    before = told(page)
    page.locator(".st-key-next button").click()
    page.wait_for_function(f"before => ({_TOLD})() !== before", arg=before)
    watched.settled()


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
