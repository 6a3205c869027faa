"""The guide by keyboard alone, from Start to the PDF: how many keys, and where the focus is after each."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.person import Person
from tests.browser.waiting import until
from ui.session.guide_content import content, say

MOST = 300

# What has the focus, as far as a person goes by it: what it is, which question it belongs to, what it says.
FOCUS = """() => {
  const here = document.activeElement
  const around = here.closest('[class*="st-key-question-"]')
  const question = [...(around?.classList ?? [])].find(name => name.startsWith("st-key-"))
  const group = here.type === "radio" ? here.name : question
  const [type, text] = [here.type ?? "", here.innerText?.trim() ?? ""]
  return { tag: here.tagName, type, group: group ?? "", question: question ?? "", text }
}"""
SECTION = "() => document.getElementById('guide-progress')?.innerText.split(',')[0] ?? ''"


class Keys:
    """Presses keys, counts them by section, and looks after each that the focus is somewhere."""

    def __init__(self, watched: Watched) -> None:
        self.watched, self.page = watched, watched.page
        self.counted: Counter[str] = Counter()
        self.lost: list[str] = []

    def press(self, key: str) -> dict[str, str]:
        where = self.page.evaluate(SECTION) or self.page.locator("h1").first.inner_text()
        self.counted[where] += 1
        self.page.keyboard.press(key)
        here: dict[str, str] = {}

        def is_somewhere() -> bool:
            here.update(self.page.evaluate(FOCUS))
            return here["tag"] != "BODY"

        with suppress(AssertionError):
            until(is_somewhere, "something has the focus")
        if here["tag"] == "BODY":
            self.lost.append(f"{key} at {where}")
        return here

    def to(self, text: str) -> None:
        """Go on by Tab to what says this, answering each question on the way with its first choice."""
        answered: set[str] = set()
        here: dict[str, str] = {}
        for _ in range(120):
            here = self.press("Tab")
            if here["text"] == text:
                return
            if here["type"] in ("radio", "checkbox") and here["group"] not in answered:
                answered.add(here["group"])
                # A pump in place with trouble would lead to help instead: there it is the second choice, "No".
                self.press("ArrowDown" if "pump-now" in here["question"] else "Space")
                self.watched.settled()
        raise AssertionError(f"{text} was not reached by Tab at {_told(self.page)}: {here}, {dict(self.counted)}")

    def lead(self, text: str) -> None:
        """Press what says this, and wait for the heading that it leads to, which then has the focus."""
        self.to(text)
        before = _told(self.page)
        self.watched.free()
        self.press("Enter")
        self.page.wait_for_function(f"before => ({TOLD})() !== before", arg=before)
        self.watched.settled()
        expect(self.page.locator("h1").first).to_be_focused()


TOLD = "() => [...document.querySelectorAll('main :is(h1, #guide-progress)')].map(part => part.innerText).join()"


def _told(page: Page) -> str:
    return str(page.evaluate(TOLD))


def test_from_start_to_the_pdf_takes_at_most_300_keys(
    guide: Watched, record_property: Callable[[str, object], None]
) -> None:
    """Every question of the way that is offered first is answered; the focus never falls to nowhere."""
    page = guide.open()
    # Whoever goes past the button before it is there meets it again only after questions that give it another name.
    expect(page.get_by_role("button", name=say("start.begin"))).to_be_visible()
    keys = Keys(guide)
    keys.lead(say("start.begin"))
    while page.locator("h1").first.inner_text() != say("check.title"):
        keys.lead(say("guide.next"))
    keys.lead(say("check.onward"))
    keys.to(say("summary-page.pdf"))
    guide.free()
    with page.expect_download() as waiting:
        keys.press("Enter")

    guide.settled()
    record_property("keys", f"{sum(keys.counted.values())}: {dict(keys.counted)}")
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert keys.lost == []
    assert sum(keys.counted.values()) <= MOST, dict(keys.counted)
    assert len(keys.counted) == len(content().sections) + 3


def test_the_focus_is_somewhere_after_an_answer_was_cleared(guide: Watched) -> None:
    """The button that clears stays where it is, and a keyboard goes on from it."""
    person = Person(guide).begin_at("how-far", pattern="both-legs")
    expect(person.option("pattern", 0)).to_be_visible()
    person.clear("pattern")
    expect(person.choices_made()).to_have_count(0)
    guide.settled()

    expect(guide.page.locator(".st-key-answer-pattern-clear button")).to_be_focused()
