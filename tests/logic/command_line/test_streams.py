"""The command line where its result cannot go, or its file has no end: a sentence, and no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT, small

SMALL = str(ROOT / "tests" / "fixtures" / "small")
COMMAND = [sys.executable, "-P", "-m", "logic"]
COMMANDS = {
    "check": ["check", SMALL],
    "codes": ["codes"],
    "schema": ["questionnaire", "--to", "schema"],
}


def told(arguments: list[str], **how: object) -> subprocess.CompletedProcess[str]:
    """What a process of its own says on its two streams."""
    where = {"env": {**os.environ, "PYTHONPATH": str(ROOT), **how.pop("settings", {})}}  # type: ignore[dict-item]  # a mapping
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **how}
    return subprocess.run([*COMMAND, *arguments], **streams, **where, encoding="utf-8", timeout=60, check=False)  # type: ignore[call-overload,no-any-return]  # any of its options


@pytest.mark.parametrize("name", COMMANDS)
def test_command__full_disk__says_that_the_result_cannot_be_written(name: str) -> None:
    """/dev/full takes nothing, like a disk without room."""
    with Path("/dev/full").open("w") as full:
        ended = told(COMMANDS[name], stdout=full)

    assert (ended.returncode, ended.stderr) == (1, "The result cannot be written: No space left on device\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_command__reader_that_has_gone__ends_without_a_word(name: str) -> None:
    """`head` closes the pipe as soon as it has its lines."""
    reader, writer = os.pipe()
    os.close(reader)
    ended = told(COMMANDS[name], stdout=writer)
    os.close(writer)

    assert (ended.returncode, ended.stderr) == (1, "")


def test_command__full_disk_for_complaints_too__ends_all_the_same(tmp_path: Path) -> None:
    """Where nothing can be said, the number at the end says it."""
    with Path("/dev/full").open("w") as full:
        ended = told(["summary", str(tmp_path / "none.json"), "--to", "text"], stdout=full, stderr=full)

    assert ended.returncode == 1


def test_check__terminal_without_a_letter__shows_its_code(tmp_path: Path) -> None:
    """A quotation mark that ASCII does not have stops nothing."""
    folder = shutil.copytree(SMALL, tmp_path / "guide")
    (folder / "guide.yaml").write_text((folder / "guide.yaml").read_text().replace("voice: who", "voice: whom"))
    ended = told(["check", str(folder)], settings={"PYTHONIOENCODING": "ascii:strict"})

    assert ended.returncode == 1
    assert "R016" in ended.stdout
    assert "\\u201cwhom" in ended.stdout
    assert ended.stderr == ""


@pytest.mark.parametrize("option", [[], ["--with"]], ids=["first", "second"])
def test_summary__file_without_end__is_too_large(option: list[str]) -> None:
    """A device is read no further than any save file goes."""
    whole = str(ROOT / "tests" / "fixtures" / "personas" / "longest.json")
    files = ["/dev/zero"] if not option else [whole, *option, "/dev/zero"]
    ended = told(["summary", *files, "--to", "text"])

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith(f"/dev/zero: {small().say('open.too-large')}\n")


def test_summary__to_a_full_disk__says_which_file(tmp_path: Path) -> None:
    """The place that was asked for is named."""
    whole = str(ROOT / "tests" / "fixtures" / "personas" / "longest.json")
    ended = told(["summary", whole, "--to", "text", "--out", "/dev/full"])

    assert (ended.returncode, ended.stderr) == (1, "/dev/full: the file cannot be written\n")
    assert list(tmp_path.iterdir()) == []
