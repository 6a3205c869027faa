"""The check page and a change that is made from it, where focus and the way on are a browser's own."""

from playwright.sync_api import expect

from tests.browser.access.states import onward
from tests.browser.conftest import NewPage, Watched
from tests.server_process import Server
from ui.session.guide_content import content, say


def test_after_a_change_the_check_page_stands_at_the_answers_that_were_changed(
    new_page: NewPage, guide_server: Server
) -> None:
    """Its button has the focus and is in sight, so that a reader goes on from there; a link leads to the top."""
    watched = new_page(guide_server, width=390)
    page = watched.open("check")
    screen = next(reversed(content().screens.values()))
    change = page.get_by_role("button", name=say("check.change", title=screen.title), exact=True)
    change.click()
    expect(page.get_by_role("button", name=say("guide.next-changed"), exact=True)).to_be_visible()
    watched.settled()
    while page.locator("h1").first.inner_text() != say("check.title"):
        watched.free()
        onward(watched)

    expect(change).to_be_focused()
    expect(change).to_be_in_viewport()
    expect(page.locator("#guide-said")).to_have_text(say("check.title"))
    watched.follow("about")
    expect(page.get_by_role("heading", level=1, name=say("about.title"), exact=True)).to_be_visible()
    watched.follow("check")
    expect(page.get_by_role("heading", level=1, name=say("check.title"), exact=True)).to_be_focused()


def test_a_change_that_is_not_gone_on_with_is_over(guide: Watched) -> None:
    """Whoever leaves for another place and comes back to the guide finds Next there, and no change to save."""
    page = guide.open("check")
    screen = next(reversed(content().screens.values()))
    page.get_by_role("button", name=say("check.change", title=screen.title), exact=True).click()
    expect(page.get_by_role("button", name=say("guide.next-changed"), exact=True)).to_be_visible()
    guide.follow("about")
    guide.follow("guide")

    expect(page.get_by_role("button", name=say("guide.next"), exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=say("guide.next-changed"), exact=True)).to_have_count(0)
