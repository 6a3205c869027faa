"""How much of a page has its look worked out anew where something comes into it."""

import json

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.access.states import lay
from tests.browser.conftest import NewPage
from tests.server_process import Server
from ui.session.guide_content import content

# What comes into a page, and goes again: an icon, as where words are measured for a picture. Between the marks nothing
# else is done, and what was to be worked out before them has been.
COMES_AND_GOES = """(around) => {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  around.getBoundingClientRect()
  performance.mark("comes")
  around.append(icon)
  icon.getBoundingClientRect()
  icon.remove()
  around.getBoundingClientRect()
  performance.mark("gone")
}"""


@pytest.mark.parametrize(("place", "width"), [("guide", 390), ("documents", 1280), ("compare", 1280)])
def test_what_comes_into_a_page_has_its_own_look_worked_out_and_not_that_of_the_page(
    chromium: Browser, new_page: NewPage, guide_server: Server, place: str, width: int
) -> None:
    """A picture measures each of its words so: where all the page is worked out anew, it stands still for seconds."""
    watched = new_page(guide_server, width=width)
    lay(watched, {}, next(iter(content().screens)), place=place)
    worked_out = {
        around: parts_worked_out(chromium, watched.page, around) for around in ("body", "main", "main h1 >> xpath=..")
    }

    # The part itself, and those that hold it.
    assert {around: most for around, most in worked_out.items() if not 0 < most < 20} == {}


def parts_worked_out(browser: Browser, page: Page, around: str) -> int:
    """Return of how many parts of the page, at most, the look is worked out at once as something comes and goes."""
    browser.start_tracing(page=page, categories=["devtools.timeline", "blink.user_timing"])
    page.locator(around).first.evaluate(COMES_AND_GOES)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    comes, gone = (next(event["ts"] for event in events if event["name"] == mark) for mark in ("comes", "gone"))
    worked_out = (event for event in events if event["name"] == "UpdateLayoutTree" and comes < event["ts"] < gone)
    return max(int(event["args"]["elementCount"]) for event in worked_out)
