"""Every file that the guide hands out, opened and read: what the person answered is in it."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from logic.files.open_pdf import open_any
from tests.browser.conftest import SETTLED, Watched
from tests.browser.person import on_paper
from tests.browser.test_voices import PARENT, begun_with, beside, file_of
from tests.browser.waiting import until_still
from ui.parts import pages
from ui.session.guide_content import content, say

HOPE = "To swim in the lake again"
ANSWERS = file_of("own", {"who-answers": "therapist", "name": "Kim", "hope": HOPE})
LEFT_OUT = content().sections[-1]

Read = Callable[[Page, bytes], str]


def from_paper(_: Page, data: bytes) -> str:
    return " ".join(on_paper(data).split())


def from_pdf_and_inside(page: Page, data: bytes) -> str:
    """Return what stands on the pages, when the file inside says the same."""
    inside = open_any(content(), data).answers
    assert inside is not None
    assert inside.given["hope"] == HOPE
    return from_paper(page, data)


def from_web_page(page: Page, data: bytes) -> str:
    """Return what a browser shows of it by itself: no program is in it and none is needed."""
    shown = page.context.new_page()
    shown.set_content(data.decode())
    assert shown.locator("script").count() == 0
    assert shown.title() == say("summary.title")
    words = shown.locator("body").inner_text()
    shown.close()
    return words


def from_text(_: Page, data: bytes) -> str:
    return data.decode()


def from_save_file(_: Page, data: bytes) -> str:
    """Return the answers of a file that opens without a remark."""
    opened = open_any(content(), data)
    assert opened.answers is not None
    assert opened.misfits == ()
    return json.dumps(dict(opened.answers.given))


def from_fhir(_: Page, data: bytes) -> str:
    """Return what a clinic's computer would read of it, with each letter as it is."""
    return json.dumps(json.loads(data), ensure_ascii=False)


def from_story(page: Page, data: bytes) -> str:
    """Return what stands on the pages of the PDF that is in it."""
    [document] = [
        entry["resource"]
        for entry in json.loads(data)["entry"]
        if entry["resource"]["resourceType"] == "DocumentReference"
    ]
    return from_paper(page, base64.b64decode(document["content"][0]["attachment"]["data"]))


FILES: dict[str, dict[str, tuple[Read, str]]] = {
    "guide": {"file-save-here": (from_save_file, HOPE)},
    "guided": {"guided-save": (from_save_file, HOPE)},
    "compare": {"look-pdf": (from_paper, content().comparison.options[0].name)},
    "summary": {
        "file-pdf": (from_pdf_and_inside, HOPE),
        "file-pdf-letter": (from_pdf_and_inside, HOPE),
        "file-pdf-large": (from_pdf_and_inside, HOPE),
        "file-html": (from_web_page, HOPE),
        "file-html-large": (from_web_page, HOPE),
        "file-text": (from_text, HOPE),
        "file-save": (from_save_file, HOPE),
        "file-share": (from_save_file, HOPE),
        "clinic-file-answers": (from_fhir, HOPE),
        "clinic-file-document": (from_fhir, HOPE),
        "clinic-file-form": (from_fhir, content().questions["hope"].question),
    },
}
"""By place and key of the button: how the file is read, and what must be found in it."""


def button(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key} [data-testid=stDownloadButton] button")


def unfold(page: Page) -> None:
    """Open the folds of the summary that hold files, and what goes into them."""
    expect(page.locator(SETTLED).first).to_be_visible()
    for words in (say("summary-page.leave-out"), say("summary-page.files"), say("clinic.title")):
        # By keyboard: a pointer can miss a line that the fold above it is still moving.
        line = page.locator("summary").filter(has=page.get_by_text(words, exact=True)).last
        if line.locator("xpath=..").get_attribute("open") is None:
            line.press("Enter")
        expect(line.locator("xpath=..")).to_have_attribute("open", "")
    until_still(page.locator("main"))


def given_by(page: Page, key: str) -> bytes:
    with page.expect_download() as waiting:
        button(page, key).click()
    return Path(waiting.value.path()).read_bytes()


def leave_out(watched: Watched) -> None:
    """Leave out a section that holds none of the answers, so that there is a file to share."""
    watched.page.locator(f".st-key-leave-out-{LEFT_OUT.id} label").click()
    expect(watched.page.get_by_text(say("share.file-note"))).to_be_visible()
    watched.settled()


def test_each_file_that_any_screen_hands_out_holds_what_was_answered(guide: Watched) -> None:
    """Each is opened as its kind is, and no button of a file is on a screen without being tried here."""
    page, wrong = begun_with(guide, ANSWERS), dict[str, str]()
    for place in pages.NAMES:
        guide.open("" if place == "start" else place)
        if place == "summary":
            unfold(page)
            leave_out(guide)
        files = FILES.get(place, {})
        # At the foot of every page, so nothing comes after it.
        expect(page.get_by_text(say("store.delete"), exact=True)).to_be_visible()
        expect(page.get_by_test_id("stDownloadButton")).to_have_count(len(files))
        for key, (read, known) in files.items():
            words = read(page, given_by(page, key))
            wrong |= {} if known in words else {key: words}

    assert wrong == {}


def test_a_person_s_own_story_for_the_clinic_holds_the_pages_of_the_summary(guide: Watched) -> None:
    """It is offered to whoever answers for themselves, and its PDF is the one that the summary gives."""
    page = begun_with(guide, file_of("own", {"who-answers": "person", "name": "Kim", "hope": HOPE}))
    guide.open("summary")
    unfold(page)

    assert HOPE in from_story(page, given_by(page, "clinic-file-shared"))


def test_two_views_are_in_each_file_for_reading(guide: Watched) -> None:
    """What both said stands in it, the second view's words as well as one's own."""
    page = begun_with(guide, ANSWERS)
    beside(guide, PARENT)
    page.get_by_role("button", name=say("views.to-summary")).click()
    expect(page.get_by_role("heading", level=1, name=say("summary-page.title"))).to_be_visible()
    guide.settled()
    unfold(page)
    for key in ("file-pdf", "file-html", "file-text"):
        words = FILES["summary"][key][0](page, given_by(page, key))

        assert HOPE in words, key
        assert "To sleep" in words, key
        assert say("views.differ") in words, key


def test_a_pdf_without_its_file_holds_the_answers_on_paper_alone(guide: Watched) -> None:
    """The pages say the same, and nothing is inside."""
    page = begun_with(guide, ANSWERS)
    guide.open("summary")
    unfold(page)
    page.get_by_text(say("share.inside"), exact=True).click()
    expect(page.get_by_text(say("share.inside-none"))).to_be_visible()
    guide.settled()
    data = given_by(page, "file-pdf")

    assert HOPE in from_paper(page, data)
    assert open_any(content(), data).refusal == "pdf-empty"


def test_the_grid_on_paper_has_the_columns_that_were_picked_and_no_other(guide: Watched) -> None:
    """Not those of somebody who has picked nothing."""
    first, *others = content().comparison.options
    page = guide.open("compare")
    page.get_by_role("button", name=say("compare.all-options"), exact=True).click()
    expect(page.get_by_role("columnheader", name=others[-1].name, exact=True)).to_be_visible()
    guide.settled()
    of_all = from_paper(page, given_by(page, "look-pdf"))
    page.locator(f"[class*=st-key-look-option-{first.id}-] label").click()
    expect(page.locator(".st-key-compare-grid").get_by_text(first.name, exact=True)).to_have_count(0)
    guide.settled()
    words = from_paper(page, given_by(page, "look-pdf"))

    assert [option.name for option in others if option.name not in words] == []
    # The cells of the others speak of it too.
    assert words.count(first.name) < of_all.count(first.name)
