"""Save files for the small guide, made of the parts that a test names, and what comes out of them."""

import json
from typing import Any

from logic.answers.answers import Answers
from logic.files.open_file import Opened, open_file
from logic.files.save_file import save
from tests.builders import SAVED_AT, small

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
