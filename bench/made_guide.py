"""A guide of so many questions, written as files: the small guide of the tests with sections made after one pattern.

Its questions have what those of the shipped guide have: choices, hints, reasons, topics, conditions on an earlier
question, and questions for the doctor.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.made_form import CHOICES, Made
from tests.server_process import ROOT

SMALL = ROOT / "tests" / "fixtures" / "small"
IN_A_SECTION = 100
ON_A_SCREEN = 4


def write(folder: Path, count: int) -> Path:
    """Write a guide with so many questions more than the small one; return where it is."""
    shutil.copytree(SMALL, folder)
    # Every text is searched for the wordings of advice and the other words that the shipped guide keeps out.
    shutil.copy(ROOT / "questions" / "words.yaml", folder)
    names = []
    for number, start in enumerate(range(0, count, IN_A_SECTION)):
        questions = [Made(made) for made in range(start, min(count, start + IN_A_SECTION))]
        text = "\n".join(_section(number, questions)) + "\n"
        (folder / "sections" / f"made-{number}.yaml").write_text(text, encoding="utf-8")
        names.append(f"part-{number}")
    guide = folder / "guide.yaml"
    listed = "sections: [hand, nights, wishes]"
    text = guide.read_text(encoding="utf-8")
    assert listed in text  # noqa: S101 - else the new sections would be in no list
    guide.write_text(text.replace(listed, f"sections: [hand, nights, wishes, {', '.join(names)}]"), encoding="utf-8")
    return folder


def _section(number: int, questions: list[Made]) -> Iterator[str]:
    yield from (f"id: part-{number}", f"title: Part {number} of many", "intro: Questions made for a measurement.")
    yield "screens:"
    for place in range(0, len(questions), ON_A_SCREEN):
        yield f"  - id: part-{number}-{place}"
        yield f"    title: Screen {place} of part {number}"
        yield "    questions:"
        for question in questions[place : place + ON_A_SCREEN]:
            yield from _question(question)


def _question(made: Made) -> Iterator[str]:
    yield f"      - id: {made.id}"
    yield f"        kind: {made.kind}"
    yield f'        question: "How is it with thing {made.number} on a usual day?"'
    yield f'        label: "Thing {made.number}"'
    yield '        hint: "Think of the past two weeks. A rough guess is enough."'
    yield "        why: >-"
    yield "          One leaflet says that this can differ from day to day. The other leaflet says nothing of it,"
    yield "          so that it is good to have your own view of it at hand."
    yield "        topics: [comfort, hours-worn]"
    if made.hangs_on:
        yield f'        show_if: {{all: [{{question: {made.hangs_on}, operator: "=", value: most-days}}]}}'
    if made.kind == "number":
        yield from ('        unit: "minutes"', "        least: 0", "        most: 1440")
    if made.kind in ("one", "several"):
        yield "        choices:"
        yield from (f'          - {{id: {name}, label: "{name.replace("-", " ").capitalize()}"}}' for name in CHOICES)
        yield "        ask:"
        yield f"          - id: ask-{made.number}"
        yield "            when: [every-day]"
        yield f'            question: "What helps with thing {made.number}?"'
        yield '            reason: "You said that it is so every day."'
