"""What makes the page comfortable lasts, fits, and says nothing to anybody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access.states import onward, start
from tests.browser.conftest import NewPage, Watched
from tests.browser.waiting import until
from tests.server_process import Server
from ui.session.guide_content import say

CLASSES = "() => document.documentElement.className"
FONT = "() => getComputedStyle(document.documentElement).fontSize"
TOO_WIDE = "() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
# The widest that the page has been at any moment, from its first line on.
KEEP_WIDEST = """
globalThis.widest = 0
const look = () => {
  const main = document.querySelector("[data-testid=stMain]")
  const inside = main ? main.scrollWidth - main.clientWidth : 0
  const wide = Math.max(document.documentElement.scrollWidth - innerWidth, inside)
  globalThis.widest = Math.max(globalThis.widest, wide)
  requestAnimationFrame(look)
}
requestAnimationFrame(look)
"""
# What takes more than a hundredth of a second to change or goes on moving, by its tag.
MOVING = """() => [...document.querySelectorAll("*")].flatMap(part => ["", "::before", "::after"].map(which => {
  const style = getComputedStyle(part, which || null)
  const takes = `${style.transitionDuration}, ${style.animationDuration}`.split(", ").map(parseFloat)
  return Math.max(...takes) > 0.01 || style.scrollBehavior === "smooth" ? part.tagName : null
})).filter(Boolean)"""
# A headless browser has no voices. These stand in for what a device has: one of its own, and one of a company's.
VOICES = """
globalThis.said = []
const voices = [["far", false], ["near", true]].filter(([name]) => NAMES.includes(name))
  .map(([name, localService]) => ({ name, localService, lang: "en-GB" }))
const synthesis = { getVoices: () => voices, speak: said => globalThis.said.push([said.text, said.voice?.name]),
  cancel: () => globalThis.said.push(["stop"]), addEventListener() {} }
Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis })
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""


def choose_comfort(watched: Watched, name: str) -> None:
    """Press a setting on Start and wait until the browser has kept it."""
    watched.page.locator(".st-key-comfort label", has_text=say(f"comfort.{name}")).last.click()
    watched.settled()


def kept(page: Page) -> str:
    return str(page.evaluate("() => sessionStorage.getItem('conversation-guide') ?? ''"))


def test_size_and_spacing_last_over_a_reload_from_the_first_paint_on(guide: Watched) -> None:
    """They are kept with the answers, stand in no address, and are there before the program is."""
    page = guide.open()
    usual = page.evaluate(FONT)
    choose_comfort(guide, "size-largest")
    choose_comfort(guide, "wide")
    until(lambda: '"wide":true' in kept(page), "the browser keeps both")
    guide.page.route("**/static/js/**", lambda route: route.abort())
    guide.expected = re.compile("ERR_|Failed to load")
    page.reload(wait_until="domcontentloaded")

    assert {"guide-largest", "guide-wide"} <= set(page.evaluate(CLASSES).split())
    assert (usual, page.evaluate(FONT)) == ("20px", "30px")
    assert page.url.rstrip("/") == guide.server.address

    page.unroute("**/static/js/**")
    page = guide.open()
    expect(page.locator(".st-key-comfort input[type=radio]").last).to_be_checked()
    assert page.evaluate(FONT) == "30px"


def test_largest_words_fit_a_phone_at_every_moment(new_page: NewPage, guide_server: Server) -> None:
    """Nothing scrolls sideways while the page is built, nor on the first screens of each kind; nor in a wider one."""
    watched = new_page(guide_server, width=320, reduced_motion="reduce")
    watched.page.add_init_script(KEEP_WIDEST)
    page = watched.open()
    choose_comfort(watched, "size-largest")
    choose_comfort(watched, "wide")
    start(watched)
    for _ in range(14):
        onward(watched)
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 900})

            assert page.evaluate(TOO_WIDE) <= 0, (width, page.locator("h1").first.inner_text())
    assert page.evaluate("() => globalThis.widest") == 0


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_where_the_reader_wants_no_motion(
    new_page: NewPage, guide_server: Server, motion: str, moves: bool
) -> None:
    """No part of a screen with every kind of control takes time to change; without the wish some do."""
    watched = new_page(guide_server, reduced_motion=motion)
    watched.open()
    start(watched)

    assert bool(watched.page.evaluate(MOVING)) is moves


@pytest.mark.parametrize(("names", "read"), [(["far", "near"], True), (["far"], False), ([], False)])
def test_listen_is_offered_where_the_device_has_a_voice_of_its_own(
    new_page: NewPage, guide_server: Server, names: list[str], read: bool
) -> None:
    """A voice that sends the words away is never used; without one of the device's own there is no word of it."""
    watched = new_page(guide_server, reduced_motion="reduce")
    watched.page.add_init_script(f"const NAMES = {names}\n{VOICES}")
    page = watched.open()
    box = page.get_by_text(say("comfort.listen"))
    if not read:
        expect(page.locator(".st-key-comfort-listen")).to_be_attached()
        expect(box).to_be_hidden()
        return
    box.click()
    until(lambda: '"listen":true' in kept(page), "the browser keeps the choice")
    start(watched)
    heading = page.locator("[class*=st-key-question-] h2").first.inner_text()
    button = page.get_by_role("button", name=say("comfort.listen-to", question=heading))
    button.click()

    expect(button).to_have_attribute("aria-pressed", "true")
    said = page.evaluate("() => globalThis.said")
    assert [text for text, *_ in said[:2]] == ["stop", heading]
    assert {voice for _, *names in said for voice in names} == {"near"}
    labels = page.locator("[class*=st-key-question-]").first.locator("[data-testid=stRadioOption]").all_inner_texts()
    assert [text for text, *_ in said[-len(labels) :]] == labels
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
