"""What stands around each screen: the header with help and places, the window's name, and the notice at the foot."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access.states import lay, start
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import Person
from tests.browser.store.test_storage import BLOCKED
from tests.browser.test_layout import PHONE, size_of, sized
from tests.server_process import Server
from ui.session.comfort import SIZES
from ui.session.guide_content import content, say

# Where the lowest words and controls of a page end that is scrolled as far as it goes, but for what stands over it.
LOWEST_THAT_SCROLLS = """() => {
  const main = document.querySelector("[data-testid=stMain]")
  main.scrollTo(0, main.scrollHeight)
  return Math.max(...[...main.querySelectorAll(":is(p, button, summary, label):not(.st-key-ways *, .guide-notice *)")]
    .filter(part => part.checkVisibility()).map(part => part.getBoundingClientRect().bottom))
}"""


@pytest.mark.parametrize("size", SIZES)
def test_the_name_of_the_guide_stands_whole_beside_the_menu_on_a_phone(
    new_page: NewPage, guide_server: Server, size: str
) -> None:
    """Nothing of it runs under the menu, with the largest words and at 400 % zoom neither."""
    watched = sized(new_page, guide_server, *PHONE)
    lay(watched, {}, next(iter(content().screens)), comfort={"size": size})
    name = watched.page.locator(".top-name")
    for window in (PHONE, (320, 700), (320, 200)):
        watched.page.set_viewport_size(size_of(window))

        assert name.evaluate("name => name.scrollWidth - name.clientWidth") <= 0, window


def test_help_and_places_open_without_the_server(new_page: NewPage, guide_server: Server) -> None:
    """Both folds of the header are the page's own, so they open while no server answers, and close by Escape."""
    watched = sized(new_page, guide_server, 390, 844)
    page = start(watched)
    before = watched.frames_sent
    told = page.locator(".top-help").get_by_text(say("help.body"))
    page.locator(".top-help summary").click()
    expect(told).to_be_visible()
    assert page.locator(".top-panel").evaluate("panel => panel.offsetWidth") == 390
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.locator(".top-menu summary").click()
    expect(page.get_by_role("link", name=say("place.guide"), exact=True)).to_have_attribute("aria-current", "page")
    expect(page.locator(".st-key-places a[aria-current]")).to_have_count(1)
    assert watched.frames_sent == before


def test_the_window_is_named_by_its_screen_and_progress_is_said_with_the_heading(guide: Watched) -> None:
    """A person with many windows finds it, and who listens hears where the question stands."""
    page = start(guide)
    heading = page.locator("h1").first.inner_text()

    expect(page).to_have_title(f"{heading} – {content().guide.title}")
    expect(page.locator("#guide-said")).to_contain_text(heading)
    expect(page.locator("#guide-said")).to_contain_text(page.locator("#guide-progress").inner_text())


def test_help_and_what_may_be_wrong_stand_in_the_page_where_the_line_is_blocked(guide: Watched) -> None:
    """A proxy that lets no websocket through leaves words to act on, and after some seconds a reason."""
    guide.expected = re.compile("WebSocket|websocket|ERR_|Failed to load|connect", re.IGNORECASE)
    guide.page.route_web_socket(re.compile(".*"), lambda socket: socket.close())
    guide.page.goto(guide.server.address)

    expect(guide.page.get_by_text(say("help.body"))).to_be_visible()
    expect(guide.page.get_by_text(say("fault.moment"))).to_be_visible()
    expect(guide.page.get_by_text(say("fault.late"))).to_be_visible()


def test_help_stands_in_the_page_where_no_script_of_the_program_comes(guide: Watched) -> None:
    """Whatever keeps the program out, the words need none of it."""
    guide.expected = re.compile("ERR_|Failed to load", re.IGNORECASE)
    guide.page.route("**/static/js/**", lambda route: route.abort())
    guide.page.goto(guide.server.address)

    expect(guide.page.get_by_text(say("help.body"))).to_be_visible()
    expect(guide.page.get_by_text(say("fault.late"))).to_be_visible()


def test_a_notice_lies_above_back_and_next_and_hides_nothing_for_good(new_page: NewPage, guide_server: Server) -> None:
    """What it covers on a phone can be scrolled into sight."""
    person = Person(sized(new_page, guide_server, *PHONE))
    person.page.add_init_script(BLOCKED.replace("NAMES", "['localStorage', 'sessionStorage']"))
    person.open()
    person.choose("who-answers", 1)
    expect(person.notice()).to_be_visible()
    top, bottom = person.page.locator(".guide-notice").evaluate(
        "notice => [notice.getBoundingClientRect().top, notice.getBoundingClientRect().bottom]"
    )
    lowest = person.page.evaluate(LOWEST_THAT_SCROLLS)

    assert bottom <= person.page.locator(".st-key-ways").evaluate("ways => ways.getBoundingClientRect().top")
    assert 0 < lowest <= top
