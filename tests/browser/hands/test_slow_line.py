"""A line that takes 300 ms each way: what was chosen last counts in what is asked for next."""

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from logic.files.open_pdf import open_any
from tests.browser.conftest import NewPage
from tests.browser.person import CANARY, Person
from tests.browser.store.test_delete import EVERYWHERE
from tests.browser.store.test_storage import BLOCKED
from tests.browser.test_files import given_by, unfold
from tests.browser.test_summary import at_summary as summary_of
from tests.browser.waiting import middle_of, until, until_still
from tests.moments import at_moments
from tests.slow_line import SLOW, SlowLine
from ui.session.guide_content import content, say

SLOWER = 1.0
"""Seconds each way: before the answer to the first is seen, two things can be pressed on a slow device, too."""
SOON = at_moments(0, 200, 500)
TABLETS = next(section for section in content().sections if any(q.id == "tablets-tried" for q in section.questions))


def at_summary(line: SlowLine, new_page: NewPage) -> Page:
    """At the summary of somebody who has tried tablets, its folds open."""
    page = summary_of(new_page(line.server), "ms-tablets")
    unfold(page)
    return page


@SOON
def test_a_file_inside_that_was_just_unticked_is_not_in_the_pdf(line: SlowLine, new_page: NewPage, moment: int) -> None:
    """However soon after that the PDF is asked for."""
    page = at_summary(line, new_page)
    line.delay = SLOW
    page.get_by_text(say("share.inside"), exact=True).click()
    page.wait_for_timeout(moment)

    assert open_any(content(), given_by(page, "file-pdf")).refusal == "pdf-empty"


@SOON
def test_what_was_just_left_out_is_in_no_file(line: SlowLine, new_page: NewPage, moment: int) -> None:
    """The screen says that it is left out before the server has heard of it."""
    page = at_summary(line, new_page)
    box = page.locator(f".st-key-leave-out-{TABLETS.id} label")
    expect(box).to_be_visible()
    line.delay = SLOW
    box.click()
    page.wait_for_timeout(moment)

    assert b"Help from tablets" not in given_by(page, "file-text")


@SOON
def test_what_was_just_chosen_is_in_the_file_that_a_notice_offers(
    line: SlowLine, new_page: NewPage, moment: int
) -> None:
    """Where nothing can be kept, the file is all that there is."""
    watched = new_page(line.server)
    watched.page.add_init_script(BLOCKED.replace("NAMES", "['localStorage', 'sessionStorage']"))
    person = Person(watched).open()
    person.choose("who-answers", 1)
    link = person.page.get_by_role("link", name=say("store.file"))
    expect(link).to_be_visible()
    person.watched.settled()
    line.delay = SLOW
    person.choose("who-answers", 2)
    person.page.wait_for_timeout(moment)
    with person.page.expect_download() as download:
        link.click()

    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["answers"] == {"who-answers": "family"}


@pytest.mark.parametrize("moment", [0, 200])
@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_press_leads_on_though_something_is_chosen_before_that_is_seen(
    line: SlowLine, new_page: NewPage, moment: int, led_by: Literal["button", "link"]
) -> None:
    """The choice counts too, and who has seen the other place can come back from it."""
    person = Person(new_page(line.server)).open("")
    # Both in sight, to be pressed where they stand: a click by name would look for the choice in the place that comes.
    person.page.set_viewport_size({"width": 1280, "height": 2000})
    words = {"button": say("start.begin"), "link": say("place.guide")}[led_by]
    onward = middle_of(person.page.get_by_role(led_by, name=words, exact=True))
    choice = middle_of(person.page.locator("[class*=st-key-keep-choice] label[data-testid=stRadioOption]").nth(1))
    person.watched.settled()
    line.delay = SLOWER
    person.page.mouse.click(*onward)
    person.page.wait_for_timeout(moment)
    person.page.mouse.click(*choice)
    line.delay = SLOW
    until(lambda: (person.stored() or {}).get("keep") is False, "the choice is kept")
    person.watched.settled()

    assert person.heading() == next(iter(content().screens.values())).title
    person.watched.follow("start")
    expect(person.button(say("start.begin"))).to_be_visible()


@pytest.mark.parametrize("then", ["wait", "reload at once", "press again"])
def test_deleting_on_a_slow_line_is_done_and_said(line: SlowLine, new_page: NewPage, then: str) -> None:
    """It says so while it is being done, and nothing is left in the browser or on any screen."""
    person = Person(new_page(line.server)).begin_at("who-and-name", **{"who-answers": "person", "name": CANARY})
    expect(person.field("name")).to_be_visible()
    person.page.get_by_text(say("store.delete"), exact=True).click()
    person.at_rest()
    until_still(person.page.locator("main"))
    middle = middle_of(person.button(say("store.delete-yes")))
    line.delay = SLOW
    person.press(say("store.delete-yes"))
    expect(person.page.locator(".guide-deleting")).to_contain_text(say("store.deleting"))
    assert CANARY not in person.page.evaluate(EVERYWHERE)
    if then == "reload at once":
        person.page.reload(wait_until="commit")
    elif then == "press again":
        person.page.mouse.click(*middle)
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible(timeout=40_000)
    person.watched.settled()
    assert "conversation-guide" not in person.page.evaluate(EVERYWHERE)
    line.delay = 0
    person.follow("guide")
    expect(person.field("name")).to_have_value("")
    person.choose("who-answers", 2)
    until(lambda: person.answers() == {"who-answers": "family"}, "what is entered later is kept")

    assert CANARY not in person.page.content()
