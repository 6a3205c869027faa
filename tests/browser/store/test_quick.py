"""Quick hands on a slow line: what was done counts, in the order in which it was done."""

from collections.abc import Callable

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from tests.server_process import Server
from ui.session.guide_content import content, say

A_RUN = 5
"""Messages of a run at the least, so that when they are held the run has taken down what led to it."""


class Line:
    """The line between page and server, one way of which can be held up."""

    def __init__(self, watched: Watched) -> None:
        self._held: dict[str, list[Callable[[], None]]] = {}
        self._page = watched.page
        self._page.route_web_socket("**/_stcore/stream", self._route)

    def _route(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        page.on_message(lambda message: self._pass("up", lambda: server.send(message)))
        server.on_message(lambda message: self._pass("down", lambda: page.send(message)))

    def _pass(self, way: str, send: Callable[[], None]) -> None:
        if way in self._held:
            self._held[way].append(send)
        else:
            send()

    def hold(self, way: str) -> None:
        """Let nothing through one way, "up" to the server or "down" to the page."""
        self._held[way] = []

    def wait(self, way: str, count: int) -> None:
        """Wait until so many messages are held."""

        def held() -> bool:
            # Playwright hands messages over only while something of its own is waited for.
            self._page.wait_for_timeout(10)
            return len(self._held[way]) >= count

        until(held, f"{count} messages are held")

    def release(self, way: str) -> None:
        """Let through what was held, all at once."""
        for send in self._held.pop(way):
            send()


@pytest.fixture
def line(guide: Watched) -> Line:
    return Line(guide)


def ticked(person: Person) -> set[str]:
    return set(person.answers().get("gets-in-the-way", ()))


def test_a_tick_that_the_server_took_away_is_not_taken_for_the_person_s(guide: Watched, line: Line) -> None:
    """The page still shows the tick and says so with the next one; the person never touched it again."""
    person = Person(guide).begin_at("daily-life")
    person.tick("gets-in-the-way-none-of-these")
    until(lambda: ticked(person) == {"none-of-these"}, "the tick is taken down")
    line.hold("down")
    for number, tick in enumerate(("walking", "sleep", "sleep"), 1):
        person.tick(f"gets-in-the-way-{tick}")
        line.wait("down", number * A_RUN)
    line.release("down")
    person.at_rest()

    assert ticked(person) == {"walking"}
    expect(person.page.get_by_role("checkbox", name="None of those listed", exact=True)).not_to_be_checked()


def test_settings_on_start_outlast_a_press_right_after_a_reload(guide: Watched, line: Line) -> None:
    """Start is drawn before what is stored has come, and its press says again what its controls showed until then."""
    person = Person(guide).open("")
    person.page.get_by_text(say("comfort.wide"), exact=True).click()
    person.keep_on_device(True)
    until(lambda: "comfort" in (person.stored() or {"place": {}})["place"] and person.stored()["keep"], "both are kept")
    line.hold("up")
    person.page.reload()
    line.wait("up", 1)
    line.release("up")
    line.hold("up")
    line.wait("up", 1)
    expect(person.button(say("start.begin"))).to_be_visible()
    line.hold("down")
    line.release("up")
    line.wait("down", A_RUN)
    line.hold("up")
    person.press(say("start.begin"))
    line.wait("up", 1)
    line.release("up")
    line.release("down")
    expect(person.page.locator("h1").first).to_have_text(next(iter(content().screens.values())).title)
    person.at_rest()

    assert person.stored()["keep"] is True
    assert person.stored()["place"]["comfort"]["wide"] is True


def test_a_box_ticked_right_after_all_options_takes_none_of_them_away(guide: Watched, line: Line) -> None:
    """The page cannot know yet that the others are ticked, and says with the tick that they are not."""
    options = content().comparison.options
    page = guide.open("compare")
    boxes = page.locator(".st-key-compare-options").get_by_role("checkbox")
    line.hold("down")
    page.get_by_role("button", name=say("compare.all-options"), exact=True).click()
    line.wait("down", A_RUN)
    line.hold("up")
    boxes.last.locator("xpath=ancestor::label").click()
    line.wait("up", 1)
    line.release("down")
    expect(page.locator(f".grid-of-{len(options)}")).to_be_visible()
    guide.settled()
    line.hold("down")
    line.release("up")
    line.wait("down", A_RUN)
    line.release("down")
    guide.settled()

    expect(page.locator(f".grid-of-{len(options)}")).to_be_visible()
    assert [box.is_checked() for box in boxes.all()] == [True] * len(options)


def test_ticks_that_arrive_all_at_once_all_count(guide: Watched, line: Line) -> None:
    """Each ends the run of the one before it."""
    person = Person(guide).begin_at("daily-life")
    ticks = {"pain", "sleep", "walking", "sitting", "joints", "tiredness"}
    line.hold("up")
    for number, tick in enumerate(sorted(ticks), 1):
        person.tick(f"gets-in-the-way-{tick}")
        line.wait("up", number)
    line.release("up")
    person.at_rest()

    assert ticked(person) == ticks


def test_a_link_tapped_while_typing_leads_there_and_keeps_the_words(new_page: NewPage, guide_server: Server) -> None:
    """At the first tap, as the last words of a field are sent only after it was left."""
    person = Person(new_page(guide_server, has_touch=True)).open()
    person.type("name", "Ada")
    person.page.get_by_role("link", name=say("place.about")).tap()
    expect(person.page.locator("h1").first).to_have_text(say("about.title"))
    person.at_rest()

    assert person.answers() == {"name": "Ada"}
    assert person.heading() == say("about.title")


def test_words_sent_with_the_press_that_leaves_the_guide_are_heard(guide: Watched) -> None:
    """The run that takes them leads to the check page, and the browser hears only of the run after it."""
    person = Person(guide).begin_at("your-questions")
    for number in range(3):
        person.type("own-questions", f"What of my garden? {number}")
        person.press(say("guide.next"))
        expect(person.page.locator("h1").first).to_have_text(say("check.title"))
        person.at_rest()
        assert f"garden? {number}" in person.stored()["text"]
        person.page.get_by_role("link", name=say("place.guide")).click()
        expect(person.field("own-questions")).to_be_visible()


def test_a_press_that_comes_without_a_pointer_counts(guide: Watched) -> None:
    """As a screen reader or speech control presses: one click on the control, and nothing before it."""
    person = Person(guide).begin_at("moving-about")
    stiffness = content().questions["useful-stiffness"]
    box = person.page.locator(".st-key-answer-gets-about-walking-aid")
    for control in (person.option(stiffness.id, 1), box):
        control.locator("input").evaluate("control => control.click()")
    until(lambda: len(person.answers()) == 2, "both are taken down")
    person.at_rest()

    assert person.answers() == {"gets-about": ["walking-aid"], stiffness.id: stiffness.offered[1].id}
