"""Faults put into a copy of the content, one at a time, and what catches each.

`python -m tests.mutants docs` writes docs/mutants.md, and prints what was caught as JSON, for the tests.
"""

import json
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

import logic.content.loading.load
from logic.checks.neutrality.content_breaches import content_breaches
from logic.content.content import Content
from logic.content.loading.load import load
from logic.content.loading.yaml_file import YamlFile, read
from tests import code_mutants
from tests.builders import ROOT, shipped

TRUTH = json.loads((ROOT / "tests" / "fixtures" / "evidence_figures.json").read_text(encoding="utf-8"))
MUTANTS = ROOT / "tests" / "fixtures" / "mutants" / "content.yaml"
PAGE = ROOT / "docs" / "mutants.md"

GROUND_TRUTH = "ground truth"
"""The tests of tests/content/test_evidence.py that hold every figure, every pair and every warning."""


@dataclass(frozen=True)
class Mutant:
    """One fault: in this file of the content, this becomes that."""

    name: str
    breaks: str
    file: str
    find: str
    replace: str


def mutants() -> tuple[Mutant, ...]:
    """Every fault of content."""
    found = yaml.safe_load(MUTANTS.read_text(encoding="utf-8"))["mutants"]
    return tuple(Mutant(**item) for item in found)


def copied(folder: Path) -> Path:
    """A copy of the shipped content that faults can be put into."""
    return shutil.copytree(ROOT / "questions", folder / "questions")


def caught(mutant: Mutant, folder: Path) -> tuple[str, ...]:
    """What finds the fault: codes of the loader, of the checks, or the ground truth; the copy is mended after."""
    path = folder / mutant.file
    text = path.read_text(encoding="utf-8")
    assert text.count(mutant.find) == 1, f"{mutant.name}: {mutant.file} holds it {text.count(mutant.find)} times"
    path.write_text(text.replace(mutant.find, mutant.replace), encoding="utf-8")
    try:
        return tuple(dict.fromkeys(_codes(folder)))
    finally:
        path.write_text(text, encoding="utf-8")


def _codes(folder: Path) -> Iterator[str]:
    content, problems = load(folder, "questions")
    yield from (problem.code for problem in problems)
    if content is None:
        return
    # What is there without a fault has caught nothing.
    yield from (breach.code for breach in content_breaches(content) if str(breach) not in breaches_without_a_fault())
    if differs_from_truth(content):
        yield GROUND_TRUTH


def differs_from_truth(content: Content) -> bool:
    """Whether the content says of any document what the ground truth does not."""
    figures = {
        topic.id: {
            item.source: item.figure.model_dump(exclude_none=True) if item.figure else None for item in topic.statements
        }
        for topic in content.topics.values()
    }
    differ = {topic.id for topic in content.topics.values() if topic.differ}
    safety = {topic.id for topic in content.topics.values() if topic.safety}
    return (figures, differ, safety) != (TRUTH["topics"], set(TRUTH["differ"]), set(TRUTH["safety"]))


@cache
def breaches_without_a_fault() -> frozenset[str]:
    """What the checks find in the content as it is shipped: nothing, says a test."""
    return frozenset(str(breach) for breach in content_breaches(shipped()))


@cache
def _read_once(path: Path, name: str, _: bytes) -> YamlFile:
    return read(path, name)


def read_once(path: Path, name: str) -> YamlFile:
    """Read a file of the content, and the same bytes only once: of forty copies nearly all is alike."""
    return _read_once(path, name, path.read_bytes())


def _caught(found: Collection[tuple[str, ...]]) -> str:
    return f"{sum(map(bool, found))} of {len(found)} caught"


def page(content: Mapping[Mutant, tuple[str, ...]], code: Mapping[str, tuple[str, ...]]) -> str:
    """The list of every fault with what caught it."""
    lines = [
        "# Faults put in on purpose, and what caught them",
        "",
        "Each fault is put into a copy of the content or into the program, one at a time, and taken out again.",
        "Written by `scripts/docs`.",
        "The codes are those of `docs/neutrality.md` and of the loader (`logic/content/problems.py`). “Ground truth”",
        "stands for the tests that hold every figure, every pair of topic and document, and every warning. No fault is",
        "caught by a snapshot alone: none of these checks compares a whole output with a stored one.",
        "",
        f"Content: {_caught(content.values())}. Program: {_caught(code.values())}.",
        "",
        "| fault in the content | goes against | file | caught by |",
        "|---|---|---|---|",
        *(f"| {item.name} | {item.breaks} | {item.file} | {', '.join(codes)} |" for item, codes in content.items()),
        "",
        "| fault in the program | caught by |",
        "|---|---|",
        *(f"| {name} | {', '.join(codes)} |" for name, codes in code.items()),
    ]
    return "\n".join(lines) + "\n"


def run(folder: Path) -> tuple[dict[Mutant, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Put in every fault of content and of the program, and tell what caught each."""
    copy = copied(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logic.content.loading.load, "read", read_once)
        content = {mutant: caught(mutant, copy) for mutant in mutants()}
    with pytest.MonkeyPatch.context() as patch:
        return content, {name: code_mutants.caught(name, patch) for name in code_mutants.FAULTS}


def main(folder: Path) -> None:
    """Write the page into a folder, and print what was caught as JSON, for the tests."""
    with TemporaryDirectory() as made:
        content, code = run(Path(made))
    clean = {"content": sorted(breaches_without_a_fault()), "code": sorted(code_mutants.breaches_without_a_fault())}
    record = {"content": {mutant.name: codes for mutant, codes in content.items()}, "code": code, "without": clean}
    sys.stdout.write(json.dumps(record))
    (folder / PAGE.name).write_text(page(content, code), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
