"""Answers under old names: put where they belong today, replacing nothing and losing nothing."""

import json
from typing import Any

import pytest

from logic.answers.answers import Answers, ToAsk
from logic.content.content import Content, Renamed
from logic.files.carry_over import Carried, carry_over
from logic.files.open_file import open_file
from tests.builders import guide_of, question
from tests.save_files import FORMAT, answers_in, opened

RENAMED = Renamed(
    questions={"old": "one", "whole": ("first", "second"), "single": "many"},
    choices={
        "one": {"gone": "a", "away": "other/b"},
        "many": {"x": ("a", "b"), "y": "other-many/c"},
        "levels": {"both": ("a", "b"), "far": ("other-levels/a", "other-levels/b")},
    },
)


def guide() -> Content:
    """A guide in which questions and choices were renamed in every way there is."""
    asked = (
        *(question(name) for name in ("one", "other", "first", "second")),
        *(question(name, "several") for name in ("many", "other-many")),
        *(question(name, "importance") for name in ("levels", "other-levels")),
    )
    return guide_of(asked, renamed=RENAMED)


def carried(**record: Any) -> Carried:
    """What comes of a record of answers."""
    return carry_over(guide(), record)


@pytest.mark.parametrize(
    ("record", "answers", "changed"),
    [
        ({"one": "b"}, {"one": "b"}, []),
        ({"old": "b"}, {"one": "b"}, ["one"]),
        ({"one": "gone"}, {"one": "a"}, ["one"]),
        ({"old": "gone"}, {"one": "a"}, ["one"]),
        ({"one": "away"}, {"other": "b"}, ["other"]),
        ({"whole": "c"}, {"first": "c", "second": "c"}, ["first", "second"]),
        ({"whole": "c", "first": "a"}, {"first": "a", "second": "c"}, ["second"]),
        ({"single": "a"}, {"many": ["a"]}, ["many"]),
        ({"many": ["x", "c", 7]}, {"many": ["a", "b", "c", 7]}, ["many"]),
        ({"many": ["y"], "other-many": ["a"]}, {"other-many": ["a", "c"]}, ["other-many"]),
        ({"levels": {"both": "a-lot"}}, {"levels": {"a": "a-lot", "b": "a-lot"}}, ["levels"]),
        (
            {"levels": {"c": "a-lot", "far": "a-little"}},
            {"levels": {"c": "a-lot"}, "other-levels": {"a": "a-little", "b": "a-little"}},
            ["levels", "other-levels"],
        ),
    ],
)
def test_carry_over__each_kind_of_new_name__takes_over_what_was_said(
    record: dict[str, Any], answers: dict[str, Any], changed: list[str]
) -> None:
    """One old name can lead to one or several questions or choices, here or in another question."""
    found = carried(**record)

    assert (found.answers, found.left, list(dict.fromkeys(found.changed))) == (answers, {}, changed)


@pytest.mark.parametrize(
    ("record", "answers", "left"),
    [
        ({"nowhere": 1}, {}, {"nowhere": 1}),
        (
            {"levels": {"far": "a-lot"}, "other-levels": {"a": "a-lot", "b": "a-lot"}},
            {"other-levels": {"a": "a-lot", "b": "a-lot"}},
            {},
        ),
        ({"old": "b", "one": "c"}, {"one": "c"}, {"old": "b"}),
        ({"one": "away", "other": "a"}, {"other": "a"}, {"one": "away"}),
        ({"levels": {"far": "a-lot"}, "other-levels": "odd"}, {"other-levels": "odd"}, {"levels": {"far": "a-lot"}}),
        (
            {"levels": {"far": "a-lot"}, "other-levels": {"a": "a-little"}},
            {"other-levels": {"a": "a-little", "b": "a-lot"}},
            {"levels": {"far": "a-lot"}},
        ),
    ],
)
def test_carry_over__what_clashes_with_what_stands_there__is_left_under_its_old_name(
    record: dict[str, Any], answers: dict[str, Any], left: dict[str, Any]
) -> None:
    """What was said under a present name stays, and nothing is dropped."""
    found = carried(**record)

    assert (found.answers, found.left) == (answers, left)


def test_carry_over__two_parts_that_clash__are_both_left() -> None:
    """Each old choice keeps a line of its own."""
    more = {"a": "not-at-all", "b": "not-at-all"}
    renamed = Renamed(choices={"levels": {"far": "other-levels/a", "near": "other-levels/b"}})
    content = guide().model_copy(update={"renamed": renamed})
    found = carry_over(content, {"levels": {"far": "a-lot", "near": "a-lot"}, "other-levels": more})

    assert found.left == {"levels": {"far": "a-lot", "near": "a-lot"}}
    assert found.answers == {"other-levels": more}


def test_carry_over__old_and_new_choice_in_one_answer__keeps_the_new_and_leaves_the_old() -> None:
    """Where the new name has a level of its own, the old one stays what it is, to be told as left over."""
    found = carried(levels={"both": "a-lot", "a": "a-little", "b": "a-little"})

    assert found.answers == {"levels": {"both": "a-lot", "a": "a-little", "b": "a-little"}}


def test_carry_over__value_of_no_known_shape__stays_as_it_is() -> None:
    """Whether it is an answer is asked later."""
    assert carried(levels=7).answers == {"levels": 7}


def test_open__old_name_of_a_question__is_carried_over() -> None:
    """The answer stands under the new name, and the person is told."""
    found = opened(answers={"rest": 7})

    assert (found.answers, found.carried) == (Answers({"hours": 7}), ("Sleep",))


def test_open__old_name_beside_the_new_one__is_kept_aside() -> None:
    """Two answers to one question are never made one by dropping the other."""
    answers = answers_in(answers={"rest": 7, "hours": 6})

    assert answers == Answers({"hours": 6}, kept_aside={"answers": {"rest": 7}})


def test_open__two_old_names_of_one_question__take_the_first_and_keep_the_second() -> None:
    """Questions that became one may both have been answered."""
    content = guide_of((question("asked"),), renamed={"questions": {"once": "asked", "later": "asked"}})
    found = open_file(content, json.dumps({"format": FORMAT, "answers": {"once": "a", "later": "b"}}).encode())

    assert found.answers == Answers({"asked": "a"}, kept_aside={"answers": {"later": "b"}})


def test_open__old_name_of_a_choice__is_carried_over() -> None:
    """The choice stands under its new name, once."""
    found = opened(answers={"splint": "no", "wakes": ["ache", "pain", "noise"]})

    assert found.answers == Answers({"splint": "no", "wakes": ("pain", "noise")})
    assert found.carried == ("Wakes you",)


def test_open__old_name_of_a_single_choice__is_carried_over() -> None:
    """A question with one choice has its choice renamed too."""
    content = guide_of((question("asked"),), renamed={"choices": {"asked": {"old": "b"}}})

    assert open_file(content, json.dumps({"format": FORMAT, "answers": {"asked": "old"}}).encode()).answers == Answers(
        {"asked": "b"}
    )


def test_open__old_name_of_a_concern__is_carried_over() -> None:
    """The importance it had stands under the new name, unless that has one of its own."""
    content = guide_of((question("asked", "importance"),), renamed={"choices": {"asked": {"old": "a", "older": "b"}}})
    answers = {"asked": {"old": "a-lot", "older": "a-little", "b": "not-at-all"}}
    found = open_file(content, json.dumps({"format": FORMAT, "answers": answers}).encode())

    assert found.answers is not None
    assert found.answers.given == {"asked": {"a": "a-lot", "b": "not-at-all"}}
    assert found.answers.kept_aside == {"answers": {"asked": {"older": "a-little"}}}


def test_open__old_name_of_a_question_to_ask__is_carried_over() -> None:
    """Only suggestions have ids; the person's own words stay as they are."""
    answers = answers_in(questions_to_ask={"kept": ["ask-ache"], "dropped": [], "own": ["ask-ache"]})

    assert answers.to_ask == ToAsk(kept=("ask-pain",), own=("ask-ache",))
