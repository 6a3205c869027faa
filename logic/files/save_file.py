"""The save file: readable JSON that a person keeps and opens again.

Its names are those of the content, so that a person can read it and another program can use it.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from logic.answers.answers import Answers
from logic.content.content import Content

FORMAT = "conversation-guide-answers"
NUMBER = 1
"""Raised when a file of today could no longer be read by the program of yesterday."""

LARGEST = 1_000_000
"""Bytes. A guide in which every answer in words is as long as it may be stays below it."""


def save(content: Content, answers: Answers, saved_at: datetime) -> str:
    """Return the text of the save file. The same answers at the same time give the same text."""
    record = {
        "format": {"name": FORMAT, "number": NUMBER},
        "content": content.guide.version,
        "voice": answers.given.get(content.guide.voice),
        "saved_at": saved_at.isoformat(timespec="seconds"),
        "answers": {key: _plain(value) for key, value in _in_order(content, answers.given).items()},
        "concerns_added": [{"text": item.text, "level": item.level} for item in answers.concerns_added],
        "questions_to_ask": {
            "kept": list(answers.to_ask.kept),
            "dropped": list(answers.to_ask.dropped),
            "own": list(answers.to_ask.own),
        },
        "observations": {s.id: answers.observations[s.id] for s in content.sections if s.id in answers.observations},
    }
    if answers.kept_aside:
        record["kept_aside"] = dict(answers.kept_aside)
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _in_order(content: Content, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers in the order of the guide, whatever order they were given in."""
    return {key: given[key] for key in content.questions if key in given}


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value
