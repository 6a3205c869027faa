"""A kind of question that only this test knows, in one class, from the YAML file to every output and back."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

import jsonschema
import pytest

from logic.answers.answers import Answers
from logic.answers.changes import Note, with_notes
from logic.answers.journey import journey
from logic.checks.outputs_of import outputs_of
from logic.checks.paths.walk import walk
from logic.content.conditions import Clause, Operator
from logic.content.content import Content
from logic.content.kinds.answer import ANSWERED, Answer, Change, Fault, Say, Value
from logic.content.kinds.question import Question
from logic.content.kinds.table import KINDS, by_name
from logic.content.loading.load import load
from logic.content.overview import lists
from logic.files import schema
from logic.files.open_pdf import open_any
from logic.outputs.drawing import pdf
from logic.summary.questions_to_ask import suggestions
from logic.summary.two_views import both_views
from tests.builders import ROOT, SAVED_AT

PDFTOTEXT = shutil.which("pdftotext") or "pdftotext"
SINCE = """
      - id: since
        kind: day
        question: Since when has it hurt?
        label: Hurts since
        why: Two people may remember it in two ways.
        earliest: "2020-01-01"
        ask:
          - {id: ask-since, when: [answered], question: Is that long?, reason: You named a day.}
      - id: since-sure
        kind: words
        question: How do you know?
        label: Known from
        why: Some write it down.
        show_if:
          all: [{question: since, operator: "=", value: "2026-02-03"}]
"""


class Day(Question):
    """A day, as it stands in a calendar."""

    kind: Literal["day"] = "day"
    earliest: str
    operators: ClassVar[tuple[Operator, ...]] = ("exists", "=")

    def faults(self) -> Iterator[Fault]:
        if self._day(self.earliest) is None:
            yield Fault("S006", ("earliest",), {"value": self.earliest})

    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        fits = isinstance(value, str) and self._day(value) is not None and value >= self.earliest
        return (value, None) if fits and isinstance(value, str) else (None, value)

    def changes(self) -> dict[str, Change]:
        return {"": self._enter}

    def answer_schema_itself(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:
        yield f"{self._day(str(answer)):%d.%m.%Y}"

    @property
    def known_moments(self) -> frozenset[str]:
        return frozenset({ANSWERED})

    def moments(self, answer: Answer) -> Iterator[str]:
        yield ANSWERED

    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:
        yield "the first day", self.earliest
        yield from ((str(clause.value), str(clause.value)) for clause in clauses)

    def single_answers(self) -> tuple[Answer, ...]:
        return (self.earliest,)

    def _enter(self, before: Answer | None, text: Value) -> Answer | None:
        return self.fitting(text)[0]

    @staticmethod
    def _day(text: str) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None


def guide_folder(folder: Path, questions: str = SINCE) -> Path:
    """The small guide with these questions at the end of its first screen."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "small", folder)
    path = folder / "sections" / "1-hand.yaml"
    before, after = path.read_text(encoding="utf-8").split("  - id: hand-now\n")
    path.write_text(f"{before.rstrip()}{questions}  - id: hand-now\n{after}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The guide that asks for a day."""
    content, problems = load(guide_folder(tmp_path_factory.mktemp("toy") / "guide"), kinds={**KINDS, **by_name(Day)})
    assert content is not None, problems
    return content


def answered(guide: Content, text: str = "2026-02-03") -> Answers:
    """Answers after somebody typed a day."""
    return with_notes(guide, Answers(), [Note("answer-since", text, guide.guide.version)])


def test_kind_of_a_test__not_given_to_the_loader__is_refused_by_its_name(tmp_path: Path) -> None:
    """Only who knows the kind can load the guide; the rest of the question is looked at all the same."""
    content, problems = load(guide_folder(tmp_path / "guide", SINCE.replace("label: Hurts since", "label: ''")), ".")

    assert content is None
    assert [(item.code, dict(item.values).get("value")) for item in problems] == [("S005", "day"), ("S004", None)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('earliest: "2020-01-01"', 'latest: "2020-01-01"', "Q003 S002"),
        ('earliest: "2020-01-01"', 'earliest: "2020-01-01"\n        unit: days', "Q002"),
        ('earliest: "2020-01-01"', 'earliest: "2020-13-01"', "S006"),
        ('operator: "="', 'operator: ">"', "Q005"),
        ("when: [answered]", "when: [monday]", "R006"),
    ],
)
def test_kind_of_a_test__broken_content__has_the_problems_of_every_kind(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    """Missing keys, keys of other kinds, its own rule, conditions and moments: nothing has to be added for them."""
    folder = guide_folder(tmp_path / "guide", SINCE.replace(old, new))
    content, problems = load(folder, kinds={**KINDS, **by_name(Day)})

    assert content is None
    assert " ".join(sorted(item.code for item in problems)) == code


def test_kind_of_a_test__answer__is_in_text_page_and_pdf(guide: Content) -> None:
    """The words of the kind reach every output, and a later question follows from the answer."""
    made = outputs_of(guide, answered(guide))
    inside = pdf.Attachment("my-answers.json", made.saved, "The answers.")
    printed = pdf.render(made.document, made=SAVED_AT, attachment=inside).data

    assert "03.02.2026" in made.text
    assert "03.02.2026" in made.page
    assert "Is that long?" in [item.question for item in suggestions(made.journey)]
    assert "Known from" in made.text
    assert "Known from" in outputs_of(guide, answered(guide, "")).summary.sections[0].not_asked
    assert b"03.02.2026" in subprocess.run([PDFTOTEXT, "-", "-"], input=printed, capture_output=True, check=True).stdout
    assert open_any(guide, printed).answers == answered(guide)


def test_kind_of_a_test__save_file__opens_with_the_same_answer(guide: Content) -> None:
    """A day that no calendar has is kept aside and told, not dropped."""
    saved = json.loads(outputs_of(guide, answered(guide)).saved)
    jsonschema.validate(saved, json.loads(schema.render(guide)))

    assert saved["answers"] == {"since": "2026-02-03"}
    assert open_any(guide, json.dumps(saved).encode()).answers == answered(guide)
    saved["answers"]["since"] = "2026-02-30"
    opened = open_any(guide, json.dumps(saved).encode())
    assert [(misfit.what, misfit.value) for misfit in opened.misfits] == [("Hurts since", "2026-02-30")]


def test_kind_of_a_test__in_two_views__is_laid_side_by_side(guide: Content) -> None:
    """Two people who name two days are shown to differ."""
    first, second = (journey(guide, answered(guide, day)) for day in ("2026-02-03", "2026-02-04"))
    records = [record for section in both_views(first, second).sections for record in section.of("differ")]

    assert [(record.first.values, record.second.values) for record in records if record.label == "Hurts since"] == [
        (("03.02.2026",), ("04.02.2026",))
    ]


def test_kind_of_a_test__walked_on_every_path__breaks_nothing(guide: Content) -> None:
    """The walk takes the classes of answers from the kind, and the list of questions names it."""
    assert "- `since` (day) Since when has it hurt?" in lists.questions(guide)
    assert "since" in {name for part in walk(guide).routes.parts for name in part.classes}
    assert walk(guide).breaches == ()
