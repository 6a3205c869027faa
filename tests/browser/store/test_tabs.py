"""Two tabs of one browser on one set of answers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from ui.session.guide_content import say

Tab = Callable[[], Person]


@pytest.fixture
def tab(guide: Watched) -> Tab:
    """Opens tabs of one browser at the guide, with answers kept on the device."""
    first = Person(guide).begin_at("your-situation", **{"who-answers": "person"})
    first.page.get_by_role("link", name=say("place.start")).click()
    first.keep_on_device()
    until(lambda: first.page.evaluate("localStorage.getItem('conversation-guide') !== null"), "kept on the device")
    first.page.get_by_role("link", name=say("place.guide")).click()
    expect(first.option("adult-or-child", 0)).to_be_visible()
    tabs = [first]

    def open_tab() -> Person:
        if tabs:
            return tabs.pop()
        again = Watched(guide.page.context.new_page(), guide.server)
        again.watch()
        person = Person(again).open()
        person.at_rest()
        return person

    return open_tab


def test_each_answer_is_that_of_the_tab_that_gave_it_last(tab: Tab) -> None:
    """Neither tab overwrites what it does not know of, and a change of the same answer is the later one's."""
    one, two = tab(), tab()
    one.choose("adult-or-child", 0)
    until(lambda: one.answers().get("adult-or-child") == "adult", "the first tab's answer is kept")
    two.choose("pump-now", 1)
    until(lambda: two.answers().get("pump-now") == "no", "the second tab's answer is kept")
    assert two.answers() == {"who-answers": "person", "adult-or-child": "adult", "pump-now": "no"}

    two.choose("adult-or-child", 1)
    until(lambda: two.answers().get("adult-or-child") == "child", "the later answer is kept")
    one.reload()
    assert one.answers() == {"who-answers": "person", "adult-or-child": "child", "pump-now": "no"}
    expect(one.option("adult-or-child", 1).locator("input")).to_be_checked()


def test_a_tab_says_that_it_is_out_of_date_and_offers_the_newer_answers(tab: Tab) -> None:
    """It changes nothing by itself; pressed, it shows them, on the screen that it is at."""
    one, two = tab(), tab()
    expect(two.notice()).to_have_count(0)
    two.choose("adult-or-child", 1)
    expect(one.notice()).to_have_text(say("store.newer"))
    expect(two.notice()).to_have_count(0)
    expect(one.option("adult-or-child", 1).locator("input")).not_to_be_checked()

    one.press(say("store.take"))
    expect(one.option("adult-or-child", 1).locator("input")).to_be_checked()
    expect(one.notice()).to_have_count(0)
    assert one.heading() == "Your situation"
    one.choose("pump-now", 0)
    until(lambda: one.answers().get("pump-now") == "yes", "the answer is kept")
    assert one.answers() == {"who-answers": "person", "adult-or-child": "child", "pump-now": "yes"}


def test_deleting_in_one_tab_deletes_in_the_other(tab: Tab) -> None:
    """The other tab goes to Start, says so, and puts nothing back."""
    one, two = tab(), tab()
    two.choose("adult-or-child", 1)
    until(lambda: one.answers().get("adult-or-child") == "child", "the answer is kept")
    two.delete_all()
    for person in (one, two):
        expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
        assert person.stored() is None
    one.reload()
    assert one.stored() is None


def test_choosing_to_forget_in_one_tab_takes_the_answers_off_the_device(tab: Tab) -> None:
    """Each tab then keeps its own until it closes, and the one that did not choose it says so."""
    one, two = tab(), tab()
    two.page.get_by_role("link", name=say("place.start")).click()
    two.keep_on_device(False)
    expect(one.notice()).to_have_text(f"{say('store.why-moved')} {say('store.until-tab')}")
    expect(two.notice()).to_have_count(0)
    for person in (one, two):
        until(lambda: person.page.evaluate("sessionStorage.getItem('conversation-guide') !== null"), "kept for the tab")  # noqa: B023 - called at once
        assert person.page.evaluate("localStorage.getItem('conversation-guide')") is None
        assert person.answers() == {"who-answers": "person"}
