"""What a browser prints of the guide: dark on light whatever the screen is like, whole, and nothing that is pressed."""

import re
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.access.states import lay, screen_asking
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import PDFTOTEXT, on_paper
from tests.browser.test_places import go
from tests.browser.test_summary import at_summary
from tests.browser.test_walk import go_on
from tests.server_process import Server
from ui.parts.pages import LOOK
from ui.session.guide_content import content, say

PDFTOPPM = shutil.which("pdftoppm") or "pdftoppm"
LINES = [f"line {number} of a long answer" for number in range(70)]


def printed(page: Page) -> bytes:
    """What Ctrl+P gives, with backgrounds, as some printers are set."""
    return page.pdf(print_background=True)


def light(data: bytes, folder: Path) -> float:
    """How much of all pages is white, from 0 to 1."""
    subprocess.run([PDFTOPPM, "-r", "20", "-gray", "-", folder / "page"], input=data, check=True)
    dots = b"".join(file.read_bytes().split(b"\n255\n", 1)[1] for file in sorted(folder.glob("page*.pgm")))
    return sum(dot > 200 for dot in dots) / len(dots)


def test_every_place_prints_dark_on_light_from_a_dark_screen(
    new_page: NewPage, guide_server: Server, tmp_path: Path
) -> None:
    """Ink is for letters: nearly all of the paper stays white, and words stand on it."""
    watched = Watched(at_summary(new_page(guide_server, scheme="dark")), guide_server)
    for place in ("guide", "check", "summary", "about", *LOOK):
        if place in LOOK:
            watched.follow("look")
            go(watched, place)
        else:
            watched.follow(place)
        data = printed(watched.page)
        (folder := tmp_path / place).mkdir()

        assert light(data, folder) > 0.75, place
        assert len(on_paper(data).split()) > 20, place


def test_a_long_answer_on_a_guide_screen_prints_whole(guide: Watched) -> None:
    """The field shows a few lines, paper all seventy, once, and the screen is as before afterwards."""
    page = guide.open()
    go_on(guide, say("start.begin"))
    field = page.locator("textarea").first
    field.fill("\n".join(LINES))
    told = on_paper(printed(page))

    assert [line for line in LINES if told.count(line + "\n") != 1] == []
    expect(field).to_be_visible()
    expect(page.locator(".guide-on-paper")).to_have_count(0)


def test_a_chosen_answer_is_told_on_paper_from_those_that_are_not(new_page: NewPage, guide_server: Server) -> None:
    """By bold letters and a border, since paper may come without colours."""
    watched = new_page(guide_server, scheme="dark")
    page = watched.open()
    go_on(watched, say("start.begin"))
    page.get_by_role("radio").first.check(force=True)
    watched.settled()
    page.emulate_media(media="print", color_scheme="dark")
    chosen, other = (page.get_by_test_id("stRadioOption").nth(number) for number in (0, 1))

    expect(chosen.locator("p").first).to_have_css("font-weight", "700")
    expect(other.locator("p").first).not_to_have_css("font-weight", "700")
    expect(chosen).to_have_css("border-top-width", "3px")
    expect(other.locator("p").first).to_have_css("color", "rgb(0, 0, 0)")


def test_boxes_that_are_not_ticked_are_empty_on_paper_from_a_dark_screen(
    new_page: NewPage, guide_server: Server
) -> None:
    """A box that is filled in would pass for one that was ticked."""
    watched = new_page(guide_server, scheme="dark")
    lay(watched, {"who-answers": "person"}, screen_asking("hope"))
    page = watched.page
    page.get_by_test_id("stCheckbox").first.locator("label").click()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    watched.settled()
    page.emulate_media(media="print", color_scheme="dark")

    for number in (0, 1):
        box = page.get_by_test_id("stCheckbox").nth(number).locator("label > div").first
        expect(box).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(box).to_have_css("border-top-color", "rgb(0, 0, 0)")


def test_a_long_answer_begins_where_its_page_has_room(new_page: NewPage, guide_server: Server) -> None:
    """An answer of two pages leaves no page half empty before it."""
    watched = new_page(guide_server)
    lay(watched, {"who-answers": "person", "hope": "\n".join(LINES)}, screen_asking("hope"))
    watched.follow("check")
    expect(watched.page.get_by_role("heading", level=1, name=say("check.title"), exact=True)).to_be_visible()
    watched.settled()

    assert LINES[0] in on_paper(printed(watched.page)).split("\f")[0]


def test_printing_the_summary_screen_prints_the_summary_and_nothing_else(guide: Watched) -> None:
    """All pages, from the title to the foot, and none of what is pressed."""
    page = at_summary(guide)
    told = " ".join(on_paper(printed(page)).split())

    assert told.startswith(say("summary.title"))
    for words in (say("summary.ask"), say("summary.answers"), say("summary.sources"), say("summary.about")):
        assert words in told
    assert say("summary.footer", title=content().guide.title, version=content().guide.version) in told
    for words in (say("summary-page.title"), say("summary-page.pdf"), say("summary-page.files"), say("store.delete")):
        assert words not in told


def test_nothing_runs_off_the_paper_however_long_a_word_is(guide: Watched) -> None:
    """A word of hundreds of letters with marks is broken into lines, on a guide screen and in the summary."""
    page = guide.open()
    go_on(guide, say("start.begin"))
    page.locator("textarea").first.fill("W" * 40 + "a\u0308\u0323" * 20)
    page.locator("h1").first.click()
    guide.settled()
    for place in ("guide", "check", "summary"):
        guide.follow(place)
        data = printed(page)
        assert "W" * 40 in "".join(on_paper(data).split())
        assert off_the_paper(data) == []


def off_the_paper(data: bytes) -> list[str]:
    """The words that stand beyond the edge of their page."""
    boxes = subprocess.run([PDFTOTEXT, "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    width, found = 0.0, list[str]()
    for line in boxes.stdout.decode().splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            width = float(page[1])
        if word := re.search(r'<word xMin="(-?[\d.]+)".*xMax="([\d.]+)"[^>]*>(.*)</word>', line):
            found += [word[3]] if float(word[1]) < 0 or float(word[2]) > width else []
    return found
