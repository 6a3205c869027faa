"""No word of a person's own is cut or lost in anything that is handed out, whatever its length and script."""

import json
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.answers.answers import AddedConcern, ToAsk
from logic.answers.journey import Journey, journey
from logic.content.kinds.answer import State
from logic.content.kinds.words import FreeWords
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.fhir.document import answers_alone
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import parsed, shipped
from tests.content.test_personas import PDFTOTEXT, answers

MADE = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
SCRIPTS = {
    "Latin": "abcdefghij",
    "Cyrillic": "абвгдежзик",
    "Greek": "αβγδεζηθικ",
    "Arabic": "بتثجحخسشصض",
    "Chinese": "腳痛夜睡走坐藥針水山",
}
"""By its name, ten letters of each script: they stand for the digits of a word's number."""
BASES = ("longest", "parent-cp", "stroke-few-muscles", "mostly-open")


def told(script: str, place: int, length: int) -> str:
    """Return own words of about so many characters, no word of which stands in another field."""
    numbers = (f"{place:02}{number:03}" for number in range(length // 6 + 1))
    return " ".join("".join(SCRIPTS[script][int(digit)] for digit in number) for number in numbers)


def filled(base: str, script: str, lengths: list[int]) -> tuple[Journey, list[str]]:
    """Return a persona's walk with own words in every field that takes them, a therapist's too, and all these words."""
    here, every, number = answers(base), list[str](), 0

    def own(most: int) -> str:
        nonlocal number
        number += 1
        every.append(told(script, number, min(lengths[number % len(lengths)], most - 20)))
        return every[-1]

    asked = (step.question for step in journey(shipped(), here).steps if step.state is not State.NOT_ASKED)
    words = {one.id: own(one.most) for one in asked if isinstance(one, FreeWords)}
    made = replace(
        here,
        given={**here.given, **words},
        concerns_added=(AddedConcern(own(500), "a-lot"), AddedConcern(own(500), None)),
        to_ask=ToAsk(own=(own(500), own(500))),
        observations={section.id: own(2000) for section in shipped().sections},
    )
    return journey(shipped(), made), every


def missing(every: list[str], shown: str) -> list[str]:
    """Return the words that do not stand there, whatever stands between two of them."""
    there = "".join(shown.split())
    return [word for words in every for word in words.split() if word not in there]


@settings(max_examples=12)
@given(st.sampled_from(BASES), st.sampled_from(list(SCRIPTS)), st.lists(st.integers(1, 2000), min_size=3, max_size=3))
def test_own_words__of_any_length_and_script__stand_whole_in_every_output(
    base: str, script: str, lengths: list[int]
) -> None:
    """In the plain text, the web page and the clinic's file; page one may send them on, and cuts none."""
    walked, every = filled(base, script, lengths)
    document = lay_out(summarise(walked, MADE.date()))
    (main,) = parsed(web_page.render(document)).iter("main")

    assert missing(every, text.render(document)) == []
    assert missing(every, "".join(main.itertext())) == []
    assert missing(every, json.dumps(answers_alone(walked, MADE), ensure_ascii=False)) == []


@pytest.mark.parametrize(
    ("base", "script", "paper"),
    [
        ("longest", "Latin", "us-letter"),
        ("parent-cp", "Greek", "us-letter"),
        ("stroke-few-muscles", "Arabic", "us-letter"),
        *(("longest", script, "a4") for script in SCRIPTS if script != "Chinese"),
    ],
)
def test_own_words__two_thousand_characters_in_every_field__stand_whole_on_paper(
    base: str, script: str, paper: pdf.Paper
) -> None:
    """As a reader of the pages takes them out again. No font for Chinese is shipped, and the paper says so."""
    walked, every = filled(base, script, [2000])
    printed = pdf.render(lay_out(summarise(walked, MADE.date())), made=MADE, paper=paper)
    read = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=printed.data, capture_output=True, check=True)

    # Where a line that goes from right to left begins and ends is marked.
    assert missing(every, re.sub("[\u202a-\u202e]", "", read.stdout.decode())) == []
