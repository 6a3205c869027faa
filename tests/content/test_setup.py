"""scripts/setup, with a stand-in for Python and pip: where it installs, whatever the machine has been told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT

STAND_IN = """#!/bin/sh
case "$1 $2" in
"-m venv") mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
"-m pip") echo "user=${PIP_USER-} target=${PIP_TARGET-} prefix=${PIP_PREFIX-} root=${PIP_ROOT-}" >told ;;
*) exec REAL -c "import sys; sys.version_info = ($VERSION, 0); $2" ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with nothing but scripts/setup, two locks and the stand-in for Python."""
    folder = tmp_path / "a project"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "setup", folder / "scripts")
    for name in ("requirements", "requirements-test", "requirements-bench"):
        (folder / f"{name}.lock").write_text("", encoding="utf-8")
        (folder / f"{name}.txt").write_text("", encoding="utf-8")
    (folder / "constraints.txt").write_text("", encoding="utf-8")
    python = folder / "python"
    python.write_text(STAND_IN.replace("REAL", sys.executable), encoding="utf-8")
    python.chmod(0o755)
    return folder


def set_up(
    script: Path, project: Path, version: str = "3, 11", *named: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the script from the folder above the project."""
    env = {**os.environ, "PYTHON": str(project / "python"), "VERSION": version, **settings}
    return subprocess.run([script, *named], cwd=project.parent, env=env, capture_output=True, text=True, check=False)


def test_setup__pip_told_to_install_elsewhere__installs_into_the_project(project: Path) -> None:
    """A person's own settings for pip lead out of the project or stop pip; the project's do not."""
    elsewhere = {"PIP_USER": "1", "PIP_TARGET": "/nowhere", "PIP_PREFIX": "/nowhere", "PIP_ROOT": "/nowhere"}
    ended = set_up(project / "scripts" / "setup", project, **elsewhere)

    assert ended.returncode == 0
    assert (project / "told").read_text(encoding="utf-8") == "user=0 target= prefix= root=\n"


def test_setup__started_by_a_link__sets_up_the_project_that_it_belongs_to(project: Path, tmp_path: Path) -> None:
    """Whoever links a script into a folder of commands need not know where the project is."""
    (tmp_path / "bin").mkdir()
    link = tmp_path / "bin" / "setup"
    link.symlink_to(project / "scripts" / "setup")

    assert set_up(link, project).returncode == 0
    assert (project / ".venv" / "bin" / "python").exists()


def test_setup__folder_named__installs_there_and_leaves_the_project_s_own_alone(project: Path) -> None:
    """What is only measured beside the guide is never among what the guide runs with."""
    ended = set_up(project / "scripts" / "setup", project, "3, 11", "requirements-bench.txt", ".cache/others")

    assert ended.returncode == 0
    assert (project / ".cache" / "others" / "bin" / "python").exists()
    assert not (project / ".venv").exists()


@pytest.mark.parametrize(("version", "code"), [("3, 10", 1), ("3, 11", 0), ("3, 14", 0), ("3, 15", 1)])
def test_setup__python_too_old_or_too_new__is_told_before_anything_is_installed(
    project: Path, version: str, code: int
) -> None:
    """Where what is pinned does not exist ready made, building it would fail with pages of words."""
    ended = set_up(project / "scripts" / "setup", project, version)

    assert ended.returncode == code
    assert ("Python 3.11, 3.12, 3.13 or 3.14 is needed." in ended.stderr) is bool(code)
    assert (project / "told").exists() is not bool(code)


def test_scripts__each_that_goes_to_its_project__follows_a_link_to_itself() -> None:
    """All of them can be linked, not the one alone that the test above starts."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "scripts").iterdir()}

    assert "guide" in texts
    assert [name for name, text in texts.items() if 'dirname "$0"' in text] == []


def test_line_ends__of_everything_that_is_no_picture_or_font__are_pinned() -> None:
    """A clone on Windows gets scripts that start, and the same bytes as everywhere else."""
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()

    assert "* text=auto eol=lf" in rules
    assert b"\r\n" not in b"".join(path.read_bytes() for path in (ROOT / "scripts").iterdir())
