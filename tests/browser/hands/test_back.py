"""The browser's Back and Forward, and a phone's back gesture: a screen each, and nothing lost."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, Watched
from tests.browser.person import CANARY, Person
from tests.browser.store.test_delete import EVERYWHERE
from tests.browser.waiting import until
from tests.server_process import Server
from tests.slow_line import SLOW, SlowLine
from ui.session.guide_content import content, say

FIRST = next(iter(content().screens.values()))
WAY = (FIRST.title, "Whose view this is", "Your situation", "The cause, and your hopes")
WARNED = next(screen for screen in content().screens.values() if screen.warnings and screen.questions)


def stands(person: Person, heading: str) -> None:
    expect(person.page.locator("h1").first).to_have_text(heading)
    person.watched.settled()


def walked(person: Person) -> Person:
    """Go from Start over the first screens."""
    person.open("").press(say("start.begin"))
    stands(person, WAY[0])
    person.choose("who-answers", 2)
    for heading in WAY[1:]:
        person.go("next")
        stands(person, heading)
    return person


@pytest.mark.parametrize("delay", [0, SLOW], ids=["idle", "300 ms each way"])
def test_back_and_forward_go_screen_by_screen(line: SlowLine, new_page: NewPage, delay: float) -> None:
    """And on again; every answer is there, and the address is that of the guide throughout."""
    person = walked(Person(new_page(line.server)))
    address = f"{line.server.address}/guide"
    line.delay = delay
    for heading in WAY[-2::-1]:
        person.page.go_back()
        stands(person, heading)
        assert person.page.url == address
    expect(person.option("who-answers", 2).locator("input")).to_be_checked()
    for heading in WAY[1:]:
        person.page.go_forward()
        stands(person, heading)
        assert person.page.url == address

    assert person.answers() == {"who-answers": "family"}


def test_back_asks_for_the_screen_before_and_for_nothing_else(guide: Watched) -> None:
    """Streamlit, which knows places only, would have this one drawn again as it is, and the two would meet."""
    person = walked(Person(guide))
    sent = guide.frames_sent
    person.page.go_back()
    stands(person, WAY[-2])

    assert guide.frames_sent == sent + 1


def test_back_leads_from_the_first_screen_to_start_and_forward_into_the_guide(guide: Watched) -> None:
    """Each at its own address."""
    person = Person(guide).open("")
    person.press(say("start.begin"))
    stands(person, WAY[0])
    person.page.go_back()
    stands(person, content().guide.title)
    assert person.page.url == f"{guide.server.address}/"
    person.page.go_forward()
    stands(person, WAY[0])

    assert person.page.url == f"{guide.server.address}/guide"


def test_words_that_were_not_sent_are_there_after_back_and_forward(guide: Watched) -> None:
    """The field goes before it was left, and comes again."""
    person = walked(Person(guide))
    person.type("hope", "To swim again")
    person.page.go_back()
    stands(person, WAY[-2])
    person.page.go_forward()
    stands(person, WAY[-1])
    expect(person.field("hope")).to_have_value("To swim again")
    person.at_rest()

    assert person.answers()["hope"] == "To swim again"


def test_two_quick_steps_back_are_two_screens(line: SlowLine, new_page: NewPage) -> None:
    """On a slow line, the second one before the first was drawn."""
    person = walked(Person(new_page(line.server)))
    line.delay = SLOW
    person.page.evaluate("history.back()")
    person.page.wait_for_timeout(100)
    person.page.evaluate("history.back()")
    stands(person, WAY[1])
    person.at_rest()
    person.page.go_forward()
    stands(person, WAY[2])

    assert person.answers() == {"who-answers": "family"}


def test_going_on_after_back_begins_a_new_way(guide: Watched) -> None:
    """Back leads to the screen before on that way, and what was ahead is no more."""
    person = walked(Person(guide))
    for heading in (WAY[2], WAY[1]):
        person.page.go_back()
        stands(person, heading)
    person.go("next")
    stands(person, WAY[2])
    person.page.go_back()
    stands(person, WAY[1])
    person.page.go_forward()
    stands(person, WAY[2])
    person.page.go_forward()
    person.watched.settled()

    assert person.heading() == WAY[2]


def test_back_leads_from_question_to_question_on_a_phone(new_page: NewPage, guide_server: Server) -> None:
    """There each question is a screen of its own."""
    person = Person(new_page(guide_server, 390)).open("")
    person.press(say("start.begin"))
    stands(person, FIRST.questions[0].question)
    person.go("next")
    stands(person, FIRST.questions[1].question)
    person.page.go_back()
    stands(person, FIRST.questions[0].question)
    person.page.go_back()

    stands(person, content().guide.title)


def test_back_leads_over_the_check_page_to_where_a_change_was_not_begun(guide: Watched) -> None:
    """Each place is the one that was there, whatever the guide was at since."""
    person = walked(Person(guide)).follow("check")
    person.press(say("check.change", title=WAY[0]))
    stands(person, WAY[0])
    person.page.go_back()
    stands(person, say("check.title"))
    person.page.go_back()
    stands(person, WAY[-1])
    person.page.go_back()

    stands(person, WAY[-2])


def test_back_leads_to_a_warning_that_was_gone_on_from(guide: Watched) -> None:
    """It was a screen, too."""
    person = Person(guide).begin_at(FIRST.id)
    place = {"screen": WARNED.id, "warned": []}
    record = {"revision": 9, "used_at": 0, "keep": None, "place": place, "text": person.stored()["text"]}
    person.lay("sessionStorage", json.dumps(record))
    person.reload()
    warning = say("guide.before", title=WARNED.title)
    stands(person, warning)
    person.go("next")
    stands(person, WARNED.title)
    person.page.go_back()
    stands(person, warning)
    person.go("next")

    stands(person, WARNED.title)


def test_a_reload_in_the_middle_of_the_way_keeps_the_way(guide: Watched) -> None:
    """Back and Forward lead on from where the page was loaded again."""
    person = walked(Person(guide))
    person.page.go_back()
    stands(person, WAY[2])
    person.at_rest()
    person.reload()
    stands(person, WAY[2])
    person.page.go_forward()
    stands(person, WAY[3])
    person.page.go_back()
    stands(person, WAY[2])
    person.page.go_back()

    stands(person, WAY[1])


def test_no_entry_of_the_history_holds_an_answer(guide: Watched) -> None:
    """Neither its address nor what is kept with it, and after all was deleted Back brings nothing again."""
    person = Person(guide).open()
    person.choose("who-answers", 0)
    person.type("name", CANARY)
    person.go("next")
    person.at_rest()
    entries = "JSON.stringify([history.state, location.href])"
    assert CANARY not in person.page.evaluate(entries)
    person.page.go_back()
    stands(person, FIRST.title)
    assert CANARY not in person.page.evaluate(entries)
    person.delete_all()
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    person.watched.settled()
    person.page.go_back()
    person.watched.settled()

    assert CANARY not in person.page.evaluate(EVERYWHERE)
    assert CANARY not in person.page.content()
    until(lambda: person.answers() == {}, "nothing comes back")
