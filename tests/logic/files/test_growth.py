"""What a file or a browser brings takes as many steps as it has parts, not the square of it: counted, not timed."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import Any, ClassVar

import pytest

from logic.answers.answers import MOST_OWN, Answers
from logic.answers.changes import PREFIX, Note, with_notes
from logic.files.fit_record import fit_record, merge_records
from logic.files.open_file import open_file
from logic.files.save_file import FORMAT, NUMBER, save
from tests.builders import small

Make = Callable[[list[str]], dict[str, Any]]


class Counted(str):
    """A text that counts how often it is compared with another one, which no trace of lines shows."""

    __slots__ = ()
    compared: ClassVar[int] = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class CountedNumber(int):
    """A number that counts the same."""

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return int.__eq__(self, other)

    __hash__ = int.__hash__


def counted(value: Any) -> Any:
    if isinstance(value, dict):
        return {Counted(key): counted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [counted(item) for item in value]
    return Counted(value) if isinstance(value, str) else CountedNumber(value) if isinstance(value, int) else value


@contextmanager
def lines_counted(into: list[int]) -> Iterator[None]:
    def trace(frame: FrameType, event: str, _: object) -> Any:
        into[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def steps(make: Make, parts: int) -> int:
    """Return the lines run and the comparisons made for a record of so many parts, and as many others kept aside."""
    record, aside, lines = counted(make(numbered(parts))), counted(make(numbered(parts, 10_000))), [0]
    Counted.compared = 0
    with lines_counted(lines):
        merge_records(small(), fit_record(small(), record), fit_record(small(), aside))
    return lines[0] + Counted.compared


def numbered(parts: int, start: int = 0) -> list[str]:
    return [str(number) for number in range(start, start + parts)]


HOSTILE: dict[str, Make] = {
    "distinct own questions": lambda parts: {"questions_to_ask": {"own": parts}},
    "own concerns": lambda parts: {"concerns_added": [{"text": text} for text in parts]},
    "own concerns of no level": lambda parts: {"concerns_added": [{"text": text, "level": [text]} for text in parts]},
    "questions kept and dropped": lambda parts: {"questions_to_ask": {"kept": parts, "dropped": parts}},
    "numbers for questions": lambda parts: {"questions_to_ask": {"own": [int(text) for text in parts]}},
    "lists for questions": lambda parts: {"questions_to_ask": {"own": [[text] for text in parts]}},
    "mappings for questions": lambda parts: {"questions_to_ask": {"own": [{text: 1} for text in parts]}},
    "unknown answers": lambda parts: {"answers": dict.fromkeys(parts, 1)},
    "unknown choices": lambda parts: {"answers": {"fingers": parts}},
    "a list for one choice": lambda parts: {"answers": {"who": parts}},
    "unknown concerns": lambda parts: {"answers": {"matters": dict.fromkeys(parts, "a-little")}},
    "unknown observations": lambda parts: {"observations": dict.fromkeys(parts, "seen")},
    "unknown groups": lambda parts: {text: [1] for text in parts},
    "lists that clash": lambda parts: {"answers": parts, "observations": parts},
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_parts_take_at_most_two_and_a_half_times_the_steps(make: Make) -> None:
    """Compared each with every other, they would take four times as many."""
    small()
    assert steps(make, 600) <= 2.5 * steps(make, 300)


def test_a_change_of_a_control_whose_name_is_endless_takes_no_more_steps_than_another() -> None:
    """A browser's notes can hold any name, and each part of one could be the name of a question."""

    def taken(key: str) -> int:
        lines = [0]
        with lines_counted(lines):
            with_notes(small(), Answers(), [Note(key, "x", small().guide.version)])
        return lines[0]

    assert taken(PREFIX + "a-" * 5000) <= 2 * taken(f"{PREFIX}a")


def opened(**parts: Any) -> Any:
    record = {"format": {"name": FORMAT, "number": NUMBER}, **parts}
    return open_file(small(), json.dumps(record).encode())


def test_own_questions_and_concerns_over_the_most_are_kept_aside_and_told() -> None:
    """A hundred of each are in use; the rest is listed to the person and goes into the next file."""
    texts = numbered(MOST_OWN + 2)
    found = opened(questions_to_ask={"own": texts}, concerns_added=[{"text": text} for text in texts])

    assert found.answers
    assert found.answers.to_ask.own == tuple(texts[:MOST_OWN])
    assert [item.text for item in found.answers.concerns_added] == texts[:MOST_OWN]
    assert found.answers.kept_aside == {
        "questions_to_ask": {"own": texts[MOST_OWN:]},
        "concerns_added": [{"text": text, "level": None} for text in texts[MOST_OWN:]],
    }
    assert [item.what for item in found.misfits] == ["concerns_added", "questions_to_ask own"]


def test_what_was_over_the_most_comes_back_when_there_is_room() -> None:
    """Nothing is lost by having been too much once, and opening again changes nothing."""
    texts = numbered(MOST_OWN + 2)
    first = opened(questions_to_ask={"own": texts}, concerns_added=[{"text": text} for text in texts]).answers
    again = open_file(small(), save(small(), first, datetime(2026, 11, 2, tzinfo=UTC)).encode()).answers
    assert again == first
    record = json.loads(save(small(), first, datetime(2026, 11, 2, tzinfo=UTC)))
    record["questions_to_ask"]["own"] = record["questions_to_ask"]["own"][:50]
    record["concerns_added"] = record["concerns_added"][:50]
    with_room = open_file(small(), json.dumps(record).encode()).answers

    assert with_room
    assert with_room.to_ask.own == (*texts[:50], *texts[MOST_OWN:])
    assert [item.text for item in with_room.concerns_added] == [*texts[:50], *texts[MOST_OWN:]]
    assert with_room.kept_aside == {}
