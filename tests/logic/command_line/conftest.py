"""What the commands are tried on: a save file for the small guide, and two copies of it with something wrong."""

import json
import shutil
from pathlib import Path

import pytest

from tests.broken_guides import SMALL
from tests.save_files import FORMAT

CONTENT = ["--content", str(SMALL)]


@pytest.fixture
def answers(tmp_path: Path) -> str:
    """The path of a save file for the small guide."""
    return saved(tmp_path, answers={"who": "me", "splint": "no"}, saved_at="2026-02-03T10:00:00+00:00")


def saved(folder: Path, **parts: object) -> str:
    """The path of a save file with these parts."""
    path = folder / "answers.json"
    path.write_text(json.dumps({"format": FORMAT, **parts}), encoding="utf-8")
    return str(path)


@pytest.fixture
def with_error(tmp_path: Path) -> str:
    """The path of a copy of the small guide that names a question which is not there."""
    guide = shutil.copytree(SMALL, tmp_path / "guide") / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("voice: who", "voice: whom"), encoding="utf-8")
    return str(guide.parent)


@pytest.fixture
def with_warning(tmp_path: Path) -> str:
    """The path of a copy of the small guide with a file that nothing reads."""
    folder = shutil.copytree(SMALL, tmp_path / "guide")
    (folder / "notes.yaml").write_text("title: Notes\n", encoding="utf-8")
    return str(folder)
