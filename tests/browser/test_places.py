"""The places to look around in a real browser: where plotly loads, equal cells, open cells, figures, paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import NewPage, Scheme, Watched
from tests.server_process import Server
from ui.parts.pages import LOOK
from ui.session.guide_content import say

PICTURE = ".js-plotly-plot .main-svg"
BOTH_SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
PERSONA = Path(__file__).parent.parent / "fixtures" / "personas" / "spinal-far.json"

LOOKS = """cells => cells.map(cell => [cell, ...cell.querySelectorAll("p, span:not(.cell-shape)")].map(part => {
  const style = getComputedStyle(part)
  return ["color", "backgroundColor", "fontSize", "fontWeight", "fontStyle", "borderTopWidth", "borderTopColor",
    "paddingTop", "textDecorationLine", "textAlign", "opacity"].map(name => style[name]).join()
}).join(" / ") + " " + (cell.closest("tr").querySelector("td").offsetWidth - cell.offsetWidth))"""


def scripts(watched: Watched) -> list[str]:
    """Every script that the page asks for from now on, by name."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "script":
            asked.append(request.url.rsplit("/", 1)[-1])

    watched.page.on("request", note)
    return asked


def go(watched: Watched, place: str) -> Page:
    """Follow the link to a place: quicker than to load the page anew, and what a reader does."""
    watched.follow(place)
    expect(watched.page.get_by_role("heading", level=1, name=say(f"{place}.title"), exact=True)).to_be_visible()
    watched.settled()
    return watched.page


def enter(watched: Watched, label: str, text: str) -> None:
    """Enter a figure as a person does, and wait for what follows."""
    field = watched.page.get_by_label(label)
    field.fill("")
    field.press_sequentially(text)
    field.press("Enter")
    watched.settled()


def test_plotly_is_fetched_where_a_picture_is_and_nowhere_else(guide: Watched) -> None:
    """Not on Start, on questions, on the comparison or on refills without years: it is 4.7 MB."""
    asked = scripts(guide)
    page = guide.open()
    page.get_by_role("button", name=say("start.begin")).click()
    expect(page.get_by_role("button", name=say("guide.next"))).to_be_visible()
    for _ in range(3):
        page.get_by_role("button", name=say("guide.next")).click()
        guide.settled()
    for place in ("look", *LOOK):
        if place != "documents":
            go(guide, place)
    assert asked
    assert [name for name in asked if "plotly" in name.lower()] == []

    go(guide, "documents")
    expect(page.locator(PICTURE).first).to_be_visible()
    assert [name for name in asked if "plotly" in name.lower()] != []


def all_options(page: Page) -> None:
    """Lay all options side by side."""
    page.get_by_role("button", name=say("compare.all-options"), exact=True).click()
    expect(page.locator(".grid td:not(.grid-sources)")).to_have_count(40)


@pytest.mark.parametrize("width", [1280, 320])
def test_every_cell_looks_the_same_whatever_its_option(new_page: NewPage, guide_server: Server, width: int) -> None:
    """Measured as drawn: colour, size, weight, edges and width are one and the same in all forty cells."""
    page = new_page(guide_server, width).open("compare")
    all_options(page)

    assert len(set(page.locator(".grid td:not(.grid-sources)").evaluate_all(LOOKS))) == 1


def test_sources_open_below_their_row_over_its_whole_width_and_ask_nothing_of_the_server(guide: Watched) -> None:
    """They are on the page already, and by keyboard one stop a row leads to both options' sources."""
    page = guide.open("compare")
    before = guide.frames_sent
    fold = page.locator(".grid summary", has_text="Good things")
    expect(fold).to_have_accessible_name(f"{say('compare.sources')} (Good things)")
    row = page.get_by_role("row", name="Good things")
    cells_end = row.locator("td").nth(1).evaluate("cell => cell.getBoundingClientRect().bottom")
    fold.focus()
    page.keyboard.press("Enter")
    words = page.get_by_text("people are often quite happy with the pump", exact=False)

    expect(words).to_be_visible()
    assert words.evaluate("words => words.getBoundingClientRect().top") > cells_end
    assert row.evaluate("row => row.lastElementChild.offsetWidth / row.offsetWidth") == 1
    assert guide.frames_sent == before


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_two_options_stand_side_by_side_with_their_names_in_sight(
    new_page: NewPage, guide_server: Server, width: int
) -> None:
    """On a laptop and on a phone, down to the last row."""
    page = new_page(guide_server, width).open("compare")
    last = page.get_by_role("row", name="If it stops suddenly")
    # Both in one look: the page may still be moving.
    one, other, *_ = last.evaluate(BOXES)
    assert (one["y"], one["width"]) == (other["y"], other["width"])

    last.scroll_into_view_if_needed()
    for name in ("Baclofen pump", "Medicines by mouth"):
        expect(page.get_by_role("columnheader", name=name, exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("columnheader", name="Baclofen pump", exact=True)).to_have_css("position", "static")
    assert page.evaluate(ON_TOP) == "Baclofen pump"


BOXES = "row => [...row.querySelectorAll('td')].map(cell => cell.getBoundingClientRect().toJSON())"
ON_TOP = """() => {
  const box = document.querySelectorAll(".grid thead th")[1].getBoundingClientRect()
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).textContent.trim()
}"""


def test_more_than_two_options_are_columns_on_a_wide_screen_and_cards_on_a_phone(
    new_page: NewPage, guide_server: Server
) -> None:
    """Both have the same cells, and on a phone each says its option."""
    wide, narrow = (new_page(guide_server, width).open("compare") for width in (1280, 320))
    all_options(wide)
    all_options(narrow)

    for page, columns in ((wide, 5), (narrow, 1)):
        row = page.locator(".grid tbody tr").first
        assert row.evaluate("row => getComputedStyle(row).gridTemplateColumns.split(' ').length") == columns
    expect(wide.locator(".grid-option").first).to_be_hidden()
    expect(narrow.locator(".grid-option").first).to_be_visible()
    expect(narrow.get_by_role("table").get_by_role("row")).to_have_count(9)


def test_options_are_picked_on_chips_large_enough_for_a_thumb(new_page: NewPage, guide_server: Server) -> None:
    """Each is a tick box with its name, in a group with a name, 44 px high at least, and wraps rather than runs off."""
    page = new_page(guide_server, 320).open("compare")
    chips = page.get_by_role("group", name=say("compare.options")).get_by_role("checkbox")
    expect(chips).to_have_count(5)
    labels = page.locator(".st-key-compare-options label[data-testid], .st-key-compare-options .stCheckbox label")
    heights = labels.evaluate_all("found => found.map(label => label.getBoundingClientRect().height)")
    cut = labels.evaluate_all("found => found.filter(label => label.scrollWidth > label.clientWidth + 1).length")

    assert min(heights) >= 44
    assert cut == 0
    chips.nth(2).focus()
    page.keyboard.press("Space")
    expect(page.locator(".grid thead th")).to_have_count(5)


def test_on_paper_every_source_stands_open(guide: Watched) -> None:
    """Paper cannot be pressed: what is folded up on screen is printed, and the choices are not."""
    page = guide.open("compare")
    words = page.get_by_text("Doctors think of a pump when less invasive", exact=False).first
    expect(words).to_be_hidden()
    page.emulate_media(media="print")

    expect(words).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_hidden()


def test_a_figure_that_cannot_be_used_brings_words_and_no_fault(guide: Watched) -> None:
    """Whatever is typed, the reader is told what to enter, and the page goes on."""
    page = guide.open("refills")
    for entered, words in (
        ("0", say("refills.too-small", least=1)),
        ("-5", say("refills.too-small", least=1)),
        ("1.5", say("refills.not-whole")),
        ("99999999999999999999", say("refills.too-large", most=50)),
        ("1e308", say("refills.too-large", most=50)),
        # The browser itself makes nothing of a number beyond all bounds.
        ("1e400", say("refills.need-years")),
    ):
        enter(guide, say("refills.years"), entered)
        expect(page.get_by_text(words)).to_be_visible()
        expect(page.get_by_text(say("refills.need-years"))).to_be_visible()
    enter(guide, say("refills.years"), "3")
    expect(page.locator(PICTURE).first).to_be_visible()


def picture(page: Page, says: str) -> tuple[str, str]:
    """The name of the picture that says this, as it is read out, and the words in it."""
    # Not by its place: each comes when its program has, the second before the first at times.
    chart = page.get_by_test_id("stPlotlyChart").filter(has_text=says)
    expect(chart.locator(".main-svg").first).to_be_visible()
    named = chart.and_(page.locator("[aria-label]")).or_(chart.locator("[aria-label]")).first
    return named.get_attribute("aria-label") or "", chart.inner_text()


@BOTH_SCHEMES
def test_a_picture_has_its_words_in_sight_and_in_its_name(
    new_page: NewPage, guide_server: Server, scheme: Scheme
) -> None:
    """Its text contrasts at 7 to 1 and is 18 px, and it is read out as a whole."""
    page = new_page(guide_server, 320, scheme).open("documents")
    name, seen = picture(page, says="2 to 6 months")

    assert "“Baclofen Pump Therapy”: 1 to 3 months." in name
    assert "1 to 3 months" in seen
    drawn = page.locator(f"{PICTURE} text").first
    assert drawn.evaluate("text => getComputedStyle(text).fill") == page.locator("h1").evaluate(
        "h1 => getComputedStyle(h1).color"
    )
    assert drawn.evaluate("text => parseFloat(getComputedStyle(text).fontSize)") >= 18


def test_an_answer_from_a_file_is_the_figure_of_life_with_refills(guide: Watched) -> None:
    """From the saved file to “Life with refills”, and on to the summary at a wish."""
    page = guide.open()
    with page.expect_file_chooser() as waiting:
        page.get_by_label(say("start.open-label")).click()
    waiting.value.set_files(PERSONA)
    expect(page.get_by_test_id("stAlert")).to_be_visible()
    page.get_by_role("link", name=say("place.look")).click()
    page.get_by_role("link", name=say("place.refills")).click()
    expect(page.get_by_text("is what you said in the guide")).to_be_visible()
    page.get_by_text(say("refills.in-summary")).click()
    guide.settled()
    page.get_by_role("link", name=say("place.summary")).click()

    page.get_by_text(say("summary-page.more"), exact=True).click()
    expect(page.get_by_role("heading", name=say("refills.title"))).to_be_visible()
