"""The two long proofs, each run once beside the tests: the command that walks the guide, and the faults put in.

They run as programs of their own, at the same time, and without being counted line by line, which would
take several times as long. The lines themselves are counted where the checks are tested one by one.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.builders import ROOT


@cache
def _started() -> dict[str, tuple[Path, subprocess.Popen[str]]]:
    commands = {"pages": ("logic", "standards", "--out"), "mutants": ("tests.mutants",)}
    found = {}
    for name, command in commands.items():
        folder = Path(mkdtemp())
        line = [sys.executable, "-m", *command, str(folder)]
        made = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found[name] = (folder, made)
    return found


@cache
def _finished(name: str) -> Path:
    folder, made = _started()[name]
    told, _ = made.communicate()
    assert made.returncode == 0, told
    return folder


def pages_written() -> dict[str, str]:
    """What `python -m logic standards` writes on the shipped guide, by the name of the page."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(_finished("pages").iterdir())}


def mutants_run() -> Path:
    """The folder with what caught every fault."""
    return _finished("mutants")
