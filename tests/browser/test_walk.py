"""The main job in a real browser: from Start to the summary in hand, on the shipped content."""

import json
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Download, FilePayload, Page, expect

from logic.answers.answers import Answers
from logic.answers.journey import journey
from tests.browser.access.states import lay
from tests.browser.conftest import NewPage, Watched
from tests.browser.person import CANARY, Person, on_paper
from tests.browser.waiting import until
from tests.server_process import Server
from ui.session.guide_content import content, say

PERSONAS = Path(__file__).parent.parent / "fixtures" / "personas"


def press(watched: Watched, name: str) -> None:
    """Press a button and wait until the page has settled."""
    watched.page.get_by_role("button", name=name, exact=True).first.click()
    watched.settled()


def go_on(watched: Watched, name: str) -> str:
    """Press a button that leads to another screen; return the heading there."""
    before = place(watched)
    press(watched, name)
    until(lambda: place(watched) != before, "another screen is drawn")
    # Until the run has ended, controls of the screen before can still be there.
    watched.settled()
    return watched.page.locator("h1").first.inner_text()


def place(watched: Watched) -> str:
    """Return the heading with how far it is: on a phone two questions may be worded alike."""
    return str(
        watched.page.evaluate(
            "() => [...document.querySelectorAll('main :is(h1, #guide-progress)')].map(e => e.innerText).join()"
        )
    )


def screens(watched: Watched) -> Iterator[str]:
    """Walk the guide by Next, yielding each heading, and end on the check page."""
    yield go_on(watched, say("start.begin"))
    while (heading := go_on(watched, say("guide.next"))) != say("check.title"):
        yield heading


def saved(page: Page, name: str) -> Download:
    """Press the button of a file, in its fold where it is in one, and return what was downloaded."""
    button = page.locator("button", has=page.get_by_text(name, exact=True))
    expect(button).to_be_attached()
    if not button.is_visible():
        page.locator("summary", has_text=say("summary-page.files")).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value


def answered_who(guide: Watched, number: int) -> Page:
    """Say who is filling it in, and go back to Start."""
    page = guide.open()
    go_on(guide, say("start.begin"))
    question = content().questions[content().guide.voice]
    page.get_by_text(question.offered[number].label, exact=True).click()
    guide.settled()
    go_on(guide, say("guide.back"))
    return page


def choose(page: Page, file: Path | FilePayload) -> None:
    """Press the file field and choose a file, as a person does."""
    with page.expect_file_chooser() as waiting:
        page.locator("input[type=file]").click()
    waiting.value.set_files(file)


def test_walk_with_a_canary_ends_with_a_pdf_and_leaves_no_trace(guide: Watched) -> None:
    """All that is typed is on its pages, in no log line and in no address.

    The page fixture sees no other host.
    """
    guide.open()
    addresses, typed = [], []
    for heading in screens(guide):
        addresses.append(guide.page.url)
        areas = guide.page.locator("textarea")
        for number in range(areas.count()):
            # As a hand does: a field that has only just come is not typed into before it is pressed.
            areas.nth(number).click()
            areas.nth(number).fill(f"{CANARY} on {heading}")
        if areas.count():
            typed.append(f"{CANARY} on {heading}")
            guide.page.locator("h1").first.click()
            guide.settled()
    go_on(guide, say("check.onward"))

    file = saved(guide.page, say("summary-page.pdf"))
    pages = [" ".join(page.split()) for page in on_paper(Path(file.path()).read_bytes()).split("\f")]
    expect(guide.page.get_by_text(CANARY).first).to_be_visible()

    assert file.suggested_filename == "discussion-summary.pdf"
    assert say("summary.title") in pages[0]
    assert say("help.title") in pages[0]
    assert len(typed) > 5
    assert say("summary.answers") in pages[1]
    assert [words for words in typed if words not in " ".join(pages)] == []
    assert [address for address in [*addresses, guide.page.url] if "Canary" in address] == []
    assert CANARY not in guide.server.printed()
    assert [path for path in guide.server.output.parent.rglob("*") if path.is_file() and _holds_canary(path)] == []


def _holds_canary(path: Path) -> bool:
    return CANARY.encode() in path.read_bytes()


def test_guide_is_walked_by_keyboard_alone(guide: Watched) -> None:
    """Tab, arrows, space and Enter answer a question and lead on; focus lands on the new heading."""
    page = guide.open()
    _tab_to(page, say("start.begin"))
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_be_focused()
    first = page.locator("h1").first.inner_text()

    while page.evaluate("document.activeElement.type") != "radio":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    guide.settled()
    expect(page.get_by_role("radio").first).to_be_checked()
    _tab_to(page, say("guide.next"))
    guide.free()
    page.keyboard.press("Enter")

    expect(page.locator("h1").first).not_to_have_text(first)
    expect(page.locator("h1").first).to_be_focused()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        if page.evaluate("document.activeElement.innerText || ''").strip() == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} was not reached by Tab")


def test_saved_file_opens_again_with_the_same_answers(new_page: NewPage, guide_server: Server) -> None:
    """A persona's file opened on Start comes out of the summary page as it went in."""
    watched = new_page(guide_server)
    page = watched.open()
    choose(page, PERSONAS / "parent-cp.json")
    expect(page.get_by_text("The file is open.")).to_be_visible()
    go_on(watched, say("start.go-on"))
    watched.follow("summary")

    file = json.loads(Path(saved(page, say("summary-page.save")).path()).read_text(encoding="utf-8"))

    given = json.loads((PERSONAS / "parent-cp.json").read_text(encoding="utf-8"))
    for part in ("answers", "concerns_added", "questions_to_ask"):
        assert file[part] == given[part]


NOT_OURS = {
    "not-json": b"not json at all",
    "cut-short": b'{"format": {"name": "conversation-gui',
    "not-ours": b'{"some": "other file"}',
    "newer": b'{"format": {"name": "conversation-guide-answers", "number": 99}}',
    "too-large": b" " * 1_000_001,
}


def test_file_that_is_not_ours_is_refused_in_words(guide: Watched) -> None:
    """A file that cannot be opened leaves a plain message and the answers that were there."""
    question = content().questions[content().guide.voice]
    page = answered_who(guide, 0)
    for refusal, data in NOT_OURS.items():
        choose(page, {"name": "a.json", "mimeType": "application/json", "buffer": data})

        expect(page.get_by_text(say(f"open.{refusal}"))).to_be_visible()
        guide.settled()
    go_on(guide, say("start.go-on"))
    expect(page.get_by_role("radio", name=question.offered[0].label, exact=True)).to_be_checked()


def test_opening_a_file_asks_before_it_replaces_answers(guide: Watched) -> None:
    """With answers there already, the file waits for a yes; a no keeps what was there."""
    page = answered_who(guide, 3)
    labels = [choice.label for choice in content().questions[content().guide.voice].offered]
    choose(page, PERSONAS / "ms-tablets.json")
    expect(page.get_by_text(say("open.replace"))).to_be_visible()
    press(guide, say("open.replace-no"))
    go_on(guide, say("start.go-on"))
    expect(page.get_by_role("radio", name=labels[3], exact=True)).to_be_checked()

    page.get_by_role("link", name=say("place.start"), exact=True).click()
    expect(page.locator("input[type=file]")).to_be_visible()
    choose(page, PERSONAS / "ms-tablets.json")
    press(guide, say("open.replace-yes"))
    expect(page.get_by_text("The file is open.")).to_be_visible()
    guide.follow("guide")
    expect(page.get_by_role("button", name=say("guide.back"), exact=True)).to_be_visible()
    guide.settled()
    first = next(iter(content().screens.values())).title
    while page.locator("h1").first.inner_text() != first:
        go_on(guide, say("guide.back"))

    expect(page.get_by_role("radio", name=labels[0], exact=True)).to_be_checked()


def test_markup_typed_by_a_person_stays_text_on_every_screen(guide: Watched) -> None:
    """Markup in an answer is shown as typed: no link, no picture and no request comes of it."""
    hostile = (
        '<img src="https://elsewhere.example/x.png"> [link](https://elsewhere.example) **bold** $x$ <script>1</script>'
    )
    typed = {question.id: hostile for question in content().questions.values() if question.kind == "words"}
    here = journey(content(), Answers(typed))
    asked = [(screen, step.question) for screen in here.screens for step in here.asked_on(screen)]
    first = {screen.id: question.id for screen, question in reversed(asked) if question.id in typed}
    assert len(first) > 5
    for screen, question in first.items():
        lay(guide, typed, screen)
        expect(Person(guide).field(question)).to_have_value(hostile)
    for place in ("check", "summary"):
        guide.follow(place)
        expect(guide.page.get_by_text(hostile).first).to_be_visible()
        assert guide.page.locator(":is(a[href*='elsewhere'], img[src*='elsewhere'])").count() == 0
