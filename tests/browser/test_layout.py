"""What a person sees first, measured in the page: where a control begins, what moves on a choice, who is told what."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.access.states import start
from tests.browser.conftest import NewPage, Watched
from tests.server_process import Server
from ui.session.guide_content import content, say

PHONE, WIDE, AT_400_PERCENT = (390, 844), (1280, 800), (320, 256)
WINDOWS = pytest.mark.parametrize("window", [PHONE, WIDE], ids=["phone", "wide"])

FIRST_CONTROL = """() => {
  const controls = [...document.querySelectorAll("[class*=st-key-question-] :is([class*=st-key-answer-], .guide-body)")]
  const tops = controls.map(control => control.getBoundingClientRect().top).filter(top => top > 0)
  return { title: document.querySelector("[data-testid=stApp] h1").innerText,
    first: tops.length ? Math.round(Math.min(...tops)) : 0,
    wide: document.querySelector("[data-testid=stMain]").scrollWidth - innerWidth }
}"""
# What stands before the last choice of a question, or holds it. What a run draws anew is known by its words alone.
PLACES = """(key) => {
  const last = [...document.querySelectorAll(`.st-key-question-${key} input`)].at(-1).closest("label")
  const main = document.querySelector("[data-testid=stMain]")
  window.placesKept ??= [...main.querySelectorAll("p, h1, h2, label, button, summary")].filter(part =>
    part.getClientRects().length && !(last.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING))
  return window.placesKept.map(part => {
    if (!part.isConnected) return null
    const { left, top } = part.getBoundingClientRect()
    // What stays in the window while the page scrolls to a choice is measured in the window.
    const stays = part => ["fixed", "sticky"].includes(getComputedStyle(part).position)
    let around = part
    while (around !== main && !stays(around)) around = around.parentElement
    return [part.innerText.slice(0, 40), left, top + (around === main ? main.scrollTop : 0)]
  })
}"""
FIRST_ASKED = "document.querySelector('[class*=st-key-question-]')?.className"
IN_SIGHT = "part => { const box = part.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"


def sized(new_page: NewPage, server: Server, width: int, height: int) -> Watched:
    """Return a page in a window of this size, without motion."""
    watched = new_page(server, width=width, reduced_motion="reduce")
    watched.page.set_viewport_size(size_of((width, height)))
    return watched


def size_of(window: tuple[int, int]) -> ViewportSize:
    return {"width": window[0], "height": window[1]}


def onward(watched: Watched) -> bool:
    """Press Next and wait for what comes after; return whether that is still the guide."""
    page = watched.page
    before = page.evaluate("document.querySelector('[data-testid=stApp] h1').innerText + guideProgress()")
    asked = page.evaluate(FIRST_ASKED)
    page.get_by_role("button", name=say("guide.next"), exact=True).click()
    page.wait_for_function(
        "before => { const h1 = document.querySelector('[data-testid=stApp] h1')"
        "; return h1 && h1.innerText + guideProgress() !== before }",
        arg=before,
    )
    watched.settled()
    # Once a run has ended, what was there before is taken away.
    page.wait_for_function(f"before => {FIRST_ASKED} !== before", arg=asked)
    return page.get_by_role("button", name=say("guide.next"), exact=True).count() > 0


def screens(watched: Watched) -> Iterator[None]:
    """Go through the guide, and stop at each of its screens."""
    watched.page.add_init_script(
        "globalThis.guideProgress = () => document.getElementById('guide-progress')?.innerText ?? ''"
    )
    start(watched)
    yield
    while onward(watched):
        yield


class Moves:
    """Makes a choice on each screen, and keeps which parts moved by more than a pixel: none but below the question."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        self.chosen = 0
        self.found: list[Any] = []

    def choose(self) -> None:
        """Make the last choice of the first question of a screen, if it has any.

        But the person fills it in: for all others a line on top says who does, and all else stands lower.
        """
        page = self._watched.page
        name = re.search(r"st-key-question-([a-z0-9-]+)", page.locator("main").inner_html())
        if not name or not page.locator(f".st-key-question-{name[1]} :is([type=radio], [type=checkbox])").count():
            return
        page.evaluate("delete window.placesKept")
        before = page.evaluate(PLACES, name[1])
        page.locator(
            f".st-key-question-{name[1]} :is([data-testid=stRadioOption], [data-testid=stCheckbox] label)"
        ).nth(0 if name[1] == content().guide.voice else -1).click()
        self._watched.settled()
        self.chosen += 1
        expect(page.locator("[class*=st-key-question-] input:checked").first).to_be_attached()
        after = page.evaluate(PLACES, name[1])
        self.found += [
            (name[1], a, b)
            for a, b in zip(before, after, strict=True)
            if b and (abs(a[1] - b[1]) > 1 or abs(a[2] - b[2]) > 1)
        ]


@WINDOWS
def test_start_shows_both_ways_in_without_scrolling(
    new_page: NewPage, guide_server: Server, window: tuple[int, int]
) -> None:
    """The title, urgent help, the beginning and the file field lie in the window as it opens."""
    page = sized(new_page, guide_server, *window).open()

    for part in ("h1", ".st-key-urgent button", ".st-key-begin button", "input[type=file]", ".top-help summary"):
        assert page.locator(part).first.evaluate(IN_SIGHT), part


def test_every_screen_begins_with_its_question_and_stands_still_on_a_choice_in_a_wide_window(
    new_page: NewPage, guide_server: Server
) -> None:
    """The first control begins high up, nothing scrolls sideways, and no choice moves what stands before its end."""
    watched = sized(new_page, guide_server, *WIDE)
    found, moves = list[Any](), Moves(watched)
    for _ in screens(watched):
        found.append(watched.page.evaluate(FIRST_CONTROL))
        moves.choose()

    assert len(found) > 20
    assert [item for item in found if item["first"] > 300 or item["wide"] > 0] == []
    assert moves.chosen > 25
    assert moves.found == []


def test_every_screen_begins_with_its_question_and_stands_still_on_a_choice_on_a_phone_and_at_400_percent(
    new_page: NewPage, guide_server: Server
) -> None:
    """A window of 1280 x 1024 shows 320 x 256 then: the whole question lies in it as its screen opens."""
    watched = sized(new_page, guide_server, *AT_400_PERCENT)
    page, out_of_sight, found, moves = watched.page, list[str](), list[Any](), Moves(watched)
    for _ in screens(watched):
        heading = page.locator("h1").first
        if not heading.evaluate(IN_SIGHT):
            out_of_sight.append(heading.inner_text())
        page.set_viewport_size(size_of(PHONE))
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 0")
        found.append(page.evaluate(FIRST_CONTROL))
        moves.choose()
        page.set_viewport_size(size_of(AT_400_PERCENT))

    assert out_of_sight == []
    assert len(found) > 40
    assert [item for item in found if item["first"] > 260 or item["wide"] > 0] == []
    assert moves.chosen > 25
    assert moves.found == []


def test_a_phone_has_one_question_a_screen_and_a_wide_window_where_it_is_wanted(
    new_page: NewPage, guide_server: Server
) -> None:
    """A narrow window tells itself; on a wide one a box on Start does. The question is the heading."""
    phone = start(sized(new_page, guide_server, 390, 844))
    expect(phone.locator("[class*=st-key-question-]")).to_have_count(1)
    assert phone.locator("h1").first.inner_text() in {question.question for question in content().questions.values()}

    wide = sized(new_page, guide_server, 1280, 800)
    page = wide.open()
    page.get_by_text(say("comfort.one")).click()
    wide.settled()
    page.get_by_role("button", name=say("start.begin")).click()
    expect(page.locator("#guide-progress")).to_be_visible()
    wide.settled()
    expect(page.locator("[class*=st-key-question-]")).to_have_count(1)


# Tells, at every change of the page, each field and button in sight that has no name.
NAMELESS = """
window.nameless = new Set()
new MutationObserver(() => {
  for (const part of document.querySelectorAll("input, button, select, textarea, a[href], summary")) {
    const words = [part.innerText, part.ariaLabel, ...[...part.labels ?? []].map(label => label.innerText)]
    const named = words.some(text => text?.trim()) || part.getAttribute("aria-labelledby")
    if (!named && part.checkVisibility({ visibilityProperty: true })) window.nameless.add(part.outerHTML.slice(0, 120))
  }
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
"""


def test_start__while_it_is_drawn__offers_nothing_before_it_has_a_name(guide: Watched) -> None:
    """Whoever listens comes to a field at any moment: a name that a script gives later is a name too late."""
    guide.page.add_init_script(NAMELESS)

    guide.open()

    expect(guide.page.get_by_label(say("start.open-label"))).to_be_visible()
    assert guide.page.evaluate("[...window.nameless]") == []


def test_no_field_asks_for_keys_that_a_phone_does_not_have(new_page: NewPage, guide_server: Server) -> None:
    """Streamlit says "Press Ctrl+Enter to apply" at a field that is typed in, as if nothing were kept until then."""
    page = start(sized(new_page, guide_server, 390, 844))
    while not page.locator("textarea").count():
        page.get_by_role("button", name=say("guide.next"), exact=True).click()
        expect(page.locator("html.guide-pressed")).to_have_count(0)
    field = page.locator("textarea").first
    field.press_sequentially("Ada")

    expect(field).to_have_value("Ada")
    expect(page.get_by_text(re.compile("^Press "))).to_be_hidden()
