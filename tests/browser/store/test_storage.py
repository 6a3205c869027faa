"""A browser whose storage is blocked, full, old or holds something else: the guide works and says what is so."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from logic.files import save_file
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import RECORD, Person, beside_the_guide
from tests.browser.waiting import until
from tests.server_process import Server
from ui.session.guide_content import content, say

BLOCKED = """for (const name of NAMES) Object.defineProperty(window, name, {
  get() { throw new DOMException("blocked", "SecurityError") } })"""
FULL = """const put = Storage.prototype.setItem
Storage.prototype.setItem = function (key, value) {
  if (PLACES.includes(this)) throw new DOMException("full", "QuotaExceededError")
  put.call(this, key, value) }"""


def put(person: Person, value: str, name: str = RECORD) -> None:
    """Lay something into the device's storage before the guide is opened."""
    beside_the_guide(person.page, person.watched.server.address)
    person.lay("localStorage", value, name)


def record(text: str, **more: object) -> str:
    used = {"used_at": time.time() * 1000, "keep": True, "place": {"screen": "who-and-name"}, "text": text}
    return json.dumps(used | more)


def saved(**more: Any) -> str:
    return json.dumps({"format": {"name": save_file.FORMAT, "number": 1}, "answers": {}, **more})


def kept_until(place: str, why: str) -> str:
    """Return what the notice says of where the answers are kept and why."""
    return f"{say(f'store.why-{why}')} {say(f'store.until-{place}')}"


@pytest.mark.parametrize(("script", "why"), [(BLOCKED, "blocked"), (FULL, "full")])
def test_where_nothing_can_be_kept_the_guide_works_says_so_once_and_offers_the_file(
    new_page: NewPage, guide_server: Server, script: str, why: str
) -> None:
    """The file has the answers, and the notice does not come again after it was closed."""
    person = Person(new_page(guide_server))
    both = "['localStorage', 'sessionStorage']"
    person.page.add_init_script(script.replace("NAMES", both).replace("PLACES", "[localStorage, sessionStorage]"))
    person.open()
    person.choose("who-answers", 1)
    expect(person.notice()).to_have_text(kept_until("page", why))
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name=say("store.file")).click()
    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert kept["answers"] == {"who-answers": "with-person"}

    person.press(say("store.close"))
    person.go("next")
    person.choose("can-say", 0)
    person.go("back")
    expect(person.option("who-answers", 1).locator("input")).to_be_checked()
    expect(person.notice()).to_have_count(0)


@pytest.mark.parametrize(("script", "why"), [(BLOCKED, "blocked"), (FULL, "full")])
def test_a_device_that_takes_nothing_falls_back_to_the_tab_and_says_why(
    new_page: NewPage, guide_server: Server, script: str, why: str
) -> None:
    """A reload loses nothing even so."""
    person = Person(new_page(guide_server))
    person.page.add_init_script(script.replace("NAMES", "['localStorage']").replace("PLACES", "[localStorage]"))
    person.open()
    person.choose("who-answers", 1)
    until(lambda: bool(person.answers()), "kept for the tab")
    person.follow("start").keep_on_device()
    expect(person.notice()).to_have_text(kept_until("tab", why))
    person.reload()

    assert person.answers() == {"who-answers": "with-person"}


LATER = record(saved(format={"name": save_file.FORMAT, "number": 99}))
MEANWHILE = {
    "foreign": f"localStorage.setItem('{RECORD}', 'not our thing')",
    "later": f"localStorage.setItem('{RECORD}', {json.dumps(LATER)})",
    "removed": f"localStorage.removeItem('{RECORD}')",
}


@pytest.mark.parametrize("why", MEANWHILE)
def test_what_happens_to_the_device_meanwhile_is_told_by_its_cause(guide: Watched, why: str) -> None:
    """Another tab, or another program, changes what is there; it is left so, and the tab keeps the answers."""
    person = Person(guide).open("")
    person.keep_on_device()
    person.follow("guide").choose("who-answers", 1)
    until(lambda: person.answers() == {"who-answers": "with-person"}, "kept on the device")
    expect(person.notice()).to_have_count(0)
    person.page.evaluate(MEANWHILE[why])
    on_device = person.page.evaluate(f"localStorage.getItem('{RECORD}')")
    person.choose("who-answers", 2)
    expect(person.notice()).to_have_text(kept_until("tab", why))
    until(lambda: person.page.evaluate(f"sessionStorage.getItem('{RECORD}')") is not None, "kept for the tab")

    assert person.answers() == {"who-answers": "family"}
    assert person.page.evaluate(f"localStorage.getItem('{RECORD}')") == on_device


def test_a_tab_that_holds_something_else_keeps_the_answers_on_the_page_and_says_so(guide: Watched) -> None:
    """What is there is left alone."""
    person = Person(guide)
    beside_the_guide(person.page, guide.server.address)
    person.lay("sessionStorage", "not our thing")
    person.open()
    person.choose("who-answers", 1)
    expect(person.notice()).to_have_text(kept_until("page", "foreign"))

    assert person.page.evaluate(f"sessionStorage.getItem('{RECORD}')") == "not our thing"


def test_a_storage_that_is_really_full_is_noticed(guide: Watched) -> None:
    """Five megabytes of another program's, on the device and for the tab."""
    person = Person(guide)
    beside_the_guide(person.page, guide.server.address)
    fill = """() => { for (const place of [localStorage, sessionStorage])
      for (let size = 4_000_000, n = 0; size >= 1; size = Math.floor(size / 2))
        for (;;) try { place.setItem(`other-${n++}`, "x".repeat(size)) } catch { break } }"""
    person.page.evaluate(fill)
    person.open()
    person.choose("who-answers", 1)

    expect(person.notice()).to_have_text(kept_until("page", "full"))
    assert person.stored() is None


RUBBISH = {
    "another program's": ("not our thing", "not-json"),
    "a bare text": ('"text"', "not-ours"),
    "no answers": (record("{}"), "not-ours"),
    "too deep": (record("[" * 100_000), "too-deep"),
    "of a later guide": (record(saved(format={"name": save_file.FORMAT, "number": 99})), "newer"),
    "half a character": (record('{"answers": "\ud800'), "not-text"),
    "too large": (record("x" * 1_000_001), "too-large"),
    "another shape": ('{"text": 7, "place": []}', "not-ours"),
}


def test_rubbish_on_the_device_is_refused_with_a_reason_and_left_alone(guide: Watched) -> None:
    """Whatever it is, the page says what is wrong with it."""
    person = Person(guide)
    for value, why in RUBBISH.values():
        put(person, value)
        person.page.evaluate("sessionStorage.clear()")
        person.open()

        expect(person.page.get_by_text(say("store.unread", why=say(f"open.{why}")))).to_be_visible()
        person.at_rest()
        assert person.page.evaluate(f"localStorage.getItem('{RECORD}')") == value


@pytest.mark.parametrize("kind", ["another program's", "too large"])
def test_beside_rubbish_on_the_device_new_answers_are_kept_for_the_tab(guide: Watched, kind: str) -> None:
    """What was there is deleted only when the person asks for it."""
    person = Person(guide)
    value, _ = RUBBISH[kind]
    put(person, value)
    person.open()
    person.choose("who-answers", 1)
    until(lambda: "with-person" in str(person.page.evaluate(f"sessionStorage.getItem('{RECORD}')")), "kept for the tab")
    # The page says it already, so no notice does.
    expect(person.notice()).to_have_count(0)
    person.reload()
    assert person.answers() == {"who-answers": "with-person"}
    assert person.page.evaluate(f"localStorage.getItem('{RECORD}')") == value

    person.delete_all()
    expect(person.page.get_by_text(say("store.deleted"))).to_be_visible()
    assert person.stored() is None


@pytest.mark.parametrize(
    "more",
    [
        {"place": "there"},
        {"place": {"screen": ["x"], "left_out": {"a": 1}, "guided": 4, "looking": {"rows": 7, "trip": "7", "gap": 3}}},
        {"keep": "yes", "used_at": "today"},
    ],
)
def test_odd_things_around_good_answers_do_no_harm(guide: Watched, more: dict[str, Any]) -> None:
    """The answers are there, and the odd things are as if they were not."""
    person = Person(guide)
    put(person, record(saved(answers={"name": "Ada"}), **more))
    put(person, '[7, {"key": 4}, {"key": "answer-name"}, {"key": "answer-no", "value": 1}]', "conversation-guide-notes")
    person.open()
    expect(person.field("name")).to_have_value("Ada")


def test_answers_of_an_older_content_come_over_and_what_does_not_fit_is_told_and_kept(guide: Watched) -> None:
    """As with a file; a note of the older content's third choice is not taken for today's."""
    person = Person(guide)
    old = saved(content="2020.1", answers={"adult-or-child": "child", "gone-question": "canary", "pump-now": "maybe"})
    put(person, record(old, place={"screen": "your-situation"}))
    note = {"tab": "t", "n": 1, "key": "answer-adult-or-child", "value": 0, "sent": True, "content": "2020.1"}
    put(person, json.dumps([note]), "conversation-guide-notes")
    person.open()
    expect(person.page.get_by_text(say("store.misfits"))).to_be_visible()
    expect(person.page.get_by_text("gone-question: canary")).to_be_visible()
    person.press(say("store.seen"))
    expect(person.page.get_by_text(say("store.misfits"))).to_have_count(0)
    person.choose("pump-now", 1)
    until(lambda: person.answers().get("pump-now") == "no", "the answer is kept")
    kept = json.loads(person.stored()["text"])

    assert kept["answers"] == {"pump-now": "no", "adult-or-child": "child"}
    assert kept["content"] == content().guide.version
    assert kept["kept_aside"] == {"answers": {"gone-question": "canary", "pump-now": "maybe"}}


@pytest.mark.parametrize(("days", "kept"), [(89, True), (91, False)])
def test_answers_unused_for_90_days_are_deleted(guide: Watched, days: int, kept: bool) -> None:
    """One day earlier they are there, and count as used again."""
    person = Person(guide)
    put(person, record(saved(answers={"name": "Ada"}), used_at=(time.time() - days * 86400) * 1000))
    person.open()
    if kept:
        expect(person.field("name")).to_have_value("Ada")
        until(lambda: person.stored()["used_at"] > (time.time() - 60) * 1000, "counted as used")
    else:
        expect(person.notice()).to_have_text(say("store.expired"))
        expect(person.field("name")).to_have_value("")
        assert person.stored() is None
