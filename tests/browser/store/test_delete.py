"""What is left of the answers: after they were deleted, nothing anywhere; before that, nothing but in the browser."""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.person import CANARY, Person
from tests.browser.waiting import until
from tests.server_process import Server, serve
from ui.session.guide_content import say

LOOKING = Path(__file__).parent / "picks_app.py"
EVERYWHERE = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state])"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    flags = ("--server.disconnectedSessionTTL", "1", "--logger.level", "debug")
    with serve(LOOKING, tmp_path_factory.mktemp("looked-at"), None, *flags) as running:
        yield running


def held(server: Server) -> int:
    """Return how many living objects of the server hold the canary."""
    with urllib.request.urlopen(f"{server.address}/app/static/memory/{CANARY[::-1]}", timeout=30) as answer:  # noqa: S310 - our own
        return int(answer.read())


def on_disk(server: Server) -> list[str]:
    """Return the files that hold the canary, of those that the server has open or may write to."""
    own = [path for path in server.output.parent.rglob("*") if path.is_file()]
    # By these names a file can be read that was deleted and is still open, and one that is closed meanwhile is gone.
    opened = list(Path(f"/proc/{server.process.pid}/fd").iterdir())
    # The browser of the tests runs on the same machine, and has what it is downloading there.
    temporary = [path for path in Path("/tmp").glob("*") if not path.name.startswith(".org.chromium.")]  # noqa: S108 - to look in
    return [str(path) for path in (*own, *opened, *temporary) if CANARY.encode() in content_of(path)]


def content_of(path: Path) -> bytes:
    """Return what is in a file; other programs may remove theirs at any moment, and some are too large to be ours."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size < 10**8 else b""
    except FileNotFoundError:
        return b""


def type_everywhere(person: Person) -> int:
    """Go through the whole guide by Next and type the canary into each field; return how many there were."""
    typed = 0
    while person.heading() != say("check.title"):
        fields = person.page.locator('[class*="st-key-answer-"] textarea')
        for number in range(fields.count()):
            fields.nth(number).fill(f"{CANARY} {typed}")
            typed += 1
        person.go("next")
    return typed


def test_a_canary_typed_everywhere_is_in_the_browser_s_storage_alone(new_page: NewPage, server: Server) -> None:
    """Not in a cookie, an address, a log, the server's disk or, once the tab is closed, in its memory."""
    asked: list[str] = []
    person = Person(new_page(server))
    person.page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    person.open()
    person.choose("who-answers", 0)
    assert type_everywhere(person) >= 8
    person.at_rest()
    assert CANARY in json.dumps(person.stored())
    assert held(server) > 0

    person.open("summary")
    person.page.locator("summary", has_text=say("summary-page.files")).click()
    with person.page.expect_download():
        person.press(say("summary-page.save"))
    person.press(say("summary-page.text"))
    assert [request for request in asked if CANARY in request] == []
    assert CANARY not in json.dumps(person.page.context.cookies())
    assert CANARY not in person.page.url
    assert CANARY not in server.printed()
    assert "Adding media file" in server.printed()
    assert on_disk(server) == []

    person.page.close()
    until(lambda: held(server) == 0, "the server has forgotten the ended session")
    assert CANARY not in server.printed()
    assert on_disk(server) == []


@pytest.mark.parametrize("keep", [True, False])
def test_after_deleting_nothing_is_left(new_page: NewPage, server: Server, keep: bool) -> None:
    """In no storage, cookie or address of the browser, and not in the server once the page is closed."""
    person = Person(new_page(server)).open("")
    person.keep_on_device(keep)
    person.page.get_by_role("link", name=say("place.guide")).click()
    expect(person.field("name")).to_be_visible()
    person.choose("who-answers", 1)
    person.type("name", CANARY)
    person.go("next")
    person.at_rest()
    assert CANARY in person.page.evaluate(EVERYWHERE)

    person.delete_all()
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    assert CANARY not in person.page.evaluate(EVERYWHERE)
    assert "conversation-guide" not in person.page.evaluate(EVERYWHERE)
    assert CANARY not in person.page.content()
    person.reload()
    assert person.stored() is None
    expect(person.choices_made()).to_have_count(0)
    person.page.go_back()
    person.watched.settled()
    assert CANARY not in person.page.content()

    person.page.close()
    until(lambda: held(server) == 0, "the server has forgotten the ended session")
    assert CANARY not in server.printed()
    assert on_disk(server) == []


def test_after_deleting_new_answers_are_kept_again(new_page: NewPage, server: Server) -> None:
    """The same page goes on as a new one."""
    person = Person(new_page(server)).begin_at("who-and-name", name="Ada")
    person.delete_all()
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    person.follow("guide").choose("who-answers", 2)
    until(lambda: bool(person.answers()), "the new answer is kept")
    person.reload()

    assert person.answers() == {"who-answers": "family"}


def test_deleting_on_start_says_so_there_once(new_page: NewPage, server: Server) -> None:
    """The page is loaded anew in its place, with no choice made, and after the next load it is as on a first visit."""
    person = Person(new_page(server)).open()
    person.choose("who-answers", 1)
    until(lambda: bool(person.answers()), "the answer is kept")
    person.follow("start").keep_on_device()
    person.delete_all()
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    expect(person.choices_made()).to_have_count(0)
    person.at_rest()
    assert person.page.evaluate("window.name") == ""
    person.reload()

    expect(person.button(say("start.begin"))).to_be_visible()
    expect(person.page.get_by_text(say("store.deleted"))).to_have_count(0)


def test_deleting_is_offered_in_every_place(new_page: NewPage, server: Server) -> None:
    """At the foot of the page, and it asks before it deletes."""
    person = Person(new_page(server))
    for place in ("", "guide", "look", "compare", "documents", "refills", "check", "summary", "about", "help"):
        person.open(place)
        yes = person.page.get_by_role("button", name=say("store.delete-yes"))
        expect(yes).to_be_hidden()
        person.page.get_by_text(say("store.delete"), exact=True).click()

        expect(yes).to_be_visible()


def test_a_download_waits_for_a_slow_phone(new_page: NewPage, guide_server: Server) -> None:
    """Between the press and the fetching, other people's pages run again and again."""
    other = Person(new_page(guide_server)).open()
    slow = Person(new_page(guide_server)).begin_at("who-and-name", name=CANARY)
    slow.page.evaluate("HTMLAnchorElement.prototype.click = function () { document.body.dataset.wanted = this.href }")
    slow.press(say("summary-page.save"))
    body = slow.page.locator("body")
    expect(body).to_have_attribute("data-wanted", re.compile("/media/"))
    for _ in range(3):
        other.reload()
    fetched = slow.page.request.get(str(body.get_attribute("data-wanted")))

    assert CANARY in fetched.text()
