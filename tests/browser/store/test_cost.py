"""What the store costs in runs of the script, counted as messages that the browser sends."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from ui.session.guide_content import content

LONG_ENOUGH = 500
"""Milliseconds for one more message to be sent, were there one."""

NUMBER = next(q for q in content().questions.values() if q.kind == "number")
WEIGHED = next(q for q in content().questions.values() if q.takes_own_concerns)


def screen_of(question_id: str) -> str:
    return next(s.id for s in content().screens.values() if any(q.id == question_id for q in s.questions))


def test_a_first_visit_costs_no_extra_run(guide: Watched) -> None:
    """With nothing stored, Start is drawn in the first run and nothing is asked again."""
    person = Person(guide).open("")
    person.page.wait_for_timeout(LONG_ENOUGH)

    assert guide.frames_sent == 1


@pytest.mark.parametrize("place", ["", "guide", "check"])
def test_a_load_with_answers_costs_one_extra_run(guide: Watched, place: str) -> None:
    """The first run learns that there are some, the second draws them; a third would be one too many."""
    person = Person(guide).begin_at("your-situation", **{"who-answers": "person"})
    guide.frames_sent = 0
    person.open(place)
    person.at_rest()
    person.page.wait_for_timeout(LONG_ENOUGH)

    assert guide.frames_sent == 2


def type_and_leave(person: Person, key: str, text: str) -> None:
    person.type(key, text)
    person.page.locator("h1").first.click()


ANSWERS: dict[str, tuple[str, Callable[[Person], None]]] = {
    "choice": ("pump-now", lambda person: person.choose("pump-now", 1)),
    "choice-by-key": ("pump-now", lambda person: person.option("pump-now", 0).locator("input").press("Space")),
    "tick": ("gets-in-the-way", lambda person: person.tick("gets-in-the-way-pain")),
    "figure": ("areas", lambda person: person.page.locator(".guide-body button").first.click()),
    "level": (WEIGHED.id, lambda person: person.choose(f"{WEIGHED.id}-{WEIGHED.offered[0].id}", 1)),
    "own-concern": (WEIGHED.id, lambda person: type_and_leave(person, f"{WEIGHED.id}-own", "x")),
    "words": ("name", lambda person: type_and_leave(person, "name", "Ada")),
    "number": (NUMBER.id, lambda person: type_and_leave(person, NUMBER.id, "12")),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_costs_the_one_run_that_it_costs_without_the_store(guide: Watched, kind: str) -> None:
    """By pointer or by keyboard, of each kind; and taking it back by its button costs one more."""
    question, answer = ANSWERS[kind]
    person = Person(guide).begin_at(screen_of(question), **{NUMBER.id: 20})
    person.at_rest()
    guide.frames_sent, before = 0, person.stored()["text"]
    answer(person)
    until(lambda: person.stored()["text"] != before, "the answer is kept")
    person.page.wait_for_timeout(LONG_ENOUGH)

    assert guide.frames_sent == 1


def test_clearing_an_answer_costs_one_run(guide: Watched) -> None:
    """Its button goes with the answer."""
    person = Person(guide).begin_at("your-situation", **{"pump-now": "no"})
    guide.frames_sent = 0
    person.clear("pump-now")
    until(lambda: person.answers() == {}, "no answer is kept")
    person.page.wait_for_timeout(LONG_ENOUGH)

    assert guide.frames_sent == 1


def test_typing_costs_no_run(guide: Watched) -> None:
    """Each key is noted in the browser alone."""
    person = Person(guide).open()
    guide.frames_sent = 0
    person.field("name").press_sequentially("Ada Lovelace", delay=20)

    assert guide.frames_sent == 0
    assert [note["value"] for note in person.notes()] == ["Ada Lovelace"]


def test_a_press_of_next_costs_one_run(guide: Watched) -> None:
    """What is said with it of the notes rides along."""
    person = Person(guide).begin_at("who-and-name", **{"who-answers": "person"})
    person.at_rest()
    guide.frames_sent = 0
    person.go("next")
    person.page.wait_for_timeout(LONG_ENOUGH)

    assert guide.frames_sent == 1
