"""Servers that die in the middle: the answers are in the browser, and the next server starts from there."""

import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.behind_nginx import two_behind_nginx
from tests.browser.conftest import NewPage
from tests.browser.person import Person
from tests.browser.waiting import until
from tests.moments import EVERY
from tests.server_process import ROOT, copy_of_the_guide, free_port, serve
from tests.waiting_server import serve_waiting
from ui.session.guide_content import content, say

APP = ROOT / "app.py"
ADULT = '          - {id: adult, label: "An adult"}\n'
CHILD = '          - {id: child, label: "A child or teenager"}\n'
NEWER = {
    "guide.yaml": (f'version: "{content().guide.version}"', 'version: "2099.1"'),
    "sections/1-you.yaml": (ADULT + CHILD, CHILD + ADULT.replace("An adult", "A grown-up person")),
}
"""What another version of the content has changed: a choice has another place, and one has other words."""
at_looks = pytest.mark.parametrize("looks", range(30) if EVERY else (19, 23))
"""After how many looks for a newer message the first run of a server waits for one.

Where a run may be ended before it has taken in what is stored, these are the first and the last that lose a Next.
"""


def test_a_killed_server_loses_nothing_and_the_page_goes_on_by_itself(new_page: NewPage, tmp_path: Path) -> None:
    """Kill -9, a new process on the same port: the page says what happens, and the first click counts."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("who-and-name")
        person.choose("who-answers", 1)
        person.at_rest()
        person.type("name", "Ada, not yet sent")
        server.kill()
    expect(person.notice()).to_have_text(say("lost.down"))
    expect(person.field("name")).to_have_value("Ada, not yet sent")
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    with serve(APP, tmp_path, port):
        expect(person.notice()).to_have_text(say("lost.back"))
        person.choose("who-answers", 2)
        until(lambda: person.answers().get("who-answers") == "family", "the first click is taken down")

        assert person.answers() == {"who-answers": "family", "name": "Ada, not yet sent"}
        assert person.go("next") == "Whose view this is"
        person.reload()
        assert person.answers() == {"who-answers": "family", "name": "Ada, not yet sent"}


@pytest.mark.parametrize("delay", [0, 60])
def test_a_click_in_the_moment_of_the_kill_is_not_lost(new_page: NewPage, tmp_path: Path, delay: int) -> None:
    """Whether the server had heard of it or not."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("your-situation", **{"who-answers": "person"})
        person.choose("adult-or-child", 1)
        person.page.wait_for_timeout(delay)
        server.kill()
    with serve(APP, tmp_path, port):
        until(lambda: person.answers().get("adult-or-child") == "child", "the click is taken down")

        expect(person.option("adult-or-child", 1).locator("input")).to_be_checked()
        assert person.answers() == {"who-answers": "person", "adult-or-child": "child"}
        assert person.heading() == "Your situation"
        person.at_rest()


def test_a_next_pressed_right_after_the_line_is_back_counts(new_page: NewPage, tmp_path: Path) -> None:
    """The new server knows the screen before any button of it can be pressed."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("your-situation")
        # The browser fetches the script of each kind of control by itself.
        expect(person.field("age")).to_be_visible()
        server.kill()
    with serve(APP, tmp_path, port):
        # Playwright presses as soon as the button can be pressed again.
        person.press(say("guide.next"))
        expect(person.page.locator("h1").first).to_have_text("The cause, and your hopes")
        expect(person.field("hope")).to_be_visible()
        person.at_rest()


@at_looks
def test_a_choice_that_ends_the_first_run_of_a_new_server_loses_nothing(
    new_page: NewPage, tmp_path: Path, looks: int
) -> None:
    """That run was told what is stored, and may be ended before it has taken that in."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("who-and-name", name="Ada")
        expect(person.field("name")).to_have_value("Ada")
        server.kill()
    with serve_waiting(tmp_path, port, after=looks) as waiting:
        waiting.until_reached()
        person.choose("who-answers", 2)
        until(lambda: person.answers().get("who-answers") == "family", "the choice is taken down")

        assert person.answers() == {"who-answers": "family", "name": "Ada"}
        person.at_rest()


@at_looks
def test_a_next_that_ends_the_first_run_of_a_new_server_counts(new_page: NewPage, tmp_path: Path, looks: int) -> None:
    """It leads on from the screen that the person was at, of which the new server has just been told."""
    port = free_port()
    with serve(APP, tmp_path, port) as server:
        person = Person(new_page(server)).expect_lost_line().begin_at("your-situation")
        expect(person.field("age")).to_be_visible()
        server.kill()
    with serve_waiting(tmp_path, port, after=looks) as waiting:
        waiting.until_reached()
        person.press(say("guide.next"))
        expect(person.page.locator("h1").first).to_have_text("The cause, and your hopes")
        person.at_rest()


def test_another_server_takes_over_and_loses_nothing(new_page: NewPage, tmp_path: Path) -> None:
    """A sticky cookie keeps a person on one of two servers; when it is killed the next answer lands on the other."""
    with two_behind_nginx(tmp_path) as (nginx, servers):
        person = Person(new_page(nginx)).expect_lost_line().begin_at("who-and-name")

        def serving() -> str:
            cookies = person.page.context.cookies()
            return next(str(cookie.get("value")) for cookie in cookies if cookie.get("name") == "guide_server")

        first = serving()
        told = person.page.request.get(nginx.address).headers
        assert {"HttpOnly", "Secure"} <= set(told["set-cookie"].split("; "))
        assert told["strict-transport-security"] == "max-age=31536000; includeSubDomains"
        person.choose("who-answers", 1)
        person.type("name", "Ada")
        for _ in range(3):
            person.reload()
            assert serving() == first
        servers[first].kill()
        person.choose("who-answers", 2)
        until(lambda: person.answers().get("who-answers") == "family", "the next answer is taken down")

        assert serving() == {"one": "two", "two": "one"}[first]
        assert person.answers() == {"who-answers": "family", "name": "Ada"}
        assert person.go("next") == "Whose view this is"
        person.reload()
        assert person.answers() == {"who-answers": "family", "name": "Ada"}
        assert "Ada" not in nginx.printed()


@pytest.mark.parametrize(("place", "given", "told"), [(1, "child", False), (0, None, True)])
def test_a_server_with_another_version_of_the_content_takes_over_and_loses_no_choice(
    new_page: NewPage, tmp_path: Path, place: int, given: str | None, told: bool
) -> None:
    """Behind one balancer a choice counts by its words, wherever it stands there; one that is gone is told of."""
    newer = copy_of_the_guide(tmp_path)
    for name, (before, now) in NEWER.items():
        file = newer / "questions" / name
        assert before in file.read_text(encoding="utf-8")
        file.write_text(file.read_text(encoding="utf-8").replace(before, now), encoding="utf-8")
    with two_behind_nginx(tmp_path, newer) as (nginx, servers):
        person = Person(new_page(nginx)).expect_lost_line()
        person.page.context.add_cookies([{"name": "guide_server", "value": "one", "url": nginx.address}])
        person.begin_at("your-situation", **{"who-answers": "person"})
        expect(person.option("adult-or-child", 1)).to_have_text("A child or teenager")
        # It stands still, so that it never hears of what is pressed now.
        servers["one"].process.send_signal(signal.SIGSTOP)
        person.choose("adult-or-child", place)
        servers["one"].kill()
        expect(person.option("adult-or-child", 1)).to_have_text("A grown-up person")
        person.at_rest()

        assert person.answers().get("adult-or-child") == given
        notice = person.page.locator(".st-key-warning-unplaced")
        expect(notice).to_have_count(int(told))
        if told:
            expect(notice).to_contain_text(say("store.unplaced"))
            expect(notice).to_contain_text("An adult")
            notice.get_by_role("button", name=say("store.seen")).click()
            expect(notice).to_have_count(0)
