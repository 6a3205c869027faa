"""What a person's changes do to the answers, control by control, whatever order they are heard in."""

from difflib import get_close_matches
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.answers import changes
from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.changes import PREFIX, Note, controls_of, key_of, with_notes, without_a_place
from logic.content.kinds.answer import LONGEST, Answer
from logic.content.kinds.question import Question
from logic.content.kinds.ticks import TickedChoice
from tests.builders import guide_of, question, shipped, small

QUESTIONS = list(shipped().questions.values())
VERSION = shipped().guide.version
NOWHERE = tuple(TickedChoice(id=name, label=name, alone=name == "none") for name in ("a", "b", "none"))


def noted(key: str, value: bool | int | str) -> Note:
    """A note of the shipped guide."""
    return Note(key, value, VERSION)


def after(asked: Question, before: Answer | None, part: str, value: bool | int | str) -> Answer | None:
    """The answer to a question after a change of one of its controls."""
    guide = guide_of((asked,))
    given = {} if before is None else {asked.id: before}
    key = f"answer-{asked.id}{part and '-'}{part}"
    return with_notes(guide, Answers(given), [Note(key, value, guide.guide.version)]).given.get(asked.id)


@pytest.mark.parametrize(
    ("kind", "before", "part", "value", "now"),
    [
        ("one", None, "", 1, "b"),
        ("one", "a", "", 3, "not-sure"),
        ("one", "a", "", 4, "a"),
        ("one", "a", "", -1, "a"),
        ("one", "a", "", True, "a"),
        ("one", "a", "", "b", "a"),
        ("one", "a", "clear", True, None),
        ("one", "a", "b", True, "a"),
        ("several", None, "b", True, ("b",)),
        ("several", ("b",), "a", True, ("a", "b")),
        ("several", ("a", "b"), "a", False, ("b",)),
        ("several", ("a",), "a", False, None),
        ("several", ("a", "b"), "not-sure", True, "not-sure"),
        ("several", "not-sure", "a", True, ("a",)),
        ("several", "not-sure", "not-sure", False, None),
        ("body_areas", ("c",), "a", True, ("a", "c")),
        ("importance", None, "a", 2, {"a": "a-lot"}),
        ("importance", {"a": "a-lot"}, "b", 3, {"a": "a-lot", "b": "not-sure"}),
        ("importance", {"a": "a-lot"}, "a", 9, {"a": "a-lot"}),
        ("importance", {"a": "a-lot"}, "clear", True, None),
        ("number", None, "", "7", 7),
        ("number", 7, "", "", None),
        ("number", 7, "", " ", None),
        ("number", 7, "", " 08 ", 8),
        ("number", 7, "", "25", None),
        ("number", 7, "", "-1", None),
        ("number", 7, "", "٣", 3),
        ("number", 7, "", "1.5", None),
        ("number", 7, "", "1,5", None),
        ("number", 7, "", "1½", None),
        ("number", 7, "", "²", None),
        ("number", 7, "", "1e1", None),
        ("number", 7, "", "5 hours", None),
        ("number", 7, "", "1" * 10, None),
        ("number", "not-sure", "", "25", None),
        ("number", 7, "", 3, 7),
        ("number", 7, "not-sure", True, "not-sure"),
        ("number", "not-sure", "not-sure", False, None),
        ("words", None, "", " Less pain.\n", " Less pain.\n"),
        ("words", "Less pain.", "", " \n", None),
        ("words", "Less pain.", "", 3, "Less pain."),
        ("words", "Less pain.", "", "x" * (LONGEST + 1), "Less pain."),
    ],
)
def test_change__of_each_control_of_each_kind__makes_this_answer(
    kind: str, before: Answer | None, part: str, value: bool | int | str, now: Answer | None
) -> None:
    """What no control can show changes nothing."""
    assert after(question("asked", kind), before, part, value) == now


@pytest.mark.parametrize(
    ("before", "part", "now"),
    [(("a", "b"), "none", ("none",)), (("none",), "a", ("a",)), ("not-sure", "none", ("none",))],
)
def test_change__tick_that_stands_alone__clears_the_others_and_they_clear_it(
    before: Answer, part: str, now: Answer
) -> None:
    """Nobody has to take a tick away by hand before another can count."""
    assert after(question("asked", "several", choices=NOWHERE), before, part, True) == now


def test_change__not_sure_where_it_is_not_offered__has_no_place() -> None:
    """The place after the last choice is nobody's."""
    assert after(question("asked", not_sure=False), "a", "", 3) == "a"


def test_change__of_questions_for_the_doctor__keeps_drops_and_takes_down() -> None:
    """The last word on a suggestion counts; lines are taken one by one, blank and repeated ones left out."""
    content, version = small(), small().guide.version
    ask = next(ask.id for asked in content.questions.values() for ask in asked.ask)
    silent = content.not_covered[0].id
    notes = [
        Note(f"answer-ask-{ask}", True, version),
        Note(f"answer-ask-{silent}", False, version),
        Note(f"answer-ask-{silent}", 7, version),
        Note("answer-own-questions", "Does it hurt?\n\n Why? \nWhy?", version),
        Note("answer-own-questions", 3, version),
    ]

    assert with_notes(content, Answers(), notes).to_ask == ToAsk((ask,), (silent,), ("Does it hurt?", "Why?"))
    dropped = with_notes(content, Answers(), [*notes, Note(f"answer-ask-{ask}", False, version)])
    assert dropped.to_ask == ToAsk((), (silent, ask), ("Does it hurt?", "Why?"))


def test_change__of_an_observation__is_kept_without_its_margins_and_goes_when_it_is_blank() -> None:
    """What is no text leaves it as it was."""
    content, version = small(), small().guide.version
    written = with_notes(content, Answers(), [Note("answer-observation-hand", " Warm. ", version)])

    assert written.observations == {"hand": "Warm."}
    assert with_notes(content, written, [Note("answer-observation-hand", True, version)]) == written
    assert with_notes(content, written, [Note("answer-observation-hand", " ", version)]) == Answers()


def test_change__of_own_concerns__keeps_the_level_of_a_line_that_stays() -> None:
    """Lines are told apart by their words; what is no text changes nothing."""
    asked = question("asked", "importance", own_words=True)
    guide = guide_of((asked,))
    before = Answers(concerns_added=(AddedConcern("cats", "a-lot"), AddedConcern("dogs", "a-little")))

    def changed(value: Any) -> tuple[AddedConcern, ...]:
        return with_notes(guide, before, [Note("answer-asked-own", value, guide.guide.version)]).concerns_added

    assert changed("garden\ncats") == (AddedConcern("garden"), AddedConcern("cats", "a-lot"))
    assert changed(True) == before.concerns_added


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("my gardn\nsleeping", ["a-lot", "a-little"]),
        ("my garden\nsleeping well", ["a-lot", "a-little"]),
        ("sleeping\nmy garden", ["a-little", "a-lot"]),
        ("the cats\nmy garden\nsleepin", [None, "a-lot", "a-little"]),
        ("sleeping", ["a-little"]),
        ("My garden.", ["a-lot"]),
        ("money\nsleeping", [None, "a-little"]),
        ("my garden 1\nmy garden 2\nsleeping", ["a-lot", None, "a-little"]),
    ],
)
def test_change__of_own_concerns__keeps_how_much_a_mended_line_matters(typed: str, levels: list[str | None]) -> None:
    """A slip that is put right is the same concern; other words are another, and one level goes to one line."""
    asked = question("asked", "importance", own_words=True)
    guide = guide_of((asked,))
    before = Answers(concerns_added=(AddedConcern("my gardn", "a-lot"), AddedConcern("sleeping", "a-little")))
    after = with_notes(guide, before, [Note("answer-asked-own", typed, guide.guide.version)])

    assert [item.text for item in after.concerns_added] == typed.split("\n")
    assert [item.level for item in after.concerns_added] == levels


def test_change__of_own_concerns_over_and_over__compares_no_more_than_a_person_could_bring_about() -> None:
    """Lines that stay keep their level all the same; before, fifty such changes took seventeen seconds."""
    asked = question("asked", "importance", own_words=True)
    guide = guide_of((asked,))
    before = Answers(concerns_added=(AddedConcern("stays", "a-lot"),))
    texts = ["\n".join(["stays", *(f"{'ab' * 20}{line} {turn}" for line in range(99))]) for turn in range(6)]
    compared = list[int]()

    def close(line: str, others: list[str], **how: Any) -> list[str]:
        compared.append(len(line) * sum(map(len, others)))
        return get_close_matches(line, others, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changes, "get_close_matches", close)
        after = with_notes(guide, before, [Note("answer-asked-own", text, guide.guide.version) for text in texts])

    assert 0 < sum(compared) <= 20_000_000
    assert after.concerns_added[0] == AddedConcern("stays", "a-lot")
    assert [item.text for item in after.concerns_added] == texts[-1].split("\n")


@pytest.mark.parametrize("key", ["answer-nothing", "answer-own-1", "answer-matters-body-own-1", "", "answer-name-x"])
def test_change__of_a_control_that_is_nowhere__is_passed_over(key: str) -> None:
    """Storage can hold notes of another guide."""
    before = Answers({"name": "Ada"})

    assert with_notes(shipped(), before, [noted(key, "x"), noted(key, 1)]) == before


def test_controls__of_the_shipped_guide__have_a_key_each() -> None:
    """A note says which control it is of by its key alone."""
    keys = [key for question in QUESTIONS for key in controls_of(question)]
    keys += [f"answer-ask-{ask.id}" for question in QUESTIONS for ask in question.ask]

    assert len(keys) > 200
    assert [key for key in keys if keys.count(key) > 1] == []


def test_change__of_an_own_concern__is_noted_by_its_number() -> None:
    """Also where the line was only just typed; a number that stands for none is passed over."""
    question = next(q for q in QUESTIONS if q.takes_own_concerns)
    own = f"{PREFIX}{question.id}-own"
    notes = [
        noted(own, "garden\ncats"),
        noted(f"{own}-1", 2),
        noted(f"{own}-7", 1),
        noted(f"{own}-x", 1),
        noted(f"{own}-{'9' * 5000}", 1),
    ]
    added = with_notes(shipped(), Answers(), notes).concerns_added

    assert [(item.text, item.level) for item in added] == [("garden", None), ("cats", "a-lot")]


@pytest.mark.parametrize(
    ("note", "given", "told"),
    [
        (Note("answer-asked", 0, "1999.1", words="B"), {"asked": "b"}, ()),
        (Note("answer-asked", 0, "1999.1", words="I'm not sure"), {"asked": "not-sure"}, ()),
        (Note("answer-asked", 0, "1999.1", words="Z"), {}, ("Z",)),
        (Note("answer-asked", 0, "1999.1"), {}, ()),
        (Note("answer-gone", 0, "1999.1", words="Every day"), {}, ("Every day",)),
        (Note("answer-gone", "At night", "1999.1"), {}, ("At night",)),
        (Note("answer-gone-a", True, "1999.1", words="The left arm"), {}, ("The left arm",)),
        (Note("answer-gone-a", False, "1999.1", words="The left arm"), {}, ()),
        (Note("answer-gone", " ", "1999.1"), {}, ()),
        (Note("answer-ticked-a", True, "1999.1", words="A"), {"ticked": ("a",)}, ()),
        (Note("answer-weighed-a", 2, "1999.1", words="A lot"), {"weighed": {"a": "a-lot"}}, ()),
        (Note("answer-said", "At night", "1999.1"), {"said": "At night"}, ()),
    ],
)
def test_change__of_another_version__counts_by_its_words_or_is_told(
    note: Note, given: dict[str, Answer], told: tuple[str, ...]
) -> None:
    """There the third choice may be another one; words, ticks and levels say by themselves what they are."""
    kinds = {"asked": "one", "ticked": "several", "weighed": "importance", "said": "words"}
    guide = guide_of(tuple(question(name, kind) for name, kind in kinds.items()))

    assert with_notes(guide, Answers(), [note]) == Answers(given)
    assert without_a_place(guide, [note, note]) == told


def test_change__of_this_version_that_has_no_place__is_not_told() -> None:
    """Whatever storage holds: only a change that a person made on another screen than ours is."""
    assert without_a_place(shipped(), [noted("answer-nothing", "x"), noted("answer-adult-or-child", 99)]) == ()


VALUES = st.one_of(st.booleans(), st.integers(-2, 12), st.sampled_from(["", "7", "x", " \n", "99999999999"]))
KEYS = sorted(
    {key for question in shipped().questions.values() for key in controls_of(question)}
    | {key_of("own-questions"), *(key_of("ask", name) for name in shipped().ask_ids)}
    | {key_of("observation", section.id) for section in shipped().sections}
)
NOTES = st.lists(st.builds(noted, st.sampled_from(KEYS), VALUES), max_size=12)


@given(notes=NOTES, done=st.integers(0, 12))
def test_changes__applied_again__change_nothing(notes: list[Note], done: int) -> None:
    """The server may have heard of any of them before: what was noted last decides."""
    all_at_once = with_notes(shipped(), Answers(), notes)
    some = with_notes(shipped(), Answers(), notes[:done])

    assert with_notes(shipped(), some, notes) == all_at_once
    assert with_notes(shipped(), all_at_once, notes) == all_at_once
