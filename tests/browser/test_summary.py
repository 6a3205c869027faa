"""The summary screen in a real browser: nothing answered, folds, what is said of a saved PDF."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.test_files import unfold
from tests.browser.test_voices import begun_with
from tests.browser.test_walk import PERSONAS, saved
from tests.server_process import Server
from ui.session.guide_content import say

HIGH = "document.querySelector('[data-testid=stMain]').scrollHeight"


def at_summary(watched: Watched, persona: str = "spinal-far") -> Page:
    """The summary of a persona."""
    page = begun_with(watched, PERSONAS / f"{persona}.json")
    watched.follow("summary")
    expect(page.get_by_role("heading", level=1, name=say("summary-page.title"))).to_be_visible()
    watched.settled()
    return page


def test_with_nothing_answered_the_summary_is_one_screen_that_leads_to_the_guide(
    new_page: NewPage, guide_server: Server
) -> None:
    """On a phone it needs no scrolling, and the one large button goes to the first question."""
    watched = new_page(guide_server, width=390)
    page = watched.open("summary")

    expect(page.get_by_text(say("summary-page.empty"))).to_be_visible()
    assert page.evaluate(HIGH) <= 900
    page.get_by_role("button", name=say("start.begin"), exact=True).click()
    expect(page.get_by_role("button", name=say("guide.next"), exact=True)).to_be_visible()


def test_the_pages_after_page_one_are_folded_up(guide: Watched) -> None:
    """With all that can be chosen and opened, the screen is at least half as long again."""
    page = at_summary(guide)
    closed = page.evaluate(HIGH)
    unfold(page)
    page.get_by_text(say("summary-page.more"), exact=True).click()

    expect(page.get_by_role("button", name=say("summary-page.text"), exact=True)).to_be_visible()
    assert page.evaluate(HIGH) > 1.5 * closed


def test_a_saved_pdf_is_said_beside_its_button_and_read_out(guide: Watched) -> None:
    """What to do with it stands there until another place is gone to, and no reader is interrupted."""
    page = at_summary(guide)
    said = page.locator("#guide-said")
    expect(page.locator(".st-key-pdf-notice")).to_have_count(0)
    saved(page, say("summary-page.pdf"))

    words = say("pdf.saved")
    expect(page.locator(".st-key-pdf-notice")).to_have_text(words)
    expect(said).to_have_text(words)
    expect(said).to_have_attribute("role", "status")
    guide.follow("check")
    expect(page.get_by_role("heading", level=1, name=say("check.title"))).to_be_visible()
    guide.follow("summary")
    expect(page.get_by_role("heading", level=1, name=say("summary-page.title"))).to_be_visible()
    expect(page.locator(".st-key-pdf-notice")).to_have_count(0)


def test_what_is_left_out_after_saving_takes_back_what_was_said_of_the_pdf(guide: Watched) -> None:
    """The file that was saved is no longer the summary on the screen."""
    page = at_summary(guide)
    saved(page, say("summary-page.pdf"))
    expect(page.locator(".st-key-pdf-notice")).to_be_visible()
    unfold(page)
    page.locator(".st-key-leave-out-you label").click()
    guide.settled()

    expect(page.get_by_text(say("pdf.saved"))).to_have_count(0)
