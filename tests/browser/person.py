"""A person at the guide, as the tests of the store need one: acts at once, looks at what is kept."""

import json
import re
import secrets
import shutil
import subprocess
from typing import Any

from playwright.sync_api import Locator, Page, expect

from logic.files import save_file
from tests.browser.conftest import NOTES, Watched
from tests.browser.waiting import until, until_still
from ui.session.guide_content import content, say

CANARY = f"Canary-{secrets.token_hex(4)}"
"""What must be nowhere else; new in every run, for other runs leave their own in files of this machine."""
RECORD = "conversation-guide"
PDFTOTEXT = shutil.which("pdftotext") or "pdftotext"
# What a browser says of a server that has been killed, as these tests do on purpose.
LOST = re.compile(
    r"ERR_CONNECTION_RE|ERR_EMPTY_RESPONSE|WebSocket|Client Error|Is Streamlit still|when disconnected|50[24]"
    r"|dynamically imported module"
)

KEPT = """([place, name]) => { try { return window[place].getItem(name) } catch { return null } }"""


def on_paper(data: bytes) -> str:
    """Return what a PDF says on its pages."""
    told = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return told.stdout.decode()


def beside_the_guide(page: Page, address: str) -> None:
    """Open a page of the same origin that is not the guide, so that its storage can be filled first."""
    page.goto(f"{address}/app/static/fonts/OFL.txt")


def record_of(answers: dict[str, Any], screen: str, **more: Any) -> str:
    """Return what a browser keeps of somebody with these answers, at this screen of the guide."""
    text = {"format": {"name": save_file.FORMAT, "number": save_file.NUMBER}, "answers": answers}
    place = {"screen": screen, "warned": list(content().topics), **more}
    return json.dumps({"revision": 1, "used_at": 0, "keep": None, "place": place, "text": json.dumps(text)})


class Person:
    """One tab, with the few things that a person does in it."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched
        self.page: Page = watched.page

    def open(self, place: str = "guide") -> "Person":
        self.watched.open(place)
        return self

    def follow(self, place: str) -> "Person":
        """Press the link to a place and wait until it is there."""
        self.watched.free()
        self.page.get_by_role("link", name=say(f"place.{place}"), exact=True).click()
        self.watched.arrived(place)
        return self

    def begin_at(self, screen: str, **answers: object) -> "Person":
        """Open the guide at a screen with answers, as after a reload: they are laid into the tab's storage."""
        beside_the_guide(self.page, self.watched.server.address)
        self.lay("sessionStorage", record_of(answers, screen))
        self.open()
        expect(self.page.locator("h1").first).to_have_text(content().screens[screen].title)
        return self

    def lay(self, storage: str, value: str, name: str = RECORD) -> None:
        """Put something into "localStorage" or "sessionStorage"."""
        self.page.evaluate("([storage, ...item]) => window[storage].setItem(...item)", [storage, name, value])

    def reload(self, after: int = 0) -> None:
        """Load the page again after so many milliseconds, and wait until it has its answers."""
        self.page.wait_for_timeout(after)
        self.page.reload(wait_until="commit")
        self.watched.settled()
        self.at_rest()

    def at_rest(self) -> None:
        """Wait until the server has all that was noted in the browser, and the browser what the server says."""
        until(lambda: not self.notes(), "no notes are left")
        self.watched.settled()

    def option(self, key: str, number: int) -> Locator:
        return self.page.locator(f".st-key-answer-{key} label[data-testid=stRadioOption]").nth(number)

    def choose(self, key: str, number: int) -> None:
        self.option(key, number).click()

    def tick(self, key: str) -> None:
        self.page.locator(f".st-key-answer-{key} label").first.click()

    def field(self, key: str) -> Locator:
        return self.page.locator(f".st-key-answer-{key} :is(textarea, input)").last

    def type(self, key: str, text: str) -> None:
        """Type without leaving the field."""
        self.field(key).fill(text)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).first

    def choices_made(self) -> Locator:
        """What is chosen on the screen, beside how large the words are: one size always is."""
        return self.page.get_by_role("radio").and_(self.page.locator(":checked:not(.st-key-comfort *)"))

    def clear(self, key: str) -> None:
        """Take an answer back by its button, in the fold under the question."""
        question = self.page.locator(f".st-key-question-{key}")
        question.locator("summary").last.click()
        self.watched.free()
        # By keyboard: a pointer can miss a button while the fold is still opening.
        question.locator(f".st-key-answer-{key}-clear button").press("Enter")

    def press(self, name: str) -> None:
        self.button(name).click()

    def go(self, way: str) -> str:
        """Press Back or Next and wait for another screen; return its heading."""
        before = self.heading()
        self.press(say(f"guide.{way}"))
        expect(self.page.locator("h1").first).not_to_have_text(before)
        self.watched.settled()
        return self.heading()

    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()

    def stored(self, name: str = RECORD) -> Any:
        """Return what is kept under a name, for the tab before what is kept on the device."""
        for place in ("sessionStorage", "localStorage"):
            raw = self.page.evaluate(KEPT, [place, name])
            if raw is not None:
                return json.loads(raw)
        return None

    def notes(self) -> list[Any]:
        return self.stored(NOTES) or []

    def answers(self) -> dict[str, Any]:
        """Return the answers as the server last gave them to be kept."""
        record = self.stored()
        return dict(json.loads(record["text"])["answers"]) if record else {}

    def keep_on_device(self, keep: bool = True) -> None:
        """Make the choice on Start."""
        self.page.locator("[class*=st-key-keep-choice] label[data-testid=stRadioOption]").nth(0 if keep else 1).click()

    def delete_all(self) -> None:
        """Press the two buttons at the foot of every page."""
        self.page.get_by_text(say("store.delete"), exact=True).click()
        expect(self.page.get_by_text(say("store.delete-note"))).to_be_visible()
        until_still(self.page.locator("main"))
        self.press(say("store.delete-yes"))

    def notice(self) -> Locator:
        return self.page.locator(".guide-notice p")

    def expect_lost_line(self) -> "Person":
        """Let the browser complain of a server that is killed on purpose, and of nothing else."""
        self.watched.expected = LOST
        return self
