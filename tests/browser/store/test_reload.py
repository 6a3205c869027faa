"""A page loaded again at any point: nothing chosen, ticked or typed is lost, and the screen is the same."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from tests.moments import at_moments
from tests.server_process import Server
from ui.session.guide_content import content, say

SOON = at_moments(0, 20, 60, 200)


@pytest.fixture
def person(guide: Watched) -> Person:
    return Person(guide)


@SOON
def test_a_choice_outlives_a_reload(person: Person, moment: int) -> None:
    """However soon after the click the page is loaded again, and the screen is still that one."""
    person.begin_at("your-situation")
    person.choose("adult-or-child", 1)
    person.reload(after=moment)

    assert person.answers()["adult-or-child"] == "child"
    assert person.heading() == "Your situation"
    expect(person.option("adult-or-child", 1).locator("input")).to_be_checked()


TIMERS_LATE = """
() => { const set = setTimeout; window.setTimeout = (act, ms = 0, ...more) => set(act, ms + 5000, ...more) }
"""


def test_what_is_chosen_and_ticked_outlives_a_reload_on_a_device_so_busy_that_timers_come_late(person: Person) -> None:
    """It is noted by a timer after the press, and the page may be left before that."""
    person.begin_at("moving-about")
    person.page.evaluate(TIMERS_LATE)
    person.choose("useful-stiffness", 1)
    person.tick("gets-about-walking")
    expect(person.option("useful-stiffness", 1).locator("input")).to_be_checked()
    expect(person.page.locator(".st-key-answer-gets-about-walking input")).to_be_checked()
    person.reload()

    assert person.answers() == {"gets-about": ["walking"], "useful-stiffness": "sometimes"}


@SOON
def test_ticks_outlive_a_reload(person: Person, moment: int) -> None:
    """Also the one that cleared the others, and one taken back."""
    person.begin_at("daily-life")
    for tick in ("pain", "sleep", "none-of-these"):
        person.tick(f"gets-in-the-way-{tick}")
    expect(person.page.get_by_role("checkbox", name="Pain", exact=True)).not_to_be_checked()
    for tick in ("walking", "sleep", "sleep"):
        person.tick(f"gets-in-the-way-{tick}")
    person.reload(after=moment)

    assert person.answers()["gets-in-the-way"] == ["walking"]


@SOON
def test_words_in_a_field_that_was_not_left_outlive_a_reload(person: Person, moment: int) -> None:
    """A draft is an answer in the making, and is shown again as it was typed."""
    person.open()
    person.type("name", "Ada\n<b>& Bé</b>")
    person.reload(after=moment)

    assert person.answers()["name"] == "Ada\n<b>& Bé</b>"
    expect(person.field("name")).to_have_value("Ada\n<b>& Bé</b>")


@SOON
def test_levels_and_own_concerns_outlive_a_reload(person: Person, moment: int) -> None:
    """How much each concern matters, a concern in own words, and how much that one matters."""
    person.begin_at(next(s.id for s in content().screens.values() if any(q.takes_own_concerns for q in s.questions)))
    question = next(q for q in content().questions.values() if q.takes_own_concerns)
    person.choose(f"{question.id}-{question.offered[0].id}", 2)
    person.type(f"{question.id}-own", "My garden")
    person.page.locator("h1").first.click()
    person.choose(f"{question.id}-own-0", 1)
    person.choose(f"{question.id}-{question.offered[1].id}", 0)
    person.reload(after=moment)

    kept = person.stored()["text"]
    assert person.answers()[question.id] == {question.offered[0].id: "a-lot", question.offered[1].id: "not-at-all"}
    assert '"text": "My garden",\n      "level": "a-little"' in kept


@SOON
def test_a_number_and_a_cleared_answer_outlive_a_reload(person: Person, moment: int) -> None:
    """One is typed, the other is taken back by a button, which no field tells of."""
    number = next(q for q in content().questions.values() if q.kind == "number")
    person.begin_at(next(s.id for s in content().screens.values() if number in s.questions), **{"pump-now": "no"})
    person.type(number.id, "41")
    person.page.locator("h1").first.click()
    person.reload(after=moment)
    assert person.answers() == {"pump-now": "no", number.id: 41}

    person.clear("pump-now")
    person.reload(after=moment)
    assert person.answers() == {number.id: 41}


def test_an_answer_changed_after_going_back_outlives_a_reload(person: Person) -> None:
    """The screen is the one gone back to, and the answer given there before leaves no trace."""
    person.open()
    person.choose("who-answers", 0)
    person.go("next")
    person.choose("adult-or-child", 0)
    person.go("back")
    person.choose("who-answers", 2)
    person.reload()

    assert person.answers() == {"who-answers": "family", "adult-or-child": "adult"}
    assert person.heading() == "Who is filling this in"
    person.go("next")
    person.go("next")
    expect(person.option("adult-or-child", 0).locator("input")).to_be_checked()


def test_words_left_behind_by_the_browser_s_own_back_button_are_kept(person: Person) -> None:
    """The field goes before it is left, so it never sends what was typed in it."""
    person.open("about")
    person.page.get_by_role("link", name=say("place.guide")).click()
    expect(person.field("name")).to_be_visible()
    person.watched.settled()
    person.type("name", "Ada")
    person.page.go_back()
    expect(person.page.locator("h1").first).to_have_text(say("about.title"))
    person.page.get_by_role("link", name=say("place.guide")).click()
    expect(person.field("name")).to_be_visible()
    person.reload()

    assert person.answers() == {"name": "Ada"}


def test_a_change_begun_on_the_check_page_goes_on_after_a_reload(person: Person) -> None:
    """The button still says that it leads back there, and does."""
    person.open("check")
    person.press(say("check.change", title="Your situation"))
    expect(person.page.get_by_role("button", name=say("guide.next-changed"))).to_be_visible()
    person.choose("adult-or-child", 1)
    person.reload()
    person.press(say("guide.next-changed"))

    expect(person.page.locator("h1").first).to_have_text(say("check.title"))


def test_a_tab_opened_anew_has_the_answers_where_they_are_kept_on_the_device(guide: Watched) -> None:
    """With a click in the last moment before the first tab was closed, and words in a field not left."""
    person = Person(guide).open("")
    person.keep_on_device()
    person.page.get_by_role("link", name=say("place.guide")).click()
    expect(person.field("name")).to_be_visible()
    person.choose("who-answers", 1)
    person.type("name", "Ada")
    guide.page.close()
    again = Watched(guide.page.context.new_page(), guide.server)
    again.watch()
    person = Person(again).open("")
    person.at_rest()

    assert person.answers() == {"who-answers": "with-person", "name": "Ada"}
    assert person.page.evaluate("Object.keys(sessionStorage)") == ["conversation-guide-screen"]
    expect(person.page.get_by_text(say("store.here"))).to_be_visible()


def test_a_tab_opened_anew_has_nothing_where_that_was_asked_for(guide: Watched) -> None:
    """Nothing is put on the device before the choice, nor after the choice to forget."""
    person = Person(guide).open()
    person.choose("who-answers", 1)
    until(lambda: bool(person.answers()), "the answer is kept for the tab")
    assert person.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('conversation'))") == []

    person.follow("start")
    person.keep_on_device()
    until(lambda: person.page.evaluate("localStorage.length") > 1, "kept on the device")
    person.keep_on_device(False)
    on_device = "Object.keys(localStorage).filter((key) => key.startsWith('conversation'))"
    until(lambda: person.page.evaluate(on_device) == [], "nothing is left on the device")
    assert person.page.evaluate("sessionStorage.length") > 0

    guide.page.close()
    again = Watched(guide.page.context.new_page(), guide.server)
    again.watch()
    assert Person(again).open("").answers() == {}


def test_what_was_picked_to_look_around_outlives_a_reload(new_page: NewPage, guide_server: Server) -> None:
    """Figures tried out are nobody's answers, but somebody typed them."""
    person = Person(new_page(guide_server)).open("refills")
    field = person.page.locator(".st-key-look-people input")
    field.fill("3")
    field.press("Enter")
    until(lambda: (person.stored() or {}).get("place", {}).get("looking", {}).get("people") == 3, "the figure is kept")
    person.reload()

    expect(field).to_have_value("3")
    assert person.answers() == {}
