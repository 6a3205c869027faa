"""The person's own order of the questions that they keep."""

import pytest

from logic.answers.answers import Answers, ToAsk
from logic.answers.changes import Note, place_key, with_notes
from tests.builders import small

KEPT = Answers(to_ask=ToAsk(kept=("ask-which", "ask-hours", "ask-pain")))


@pytest.mark.parametrize(
    ("ask", "place", "kept"),
    [
        ("ask-pain", 0, ("ask-pain", "ask-which", "ask-hours")),
        ("ask-which", 1, ("ask-hours", "ask-which", "ask-pain")),
        ("ask-which", 9, ("ask-hours", "ask-pain", "ask-which")),
        ("ask-free", 0, ("ask-which", "ask-hours", "ask-pain")),
        ("ask-nowhere", 0, ("ask-which", "ask-hours", "ask-pain")),
    ],
)
def test_kept_question__moved_to_a_place__stands_there(ask: str, place: int, kept: tuple[str, ...]) -> None:
    """One that is not kept, or is not in the guide, moves nothing."""
    note = Note(place_key(ask, place), True, small().guide.version)

    assert with_notes(small(), KEPT, [note]).to_ask.kept == kept
