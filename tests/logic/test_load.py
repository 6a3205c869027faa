"""A folder into content: every broken guide of tests/fixtures/broken, and that nothing makes the loader raise."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from logic.content import Content
from logic.load import advice_pattern, load
from logic.problems import CATALOGUE, Problem

FIXTURES = Path(__file__).parent.parent / "fixtures"
SMALL = FIXTURES / "small"
BROKEN = sorted(path for path in (FIXTURES / "broken").iterdir() if path.is_dir())
NOTES = ("expected.txt", "removed.txt")


def lay_over(overlay: Path, folder: Path) -> Path:
    """Copy the small guide, take out what `removed.txt` lists, and lay the overlay's files on top."""
    shutil.copytree(SMALL, folder)
    removed = overlay / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.copytree(overlay, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NOTES))
    return folder


def places(problems: tuple[Problem, ...]) -> list[str]:
    """Return `path:line:column: CODE` of each problem of a guide that was loaded under the name `.`."""
    return [
        f"{problem.file.removeprefix('./')}:{problem.line}:{problem.column}: {problem.code}" for problem in problems
    ]


def expected(overlay: Path) -> list[str]:
    """Return the lines of the overlay's `expected.txt`."""
    return (overlay / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small guide that a test may break."""
    return shutil.copytree(SMALL, tmp_path / "guide")


class TestBrokenGuides:
    @pytest.mark.parametrize("overlay", BROKEN, ids=lambda overlay: overlay.name)
    def test_each_shows_exactly_the_problems_it_is_made_for(self, overlay: Path, tmp_path: Path) -> None:
        """Every problem is found at its place, none is hidden by another, and none is the shadow of another."""
        content, problems = load(lay_over(overlay, tmp_path / "guide"), ".")

        assert expected(overlay) == places(problems)
        assert (content is None) == any(problem.severity == "error" for problem in problems)

    @pytest.mark.parametrize("overlay", BROKEN, ids=lambda overlay: overlay.name)
    def test_each_problem_reads_as_a_message_and_a_fix(self, overlay: Path, tmp_path: Path) -> None:
        """Every message has all of its values: two lines, no brace and no Python in them."""
        _, problems = load(lay_over(overlay, tmp_path / "guide"), "guide")

        for problem in problems:
            message, fix = str(problem).split("\n")
            assert re.fullmatch(r"guide(/\S+)?:\d+:\d+: [A-Z]\d{3} \S.*\.", message)
            assert re.fullmatch(r"  Fix: [A-Z].*[.?]", fix)
            assert not re.search(r"None|True|False|tuple|dict|\{\w*\}|“”", message + fix)

    def test_catalogue_and_fixtures_name_the_same_codes(self) -> None:
        """Every code has a broken guide that is named for it and shows it, and there is none for a lost code."""
        named = {overlay.name.partition("-")[0]: expected(overlay) for overlay in BROKEN}

        assert set(CATALOGUE) == {name for name in named if name not in ("many", "shadow")}
        assert [] == [code for code in CATALOGUE if not any(line.endswith(f" {code}") for line in named[code])]
