"""Two presses where one was meant: a double click, a held Enter, a tremor. One press, one step."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.person import Person
from tests.browser.waiting import middle_of
from tests.slow_line import SLOW, SlowLine
from ui.session.guide_content import content, say

SCREENS = list(content().screens.values())
FIRST, SECOND, THIRD = SCREENS[0], "Whose view this is", "Your situation"


@pytest.fixture(params=[0, SLOW], ids=["idle", "300 ms each way"])
def person(request: pytest.FixtureRequest, line: SlowLine, new_page: NewPage) -> Person:
    """At the first screen of the guide, which came quickly; from then on the line is as slow as it is."""
    person = Person(new_page(line.server)).begin_at(FIRST.id, **{"who-answers": "family"})
    expect(person.field("name")).to_be_visible()
    person.at_rest()
    line.delay = request.param
    return person


def double_click(person: Person, name: str) -> None:
    """Press twice at the same place, as the mouse of an impatient or a trembling hand does."""
    person.button(name).dblclick(delay=40)


def hold_enter(page: Page, times: int = 30) -> None:
    """Hold the key down: it repeats some thirty times a second."""
    for _ in range(times):
        page.keyboard.down("Enter")
        page.wait_for_timeout(33)
    page.keyboard.up("Enter")


class Hand:
    """A finger on Next, whose presses bear the moments in which they are made, however late the page hears of them."""

    def __init__(self, person: Person) -> None:
        self._button = person.button(say("guide.next"))
        self._device = person.page.context.new_cdp_session(person.page)
        self.find()
        self._began = time.time()

    def find(self) -> None:
        """Lay the finger on Next as it stands now."""
        self._at = middle_of(self._button)

    def press(self, after: float, beside: int = 0) -> None:
        """Press so many seconds after the first, so many pixels beside it."""
        x, y = self._at
        where = {"x": x + beside, "y": y, "button": "left", "clickCount": 1, "timestamp": self._began + after}
        for kind in ("mousePressed", "mouseReleased"):
            self._device.send("Input.dispatchMouseEvent", {"type": kind, **where})


def stands(person: Person, heading: str) -> None:
    """See that this screen comes, and that no other comes after it."""
    expect(person.page.locator("h1").first).to_have_text(heading)
    person.page.wait_for_timeout(2500)
    person.watched.settled()
    assert person.heading() == heading


def test_a_double_click_on_next_goes_on_by_one_screen(person: Person) -> None:
    """Though the next screen can stand before the second click comes, with its own button under it."""
    double_click(person, say("guide.next"))

    stands(person, SECOND)


def test_an_enter_that_is_held_goes_on_by_one_screen(person: Person) -> None:
    """For a second, in which the key repeats thirty times."""
    person.button(say("guide.next")).focus()
    hold_enter(person.page)

    stands(person, SECOND)


def test_a_tremor_goes_on_by_one_screen(person: Person) -> None:
    """Four presses within half a second, a little apart."""
    hand = Hand(person)
    for number in range(4):
        hand.press(0.06 * number, beside=5 * number)
        person.page.wait_for_timeout(60)

    stands(person, SECOND)


def test_a_tremor_that_a_slow_device_hears_of_late_goes_on_by_one_screen(person: Person) -> None:
    """What counts is when it was pressed. By the time that it is heard, the next screen stands and can be pressed."""
    hand = Hand(person)
    hand.press(0)
    expect(person.page.locator("h1").first).to_have_text(SECOND)
    person.watched.settled()
    person.watched.free()
    hand.find()
    hand.press(0.1)

    stands(person, SECOND)


@pytest.mark.parametrize("by", ["pointer", "Enter"])
def test_two_presses_that_were_both_meant_are_two_steps(person: Person, by: str) -> None:
    """The second one half a second after the first, when the screen has come."""
    for screen in (SECOND, THIRD):
        if by == "pointer":
            person.press(say("guide.next"))
        else:
            person.button(say("guide.next")).press("Enter")
        expect(person.page.locator("h1").first).to_have_text(screen)
        person.watched.settled()
        person.page.wait_for_timeout(600)

    stands(person, THIRD)


def test_a_press_that_the_line_lost_is_not_waited_for_when_the_line_is_back(line: SlowLine, new_page: NewPage) -> None:
    """The next one counts as soon as the page has heard from the server again, long before it would wait no more."""
    person = Person(new_page(line.server)).expect_lost_line().begin_at(FIRST.id, **{"who-answers": "family"})
    expect(person.field("name")).to_be_visible()
    person.at_rest()
    line.delay = 60
    person.press(say("guide.next"))
    person.page.wait_for_timeout(300)
    line.delay = 0
    line.cut()
    person.watched.free()
    assert person.heading() == FIRST.title
    person.button(say("guide.next")).press("Enter")

    stands(person, SECOND)


def test_a_button_that_keeps_the_focus_is_pressed_once_by_an_enter_that_is_held(guide: Watched) -> None:
    """It says what it does next, and each further press would undo the one before."""
    person = Person(guide).begin_at(FIRST.id, **{"who-answers": "therapist"})
    guide.open("guided")
    hide, show = person.button(say("guided.hide")), person.button(say("guided.show"))
    hide.focus()
    hold_enter(person.page)
    person.page.wait_for_timeout(1000)
    expect(show).to_be_visible()
    double_click(person, say("guided.show"))
    person.page.wait_for_timeout(1000)

    expect(hide).to_be_visible()


def test_a_double_click_on_a_place_leads_to_that_place_alone(line: SlowLine, new_page: NewPage) -> None:
    """What the new place has under the same finger is not pressed."""
    person = Person(new_page(line.server)).open("look")
    link = person.page.locator(".st-key-look-links a").first
    wanted = link.inner_text()
    link.dblclick(delay=40)

    stands(person, wanted)


def test_a_button_is_free_again_though_the_word_of_the_run_comes_after_its_end(guide: Watched) -> None:
    """Streamlit calls a component some moments later where the browser has much to do."""
    person = Person(guide).begin_at(FIRST.id, **{"who-answers": "family"})
    late = "component => setTimeout(() => was(component), 1000)"
    person.page.evaluate(f"(was => {{ globalThis.guideBrowserStore = {late} }})(globalThis.guideBrowserStore)")
    for screen in (SECOND, THIRD):
        person.press(say("guide.next"))
        expect(person.page.locator("h1").first).to_have_text(screen)
        person.watched.free()


def test_a_page_that_waits_for_a_press_can_be_pressed_again_when_it_has_come(guide: Watched) -> None:
    """No press is left waiting for, those that lead to another place neither."""
    person = Person(guide).open("")
    person.press(say("start.begin"))
    expect(person.button(say("guide.next"))).to_be_visible()
    guide.free()
    person.go("next")
    guide.free()
    person.follow("check").press(say("check.onward"))
    expect(person.page).to_have_url(f"{guide.server.address}/summary")
    guide.free()

    assert person.heading() == say("summary-page.empty-title")
