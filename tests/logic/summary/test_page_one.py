"""The first page in words: what was said, its own words whole, and what comes after it."""

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.summary.page_one import AnswerPiece, GroupInWords, LineInWords, page_one
from tests.builders import shipped, small, walk


def said(label: str, *items: str, lead: str = "", minor: bool = False) -> LineInWords:
    """A line with one answer."""
    return LineInWords(label, (AnswerPiece(lead, items, own_words=False),), minor)


def test_groups__answers__stand_in_the_order_of_the_content_with_their_leads() -> None:
    """A line joins the answers to its questions, and says before one what it is where that is needed."""
    people, hand, nights = page_one(
        walk(small(), {"who": "me", "splint": "yes", "numb": "no", "fingers": ("thumb", "wrist"), "hours": 5}),
        frozenset(),
    )

    splint = LineInWords("Splint", (AnswerPiece("", ("Yes",), False), AnswerPiece("numb now", ("No",), False)), False)
    assert people.lines == (said("By", "The person"), splint)
    assert hand.lines == (said("Where it hurts", "Thumb", "Wrist"),)
    assert hand.areas == (("thumb", "Thumb"), ("wrist", "Wrist"))
    assert nights.lines == (said("Sleep", "5 hours"),)


def test_group__nothing_said__is_silent_and_keeps_its_place() -> None:
    """A gap on a whole matter tells a doctor something too."""
    _, hand, nights = page_one(walk(small(), {"who": "me"}), frozenset())

    assert (hand.silent, hand.lines) == (True, ())
    assert nights == GroupInWords("Sleep at a glance", True, (), (), (), True)


def test_line__not_sure__comes_after_what_was_said() -> None:
    """Only a line on which nothing else was said is told as not sure."""
    people, *_ = page_one(walk(small(), {"who": "me", "splint": "not-sure"}), frozenset())

    assert people.lines == (said("By", "The person"),)
    assert people.not_sure == ("Splint",)


def test_group__its_section_or_its_only_answer_left_out__is_absent() -> None:
    """What is left out is not told as if it had not been said."""
    without = page_one(walk(small(), {"hours": 5, "fingers": ("thumb",)}), frozenset({"nights", "fingers"}))

    assert [group.title for group in without] == [""]


def test_own_words__of_any_length__are_whole() -> None:
    """What a person wrote stands there to the last letter."""
    text = "word " * 900
    groups = page_one(journey(shipped(), Answers({"hope": text})), frozenset())
    (wishes,) = (group for group in groups if group.title == "What comes first")

    assert wishes.lines[0].pieces == (AnswerPiece("", (text.strip(),), own_words=True),)
