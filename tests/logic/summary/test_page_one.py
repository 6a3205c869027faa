"""The first page in words: what was said, its own words whole, and what comes after it."""

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.content.kinds.answer import Answer
from logic.summary.page_one import AnswerPiece, GroupInWords, LineInWords, page_one
from tests.builders import shipped, small, summary_of, walk


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
    assert nights == GroupInWords("Sleep at a glance", True, False, (), (), (), True)


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


def test_feelings__a_relative_writes__are_said_to_be_the_writers_own() -> None:
    """A parent's worry is never read as the child's; a person's own needs no label."""
    felt = {"trial-feel": "have-worries", "relation": "parent"}

    def lines(voice: str) -> tuple[LineInWords, ...]:
        summary = summary_of(shipped(), {"who-answers": voice, **felt})
        return next(group.lines for group in summary.page_one if group.title == "Trial, surgery and rehab")

    assert lines("family")[0] == said("Whose feelings", "the writer’s own (Parent)")
    assert lines("with-person") == (said("Trial", "Worries about it"),)


def test_feelings__a_relative_writes__are_labelled_once_among_all_answers() -> None:
    """The label stands before the first of them."""
    given: dict[str, Answer] = {"who-answers": "family", "trial-feel": "have-worries", "surgery-feel": "rather-not"}
    (section,) = (part for part in summary_of(shipped(), given).sections if part.title == "Trial, surgery and rehab")

    assert [item.label for item in section.said] == ["Whose feelings", "Feeling on trial", "Feeling on surgery"]
    assert section.said[0].values == ("the writer’s own (A family member or carer, with their own view)",)


def test_groups__of_the_shipped_guide__stand_in_the_order_of_a_doctors_two_minutes() -> None:
    """Hope and what comes first before the body, then treatment, refills, and what lies ahead."""
    assert [group.id for group in shipped().guide.page_one] == [
        "people", "situation", "wishes", "body", "treatment", "refills", "trial"
    ]  # fmt: skip
