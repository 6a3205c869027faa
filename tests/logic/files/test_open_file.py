"""Opening a save file: every refusal has a reason, what fits is taken, and nothing is dropped in silence."""

import json
from typing import Any

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.content.kinds.ticks import TickedChoice
from logic.files.open_file import Misfit, Opened, Refusal, open_file
from logic.files.save_file import save
from tests.builders import SAVED_AT, guide_of, question, small

FORMAT = {"name": "conversation-guide-answers", "number": 1}


def opened(**parts: Any) -> Opened:
    """What comes out of a file with these parts."""
    return open_file(small(), json.dumps({"format": FORMAT, **parts}).encode())


def answers_in(**parts: Any) -> Answers:
    """The answers in a file with these parts, which is not refused."""
    answers = opened(**parts).answers
    assert answers is not None
    return answers


def again(answers: Answers) -> Answers:
    """The same answers, saved and opened."""
    back = open_file(small(), save(small(), answers, SAVED_AT).encode()).answers
    assert back is not None
    return back


GOOD = json.dumps({"format": FORMAT, "answers": {"who": "me"}})
DEEP = '{"format": {"name": "conversation-guide-answers", "number": 1}, "answers": {"who": %s}}'


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", "not-json"),
        (b"Dear doctor,", "not-json"),
        (b"{'format': 1}", "not-json"),
        (GOOD[:-1].encode(), "cut-short"),
        (GOOD[:40].encode(), "cut-short"),
        (GOOD.encode("utf-16"), "not-text"),
        (GOOD.encode("utf-16-le"), "not-text"),
        (GOOD.encode("utf-16-be"), "not-text"),
        (GOOD.encode("latin-1") + b"\xe9", "not-text"),
        (b"\x89PNG\r\n\x1a\n\xff", "not-text"),
        (GOOD.replace('"me"', "NaN").encode(), "not-json"),
        (GOOD.replace('"me"', "-Infinity").encode(), "not-json"),
        (GOOD.replace('"me"', "1e999").encode(), "not-json"),
        (GOOD.replace('"me"', "1" * 5000).encode(), "not-json"),
        (GOOD.replace('"answers"', '"format"').encode(), "not-json"),
        (b'{"format": 1, "format": 2}', "not-json"),
        (b'{"a\\ud800": 1, "a\\ud801": 2}', "not-json"),
        ((DEEP % ("[" * 12 + "]" * 12)).encode(), "too-deep"),
        (b"[" * 100_000, "too-deep"),
        (b"[" * 100_000 + b"]" * 100_000, "too-deep"),
        (b"[]", "not-ours"),
        (b"7", "not-ours"),
        (b"null", "not-ours"),
        (b"{}", "not-ours"),
        (b'{"format": "conversation-guide-answers"}', "not-ours"),
        (b'{"format": {"name": "resume", "number": 1}}', "not-ours"),
        (b'{"format": {"name": "conversation-guide-answers"}}', "not-ours"),
        (b'{"format": {"name": "conversation-guide-answers", "number": "1"}}', "not-ours"),
        (b'{"format": {"name": "conversation-guide-answers", "number": true}}', "not-ours"),
        (b'{"format": {"name": "conversation-guide-answers", "number": 2}}', "newer"),
        (b" " * 1_000_001, "too-large"),
        (GOOD.encode() + b" " * 1_000_000, "too-large"),
    ],
)
def test_open__bytes_that_are_no_save_file__are_refused_with_a_reason(data: bytes, refusal: Refusal) -> None:
    """A refusal names its reason and brings no answers."""
    assert open_file(small(), data) == Opened(None, refusal=refusal)


def test_open__file_that_could_not_be_opened_again__is_refused() -> None:
    """A short file whose odd parts would fill a long one is refused now, and not when it is needed."""
    many = {"format": FORMAT, "odd": [[[[1]]]] * 60_000}

    assert open_file(small(), json.dumps(many, separators=(",", ":")).encode()) == Opened(None, refusal="too-large")


def test_open__answer_nested_as_deep_as_may_be__is_refused_before_it_grows_too_deep() -> None:
    """Keeping it aside would add a level, and then the next file could not be opened."""
    assert open_file(small(), (DEEP % ("[" * 10 + "]" * 10)).encode()).refusal == "too-deep"


def test_open__mark_of_byte_order_at_the_start__is_read() -> None:
    """Some editors put one there."""
    assert open_file(small(), b"\xef\xbb\xbf" + GOOD.encode()).answers == Answers({"who": "me"})


def test_open__file_of_this_guide__tells_when_and_with_which_content_it_was_saved() -> None:
    """The person sees what they are about to open."""
    found = opened(saved_at="2026-11-02T10:00:00+00:00", content="0.9", voice="me")

    assert (found.saved_at, found.content, found.misfits) == ("2026-11-02T10:00:00+00:00", "0.9", ())


@pytest.mark.parametrize("odd", [None, 7, [], {}, True])
def test_open__odd_day_or_version__is_as_if_missing(odd: object) -> None:
    """What a file says of itself is written afresh each time, so nothing is lost."""
    found = opened(saved_at=odd, content=odd, voice=odd)

    assert (found.answers, found.saved_at, found.content) == (Answers(), None, None)


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


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07\x1b[31m",
        "\u202edrah\u202c",
        "שלום עולם",
        "مرحبا",
        "👩🏽‍🦽 ❤️",
        "我的手很冷",
        "<script>alert(1)</script>",
        "[link](https://example.org) ![](https://example.org/x.png)",
        "{braces} {0} %s \\n $x$ #show",
        " two\n\nparagraphs ",
    ],
)
def test_open__hostile_or_foreign_text__is_taken_to_the_letter(text: str) -> None:
    """Text is only text: it is kept as it was written, wherever it stands."""
    answers = answers_in(
        answers={"first-name": text},
        concerns_added=[{"text": text, "level": "a-lot"}],
        questions_to_ask={"own": [text]},
        observations={"hand": text},
    )

    assert answers == Answers({"first-name": text}, (AddedConcern(text, "a-lot"),), ToAsk(own=(text,)), {"hand": text})
    assert again(answers) == answers


def test_open__half_a_character__is_replaced() -> None:
    """JSON can write down half a character, which no file or page can hold."""
    data = b'{"format": {"name": "conversation-guide-answers", "number": 1}, "answers": {"first-name": "a\\ud83db"}}'

    assert open_file(small(), data).answers == Answers({"first-name": "a\ufffdb"})


def test_open__half_a_character_in_odd_parts__is_replaced() -> None:
    """What is kept aside goes into the next file as well."""
    data = b'{"format": {"name": "conversation-guide-answers", "number": 1}, "odd\\ud83d": [{"x": "\\ud83d"}]}'

    assert open_file(small(), data).answers == Answers(kept_aside={"odd\ufffd": [{"x": "\ufffd"}]})
