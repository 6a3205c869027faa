"""Answers deleted while the server stands still, whatever is pressed meanwhile."""

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.person import CANARY, Person
from tests.browser.store.test_delete import EVERYWHERE
from tests.browser.waiting import middle_of, until, until_still
from tests.server_process import Server
from ui.session.guide_content import say

ROUNDS = int(os.environ.get("ROUNDS", "5"))
"""In each run of the tests; scripts/soak takes another number."""
STANDS_STILL = 4
"""Seconds for which the server does nothing."""
DELAYS = (0, 30, 80, 150, 1000)
"""Milliseconds between the press that deletes and what is done after it."""


@contextmanager
def standing_still(server: Server, seconds: float = 0) -> Iterator[None]:
    """Stop the server for so many seconds at the least, and until what is done meanwhile is done."""
    server.process.send_signal(signal.SIGSTOP)
    until_then = time.monotonic() + seconds
    try:
        yield
        time.sleep(max(0, until_then - time.monotonic()))
    finally:
        server.process.send_signal(signal.SIGCONT)


class Hands:
    """What a person does after the press. Places on the screen are known before: a locked page has nothing to find."""

    def __init__(self, person: Person) -> None:
        self._page = person.page
        self._is_loading = False
        # All on the screen at once, the foot of the page too.
        self._page.set_viewport_size({"width": 1280, "height": 4000})
        until_still(self._page.locator("main"))
        self.controls = {
            "choice": person.option("who-answers", 2),
            "next": person.button(say("guide.next")),
            "text": person.field("name"),
        }
        self._at = {name: middle_of(control) for name, control in self.controls.items()}

    def do(self, act: str) -> None:
        """Press, type or load the page again; "spoken" is a choice that no lock of the page stops."""
        if self._is_loading and act in ("reload", "spoken"):
            # A page that is being loaded has no control, and answers no script until the server does.
            return
        if act == "reload":
            self._page.evaluate("location.reload()")
            self._is_loading = True
        elif act == "spoken":
            self._page.evaluate("document.querySelector('.st-key-answer-who-answers input:not(:checked)')?.click()")
        else:
            self._page.mouse.click(*self._at[act])
            if act == "text":
                self._page.keyboard.type(f"{CANARY} again")


ACTS = ("choice", "next", "text", "reload", "spoken")


def delete_and_go_on(person: Person, seed: int) -> None:
    """Delete the answers, with something on its way already or not, and do one thing or two after that."""
    # Five rounds in a row have each act first once, and each delay.
    dice = random.Random(seed)  # noqa: S311 - to be repeated
    acts = [ACTS[seed % 5], *dice.sample(ACTS, dice.randrange(2))]
    delays = [DELAYS[(seed // 5 + seed) % 5], dice.choice(DELAYS)]
    hands = Hands(person)
    with standing_still(person.watched.server, STANDS_STILL):
        if dice.random() < 0.5:
            hands.do(dice.choice(("choice", "text", "next")))
        person.press(say("store.delete-yes"))
        for delay, act in zip(delays, acts, strict=False):
            person.page.wait_for_timeout(delay)
            hands.do(act)
        if "reload" not in acts:
            expect(person.page.locator(".guide-deleting")).to_contain_text(say("store.deleting"))
            assert "conversation-guide" not in person.page.evaluate(EVERYWHERE)


def assert_nothing_is_left(person: Person) -> None:
    """Look at Start, in all that the browser keeps, and at the summary."""
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    person.watched.settled()
    stored = person.page.evaluate(EVERYWHERE)
    assert CANARY not in stored
    assert "conversation-guide" not in stored
    assert CANARY not in person.page.content()
    expect(person.choices_made()).to_have_count(0)
    person.page.get_by_role("link", name=say("place.summary"), exact=True).click()
    expect(person.page.get_by_role("heading", level=1, name=say("summary-page.empty-title"))).to_be_visible()
    expect(person.page.get_by_text(say("store.delete"), exact=True)).to_be_visible()
    assert CANARY not in person.page.content()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_what_is_deleted_on_a_slow_server_stays_deleted(new_page: NewPage, guide_server: Server, seed: int) -> None:
    """Storage, screen, summary and session are empty, it is said, and what is entered later is kept."""
    person = Person(new_page(guide_server, reduced_motion="reduce")).expect_lost_line()
    person.begin_at("who-and-name", **{"who-answers": "person", "name": CANARY})
    person.page.get_by_text(say("store.delete"), exact=True).click()
    expect(person.button(say("store.delete-yes"))).to_be_visible()
    delete_and_go_on(person, seed)
    assert_nothing_is_left(person)
    person.page.get_by_role("link", name=say("place.guide")).click()
    expect(person.field("name")).to_have_value("")
    person.type("name", "Ada")
    person.choose("who-answers", 1)
    until(lambda: len(person.answers()) == 2, "what is entered later is kept")
    person.reload()

    assert person.answers() == {"who-answers": "with-person", "name": "Ada"}
    assert "Traceback" not in guide_server.printed()
