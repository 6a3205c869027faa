"""A control that moves under a finger: what is drawn meanwhile pushes it away between down and up."""

from typing import Literal

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewPage
from tests.browser.person import Person
from tests.browser.waiting import middle_of
from tests.server_process import Server
from ui.session.guide_content import content, say

FIRST = next(iter(content().screens.values()))
PUSH = """() => { const room = document.createElement("div"); room.style.blockSize = "64px"
  document.querySelector("main h1").before(room) }"""
"""As far as from one choice to the next, so that another one comes under the finger."""

By = Literal["mouse", "finger"]


@pytest.fixture
def person(new_page: NewPage, guide_server: Server) -> Person:
    """At the first screen of the guide, which fits into the window."""
    guide = new_page(guide_server, has_touch=True)
    guide.page.set_viewport_size({"width": 1280, "height": 2000})
    return Person(guide).begin_at(FIRST.id, **{"who-answers": "family"})


def press_while_it_moves(person: Person, control: Locator, by: By, slides: int = 0) -> None:
    """Go down on a control, slide so many pixels up, let what is above it grow, and come up."""
    x, y = middle_of(control)
    mouse, screen = person.page.mouse, person.page.context.new_cdp_session(person.page)
    if by == "mouse":
        mouse.move(x, y)
        mouse.down()
        mouse.move(x, y - slides)
    else:
        screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    person.page.evaluate(PUSH)
    if by == "mouse":
        mouse.up()
    else:
        screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_press_counts_for_what_was_under_it_as_it_went_down(person: Person, by: By) -> None:
    """Of a choice, a fold and a button that leads on; by a finger it would reach what has come there instead."""
    person.watched.free()
    press_while_it_moves(person, person.option("who-answers", 1), by)
    expect(person.option("who-answers", 1).locator("input")).to_be_checked()
    press_while_it_moves(person, person.page.get_by_text(say("store.delete"), exact=True), by)
    expect(person.page.get_by_text(say("store.delete-note"))).to_be_visible()
    person.at_rest()
    assert person.answers() == {"who-answers": "with-person"}
    press_while_it_moves(person, person.button(say("guide.next")), by)

    expect(person.page.locator("h1").first).not_to_have_text(FIRST.title)


def test_a_press_that_slides_off_is_taken_back(person: Person) -> None:
    """Whoever notices in time that it is the wrong button can let it be."""
    press_while_it_moves(person, person.button(say("guide.next")), "mouse", slides=80)
    person.choose("who-answers", 1)
    person.at_rest()

    assert person.heading() == FIRST.title
    assert person.answers() == {"who-answers": "with-person"}
