"""The two long proofs, each run once, beside the tests: the command that walks the guide, and the faults put in.

They run as programs of their own, without being counted line by line, which would take several times as long. The
lines themselves are counted where the checks are tested one by one. Each belongs to one file of tests, and a file
of tests to one process.
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
def _finished(*command: str) -> tuple[Path, str]:
    folder = Path(mkdtemp())
    line = [sys.executable, "-m", *command, str(folder)]
    made = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return folder, made.stdout


def pages_written() -> dict[str, str]:
    """What `scripts/guide standards` writes on the shipped guide, by the name of the page."""
    folder, _ = _finished("logic", "standards", "--out")
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def faults_caught() -> Any:
    """What caught each fault, by name, of the content and of the program, and what is found without one."""
    return json.loads(_finished("tests.mutants")[1])


def list_of_faults() -> str:
    """The page on faults as it is written."""
    folder, _ = _finished("tests.mutants")
    return (folder / "mutants.md").read_text(encoding="utf-8")
