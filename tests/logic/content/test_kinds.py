"""Kinds of question: each answers for itself, and nobody else asks which it is."""

import re

import pytest

from logic.content.kinds.table import KINDS
from tests.builders import ROOT, question, when
from ui.parts.question import DRAWERS

BRANCHING = re.compile(r"\.kind ==|match question\.kind|case \"one\"|(question|asked|model)\.kind (!=|in|not)")


def test_program__outside_the_kinds__never_branches_on_the_kind_of_a_question() -> None:
    """Whoever adds a kind finds no list of kinds to complete but the two tables."""
    paths = [path for tree in ("logic", "ui") for path in (ROOT / tree).rglob("*.py") if path.parent.name != "kinds"]
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if BRANCHING.search(line)
    ]

    assert len(paths) > 100
    assert found == []


def test_kinds__each_of_them__has_a_drawer() -> None:
    """What the loader lets in, the screen can draw."""
    assert set(DRAWERS) == set(KINDS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_kind__its_single_answers__fit_are_answered_and_can_be_said(kind: str) -> None:
    """Every answer that the walk gives is one that a saved file can bring back, and has words."""
    asked = question("asked", kind)

    def say(key: str, **values: object) -> str:
        return f"{key} {values or ''}".strip()

    for answer in (*asked.single_answers(), asked.in_turn(0), asked.in_turn(1)):
        saved = list(answer) if isinstance(answer, tuple) else answer
        assert asked.fitting(saved) == (answer, None)
        assert all(asked.values(answer, asked.state(answer), say))


def test_levels__told_apart__are_one_answer() -> None:
    """A condition can at most ask whether there is a level at all."""
    asked = question("asked", "importance")

    assert list(asked.told_apart(when("asked", "exists", True).all)) == [("some level", {"a": "not-at-all"})]
