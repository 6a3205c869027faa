"""The body map in a real browser: by keyboard, by touch, and always the same as the list beside it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from logic.content.kinds.answer import NOT_SURE
from tests.browser.conftest import NewPage, Scheme, Watched
from tests.server_process import Server
from ui.session.guide_content import content, say

QUESTION = content().questions["areas"]
SCREEN = next(screen for screen in content().screens.values() if QUESTION in screen.questions)
LABELS = {choice.id: choice.label for choice in QUESTION.offered}
ON_BOTH_SIDES = [label for area, label in LABELS.items() if area not in ("trunk", "back")]
TARGET = 44

NAMES = "nodes => nodes.map(node => node.ariaLabel)"
HIT = """(buttons) => buttons.flatMap((button) => {
  button.scrollIntoView({ block: "center" })
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const places = [[(left + right) / 2, (top + bottom) / 2]]
  for (const x of [left + 2, right - 2]) for (const y of [top + 2, bottom - 2]) places.push([x, y])
  return places.map(([x, y]) => document.elementFromPoint(x, y)?.closest("button"))
    .filter((hit) => hit !== button).map((hit) => `${button.ariaLabel} is covered by ${hit?.ariaLabel}`)
})"""
SHAPES_HIT = """(shapes) => shapes.flatMap((shape) => {
  shape.scrollIntoView({ block: "center" })
  const { left, right, top, bottom } = shape.getBoundingClientRect()
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest("button")
  return hit === shape.closest("button") ? [] : [shape.closest("button").ariaLabel]
})"""

# What must stand out from what: the tick from the area, the area from the page, its edge before and after.
CONTRASTS = """(button) => {
  const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((c) => linear(c / 255))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const style = (node, what) => getComputedStyle(node)[what]
  const [tick, area] = [button.querySelector(".guide-body-tick"), button.querySelector(".guide-body-area")]
  const other = [...document.querySelectorAll('.guide-body-area')].find((one) => one.closest("[aria-pressed=false]"))
  const page = style(document.querySelector('[data-testid="stApp"]'), "backgroundColor")
  return [["tick", style(tick, "stroke"), style(area, "fill")], ["area", style(area, "fill"), page],
    ["unpressed", style(area, "fill"), style(other, "fill")], ["edge", style(other, "stroke"), page]]
    .map(([name, one, two]) => [name, one, two, [light(one), light(two)].sort((x, y) => y - x)])
    .filter(([, , , [a, b]]) => (a + 0.05) / (b + 0.05) < 3)
}"""


def to_the_map(watched: Watched) -> Page:
    """Go to the body map by the shortest way, from the check page."""
    page = watched.open("check")
    page.get_by_role("button", name=say("check.change", title=SCREEN.title), exact=True).click()
    # On a phone the question stands alone, and is the heading.
    on_phone = (page.viewport_size or {"width": 0})["width"] <= 640
    expect(page.locator("h1").first).to_have_text(SCREEN.questions[0].question if on_phone else SCREEN.title)
    expect(page.locator(".guide-body button")).to_have_count(len(LABELS) + len(ON_BOTH_SIDES))
    watched.settled()
    return page


def on_map(page: Page, area: str) -> Locator:
    group = page.get_by_role("group", name=say("body-map.name", question=QUESTION.question))
    return group.get_by_role("button", name=LABELS[area], exact=True)


def in_list(page: Page, area: str) -> Locator:
    label = say("question.not-sure") if area == NOT_SURE else LABELS[area]
    return page.locator(f".st-key-group-{QUESTION.id}").get_by_role("checkbox", name=label, exact=True)


def tick(page: Page, area: str) -> None:
    """Press the row of the list, as a person does."""
    page.locator(f".st-key-answer-{QUESTION.id}-{area} label").click()


def agree(watched: Watched, *areas: str) -> None:
    """See that the list and both sides of the map show exactly these areas, also once the server has answered."""
    on_map = watched.page.locator('.guide-body button[aria-pressed="true"]')
    ticked = watched.page.locator(f".st-key-group-{QUESTION.id} input:checked")
    drawn = sorted(LABELS[area] for area in areas for _ in range(2 if LABELS[area] in ON_BOTH_SIDES else 1))
    for _ in ("at once", "after the run"):
        expect(on_map).to_have_count(len(drawn))
        assert sorted(on_map.evaluate_all(NAMES)) == drawn
        assert set(ticked.evaluate_all(NAMES)) - {say("question.not-sure")} == {LABELS[area] for area in areas}
        watched.settled()


def test_figure_and_list_are_one_stop_for_a_keyboard(guide: Watched) -> None:
    """Tab comes to the list once and leaves it; arrows, Home and End move inside; Space ticks on the figure, too."""
    page = to_the_map(guide)
    # A new screen begins at its heading.
    expect(page.locator("h1").first).to_be_focused()
    # The browser fetches the script of a list when it first meets one.
    expect(in_list(page, "neck")).to_be_visible()
    page.keyboard.press("Tab")
    expect(in_list(page, "neck")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(in_list(page, "trunk")).to_be_focused()
    page.keyboard.press("Space")
    agree(guide, "trunk")
    expect(in_list(page, "trunk")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    expect(in_list(page, "right-foot")).to_be_focused()
    page.keyboard.press("Home")
    expect(in_list(page, "neck")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Shift+Tab")

    expect(in_list(page, "trunk")).to_be_focused()


def test_map_is_used_by_touch_on_a_small_phone(new_page: NewPage, guide_server: Server) -> None:
    """A tap on any area, from either side, marks it in the list and on both sides."""
    guide = new_page(guide_server, width=320, has_touch=True)
    page = to_the_map(guide)
    on_map(page, "right-foot").tap()
    agree(guide, "right-foot")
    from_the_back = page.locator(".guide-body-view").nth(1)
    from_the_back.locator(f'button[aria-label="{LABELS["left-hand"]}"]').tap()
    agree(guide, "right-foot", "left-hand")
    in_list(page, "neck").scroll_into_view_if_needed()
    page.locator(f".st-key-answer-{QUESTION.id}-right-foot label").tap()

    agree(guide, "left-hand")


def test_areas_are_large_apart_and_told_to_all(new_page: NewPage, guide_server: Server) -> None:
    """Each target has 44 px and no other over it, and what is drawn is what is pressed."""
    guide = new_page(guide_server, width=320)
    page = to_the_map(guide)
    on_map(page, "trunk").click()
    agree(guide, "trunk")
    buttons = page.locator(".guide-body button")
    sizes = buttons.evaluate_all("buttons => buttons.map(b => [b.ariaLabel, b.offsetWidth, b.offsetHeight])")

    assert [size for size in sizes if min(size[1:]) < TARGET] == []
    assert buttons.evaluate_all(HIT) == []
    assert page.locator(".guide-body-area").evaluate_all(SHAPES_HIT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pressed_area_is_told_by_a_tick_and_not_by_colour_alone(
    new_page: NewPage, guide_server: Server, scheme: Scheme
) -> None:
    """Fill and tick are 3 to 1 or more on what is behind them, in the reader's own colours too."""
    page = to_the_map(new_page(guide_server, scheme=scheme, reduced_motion="reduce"))
    on_map(page, "trunk").click()
    tick_of = on_map(page, "trunk").locator(".guide-body-tick")
    for forced in ("none", "active"):
        page.emulate_media(forced_colors=forced)

        expect(tick_of).to_be_visible()
        expect(on_map(page, "neck").locator(".guide-body-tick")).to_be_hidden()
        assert on_map(page, "trunk").evaluate(CONTRASTS) == []


def test_a_press_before_the_list_is_there_counts(new_page: NewPage, guide_server: Server) -> None:
    """On a slow phone the figure comes first, and whoever presses it at once need not press again."""
    guide = new_page(guide_server, width=320, has_touch=True)
    slow = guide.page.context.new_cdp_session(guide.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page = to_the_map(guide)
    on_map(page, "right-foot").tap()
    agree(guide, "right-foot")
    on_map(page, "neck").tap()
    agree(guide, "right-foot", "neck")


def test_list_and_map_are_one_answer(guide: Watched) -> None:
    """A tick shows on the map, "not sure" clears it, and an area pressed takes the answer back from "not sure"."""
    page = to_the_map(guide)
    tick(page, "neck")
    tick(page, "left-thigh")
    agree(guide, "neck", "left-thigh")
    tick(page, NOT_SURE)
    agree(guide)
    expect(in_list(page, NOT_SURE)).to_be_checked()
    on_map(page, "left-arm").click()
    agree(guide, "left-arm")

    expect(in_list(page, NOT_SURE)).not_to_be_checked()


def test_press_costs_what_a_tick_costs_and_survives_a_reload_at_once(guide: Watched) -> None:
    """There is one run for each, and the browser's own notes hold it before the server does."""
    page = to_the_map(guide)
    start = guide.frames_sent
    tick(page, "neck")
    agree(guide, "neck")
    for_the_tick = guide.frames_sent - start
    on_map(page, "trunk").click()
    agree(guide, "neck", "trunk")
    for_both = guide.frames_sent - start
    on_map(page, "back").click()
    page.reload()
    expect(page.locator(".guide-body")).to_be_visible()
    agree(guide, "neck", "trunk", "back")

    assert (for_the_tick, for_both) == (1, 2)


def test_summary_shows_the_figure_with_its_words(guide: Watched) -> None:
    """What was pressed is marked on both sides, and named for those who cannot see it."""
    page = to_the_map(guide)
    on_map(page, "left-hand").click()
    agree(guide, "left-hand")
    page.get_by_role("link", name=say("place.summary"), exact=True).click()
    figure = page.get_by_role("img", name=say("body-map.alt", areas=LABELS["left-hand"]), exact=True)

    expect(figure).to_be_visible()
    assert figure.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert figure.evaluate("image => atob(image.src.split(',')[1]).match(/data-marked/g).length") == 2
