"""Records that mean harm, as a browser may have them stored: a word over and over, in as many questions as go in."""

import json
from bisect import bisect
from datetime import date
from typing import Any

from logic.answers.answers import MOST_OWN
from logic.answers.journey import journey
from logic.content.kinds.answer import LONGEST
from logic.files.open_file import open_file
from logic.files.save_file import LARGEST as MOST_BYTES
from logic.outputs.drawing.pdf_size import LARGEST, size
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.hostile import PERSONA
from ui.session.guide_content import content

WORDS = ("name", "worst-area", "trial-find-out", "deal-breaker", "change-my-mind")
DAY = date(2026, 11, 2)


def own(text: str, count: int) -> dict[str, Any]:
    """Return as many own questions of this text."""
    return {"questions_to_ask": {"own": [f"{number} {text}" for number in range(count)]}}


def fields(text: str) -> dict[str, Any]:
    """Return the text in every field of words."""
    return {"answers": dict.fromkeys(WORDS, text)}


TEXTS = {
    "unbroken letters": "x",
    "line breaks": "a\n",
    "a word a line": "word\n",
    "prose": "walking is hard at night ",
    "spaces alone": " \u2003",
    "unbroken Arabic": "\u0627",
    "Arabic words": "\u0628\u064a\u062a ",
    "Arabic with vowels": "\u0628\u064e\u064a\u0652\u062a\u064c ",
    "Chinese": "\u75db",
    "families of emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "joiners between letters": "a\u200d",
    "thirty marks on each letter": "a" + "\u0301" * 30 + " ",
    "thirty-one marks on each letter": "a" + "\u0301" * 31 + " ",
    "slashes": "/",
    "soft hyphens": "a\u00ad",
    "left to right and back": "a\u05d0",
    "the same by words": "ab \u05d0\u05d1 ",
    "overrides of direction": "\u202ea\u202c",
    "isolates of direction": "\u2066a\u2069",
    "isolates in isolates": "\u2066" * 60 + "a ",
    "characters of no font": "\U00012000 ",
    "each line its own script": "a\n\u05d0\n\u0627\n\u75db\n",
    "typst in words": '#eval(read("/etc/passwd")) $ x^2 $ ',
    "HTML in words": "<script>alert(1)</script><b>",
}
"""Each is said over and over in own questions: as often as it goes into a megabyte, and as a PDF is still made of."""


def as_record(said: dict[str, Any]) -> str:
    """Return a save file that holds this beside the answers of a persona."""
    record = json.loads(PERSONA.read_text(encoding="utf-8"))
    for name, value in said.items():
        both = isinstance(value, dict) and isinstance(record.get(name), dict)
        record[name] = record[name] | value if both else value
    return json.dumps(record, ensure_ascii=False)


def most(text: str) -> dict[str, Any]:
    """Return as many own questions as go into a file that is opened."""
    field = (text * LONGEST)[: LONGEST - 10]
    counts = range(MOST_OWN, 0, -1)
    return next(said for count in counts if len(as_record(said := own(field, count)).encode()) <= MOST_BYTES)


def accepted(text: str) -> dict[str, Any]:
    """Return as much in own questions as a PDF is still made of."""
    length = LONGEST - 10
    while True:
        field = (text * length)[:length]
        count = bisect(range(1, MOST_OWN + 1), 0, key=lambda count: not _is_printed(own(field, count)))
        if count:
            return own(field, count)
        length = length * 3 // 4


def _is_printed(said: dict[str, Any]) -> bool:
    answers = open_file(content(), as_record(said).encode()).answers
    return answers is not None and size(lay_out(summarise(journey(content(), answers), DAY))) <= LARGEST
