"""Six people go through the whole guide, from their save file to the paper they bring along."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from logic.__main__ import main
from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.journey import Journey, journey
from logic.content.kinds.answer import State
from logic.content.loading.word_rules import whole_words
from logic.files.open_file import Opened, open_file
from logic.files.save_file import save
from logic.outputs.document import Document
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.layouts.summary import lay_out
from logic.summary.questions_to_ask import suggestions
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.builders import PERSONAS, SAVED_AT, shipped

NAMES = ["longest", "mostly-open", "ms-tablets", "parent-cp", "spinal-far", "stroke-few-muscles"]
# Large print tells page one whole, on as many pages as that takes.
PAPERS = [paper for paper in get_args(pdf.Paper) if not paper.endswith("-large")]
PDFTOTEXT = shutil.which("pdftotext") or "pdftotext"

each_persona = pytest.mark.parametrize("name", NAMES)
each_paper = pytest.mark.parametrize("paper", PAPERS)


def path(name: str) -> Path:
    """Where the persona's save file is."""
    return PERSONAS / f"{name}.json"


@cache
def opened(name: str) -> Opened:
    """What comes out of the persona's file."""
    return open_file(shipped(), path(name).read_bytes())


def answers(name: str) -> Answers:
    """The persona's answers."""
    found = opened(name).answers
    assert found is not None
    return found


def walked(name: str) -> Journey:
    """The persona's journey."""
    return journey(shipped(), answers(name))


def document(name: str) -> Document:
    """The persona's summary, as each output draws it."""
    return lay_out(summarise(walked(name), SAVED_AT.date()))


def test_personas__in_their_folder__are_the_six() -> None:
    """No persona is left out of the tests below."""
    assert sorted(file.stem for file in PERSONAS.iterdir()) == NAMES


OF_OTHERS = [
    "relation-other",
    "profession",
    "pump-trouble",
    "pump-taken-out",
    "pump-effect",
    "refill-due",
    "refills-on-time",
    "replacement-due",
    "measurements",
    "skin-and-splints",
    "transfers-and-falls",
    "carer-hours",
    "carer-load",
    "carer-load-other",
    "tablets-stopped",
    "tablets-stopped-why",
    "tablets-stopped-other",
    "trial-result",
]


@each_persona
def test_persona__file__opens_and_everything_fits(name: str) -> None:
    """Every question, choice and question to ask that the file names exists under that name."""
    found = opened(name)

    assert (found.refusal, found.misfits, found.carried) == (None, (), ())
    assert (found.saved_at, found.content) == ("2026-11-02T10:00:00+00:00", "2026.2")


@each_persona
def test_persona__file__is_just_what_the_guide_saves(name: str) -> None:
    """Opening and saving at the same time gives the same bytes."""
    assert save(shipped(), answers(name), SAVED_AT) == path(name).read_text(encoding="utf-8")


@each_persona
def test_persona__every_answer__is_on_the_route(name: str) -> None:
    """The persona was asked all that they answer, and was offered all that they keep or drop."""
    offered = {ask.id for ask in suggestions(walked(name))}
    steps = walked(name).by_question

    assert [question for question in answers(name).given if steps[question].state is State.NOT_ASKED] == []
    assert {*answers(name).to_ask.kept, *answers(name).to_ask.dropped} <= offered


def test_longest__every_question_asked__is_answered_at_length() -> None:
    """The fullest file there is has four scripts and more, and the longest words."""
    states = {step.question.id: step.state for step in walked("longest").steps}
    told = json.dumps(json.loads(path("longest").read_text(encoding="utf-8")), ensure_ascii=False)

    assert [question for question, state in states.items() if state is State.LEFT_OPEN] == ["way"]
    # What belongs to another writer, a pump in place, one that was taken out, tablets stopped, or a trial that was had.
    assert [question for question, state in states.items() if state is State.NOT_ASKED] == OF_OTHERS
    assert all(
        re.search(script, told)
        for script in ("[a-z]{3}", "[а-яі]{3}", "[α-ω]{3}", "[\u0621-\u064a]{3}", "[\u4e00-\u9fff]{3}", "[🌀-🫶]")
    )
    assert sorted(len(value) for value in answers("longest").given.values() if isinstance(value, str))[-4] > 400
    assert (len(answers("longest").concerns_added), len(answers("longest").to_ask.own)) == (8, 7)


def test_mostly_open__nearly_nothing__is_answered() -> None:
    """Every question can be left open, and a summary comes of it all the same."""
    states = [step.state for step in walked("mostly-open").steps]

    assert states.count(State.ANSWERED) == 4
    assert states.count(State.NOT_SURE) == 3
    assert states.count(State.LEFT_OPEN) > 40


@each_persona
@pytest.mark.parametrize(("kind", "render"), [("text", text.render), ("html", web_page.render)])
def test_persona__text_and_page__are_made_by_the_command_line_and_always_the_same(
    name: str, kind: str, render: Callable[[Document], str], tmp_path: Path
) -> None:
    """The same file gives the same bytes, whoever asks."""
    file = tmp_path / f"{name}.{kind}"

    assert main(["summary", str(path(name)), "--to", kind, "--out", str(file)]) == 0
    assert file.read_bytes() == render(document(name)).encode()
    assert b"A record of what was said. It gives no advice." in file.read_bytes()


@cache
def printed(name: str, paper: pdf.Paper) -> bytes:
    """The persona's summary on paper, with the answers inside, as of the day of the save file."""
    say, day = shipped().say, datetime.combine(SAVED_AT, time(), UTC)
    saved = save(shipped(), answers_to_share(walked(name), frozenset()), day)
    inside = pdf.Attachment(f"{say('summary-page.save-name')}.json", saved, say("share.inside-about"))
    return pdf.render(document(name), paper=paper, made=day, attachment=inside).data


@each_paper
@each_persona
def test_persona__pdf__is_made_by_the_command_line_and_always_the_same(
    name: str, paper: pdf.Paper, tmp_path: Path
) -> None:
    """The same file gives the same bytes, whoever asks."""
    file = tmp_path / f"{name}.pdf"

    assert main(["summary", str(path(name)), "--to", "pdf", "--paper", paper, "--out", str(file)]) == 0
    assert file.read_bytes() == printed(name, paper)


@each_paper
@each_persona
def test_persona__pdf__has_page_one_on_one_page(name: str, paper: pdf.Paper) -> None:
    """A doctor sees the first page at a glance, and all answers begin on the second."""
    pages = [_page(printed(name, paper), number) for number in (1, 2)]

    assert "Need help now?" in pages[0]
    assert "All answers" in pages[1].splitlines()


@each_paper
@each_persona
def test_persona__summary__is_four_pages_at_most_and_seven_for_the_longest(name: str, paper: pdf.Paper) -> None:
    """A doctor has two minutes, and a person who fills every field is still read."""
    with pikepdf.open(BytesIO(printed(name, paper))) as pages:
        assert len(pages.pages) <= (7 if name == "longest" else 4)


def _page(file: bytes, number: int) -> str:
    """The text of one page of a PDF."""
    command = [PDFTOTEXT, "-f", str(number), "-l", str(number), "-", "-"]
    return subprocess.run(command, input=file, capture_output=True, check=True).stdout.decode()


@each_persona
def test_persona__own_words_aside__meets_no_wording_of_advice(name: str) -> None:
    """A person may write what they were told, and the guide itself never says it."""
    never = whole_words(shipped().words.never)
    bare = lay_out(summarise(journey(shipped(), _without_own_words(answers(name))), SAVED_AT.date()))
    paper = pdf.render(bare, made=datetime(2026, 11, 2, tzinfo=UTC))
    # In the order in which it is read: what stands beside a figure or in another column is no part of one wording.
    on_paper = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=paper.data, capture_output=True, check=True)

    for told in (text.render(bare), web_page.render(bare), on_paper.stdout.decode()):
        assert never.findall(told) == []


def test_parent__own_words__may_hold_a_wording_of_advice() -> None:
    """What a doctor told a family is theirs to write down, and is printed as they wrote it."""
    assert whole_words(shipped().words.never).findall(text.render(document("parent-cp"))) == ["good candidate"]


def _without_own_words(said: Answers) -> Answers:
    """The same answers with a word in place of everything that was typed."""
    typed = {question.id for question in shipped().questions.values() if question.kind == "words"}
    return Answers(
        {name: "Words." if name in typed else value for name, value in said.given.items()},
        tuple(AddedConcern("Words.", concern.level) for concern in said.concerns_added),
        ToAsk(said.to_ask.kept, said.to_ask.dropped, tuple("Words." for _ in said.to_ask.own)),
        dict.fromkeys(said.observations, "Words."),
    )


@each_paper
def test_longest__first_page__is_known_to_fit(paper: pdf.Paper) -> None:
    """What the check of standards asks agrees with what is printed."""
    assert pdf.first_page_fits(document("longest"), paper=paper, made=SAVED_AT)
