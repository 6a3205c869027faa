"""What a listener is told of each kind of question, as the browser hands it to assistive technology.

Each tree was read as a listener would hear it before it was kept in `trees/`. Where a change is meant, delete the
file: the next run writes it anew and fails, so that somebody reads it before it is kept.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from logic.content.kinds.number import Number
from tests.browser.access.states import lay, screen_asking
from tests.browser.conftest import Watched
from ui.session.guide_content import content, say

TREES = Path(__file__).parent / "trees"
# A question of each kind, with an answer where that changes what is told.
KINDS: dict[str, dict[str, Any]] = {
    "who-answers": {"who-answers": "person"},
    "age": {},
    "areas": {"areas": ["neck"]},
    "daily-help": {"daily-help": ["paid-carer"]},
    "worst-area": {},
    "matters-body": {},
}


def tree(page: Page, question: str) -> str:
    """Return the tree of a question, of as many rows as show its kind."""
    around = page.locator(f".st-key-question-{question}")
    expect(around).to_be_visible()
    # Streamlit fetches its controls when they are first asked for.
    expect(around.locator(":is(input, textarea)").first).to_be_attached()
    # A figure shows what its list holds once both are drawn.
    page.wait_for_function(
        """around => !around.querySelector(".guide-body")
        || !around.querySelector("[aria-pressed=true]") === !around.querySelector("input:checked")""",
        arg=around.element_handle(),
    )
    return "\n".join(around.aria_snapshot().splitlines()[:40]) + "\n"


@pytest.mark.parametrize("question", KINDS)
def test_question_is_told_as_it_was_read_and_kept(guide: Watched, question: str) -> None:
    """Name, group, state and hint of each control are what they were when the tree was last read."""
    lay(guide, KINDS[question], screen_asking(question))
    told, kept = tree(guide.page, question), TREES / f"{question}.txt"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(told, encoding="utf-8")
        pytest.fail(f"{kept.name} was written: read it as a listener would")

    assert told == kept.read_text(encoding="utf-8")


def test_hint_and_refusal_are_tied_to_their_field(guide: Watched) -> None:
    """A number that is no answer is told with its field: what to enter, and why this is none."""
    age = content().questions["age"]
    assert isinstance(age, Number)
    lay(guide, {}, screen_asking(age.id))
    field = guide.page.locator(f".st-key-answer-{age.id} input")
    hint = say("question.unit", unit=age.unit)
    expect(field).to_have_accessible_description(hint)
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.fill("12.5")
    field.press("Enter")

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        re.compile(f"^{re.escape(hint)} .*{re.escape('This is not an answer')}")
    )
