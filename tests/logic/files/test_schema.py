"""The JSON Schema of the save file: it accepts what the guide writes, and only what it can read."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from logic.files.open_file import open_file
from logic.files.schema import render
from tests.builders import PERSONAS, shipped, small

FORMAT = {"name": "conversation-guide-answers", "number": 1}
SCHEMA = json.loads(render(small()))


def fits(record: dict[str, Any]) -> bool:
    """Whether the schema accepts the record."""
    return bool(Draft202012Validator(SCHEMA).is_valid(record))


@pytest.mark.parametrize("path", sorted(PERSONAS.glob("*.json")), ids=lambda path: str(path.stem))
def test_schema__file_of_a_persona__is_accepted(path: Any) -> None:
    """Another program may rely on the schema for every file that the guide writes."""
    Draft202012Validator(json.loads(render(shipped()))).validate(json.loads(path.read_text(encoding="utf-8")))


def test_schema__itself__is_a_schema() -> None:
    """It follows its own draft."""
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(json.loads(render(shipped())))


@pytest.mark.parametrize(
    ("answers", "accepted"),
    [
        ({}, True),
        ({"who": "me"}, True),
        ({"who": "nobody"}, False),
        ({"who": "not-sure"}, False),
        ({"splint": "not-sure"}, True),
        ({"first-name": "Ada"}, True),
        ({"first-name": 7}, False),
        ({"first-name": "x" * 5001}, False),
        ({"fingers": ["thumb", "wrist"]}, True),
        ({"fingers": ["thumb", "thumb"]}, False),
        ({"fingers": "not-sure"}, True),
        ({"fingers": "thumb"}, False),
        ({"hours": 0}, True),
        ({"hours": 25}, False),
        ({"hours": 5.5}, False),
        ({"hours": "not-sure"}, True),
        ({"matters": {"less-pain": "a-lot", "free-hands": "not-sure"}}, True),
        ({"matters": {"less-pain": 3}}, False),
        ({"matters": "not-sure"}, False),
        ({"gone": "x"}, False),
    ],
)
def test_schema__answers__are_accepted_where_the_guide_can_read_them(answers: dict[str, Any], accepted: bool) -> None:
    """The schema and the opener agree on what an answer is."""
    opened = open_file(small(), json.dumps({"format": FORMAT, "answers": answers}).encode())

    assert fits({"format": FORMAT, "answers": answers}) is accepted
    assert accepted is not bool(opened.misfits) or answers == {"fingers": ["thumb", "thumb"]}


@pytest.mark.parametrize(
    ("parts", "accepted"),
    [
        ({"concerns_added": [{"text": "Noise", "level": None}]}, True),
        ({"concerns_added": [{"text": "Noise", "level": "most"}]}, False),
        ({"questions_to_ask": {"kept": ["ask-hours"], "dropped": ["open-summer"], "own": ["Who pays?"]}}, True),
        ({"questions_to_ask": {"kept": ["ask-gone"]}}, False),
        ({"observations": {"hand": "Warm."}}, True),
        ({"observations": {"feet": "Warm."}}, False),
        ({"voice": None}, True),
        ({"voice": "me"}, True),
        ({"voice": "nobody"}, False),
        ({"format": {"name": "resume", "number": 1}}, False),
        ({"kept_aside": {"answers": {"gone": "x"}}}, True),
    ],
)
def test_schema__other_parts__are_accepted_where_they_fit(parts: dict[str, Any], accepted: bool) -> None:
    """Concerns, questions to ask, observations and the voice have their shapes too."""
    assert fits({"format": FORMAT, "answers": {}} | parts) is accepted


@pytest.mark.parametrize("missing", ["format", "answers"])
def test_schema__format_or_answers_missing__is_refused(missing: str) -> None:
    """Without these a file is no save file."""
    record = {"format": FORMAT, "answers": {}}
    del record[missing]

    assert not fits(record)
