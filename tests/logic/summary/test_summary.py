"""The summary: a record of what was said and of what documents say, and nothing else."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from logic.answers.answers import AddedConcern, ToAsk
from logic.content.kinds.answer import Answer, State
from logic.summary.summary import AnswerInWords, SectionInWords, Summary, screen_in_words, summarise
from tests.builders import small, summary_of, walk

GIVEN: dict[str, Answer] = {
    "who": "me",
    "first-name": " Ada\n Byron ",
    "splint": "no",
    "numb": "yes",
    "fingers": ("thumb", "wrist"),
    "hours": 5,
    "wakes": ("pain",),
    "matters": {"less-pain": "a-lot", "free-hands": "a-little"},
    "know-hours": "other",
}
CONCERNS = (AddedConcern(" Cold hands ", "a-lot"), AddedConcern("Noise"))
TO_ASK = ToAsk(kept=("ask-hours",), dropped=("open-summer",), own=("Who pays?",))
SUMMARY = summary_of(
    small(), GIVEN, concerns_added=CONCERNS, to_ask=TO_ASK, observations={"hand": "Warm.", "nights": "Restless."}
)


def answered(label: str, *values: str) -> AnswerInWords:
    """What was said on a question that was answered."""
    return AnswerInWords(label, values, State.ANSWERED)


def everything_in(value: Any) -> str:
    """All that stands in a summary but its content, as one text to search."""
    if isinstance(value, Summary):
        return everything_in(tuple(getattr(value, field.name) for field in fields(value) if field.name != "content"))
    return repr(value)


def test_summary__questions_to_ask__are_own_then_kept() -> None:
    """What was dropped, or only suggested, stands nowhere."""
    assert SUMMARY.questions == ("Who pays?", "How many hours does it take to help?")
    for untold in ("hot nights", "What can be done about pain"):
        assert untold not in everything_in(SUMMARY)


def test_summary__sections__tell_every_answer_on_the_route_and_label_the_rest() -> None:
    """Each kind of answer is told in words, with the person's own concerns; what was not answered is a label."""
    assert SUMMARY.sections == (
        SectionInWords(
            "Your hand",
            (
                answered("Filled in by", "The person"),
                answered("Name", "Ada\n Byron"),
                answered("Splint", "No"),
                answered("Where it hurts", "Thumb; Wrist"),
            ),
            (),
            (),
            ("Numb now",),
        ),
        SectionInWords("Your nights", (answered("Sleep", "5 hours"), answered("Wakes you", "Pain")), (), (), ()),
        SectionInWords(
            "What matters",
            (
                answered("What matters", "A lot: Less pain", "A little: Free hands"),
                answered("Concerns in own words", "A lot: Cold hands", "No answer yet: Noise"),
            ),
            (),
            (),
            (),
        ),
    )


def test_summary__knowledge_check__stands_nowhere() -> None:
    """A wrong answer to a knowledge item is for the person alone."""
    assert "Not the same" not in everything_in(SUMMARY)
    assert "Check: hours" not in everything_in(summary_of(small(), {"who": "me"}))


def test_screen_in_words__nothing_to_ask_picked__says_so() -> None:
    """An empty list of questions is told as left open."""
    *_, last = screen_in_words(walk(small()), small().screens["wishes-check"])

    expected = ("No question was picked out or written down.",)
    assert last == AnswerInWords("Questions to ask", expected, State.LEFT_OPEN)


@pytest.mark.parametrize(
    ("levels", "values"),
    [
        ({"less-pain": "not-at-all", "free-hands": "not-sure"}, ("Not at all: Less pain", "Not sure: Free hands")),
        ({"free-hands": "a-lot", "less-pain": "a-lot"}, ("A lot: Less pain; Free hands",)),
        ({"less-pain": "not-sure", "free-hands": "not-sure"}, ("Not sure",)),
    ],
)
def test_said__importance__is_told_by_level_in_the_order_of_the_guide(
    levels: dict[str, str], values: tuple[str, ...]
) -> None:
    """Concerns of one level stand together, are never counted, and "not sure" never comes before what was said."""
    first, *_ = screen_in_words(walk(small(), {"matters": levels}), small().screens["wishes-how-much"])

    assert first.values == values


def test_summary__questions_without_an_answer__are_told_apart_by_reason() -> None:
    """Not sure, left open and not asked are three lists in each section."""
    summary = summary_of(small(), {"who": "me", "splint": "yes", "numb": "not-sure", "hours": 8, "wakes": ("pain",)})
    hand, nights, wishes = summary.sections

    assert (hand.not_sure, hand.left_open, hand.not_asked) == (("Numb now",), ("Name", "Where it hurts"), ())
    assert (nights.not_sure, nights.left_open, nights.not_asked) == ((), (), ("Wakes you",))
    assert wishes.left_open == ("What matters",)


def test_summary__answer_off_the_route__stands_nowhere() -> None:
    """Somebody who sleeps long with a splint is not asked what wakes them, whatever was said before."""
    with_old = summary_of(small(), {"splint": "yes", "hours": 8, "wakes": ("pain", "noise")})

    assert with_old == summary_of(small(), {"splint": "yes", "hours": 8})
    assert "Noise" not in everything_in(with_old)


def test_summary__observations__stand_under_their_sections() -> None:
    """A therapist's words are kept apart from the person's."""
    assert SUMMARY.observations == (("Your hand", "Warm."), ("Your nights", "Restless."))


def test_summary__evidence_that_was_not_asked_for__is_absent() -> None:
    """A person who adds nothing brings along what they said, and nothing else."""
    assert SUMMARY.evidence.rows == ()


def test_summary__concern_that_matters_a_lot__shows_its_rows_for_every_option() -> None:
    """Each option has a cell of the same kind, be it empty."""
    summary = summary_of(small(), GIVEN, with_evidence=True)
    (row,) = summary.evidence.rows
    says = [(cell.option.name, cell.kind, [cited.claim.short for cited in cell.claims]) for cell in row.cells]

    assert row.name == "Good things"
    assert says == [
        ("Splint at night", "differs", ["Six hours.", "Seven to eight hours."]),
        ("No splint", "not-stated", []),
    ]


def test_summary__nothing_matters_a_lot__shows_no_rows() -> None:
    """Evidence is shown for what matters to the person."""
    assert summary_of(small(), {"matters": {"less-pain": "a-little"}}, with_evidence=True).evidence.rows == ()


def test_summary__sections_left_out__are_absent_from_everything() -> None:
    """Not one word that was said there is left, nor a question that would tell of it."""
    summary = summary_of(
        small(),
        GIVEN,
        concerns_added=CONCERNS,
        to_ask=TO_ASK,
        observations={"hand": "Warm.", "nights": "Restless."},
        left_out=frozenset({"nights", "wishes"}),
    )
    told = everything_in(summary)

    assert summary.left_out == ("Your nights", "What matters")
    assert [section.title for section in summary.sections] == ["Your hand"]
    for said in ("5 hours", "Pain", "Restless", "Less pain", "Cold hands", "Noise", "Who pays", "How many hours"):
        assert said not in told
    assert summary.sections[0].not_asked == ("Numb now",)


def test_summary__single_answer_left_out__is_absent_and_named() -> None:
    """One answer can stay off paper without its section, and so do the questions that it suggests."""
    to_ask = ToAsk(kept=("ask-pain", "ask-hours"))
    summary = summary_of(small(), GIVEN, to_ask=to_ask, left_out=frozenset({"wakes"}))

    assert summary.left_out == ("Wakes you",)
    assert summary.questions == ("How many hours does it take to help?",)
    assert summary.sections[1] == SectionInWords("Your nights", (answered("Sleep", "5 hours"),), (), (), ())
    assert "Pain" not in everything_in(summary)


def test_summary__observations_left_out__are_absent() -> None:
    """A therapist's words can be kept for the next session."""
    summary = summary_of(small(), GIVEN, observations={"hand": "Warm."}, left_out=frozenset({"observations"}))

    assert summary.observations == ()
    assert "Warm" not in everything_in(summary)


def test_summary__section_with_a_kept_question_left_out__is_not_told_by_the_question() -> None:
    """A question to ask that an answer suggested goes with the answer."""
    assert summary_of(small(), GIVEN, to_ask=TO_ASK, left_out=frozenset({"nights"})).questions == ("Who pays?",)


def test_summary__section_with_the_name_left_out__has_no_name() -> None:
    """A summary can be made without a name on it."""
    assert summary_of(small(), GIVEN, left_out=frozenset({"hand"})).name == ""


@pytest.mark.parametrize(("made", "overdue"), [(date(2027, 1, 15), False), (date(2027, 1, 16), True)])
def test_summary__made_after_the_review_date__is_overdue(made: date, overdue: bool) -> None:
    """The day of the review itself is still in time."""
    assert summarise(walk(small()), made).overdue is overdue
