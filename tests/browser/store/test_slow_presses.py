"""Presses while the server stands still, each with something pressed after it: both are done."""

from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.person import Person
from tests.browser.store.test_delete_slow import DELAYS, standing_still
from tests.browser.test_voices import CHILD, PARENT, begun_with, beside, file_of
from tests.browser.test_walk import choose
from tests.browser.waiting import until
from tests.moments import at_moments
from ui.session.guide_content import content, say

OTHER = file_of("other", {"who-answers": "family", "name": "Noor", "hope": "To sleep"})


def at_start(guide: Watched) -> Person:
    """Open Start and wait until it is whole: the browser fetches the script of each kind of control by itself."""
    person = Person(guide).open("")
    expect(person.page.locator("[class*=st-key-keep-choice] label").first).to_be_visible()
    return person


def choose_to_forget(person: Person, after: int) -> None:
    """Choose where the answers are kept, on Start, so many milliseconds after the press before."""
    person.page.wait_for_timeout(after)
    person.keep_on_device(False)


def lead(person: Person, heading: str) -> None:
    expect(person.page.locator("h1").first).to_have_text(heading)
    person.at_rest()
    assert person.heading() == heading


@at_moments(*DELAYS)
def test_a_press_that_leads_to_another_place_leads_there(guide: Watched, moment: int) -> None:
    """From Start, with a choice made there in the moment after it; the choice counts too."""
    person = at_start(guide)
    first = next(iter(content().screens.values())).title
    with standing_still(guide.server):
        person.press(say("start.begin"))
        choose_to_forget(person, moment)
    lead(person, first)

    assert person.stored()["keep"] is False


@at_moments(*DELAYS)
def test_replacing_the_answers_by_those_of_a_file_is_done(guide: Watched, moment: int) -> None:
    """Asked first, as answers are there; the file's are in place of them."""
    page = begun_with(guide, CHILD)
    choose(page, OTHER)
    expect(page.get_by_text(say("open.replace"))).to_be_visible()
    guide.settled()
    person = Person(guide)
    with standing_still(guide.server):
        person.press(say("open.replace-yes"))
        choose_to_forget(person, moment)
    until(lambda: person.answers().get("name") == "Noor", "the file's answers are kept")

    assert person.answers() == {"who-answers": "family", "name": "Noor", "hope": "To sleep"}
    expect(page.get_by_text(say("open.replace"))).to_have_count(0)


@at_moments(*DELAYS)
def test_a_file_that_is_chosen_is_opened(guide: Watched, moment: int) -> None:
    """With a choice made before the server had looked at it."""
    person = at_start(guide)
    with standing_still(guide.server):
        choose(person.page, OTHER)
        choose_to_forget(person, moment)
    until(lambda: person.answers().get("name") == "Noor", "the file's answers are kept")

    expect(person.page.get_by_text("The file is open.")).to_be_visible()
    person.at_rest()


@at_moments(*DELAYS)
def test_a_second_view_that_is_removed_is_gone(guide: Watched, moment: int) -> None:
    """A link is followed in the moment after the press."""
    page = begun_with(guide, CHILD)
    beside(guide, PARENT)
    person = Person(guide)
    with standing_still(guide.server):
        person.press(say("views.remove"))
        page.wait_for_timeout(moment)
        page.get_by_role("link", name=say("place.summary"), exact=True).click()
    expect(page.get_by_role("heading", level=1, name=say("summary-page.title"))).to_be_visible()
    expect(page.get_by_text(say("store.delete"), exact=True)).to_be_visible()
    guide.settled()

    assert page.get_by_text("Her hips").count() == 0
    assert person.button(say("views.link")).is_visible()


@at_moments(*DELAYS)
def test_a_message_that_was_seen_goes(guide: Watched, moment: int) -> None:
    """What of the stored answers no longer fits is told until then, and the choice made after the press counts."""
    person = Person(guide).begin_at("who-and-name", **{"gone-question": "x"})
    expect(person.page.get_by_text(say("store.misfits"))).to_be_visible()
    expect(person.option("who-answers", 1)).to_be_visible()
    with standing_still(guide.server):
        person.press(say("store.seen"))
        person.page.wait_for_timeout(moment)
        person.choose("who-answers", 1)
    until(lambda: person.answers().get("who-answers") == "with-person", "the choice is kept")

    expect(person.page.get_by_text(say("store.misfits"))).to_have_count(0)


@at_moments(*DELAYS)
def test_a_change_begun_on_the_check_page_is_made_there(guide: Watched, moment: int) -> None:
    """A second press of the same button does not undo it."""
    person = Person(guide).begin_at("your-situation", **{"who-answers": "person"})
    person.page.get_by_role("link", name=say("place.check"), exact=True).click()
    lead(person, say("check.title"))
    person.watched.free()
    with standing_still(guide.server):
        for _ in range(2):
            # As two that were meant: what is pressed too soon after is stopped in the page.
            person.button(say("check.change", title="Your situation")).evaluate("button => button.click()")
            person.page.wait_for_timeout(moment)
    lead(person, "Your situation")

    expect(person.button(say("guide.next-changed"))).to_be_visible()


def test_a_wait_is_explained_until_the_server_answers(guide: Watched) -> None:
    """Where nothing comes of a press for 1.5 s, the page says that nothing is lost; then the words go by themselves."""
    person = Person(guide).open()
    # The browser fetches the script of a choice by itself.
    expect(person.option("who-answers", 0)).to_be_visible()
    with standing_still(guide.server):
        person.choose("who-answers", 0)
        expect(person.notice()).to_have_text(say("lost.slow"))
    expect(person.notice()).to_have_count(0)
    person.at_rest()

    assert person.answers()["who-answers"] == "person"
