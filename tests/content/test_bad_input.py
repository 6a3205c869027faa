"""What the summary says where hardly anything can be said: nothing answered, all left out, and words in lines."""

import json

import pytest

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.answers.left_out import OBSERVATIONS, parts, single_answers
from logic.outputs.drawing import text, web_page
from logic.outputs.fhir.document import answers_alone
from logic.outputs.layouts.summary import lay_out
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.builders import SAVED_AT, folded, shipped
from tests.content.every_form import bare, in_every_form, on_paper
from tests.content.test_personas import NAMES, walked

FIVE = ("No second operation.", "Not one more night away.", "I have had three.", "My children know it.", "Ask them.")
GROUPS = (
    "What comes first",
    "Where it is, how it gets in the way",
    "Treatment so far",
    "Getting to refills",
    "Trial, surgery and rehab",
)
"""The headings of page one under which something can be said."""


def test_deal_breaker__of_five_lines__stands_whole_and_line_by_line_on_every_form() -> None:
    """A deal-breaker that was cut, or run into one line, could be read the other way round."""
    here = journey(shipped(), Answers({"deal-breaker": "\n".join(FIVE)}))
    document = lay_out(summarise(here, SAVED_AT.date()))
    broken = "<br>".join(f"<bdi>{line}</bdi>" for line in FIVE)

    assert text.render(document).count("Deal-breaker:\n    " + "\n    ".join(FIVE) + "\n") == 2
    assert web_page.render(document).count(f'<dt>Deal-breaker</dt><dd dir="auto">{broken}</dd>') == 2
    assert json.dumps("\n".join(FIVE)) in json.dumps(answers_alone(here, SAVED_AT))
    for paper in ("a4", "us-letter"):
        first, *others = on_paper(here, frozenset(), paper).split("\f")
        assert "Deal-breaker " + "\n".join(FIVE) + "\n" in first
        assert "Deal-breaker " + "\n".join(FIVE) + "\n" in "".join(others)


@pytest.mark.parametrize("form", ["text", "page", "a4", "letter", "clinic"])
def test_nothing_answered__every_form__says_so_of_each_matter(form: str) -> None:
    """An empty place would leave a doctor guessing, and so would a blank page."""
    here = journey(shipped(), Answers())
    told = in_every_form(here)[form]

    assert told.count("Nothing was said on this.") == len(GROUPS)
    assert "No question was picked out or written down." in told
    assert [heading for heading in GROUPS if heading not in told] == []
    assert told.count("Left open:") == len(shipped().sections)
    assert "Need help now?" in told


def test_nothing_answered__answers_as_data__hold_no_item() -> None:
    """The clinic's file has no answer that nobody gave."""
    assert answers_alone(journey(shipped(), Answers()), SAVED_AT)["item"] == []


EVERY_SECTION = frozenset(part for part, _ in parts(shipped()))


@pytest.mark.parametrize("name", NAMES)
def test_all_left_out__each_section__is_named_and_nothing_of_it_is_told(name: str) -> None:
    """The forms say that the person wanted it so, and not that nothing was said."""
    here = walked(name)
    said = [value for value in here.answers.given.values() if isinstance(value, str) and len(value) > 20]
    titles = "; ".join(title for _, title in parts(shipped()))

    for told in in_every_form(here, EVERY_SECTION).values():
        assert f"Left out of this summary by the person: {titles}." in told
        assert [words for words in said if folded(words) in told] == []
        assert "Nothing was said on this." not in told
        assert "Left open" not in told
    assert answers_alone(journey(shipped(), answers_to_share(here, EVERY_SECTION)), SAVED_AT)["item"] == []


@pytest.mark.parametrize("name", NAMES)
def test_all_left_out__each_single_answer__is_named_and_not_told(name: str) -> None:
    """Leaving out one by one keeps back as much as leaving out the sections does, but for the questions to ask."""
    here = walked(name)
    singles = dict(pair for section in shipped().sections for pair in single_answers(here, section.id))
    left_out = frozenset(singles) | {OBSERVATIONS}
    said = [value for value in here.answers.given.values() if isinstance(value, str) and len(value) > 20]
    named = "; ".join(("The therapist's observations", *singles.values()))

    for told in in_every_form(here, left_out).values():
        assert bare(f"Left out of this summary by the person: {named}.") in bare(told)
        assert [words for words in said if folded(words) in told] == []
    assert answers_to_share(here, left_out).given == {}


def test_all_left_out__heading_of_all_answers__says_why_nothing_follows() -> None:
    """Whoever turns to page two is not left to think that it was lost."""
    first, second, *_ = on_paper(walked("ms-tablets"), EVERY_SECTION, "a4").split("\f")

    assert "Left out of this summary by the person" in first
    assert second.startswith("All answers\nLeft out of this summary by the person")
