"""Blank means that nothing can be seen: in every field, every name and every file."""

import json
import sys
import unicodedata
from datetime import UTC, datetime

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.changes import Note, with_notes
from logic.answers.journey import journey
from logic.content.clean_text import is_blank
from logic.content.kinds.answer import State, left_open
from logic.files.open_file import open_file
from logic.files.save_file import save
from tests.builders import guide_of, question, shipped, small

UNSEEN = ["\u200b", " \u200b\n\ufeff", "\u2060\u00ad\u200d", "\u3164", "\u2800\ufe0f", "\U000e0041", "\u2066\u2069"]
VISIBLE_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
"""Signs around Arabic, Syriac, Kaithi and Egyptian numbers, which are drawn though Unicode calls them formats."""
FILLERS = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0}


def test_blank__each_character_of_unicode__is_what_it_looks_like() -> None:
    """Spaces, controls and formats are blank; letters, digits, marks and signs are not, but for the empty ones."""
    wrong = []
    for code in range(sys.maxunicode + 1):
        kind = unicodedata.category(chr(code))
        selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
        unseen = kind in ("Zs", "Zl", "Zp", "Cc", "Cf") and code not in VISIBLE_FORMATS
        expected = unseen or selector or code in FILLERS
        if kind != "Cn" and is_blank(chr(code)) is not expected:
            wrong.append(f"U+{code:04X}")

    assert wrong == []
    assert is_blank("")
    assert not is_blank("\u200ba\u200b")


@pytest.mark.parametrize("text", UNSEEN, ids=ascii)
def test_blank__in_each_field_for_words__leaves_it_open(text: str) -> None:
    """Whatever was pasted along: an answer, an observation, a question and a concern of one's own."""
    weighing = question("asked", "importance", own_words=True)
    guide = guide_of((weighing, question("told", "words")))
    before = Answers({"told": "Words."}, concerns_added=(AddedConcern("cats"),), to_ask=ToAsk(own=("Why?",)))
    keys = ("answer-told", "answer-asked-own", "answer-own-questions")
    notes = [Note(key, text, guide.guide.version) for key in keys]

    assert with_notes(guide, before, notes) == Answers()
    watched = Answers(observations={"hand": "Warm."})
    assert with_notes(small(), watched, [Note("answer-observation-hand", text, "")]) == Answers()


@pytest.mark.parametrize("text", UNSEEN, ids=ascii)
def test_blank__in_a_saved_file__says_nothing(text: str) -> None:
    """Neither a name that is printed nor a concern to weigh comes out of it."""
    content = shipped()
    said = Answers({"name": text}, (AddedConcern(text),), ToAsk(own=(text,)), {content.sections[0].id: text})
    opened = open_file(content, save(content, said, datetime(2026, 11, 2, tzinfo=UTC)).encode()).answers

    assert opened is not None
    assert left_open(opened.given["name"])
    assert journey(content, opened).by_question["name"].state in (State.LEFT_OPEN, State.NOT_ASKED)
    assert (opened.concerns_added, opened.to_ask, opened.observations, opened.kept_aside) == ((), ToAsk(), {}, {})
    assert json.loads(save(content, opened, datetime(2026, 11, 2, tzinfo=UTC)))["concerns_added"] == []
