"""What does not come, in the browser: a file that cannot be read, a part of the program. It is said, in words."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.person import Person
from tests.browser.test_walk import PERSONAS, choose
from tests.browser.waiting import until
from ui.session.guide_content import say

# The file is chosen, and looked at only when the test says so.
LATER = """document.querySelector("input[type=file]").addEventListener("change", (event) => {
  event.stopImmediatePropagation() }, { capture: true, once: true })"""


def test_a_file_that_has_gone_is_said_to_be_unreadable_and_the_next_one_opens(guide: Watched, tmp_path: Path) -> None:
    """As one that was moved, or stands on a stick that was pulled out; the words go with the next choice."""
    file = tmp_path / "mine.json"
    file.write_bytes((PERSONAS / "ms-tablets.json").read_bytes())
    person = Person(guide).open("")
    expect(person.page.locator("input[type=file]")).to_be_visible()
    person.page.evaluate(LATER)
    choose(person.page, file)
    file.unlink()
    person.page.locator("input[type=file]").dispatch_event("change")
    expect(person.page.locator(".guide-file [role=alert]")).to_have_text(say("open.unreadable"))
    assert person.answers() == {}

    choose(person.page, PERSONAS / "ms-tablets.json")
    expect(person.page.get_by_text("The file is open.")).to_be_visible()
    expect(person.page.locator(".guide-file [role=alert]")).to_have_text("")


def test_a_part_of_the_program_that_did_not_come_is_told_of_and_comes_with_the_next_load(guide: Watched) -> None:
    """Here the fields for words; the answer given without them is kept."""
    guide.expected = re.compile("dynamically imported module|Failed to load resource|Client Error|preload")
    person = Person(guide)
    person.page.route(re.compile(r"/static/js/TextArea\."), lambda route: route.abort())
    person.open()
    region = person.page.get_by_role("alert").filter(has_text=say("lost.missing"))
    expect(region).to_be_visible()
    person.choose("who-answers", 1)
    until(lambda: person.answers() == {"who-answers": "with-person"}, "the answer is kept")
    person.page.unroute_all()
    region.get_by_role("button", name=say("lost.again")).click()
    expect(person.field("name")).to_be_visible()
    expect(region).to_have_count(0)

    assert person.answers() == {"who-answers": "with-person"}
