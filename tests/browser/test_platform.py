"""The platform under the screens, each part once: focus, file field, group names, targets, colours, network."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Scheme, Watched
from tests.server_process import Server, serve
from ui.session.guide_content import content

BOTH_SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
# WCAG 2.2 target size, enhanced.
TARGET = 44

TARGETS = """
main :is(a, button:not([disabled]), summary, textarea, input:not([type=radio], [type=checkbox]),
  [data-testid=stRadioOption], [data-testid=stCheckbox] label)
"""

CONTRAST = """(nodes) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  const light = (colour) => colour.slice(0, 3).map((c) => linear(c / 255))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor)
      if (colour[3] === 255) return colour
    }
    return [255, 255, 255, 255]
  }
  return nodes.filter((node) => node.offsetParent && node.innerText.trim()).map((node) => {
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x)
    return [node.innerText.slice(0, 30), (a + 0.05) / (b + 0.05)]
  })
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    app, folder = Path(__file__).parent / "platform" / "platform_app.py", tmp_path_factory.mktemp("platform")
    with serve(app, folder, breaks=True) as running:
        yield running


@pytest.fixture
def watched(new_page: NewPage, server: Server) -> Watched:
    return new_page(server)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1, name=words)).to_be_focused()
    expect(page.locator("#guide-said")).to_have_text(words)


def test_focus_stays_at_the_top_of_a_page_that_was_just_opened(watched: Watched) -> None:
    """A browser starts a new page at its top by itself."""
    page = watched.open("second")

    assert page.evaluate("document.activeElement.tagName") == "BODY"
    expect(page).to_have_title(f"Second – {content().guide.title}")


def test_focus_goes_to_the_heading_of_each_new_screen(watched: Watched) -> None:
    """By a button, by a link and by the browser's Back, with the top of the page in sight."""
    page = watched.open()
    page.get_by_role("button", name="Go on").click()
    heading(page, "Second")
    expect(page).to_have_title(f"Second – {content().guide.title}")
    page.get_by_role("button", name="Back").click()
    heading(page, "First")
    assert page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTop") == 0
    page.get_by_role("link", name="Second").click()
    heading(page, "Second")
    page.go_back()
    heading(page, "First")


def test_focus_stays_on_the_answer_that_was_given(watched: Watched) -> None:
    """Answering a question reruns the script and moves nothing."""
    page = watched.open("second")
    page.get_by_role("radio", name="Some days").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Some days")).to_be_checked()
    watched.settled()

    expect(page.get_by_role("radio", name="Some days")).to_be_focused()
    expect(page.locator("#guide-said")).to_have_count(0)


def test_moving_focus_costs_no_run(watched: Watched) -> None:
    """Going to a screen and back runs that screen's script once."""
    page = watched.open()
    page.get_by_role("button", name="Go on").click()
    heading(page, "Second")
    page.get_by_role("link", name="First").click()
    heading(page, "First")

    expect(page.get_by_text("Runs: 2", exact=True)).to_be_visible()


def choose(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_label("Open a saved file").click()
    chooser.value.set_files(file)


def test_a_file_is_opened_once_for_each_choice_also_of_the_same_file(watched: Watched, tmp_path: Path) -> None:
    """The content arrives in one run, and a visit to another screen does not bring it again."""
    saved = tmp_path / "saved.json"
    saved.write_bytes('{"é": 1}'.encode())
    page = watched.open()
    choose(page, saved)
    expect(page.get_by_text("Seen:; saved.json 9 False", exact=True)).to_be_visible()
    choose(page, saved)
    expect(page.get_by_text("Seen:; saved.json 9 False; saved.json 9 False", exact=True)).to_be_visible()
    page.get_by_role("link", name="Second").click()
    heading(page, "Second")
    page.get_by_role("link", name="First").click()
    heading(page, "First")
    expect(page.get_by_text("Seen:; saved.json 9 False; saved.json 9 False", exact=True)).to_be_visible()


@pytest.mark.parametrize(("size", "seen"), [(1_000_000, "1000000 False"), (1_000_001, "0 True")])
def test_a_file_up_to_the_limit_comes_and_a_larger_one_stays(
    watched: Watched, tmp_path: Path, size: int, seen: str
) -> None:
    """The largest file passes the message limits; the content of a larger one never leaves the browser."""
    (tmp_path / "large.json").write_bytes(b"x" * size)
    page = watched.open()
    choose(page, tmp_path / "large.json")

    expect(page.get_by_text(f"Seen:; large.json {seen}", exact=True)).to_be_visible()


def test_controls_have_the_names_that_are_read_out(watched: Watched) -> None:
    """Groups of radio buttons and of checkboxes carry their question; the file field its label and help."""
    page = watched.open("second")

    expect(page.get_by_role("radiogroup", name="How often?")).to_be_visible()
    expect(page.get_by_role("group", name="Which areas?").get_by_role("checkbox")).to_have_count(3)
    page.get_by_role("link", name="First").click()
    heading(page, "First")
    expect(page.get_by_label("Open a saved file")).to_have_accessible_description("Up to 1 MB.")


def test_an_expander_opens_by_keyboard_and_asks_nothing_of_the_server(watched: Watched) -> None:
    """What stands behind "why we ask" is on the page already."""
    page = watched.open("second")
    before = watched.frames_sent
    page.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Because.")).to_be_visible()
    assert watched.frames_sent == before


def test_hostile_text_is_shown_as_it_is(watched: Watched) -> None:
    """Neither a link nor a picture comes of what a person typed."""
    page = watched.open()

    expect(page.get_by_text('<img src="https://elsewhere.example/a.png">')).to_be_visible()
    assert page.locator("main img").count() == 0
    assert page.locator('main a[href*="elsewhere"]').count() == 0


@BOTH_SCHEMES
@pytest.mark.parametrize(("place", "count"), [("", 5), ("second", 16)])
def test_targets_are_large_and_nothing_runs_out_of_the_page(
    new_page: NewPage, server: Server, scheme: Scheme, place: str, count: int
) -> None:
    """Each control is 44 px or more both ways, and a narrow screen scrolls down only."""
    page = new_page(server, 1280, scheme).open(place)
    expect(page.locator(TARGETS)).to_have_count(count)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.locator(TARGETS).evaluate_all(
            "nodes => nodes.map(n => [n.outerHTML.slice(0, 80), n.offsetWidth, n.offsetHeight])"
        )

        assert [size for size in sizes if min(size[1:]) < TARGET] == []
        assert page.locator('[data-testid="stMain"]').evaluate("main => main.scrollWidth - main.clientWidth") == 0


@BOTH_SCHEMES
@pytest.mark.parametrize("place", ["", "second"])
def test_text_contrast_is_7_to_1_and_its_size_18_px(
    new_page: NewPage, server: Server, scheme: Scheme, place: str
) -> None:
    """Level AAA in both schemes, measured on what is drawn."""
    page = new_page(server, 1280, scheme).open(place)
    expect(page.get_by_text("Runs: 1" if place == "" else "Line 29")).to_be_visible()
    text = page.locator("main :is(h1, p, label, input, textarea, [data-testid=stText])")
    sizes = text.evaluate_all("nodes => nodes.map(n => parseFloat(getComputedStyle(n).fontSize))")

    assert [pair for pair in text.evaluate_all(CONTRAST) if pair[1] < 7] == []
    assert min(sizes) >= 18
    assert "Guide Atkinson" in page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontFamily")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") > 0


@BOTH_SCHEMES
def test_keyboard_focus_is_ringed(new_page: NewPage, server: Server, scheme: Scheme) -> None:
    """Each stop of the Tab key in the page has an outline of 3 px, on itself or on its row."""
    page = new_page(server, 1280, scheme).open("second")
    ringed = """() => { const at = document.activeElement
      const row = at.closest('[data-testid=stRadioOption], [data-testid=stCheckbox] label') ?? at
      const style = getComputedStyle(row)
      return [at.tagName, style.outlineStyle, style.outlineWidth, style.boxShadow !== 'none'] }"""
    expect(page.locator(TARGETS)).to_have_count(16)
    page.get_by_role("link", name="First").focus()
    stops = []
    for _ in range(10):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(ringed))

    assert [stop for stop in stops if stop[1:] != ["solid", "3px", True]] == []
    assert {stop[0] for stop in stops} >= {"A", "INPUT", "TEXTAREA", "SUMMARY", "BUTTON"}


def test_a_download_is_made_on_the_click_and_is_kept_nowhere(watched: Watched) -> None:
    """It costs no run of the script, and the browser is told not to keep the answer."""
    page = watched.open("second")
    with page.expect_response("**/media/**") as answer, page.expect_download() as download:
        page.get_by_role("button", name="Save").click()

    assert download.value.suggested_filename == "answers.json"
    assert Path(download.value.path()).read_bytes() == b"answers"
    assert answer.value.headers["cache-control"] == "no-store"


def test_what_a_person_types_reaches_no_log_no_address_and_no_file(watched: Watched, tmp_path: Path) -> None:
    """Also not by way of an exception that quotes it."""
    secret = "my legs jump at night"
    page = watched.open("second")
    page.get_by_label("In your own words").fill(secret)
    page.get_by_role("button", name="Fail").click()
    expect(page.get_by_test_id("stException")).to_be_visible()
    printed = watched.server.printed()

    assert "ValueError" in printed
    assert secret not in printed
    assert secret not in page.get_by_test_id("stException").inner_text()
    assert page.url == f"{watched.server.address}/second"
    kept = [
        file for file in watched.server.output.parent.rglob("*") if file.is_file() and file != watched.server.output
    ]
    assert [file.name for file in kept if secret.encode() in file.read_bytes()] == []
    assert secret not in json.dumps(page.context.storage_state())
