"""The two long proofs, each run once beside the tests: the command that walks the guide, and the faults put in.

They run as programs of their own, at the same time, and without being counted line by line, which would
take several times as long. The lines themselves are counted where the checks are tested one by one.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.builders import ROOT


@cache
def _started() -> dict[str, tuple[Path, subprocess.Popen[str]]]:
    commands = {"pages": ("logic", "standards", "--out"), "mutants": ("tests.mutants",)}
    found = {}
    for name, command in commands.items():
        folder = Path(mkdtemp())
        line = [sys.executable, "-m", *command, str(folder)]
        made = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        found[name] = (folder, made)
    return found


@cache
def _finished(name: str) -> tuple[Path, str]:
    folder, made = _started()[name]
    told, faults = made.communicate()
    assert made.returncode == 0, faults
    return folder, told


def pages_written() -> dict[str, str]:
    """What `scripts/guide standards` writes on the shipped guide, by the name of the page."""
    folder, _ = _finished("pages")
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def faults_caught() -> Any:
    """What caught each fault, by name, of the content and of the program, and what is found without one."""
    return json.loads(_finished("mutants")[1])


def list_of_faults() -> str:
    """The page on faults as it is written."""
    folder, _ = _finished("mutants")
    return (folder / "mutants.md").read_text(encoding="utf-8")
