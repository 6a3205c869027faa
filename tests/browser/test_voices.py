"""Voices in a real browser: two views laid side by side, a session carried on elsewhere, parts left out."""

import json
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from logic.files.open_pdf import open_any
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import on_paper
from tests.browser.test_walk import PERSONAS, choose, go_on, press, saved
from tests.server_process import Server
from ui.session.guide_content import content, say


def file_of(file: str, answers: dict[str, str]) -> FilePayload:
    """A save file with these answers."""
    record = {"format": {"name": "conversation-guide-answers", "number": 1}, "content": "2026.1", "answers": answers}
    return {"name": f"{file}.json", "mimeType": "application/json", "buffer": json.dumps(record).encode()}


CHILD = file_of(
    "child",
    {"who-answers": "person", "name": "Kim", "hope": "To swim", "how-long": "since-early-childhood"},
)
PARENT = file_of(
    "parent",
    {
        "who-answers": "family",
        "name": "Ada <b>of</b> [Kim](https://elsewhere.example)",
        "hope": "To sleep",
        "how-long": "since-early-childhood",
        "worst-area": "Her hips",
    },
)


def begun_with(watched: Watched, file: Path | FilePayload) -> Page:
    """Open the guide and a file on Start."""
    page = watched.open()
    choose(page, file)
    expect(page.get_by_text("The file is open.")).to_be_visible()
    watched.settled()
    return page


def beside(watched: Watched, file: Path | FilePayload) -> None:
    """From Start, lay a second view beside the answers."""
    go_on(watched, say("views.link"))
    choose(watched.page, file)
    opened = watched.page.get_by_text(say("views.opened"))
    asked = watched.page.get_by_role("button", name=say("views.other-name-yes"), exact=True)
    expect(opened.or_(asked)).to_be_visible()
    if asked.is_visible():
        asked.click()
    expect(opened).to_be_visible()
    watched.settled()


def to_summary(watched: Watched) -> Page:
    """Go to the summary by its link at the top."""
    watched.page.get_by_role("link", name=say("place.summary"), exact=True).click()
    expect(watched.page.get_by_role("heading", level=1, name=say("summary-page.title"))).to_be_visible()
    watched.settled()
    return watched.page


def downloaded(page: Page, name: str) -> bytes:
    """Return the bytes of a file."""
    return Path(saved(page, name).path()).read_bytes()


def row(page: Page, table: str, label: str) -> list[str]:
    """Return the cells of a row of the first table with this caption that has it."""
    found = page.locator("table").filter(has=page.locator("caption", has_text=table)).locator("tbody tr")
    cells = found.filter(has=page.get_by_role("rowheader", name=label, exact=True)).first.locator("td")
    return cells.all_inner_texts()


def test_views_of_parent_and_child_stand_side_by_side_and_go_when_removed(guide: Watched) -> None:
    """What both said, where they differ and what one said alone; then no trace of the second view anywhere."""
    page = begun_with(guide, CHILD)
    beside(guide, PARENT)

    assert row(page, say("views.same"), "How long") == ["Since birth or early childhood"]
    assert row(page, say("views.differ"), "Hope for the visit") == ["To swim", "To sleep"]
    assert row(page, say("views.only-one"), "Most troublesome area") == ["Left open", "Her hips"]
    heads = page.get_by_role("columnheader", name="Ada <b>of</b> [Kim](https://elsewhere.example)")
    expect(heads.first).to_be_visible()
    assert page.locator("a[href*=elsewhere]").count() == 0

    go_on(guide, say("views.to-summary"))
    with_both = downloaded(page, say("summary-page.pdf"))
    assert "Her hips" in on_paper(with_both)
    page.get_by_role("link", name=say("place.views"), exact=True).click()
    expect(page.get_by_role("heading", level=1, name=say("views.title"))).to_be_visible()
    press(guide, say("views.remove"))
    expect(page.get_by_text(say("views.removed"))).to_be_visible()
    expect(page.get_by_text("Her hips")).to_have_count(0)
    to_summary(guide)

    opened = open_any(content(), with_both).answers
    assert opened is not None
    assert opened.given["hope"] == "To swim"
    assert "Ada" not in on_paper(downloaded(page, say("summary-page.pdf")))
    assert "Ada" not in downloaded(page, say("summary-page.text")).decode()
    assert json.loads(downloaded(page, say("summary-page.save")))["answers"]["name"] == "Kim"


NOT_BESIDE: dict[str, FilePayload] = {
    "views.same-file": CHILD,
    "open.cut-short": {**CHILD, "buffer": CHILD["buffer"][:70]},
    "open.pdf-broken": {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 cut"},
    "open.too-large": {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-" + b"0" * 2_000_001},
}


def test_second_file_that_cannot_be_laid_beside_leaves_all_as_it_was(guide: Watched) -> None:
    """A clear message, and nothing lost: neither the answers nor the view that is there."""
    page = begun_with(guide, CHILD)
    beside(guide, PARENT)
    for words, file in NOT_BESIDE.items():
        choose(page, file)

        expect(page.get_by_text(say(words))).to_be_visible()
        guide.settled()
        assert row(page, say("views.differ"), "Hope for the visit") == ["To swim", "To sleep"]


def begin_session(watched: Watched, title: str) -> None:
    """Begin or go on with a guided session, which stands at this stop."""
    press(watched, say("guided.begin"))
    expect(watched.page.locator("h1").first).to_have_text(title)


def test_session_stopped_half_way_is_carried_on_in_another_browser(new_page: NewPage, guide_server: Server) -> None:
    """The file brings back the answers, the therapist's notes and the place; notes stay apart from the answers."""
    first = new_page(guide_server)
    page = first.open()
    go_on(first, say("start.begin"))
    page.get_by_text("A therapist, working with the person", exact=True).click()
    first.settled()
    begin_session(first, "Way through")
    assert go_on(first, say("guided.next")) == "Name"
    page.get_by_role("textbox", name=content().questions["name"].question).fill("Kim")
    for label in ("Therapist's profession", "Can say what they want", "Pump in place"):
        assert go_on(first, say("guided.next")) == label
    page.get_by_text("No", exact=True).click()
    first.settled()
    page.get_by_role("textbox", name=say("guided.observations", section="You")).fill("Sits upright.\nTone: evenings.")
    stopped_at = go_on(first, say("guided.next"))
    file = downloaded(page, say("guided.save"))

    second = new_page(guide_server)
    there = begun_with(second, {"name": "a.json", "mimeType": "application/json", "buffer": file})
    begin_session(second, stopped_at)
    assert stopped_at == "Age"
    expect(there.get_by_text(say("guided.stopped", title=stopped_at, section="You"))).to_be_visible()
    notes = there.get_by_role("textbox", name=say("guided.observations", section="You"))
    expect(notes).to_have_value("Sits upright.\nTone: evenings.")
    press(second, say("guided.hide"))
    expect(notes).to_have_count(0)
    expect(there.get_by_text(say("guided.agenda"), exact=True)).to_have_count(0)
    to_summary(second)
    expect(there.get_by_role("heading", name=say("summary.observations"), include_hidden=True)).to_be_attached()
    again = json.loads(downloaded(there, say("summary-page.save")))

    assert again["observations"] == {"you": "Sits upright.\nTone: evenings."}
    assert again["answers"] == {"who-answers": "therapist", "name": "Kim", "pump-now": "no"}


def test_section_left_out_is_absent_from_every_file(guide: Watched) -> None:
    """PDF with its attachment, web page, text and the file to share; the file to carry on keeps everything."""
    page = begun_with(guide, PERSONAS / "parent-cp.json")
    to_summary(guide)
    secrets = ("scissors", "Strong (the limb can hardly be moved)", "Legs and arms")
    before = " ".join(on_paper(downloaded(page, say("summary-page.pdf"))).split())
    assert [secret for secret in secrets if secret not in before] == []
    page.get_by_text(say("summary-page.leave-out"), exact=True).click()
    page.locator(".st-key-leave-out-body label").click()
    guide.settled()
    page.locator("summary", has_text=say("summary-page.files")).click()
    expect(page.get_by_text(say("share.file-note"))).to_be_visible()
    printed = downloaded(page, say("summary-page.pdf"))
    inside = open_any(content(), printed).answers
    files = [
        on_paper(printed),
        downloaded(page, say("summary-page.html")).decode(),
        downloaded(page, say("summary-page.text")).decode(),
        downloaded(page, say("share.file")).decode(),
    ]
    kept = json.loads(downloaded(page, say("summary-page.save")))
    gone = {question.id for question in content().sections[1].questions}

    assert inside is not None
    assert [secret for secret in secrets for file in files if secret in " ".join(file.split())] == []
    assert gone.isdisjoint(inside.given)
    assert gone.isdisjoint(json.loads(files[3])["answers"])
    assert inside.given["tablets-tried"] == "took-before"
    assert "scissors" in kept["answers"]["worst-area"]


def test_pdf_is_carried_on_with_and_holds_no_file_after_one_tap(new_page: NewPage, guide_server: Server) -> None:
    """The one file for paper and screen opens on Start; without its file it says why it does not."""
    first = new_page(guide_server)
    page = begun_with(first, PERSONAS / "ms-tablets.json")
    to_summary(first)
    page.get_by_text(say("summary-page.leave-out"), exact=True).click()
    expect(page.get_by_text(say("share.inside-note"))).to_be_visible()
    printed = downloaded(page, say("summary-page.pdf"))
    page.get_by_text(say("share.inside"), exact=True).click()
    expect(page.get_by_text(say("share.inside-none"))).to_be_visible()
    first.settled()
    bare = downloaded(page, say("summary-page.pdf"))

    second = new_page(guide_server)
    there = second.open()
    choose(there, {"name": "b.pdf", "mimeType": "application/pdf", "buffer": bare})
    expect(there.get_by_text(say("open.pdf-empty"))).to_be_visible()
    choose(there, {"name": "a.pdf", "mimeType": "application/pdf", "buffer": printed})
    expect(there.get_by_text("The file is open.")).to_be_visible()
    second.settled()
    to_summary(second)
    given = json.loads((PERSONAS / "ms-tablets.json").read_text(encoding="utf-8"))["answers"]
    lessons = {name for name in given if content().questions[name].lesson}

    # What somebody chose to check what they know stays at home.
    assert len(lessons) == 8
    assert json.loads(downloaded(there, say("summary-page.save")))["answers"] == {
        name: answer for name, answer in given.items() if name not in lessons
    }
