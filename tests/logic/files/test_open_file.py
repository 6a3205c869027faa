"""Opening a save file: every refusal has a reason, and any text is taken to the letter."""

import json

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.files.open_file import Opened, Refusal, open_file
from tests.builders import small
from tests.save_files import FORMAT, again, answers_in, opened

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
