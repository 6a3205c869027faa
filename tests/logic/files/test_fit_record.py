"""What fits of a save file is taken, what does not is told and kept aside, and comes back once it fits."""

import json
from typing import Any

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.content.kinds.ticks import TickedChoice
from logic.files.open_file import Misfit, open_file
from logic.files.save_file import save
from tests.builders import SAVED_AT, guide_of, question
from tests.save_files import FORMAT, again, answers_in, opened


def test_open__everything_that_fits__is_taken() -> None:
    """Each kind of answer, concerns, questions to ask and observations come back."""
    answers = answers_in(
        answers={
            "who": "me",
            "hours": 5,
            "fingers": ["wrist", "thumb"],
            "splint": "not-sure",
            "matters": {"less-pain": "a-lot"},
        },
        concerns_added=[{"text": "Cold hands", "level": "a-lot"}, {"text": "Noise", "level": None}, {"text": "Light"}],
        questions_to_ask={"kept": ["ask-hours", "ask-hours"], "dropped": ["open-summer"], "own": ["Who pays?"]},
        observations={"hand": "Warm."},
    )

    assert answers == Answers(
        {
            "who": "me",
            "hours": 5,
            "fingers": ("thumb", "wrist"),
            "splint": "not-sure",
            "matters": {"less-pain": "a-lot"},
        },
        (AddedConcern("Cold hands", "a-lot"), AddedConcern("Noise"), AddedConcern("Light")),
        ToAsk(("ask-hours",), ("open-summer",), ("Who pays?",)),
        {"hand": "Warm."},
    )


@pytest.mark.parametrize(
    ("parts", "misfits", "aside"),
    [
        ({"answers": {"gone": "x"}}, [("gone", "x")], {"answers": {"gone": "x"}}),
        ({"answers": {"who": "nobody"}}, [("Filled in by", "nobody")], {"answers": {"who": "nobody"}}),
        ({"answers": {"who": 7}}, [("Filled in by", "7")], {"answers": {"who": 7}}),
        ({"answers": {"hours": 25}}, [("Sleep", "25")], {"answers": {"hours": 25}}),
        ({"answers": {"hours": 10**30}}, [("Sleep", "1" + "0" * 30)], {"answers": {"hours": 10**30}}),
        ({"answers": {"hours": 5.5}}, [("Sleep", "5.5")], {"answers": {"hours": 5.5}}),
        ({"answers": {"fingers": ["toe"]}}, [("Where it hurts", '["toe"]')], {"answers": {"fingers": ["toe"]}}),
        ({"answers": ["who"]}, [("answers", '["who"]')], {"answers": ["who"]}),
        ({"answers": "me"}, [("answers", "me")], {"answers": "me"}),
        ({"concerns_added": "Noise"}, [("concerns_added", "Noise")], {"concerns_added": "Noise"}),
        ({"concerns_added": ["Noise"]}, [("concerns_added", '["Noise"]')], {"concerns_added": ["Noise"]}),
        (
            {"concerns_added": [{"text": 7}, {"text": "Noise", "level": "most"}]},
            [("concerns_added", '[{"text": 7}, {"text": "Noise", "level": "most"}]')],
            {"concerns_added": [{"text": 7}, {"text": "Noise", "level": "most"}]},
        ),
        (
            {"questions_to_ask": {"kept": ["ask-gone", 7], "own": [{}]}},
            [("questions_to_ask kept", '["ask-gone", 7]'), ("questions_to_ask own", "[{}]")],
            {"questions_to_ask": {"kept": ["ask-gone", 7], "own": [{}]}},
        ),
        (
            {"questions_to_ask": {"kept": "ask-hours", "later": ["ask-hours"]}},
            [("questions_to_ask kept", "ask-hours"), ("questions_to_ask later", '["ask-hours"]')],
            {"questions_to_ask": {"kept": "ask-hours", "later": ["ask-hours"]}},
        ),
        ({"questions_to_ask": [1]}, [("questions_to_ask", "[1]")], {"questions_to_ask": [1]}),
        ({"observations": {"feet": "Cold."}}, [("observations feet", "Cold.")], {"observations": {"feet": "Cold."}}),
        ({"observations": {"hand": 7}}, [("observations hand", "7")], {"observations": {"hand": 7}}),
        ({"observations": "Cold."}, [("observations", "Cold.")], {"observations": "Cold."}),
        ({"mood": {"today": "good"}}, [("mood today", "good")], {"mood": {"today": "good"}}),
        ({"kept_aside": "x"}, [("kept_aside", "x")], {"kept_aside": "x"}),
        ({"kept_aside": {"answers": {"gone": "x"}}}, [("gone", "x")], {"answers": {"gone": "x"}}),
    ],
)
def test_open__what_does_not_fit__is_listed_and_kept_in_the_next_file(
    parts: dict[str, Any], misfits: list[tuple[str, str]], aside: dict[str, Any]
) -> None:
    """The person is told, no answer comes of it, and saving and opening twice loses none of it."""
    found = opened(**parts)

    assert found.answers == Answers(kept_aside=aside)
    assert list(found.misfits) == [Misfit(*pair) for pair in misfits]
    assert again(again(found.answers)) == found.answers


def test_open__words_over_5000_characters__are_kept_aside_whole() -> None:
    """Nobody's words are cut."""
    long = "x" * 5001
    answers = answers_in(
        answers={"first-name": long},
        concerns_added=[{"text": long, "level": None}],
        questions_to_ask={"own": [long]},
        observations={"hand": long},
    )

    assert answers == Answers(
        kept_aside={
            "answers": {"first-name": long},
            "concerns_added": [{"text": long, "level": None}],
            "questions_to_ask": {"own": [long]},
            "observations": {"hand": long},
        }
    )


def test_open__choice_that_no_longer_exists__leaves_the_others() -> None:
    """Part of an answer may fit, and the rest is listed."""
    found = opened(answers={"fingers": ["thumb", "toe"], "matters": {"less-pain": "a-lot", "sleep": "a-lot"}})

    assert found.answers is not None
    assert found.answers.given == {"fingers": ("thumb",), "matters": {"less-pain": "a-lot"}}
    assert found.answers.kept_aside == {"answers": {"fingers": ["toe"], "matters": {"sleep": "a-lot"}}}
    assert found.misfits == (Misfit("Where it hurts", '["toe"]'), Misfit("What matters", '{"sleep": "a-lot"}'))


def test_open__blank_words__say_nothing() -> None:
    """Spaces are no concern, no question and no observation, and nobody is told that they do not fit."""
    found = opened(
        concerns_added=[{"text": " ", "level": "a-lot"}],
        questions_to_ask={"own": ["\n", "Who pays?"]},
        observations={"hand": ""},
    )

    assert (found.answers, found.misfits) == (Answers(to_ask=ToAsk(own=("Who pays?",))), ())


def test_open__question_both_kept_and_dropped__is_kept_and_the_other_listed() -> None:
    """It cannot be both, and which it was is not forgotten."""
    answers = answers_in(questions_to_ask={"kept": ["ask-hours"], "dropped": ["ask-hours"]})

    assert answers.to_ask == ToAsk(kept=("ask-hours",))
    assert answers.kept_aside == {"questions_to_ask": {"dropped": ["ask-hours"]}}
    assert again(answers) == answers


def test_open__concern_with_a_key_nobody_knows__keeps_that_aside() -> None:
    """The concern is taken, and what came with it is not lost."""
    answers = answers_in(concerns_added=[{"text": "Noise", "level": "a-lot", "colour": "red"}])

    assert answers.concerns_added == (AddedConcern("Noise", "a-lot"),)
    assert answers.kept_aside == {"concerns_added": [{"colour": "red"}]}


@pytest.mark.parametrize(
    ("now", "aside", "given", "still_aside"),
    [
        ({}, {"who": "me"}, {"who": "me"}, {}),
        ({"who": "me"}, {"who": "me"}, {"who": "me"}, {}),
        ({"who": "me"}, {"who": "family"}, {"who": "me"}, {"answers": {"who": "family"}}),
        ({"fingers": ["wrist"]}, {"fingers": ["thumb"]}, {"fingers": ("thumb", "wrist")}, {}),
        (
            {"fingers": ["nowhere"]},
            {"fingers": ["thumb"]},
            {"fingers": ("nowhere",)},
            {"answers": {"fingers": ["thumb"]}},
        ),
        ({"fingers": "not-sure"}, {"fingers": ["thumb"]}, {"fingers": "not-sure"}, {"answers": {"fingers": ["thumb"]}}),
        (
            {"matters": {"less-pain": "a-lot"}},
            {"matters": {"less-pain": "a-little", "free-hands": "a-lot"}},
            {"matters": {"less-pain": "a-lot", "free-hands": "a-lot"}},
            {"answers": {"matters": {"less-pain": "a-little"}}},
        ),
        ({"hours": 30}, {"hours": 40}, {}, {"answers": {"hours": [40, 30]}}),
        ({"hours": 30}, {"hours": 30}, {}, {"answers": {"hours": 30}}),
        ({"fingers": ["toe", "nail"]}, {"fingers": ["toe"]}, {}, {"answers": {"fingers": ["toe", "nail"]}}),
        ({"who": "x"}, {"hours": 30}, {}, {"answers": {"hours": 30, "who": "x"}}),
        (
            {"matters": {"gone": "a-lot"}},
            {"matters": {"gone": 3}},
            {},
            {"answers": {"matters": {"gone": [3, "a-lot"]}}},
        ),
    ],
)
def test_open__answer_kept_aside_earlier__comes_back_once_it_fits(
    now: dict[str, Any], aside: dict[str, Any], given: dict[str, Any], still_aside: dict[str, Any]
) -> None:
    """What was said since then stands, and what clashes with it stays aside."""
    answers = answers_in(answers=now, kept_aside={"answers": aside})

    assert answers == Answers(given, kept_aside=still_aside)
    assert again(answers) == answers


def test_open__other_parts_kept_aside_earlier__come_back_once_they_fit() -> None:
    """Concerns, questions to ask and observations are treated as answers are."""
    answers = answers_in(
        concerns_added=[{"text": "Noise", "level": None}],
        questions_to_ask={"kept": ["ask-hours"], "dropped": ["ask-which"], "own": ["Who pays?"]},
        observations={"hand": "Warm."},
        kept_aside={
            "concerns_added": [{"text": "Noise", "level": None}, {"text": "Light", "level": "a-lot"}],
            "questions_to_ask": {
                "kept": ["ask-free", "ask-which"],
                "dropped": ["open-summer", "ask-hours"],
                "own": ["Who pays?", "How long?"],
            },
            "observations": {"hand": "Cold.", "nights": "Restless."},
        },
    )

    assert answers == Answers(
        concerns_added=(AddedConcern("Noise"), AddedConcern("Light", "a-lot")),
        to_ask=ToAsk(("ask-hours", "ask-free"), ("ask-which", "open-summer"), ("Who pays?", "How long?")),
        observations={"hand": "Warm.", "nights": "Restless."},
        kept_aside={
            "questions_to_ask": {"kept": ["ask-which"], "dropped": ["ask-hours"]},
            "observations": {"hand": "Cold."},
        },
    )


def test_open__answer_kept_aside_by_an_older_guide__comes_back_in_a_newer_one() -> None:
    """A choice that is taken out and put in again takes nothing from anybody."""
    without = guide_of((question("asked", "several"),))
    with_it = guide_of(
        (question("asked", "several", choices=tuple(TickedChoice(id=x, label=x) for x in ("a", "b", "c", "d"))),)
    )
    first = json.dumps({"format": FORMAT, "answers": {"asked": ["a", "d"]}}).encode()
    answers = open_file(without, first).answers
    assert answers is not None
    assert answers.kept_aside == {"answers": {"asked": ["d"]}}

    assert open_file(with_it, save(without, answers, SAVED_AT).encode()).answers == Answers({"asked": ("a", "d")})
