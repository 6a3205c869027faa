"""The summary: a record of what was said and of what documents say, and nothing else."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from logic.answers.answers import AddedConcern, ToAsk
from logic.answers.left_out import parts
from logic.content.kinds.answer import Answer, State
from logic.summary.comparison import GridCell, GridRow
from logic.summary.questions_to_ask import Suggestion
from logic.summary.summary import Said, SectionSaid, Summary, said_on, summarise
from tests.builders import guide_of, question, shipped, small, summary_of, walk

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


def answered(label: str, *values: str) -> Said:
    """What was said on a question that was answered."""
    return Said(label, values, State.ANSWERED)


def everything_in(value: Any) -> str:
    """All that stands in a summary but its content, as one text to search."""
    if isinstance(value, Summary):
        return everything_in(tuple(getattr(value, field.name) for field in fields(value) if field.name != "content"))
    return repr(value)


def test_summary__first_page__has_the_people_and_the_main_considerations() -> None:
    """What the content marks for the first page stands there, in the words of the choices."""
    assert SUMMARY.name == "Ada Byron"
    assert SUMMARY.people == (answered("Filled in by", "The person"), answered("Splint", "No"))
    assert SUMMARY.considerations == (SectionSaid("Your nights", (answered("Sleep", "5 hours"),)),)


def test_summary__first_page__has_what_matters_a_lot_and_nothing_that_matters_less() -> None:
    """Concerns of the guide and in own words stand side by side, without a number."""
    assert SUMMARY.matters == ("Less pain", "Cold hands")


def test_summary__words_marked_for_the_first_page_in_another_section__are_own_words() -> None:
    """A deal-breaker belongs on the first page although its section is no main consideration."""
    deal_breaker = shipped().questions["deal-breaker"]
    content = guide_of((question("who"), question("first-name", "words")), (deal_breaker,))
    first, second = content.sections[0].screens
    section = content.sections[0]
    content = content.model_copy(
        update={
            "sections": (
                section.model_copy(update={"screens": (first,)}),
                section.model_copy(update={"id": "other", "title": "Other", "screens": (second,)}),
            )
        }
    )

    assert summary_of(content, {"deal-breaker": "No needles."}).own_words == (answered("Deal-breaker", "No needles."),)


def test_summary__question_on_the_first_page_left_open__is_there_and_says_so() -> None:
    """A gap tells a doctor something too."""
    summary = summary_of(small(), {"splint": "not-sure"})

    assert summary.people == (
        Said("Filled in by", ("Left open",), State.LEFT_OPEN),
        Said("Splint", ("Not sure",), State.NOT_SURE),
    )


def test_summary__questions_to_ask__are_own_kept_and_undecided() -> None:
    """What was dropped stands nowhere."""
    hours = Suggestion(
        "ask-hours", "How many hours does it take to help?", "The leaflets differ.", None, "answers", True
    )
    reason = "You said that pain wakes you."
    pain = Suggestion("ask-pain", "What can be done about pain at night?", reason, None, "answers", None)

    assert (SUMMARY.own_questions, SUMMARY.kept, SUMMARY.undecided) == (("Who pays?",), (hours,), (pain,))
    assert "hot nights" not in everything_in(SUMMARY)


def test_summary__sections__tell_every_answer_on_the_route() -> None:
    """Each kind of answer is told in words, with the person's own concerns and questions in their place."""
    assert SUMMARY.sections == (
        SectionSaid(
            "Your hand",
            (
                answered("Filled in by", "The person"),
                answered("Name", "Ada\n Byron"),
                answered("Splint", "No"),
                Said("Where it hurts", ("Thumb; Wrist",), State.ANSWERED, (("thumb", "Thumb"), ("wrist", "Wrist"))),
            ),
        ),
        SectionSaid("Your nights", (answered("Sleep", "5 hours"), answered("Wakes you", "Pain"))),
        SectionSaid(
            "What matters",
            (
                answered("What matters", "A lot: Less pain", "A little: Free hands"),
                answered("Concerns in own words", "A lot: Cold hands", "No answer yet: Noise"),
                answered("Check: hours", "Not the same"),
                answered("Questions to ask", "Who pays?", "How many hours does it take to help?"),
            ),
        ),
    )


def test_said_on__nothing_to_ask_picked__says_so() -> None:
    """An empty list of questions is told as left open."""
    *_, last = said_on(walk(small()), small().screens["wishes-check"])

    assert last == Said("Questions to ask", ("No question was picked out or written down.",), State.LEFT_OPEN)


@pytest.mark.parametrize(
    ("levels", "values"),
    [
        ({"less-pain": "not-at-all", "free-hands": "not-sure"}, ("Not sure: Free hands", "Not at all: Less pain")),
        ({"free-hands": "a-lot", "less-pain": "a-lot"}, ("A lot: Less pain; Free hands",)),
        ({"less-pain": "not-sure", "free-hands": "not-sure"}, ("Not sure",)),
    ],
)
def test_said__importance__is_told_by_level_in_the_order_of_the_guide(
    levels: dict[str, str], values: tuple[str, ...]
) -> None:
    """Concerns of one level stand together, and are never counted."""
    first, *_ = said_on(walk(small(), {"matters": levels}), small().screens["wishes-how-much"])

    assert first.values == values


def test_summary__questions_without_an_answer__are_told_apart_by_reason() -> None:
    """Not sure, left open and not asked are three lists."""
    summary = summary_of(small(), {"who": "me", "splint": "yes", "numb": "not-sure", "hours": 8, "wakes": ("pain",)})

    assert summary.not_sure == ("Numb now",)
    assert summary.left_open == ("Name", "Where it hurts", "What matters", "Check: hours")
    assert summary.not_asked == ("Wakes you",)


def test_summary__answer_off_the_route__stands_nowhere() -> None:
    """Somebody who sleeps long with a splint is not asked what wakes them, whatever was said before."""
    with_old = summary_of(small(), {"splint": "yes", "hours": 8, "wakes": ("pain", "noise")})

    assert with_old == summary_of(small(), {"splint": "yes", "hours": 8})
    assert "Noise" not in everything_in(with_old)


def test_summary__observations__stand_under_their_sections() -> None:
    """A therapist's words are kept apart from the person's."""
    assert SUMMARY.observations == (("Your hand", "Warm."), ("Your nights", "Restless."))


def test_summary__concern_that_matters_a_lot__shows_its_rows_for_every_option() -> None:
    """Each option has a cell of the same kind, be it empty."""
    (row,) = SUMMARY.evidence.rows
    says = [(cell.option.name, cell.kind, [cited.claim.says for cited in cell.claims]) for cell in row.cells]

    assert (row.name, row.note) == ("Good things", "Shown because these matter a lot: Less pain.")
    assert says == [
        ("Splint at night", "differs", ["Six hours a night.", "Seven to eight hours."]),
        ("No splint", "not-stated", []),
    ]


def test_summary__nothing_matters_a_lot__shows_no_rows() -> None:
    """Evidence is shown for what matters to the person."""
    assert summary_of(small(), {"matters": {"less-pain": "a-little"}}).evidence.rows == ()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"hours": 0}, ["hours-worn"]),
        ({"hours": "not-sure"}, ["hours-worn"]),
        ({"matters": {"less-pain": "a-lot"}}, []),
        ({"hours": 5, "matters": {"free-hands": "a-lot"}}, ["hours-worn"]),
        ({"hours": 5, "matters": {"less-pain": "a-lot"}}, []),
        ({"splint": "yes"}, []),
    ],
)
def test_summary__disagreement_that_an_answer_touches__is_shown(given: dict[str, Answer], expected: list[str]) -> None:
    """A topic on which documents differ is shown where an answer on page one rests on it, unless a row shows it."""
    assert [topic.id for topic in summary_of(small(), given).differing] == expected


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
    assert (summary.matters, summary.evidence.rows, summary.differing, summary.not_asked) == ((), (), (), ("Numb now",))


def test_summary__what_documents_say_left_out__is_absent() -> None:
    """A person may take along what was said, and nothing else."""
    summary = summary_of(small(), GIVEN, left_out=frozenset({"what-documents-say"}))

    assert (summary.evidence.rows, summary.differing) == ((), ())
    assert summary.left_out == ("What the documents say",)
    assert len(summary.sections) == 3


def test_summary__observations_left_out__are_absent() -> None:
    """A therapist's words can be kept for the next session."""
    summary = summary_of(small(), GIVEN, observations={"hand": "Warm."}, left_out=frozenset({"observations"}))

    assert summary.observations == ()
    assert "Warm" not in everything_in(summary)


def test_parts__small_guide__are_its_sections_and_what_others_say() -> None:
    """These are what a person can leave out."""
    assert parts(small()) == (
        ("hand", "Your hand"),
        ("nights", "Your nights"),
        ("wishes", "What matters"),
        ("what-documents-say", "What the documents say"),
        ("observations", "The therapist's observations"),
        ("two-views", "Two views"),
    )


def test_summary__section_with_a_kept_question_left_out__is_not_told_by_the_question() -> None:
    """A question to ask that an answer suggested goes with the answer, in the list of all answers too."""
    summary = summary_of(small(), GIVEN, to_ask=TO_ASK, left_out=frozenset({"nights"}))

    assert summary.kept == ()
    assert summary.sections[-1].said[-1] == answered("Questions to ask", "Who pays?")


def test_summary__section_with_the_name_left_out__has_no_name() -> None:
    """A summary can be made without a name on it."""
    assert summary_of(small(), GIVEN, left_out=frozenset({"hand"})).name == ""


@pytest.mark.parametrize(("made", "overdue"), [(date(2027, 1, 15), False), (date(2027, 1, 16), True)])
def test_summary__made_after_the_review_date__is_overdue(made: date, overdue: bool) -> None:
    """The day of the review itself is still in time."""
    assert summarise(walk(small()), made).overdue is overdue


ANSWERS_THAT_PULL_APART: tuple[dict[str, Answer], ...] = (
    {
        "tablets-tried": "taking-now",
        "tablets-help": "a-lot",
        "side-effects": ("none-of-these",),
        "pattern": "few-muscles",
        "surgery-feel": "would-not-want",
        "trip-time": 600,
        "trip-sure": "often-in-doubt",
    },
    {
        "tablets-tried": "took-before",
        "tablets-help": "not-at-all",
        "side-effects": ("drowsiness", "weakness", "confusion"),
        "pattern": "most-of-body",
        "surgery-feel": "fine-with-it",
        "trip-time": 5,
        "trip-sure": "every-time",
    },
)


def test_evidence__opposite_answers__says_the_same() -> None:
    """Answers decide what is shown; what a document says of it never depends on them."""
    concerns = {name: shipped().questions[name] for name in ("matters-daily-life", "matters-body", "matters-living")}
    matters: dict[str, Answer] = {
        name: {choice.id: "a-lot" for choice in asked.offered} for name, asked in concerns.items()
    }
    one, other = (summary_of(shipped(), given | matters) for given in ANSWERS_THAT_PULL_APART)

    assert one.evidence == other.evidence
    assert len(one.evidence.rows) >= 10
    assert {topic.id: topic for topic in one.differing} == {topic.id: topic for topic in other.differing}


def test_evidence__one_concern_or_all__has_equal_rows_for_equal_rows() -> None:
    """A row does not change because another stands beside it."""
    every = {choice.id: "a-lot" for choice in shipped().questions["matters-living"].offered}
    together = {row.id: row.cells for row in summary_of(shipped(), {"matters-living": every}).evidence.rows}

    for concern in every:
        for row in summary_of(shipped(), {"matters-living": {concern: "a-lot"}}).evidence.rows:
            assert row.cells == together[row.id]


def test_evidence__row__has_every_option_in_the_order_of_the_content() -> None:
    """No answer moves an option before another."""
    every = {choice.id: "a-lot" for choice in shipped().questions["matters-body"].offered}
    for given in ANSWERS_THAT_PULL_APART:
        for row in summary_of(shipped(), given | {"matters-body": every}).evidence.rows:
            assert [cell.option.name for cell in row.cells] == [
                "Baclofen pump",
                "Medicines by mouth",
                "Injections into a few muscles",
                "Stretching, exercise and rehab",
                "Keeping things as they are for now",
            ]


FIELDS = {
    "content", "made", "name", "people", "considerations", "tells_matters", "matters", "own_words", "tells_questions",
    "own_questions", "kept", "undecided",
    "sections", "observations", "evidence", "differing", "not_sure", "left_open", "not_asked", "left_out", "overdue",
}  # fmt: skip


def test_summary__its_fields__hold_no_place_for_a_verdict() -> None:
    """Whoever adds a field has to name it here, and think whether a verdict could stand in it."""
    assert {field.name for field in fields(Summary)} == FIELDS
    assert {field.name for field in fields(GridRow)} == {"id", "name", "cells", "folded", "note"}
    assert {field.name for field in fields(GridCell)} == {"option", "claims", "differing"}
    assert {field.name for field in fields(Said)} == {"label", "values", "state", "areas"}
    assert {field.name for field in fields(Suggestion)} == {"id", "question", "reason", "theme", "origin", "kept"}


def test_summary__its_values__are_never_numbers() -> None:
    """A score would be a number, and no field of a summary or of its parts can hold one."""
    assert _types(Summary) & {int, float, complex} == set()


def _types(kind: Any) -> set[Any]:
    """Every type that a value of this type is made of, the content's own models aside."""
    if is_dataclass(kind):
        return set().union(*(_types(hint) for hint in get_type_hints(kind).values()))
    if get_origin(kind) is not None or get_args(kind):
        return set().union(*(_types(part) for part in get_args(kind)))
    return {kind}
