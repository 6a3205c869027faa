"""The save file: readable, the same for the same answers, and open to other programs."""

import json
from datetime import UTC, datetime

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.content.kinds.answer import Answer
from logic.files.save_file import save
from tests.builders import SAVED_AT, small

EVERYTHING = Answers(
    given={
        "matters": {"less-pain": "a-lot"},
        "hours": 5,
        "splint": "not-sure",
        "fingers": ("thumb", "wrist"),
        "first-name": "Ödön",
        "who": "me",
    },
    concerns_added=(AddedConcern("Cold hands", "a-lot"), AddedConcern("Noise")),
    to_ask=ToAsk(kept=("ask-hours",), dropped=("open-summer",), own=("Who pays?",)),
    observations={"nights": "Wakes often.", "hand": "Warm."},
    kept_aside={"answers": {"gone": "x"}},
)

TEXT = """\
{
  "format": {
    "name": "conversation-guide-answers",
    "number": 1
  },
  "content": "1.0",
  "voice": "me",
  "saved_at": "2026-11-02T10:00:00+00:00",
  "answers": {
    "who": "me",
    "first-name": "Ödön",
    "splint": "not-sure",
    "fingers": [
      "thumb",
      "wrist"
    ],
    "hours": 5,
    "matters": {
      "less-pain": "a-lot"
    }
  },
  "concerns_added": [
    {
      "text": "Cold hands",
      "level": "a-lot"
    },
    {
      "text": "Noise",
      "level": null
    }
  ],
  "questions_to_ask": {
    "kept": [
      "ask-hours"
    ],
    "dropped": [
      "open-summer"
    ],
    "own": [
      "Who pays?"
    ]
  },
  "observations": {
    "hand": "Warm.",
    "nights": "Wakes often."
  },
  "kept_aside": {
    "answers": {
      "gone": "x"
    }
  }
}
"""


def test_save__everything__is_readable_in_the_order_of_the_guide() -> None:
    """A person can read the file, and its names are those of the content."""
    assert save(small(), EVERYTHING, SAVED_AT) == TEXT


def test_save__nothing_said__has_every_part_but_what_was_kept_aside() -> None:
    """A program that reads the file finds each part, be it empty."""
    assert json.loads(save(small(), Answers(), SAVED_AT)) == {
        "format": {"name": "conversation-guide-answers", "number": 1},
        "content": "1.0",
        "voice": None,
        "saved_at": "2026-11-02T10:00:00+00:00",
        "answers": {},
        "concerns_added": [],
        "questions_to_ask": {"kept": [], "dropped": [], "own": []},
        "observations": {},
    }


def test_save__fraction_of_a_second__is_left_out() -> None:
    """The time is for people."""
    saved = save(small(), Answers(), datetime(2026, 11, 2, 10, 0, 0, 999, tzinfo=UTC))

    assert '"saved_at": "2026-11-02T10:00:00+00:00"' in saved


def test_save__longest_words_everywhere__stays_under_a_third_of_the_limit() -> None:
    """Nobody can fill in the guide so fully that their own file is refused."""
    longest: dict[str, Answer] = {"first-name": "😀" * 5000}
    answers = Answers(longest, observations=dict.fromkeys(("hand", "nights", "wishes"), "😀" * 5000))

    assert len(save(small(), answers, SAVED_AT).encode()) < 333_333
