"""The commands beside the summary: what each prints, where it prints it, and how it ends."""

import io
import shutil
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.overview import flow
from logic.content.problems import CATALOGUE
from logic.files import schema
from tests.broken_guides import BROKEN, SMALL
from tests.builders import small
from tests.logic.command_line.conftest import CONTENT


@pytest.mark.parametrize("arguments", [["check", str(SMALL)], ["check", *CONTENT]])
def test_check__small_guide__counts_what_it_has(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The folder may be named in either of two ways."""
    assert main(arguments) == 0
    assert capsys.readouterr().out == (
        "No problem found: 3 sections, 5 screens, 9 questions (1 of them to check what one knows), "
        "3 topics, 4 statements, 4 claims.\n"
    )


def test_check__no_folder_named__checks_the_shipped_guide(capsys: pytest.CaptureFixture[str]) -> None:
    """The guide that is shipped has no problem."""
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("No problem found: 7 sections, ")


def test_check__error__is_printed_with_its_place_and_fails(with_error: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever wrote it sees where to look, and the exit code tells a program."""
    assert main(["check", with_error]) == 1

    told = capsys.readouterr().out
    assert told.startswith(f"{with_error}/guide.yaml:8:8: R016 ")
    assert "No problem" not in told


def test_check__warning__is_printed_and_does_not_fail(with_warning: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning does not stop the guide, and nobody is told that there is no problem."""
    assert main(["check", with_warning]) == 0

    told = capsys.readouterr().out
    assert told.startswith(f"{with_warning}/notes.yaml:0:0: F005 ")
    assert "No error found: 3 sections" in told
    assert "No problem found" not in told


def test_codes__to_a_file__list_every_problem(tmp_path: Path) -> None:
    """Whoever writes content can look a problem up."""
    assert main(["codes", *CONTENT, "--out", str(tmp_path / "codes.md")]) == 0

    told = (tmp_path / "codes.md").read_text(encoding="utf-8")
    assert [code for code in CATALOGUE if code not in told] == []


def test_questionnaire__to_schema_and_flow__are_the_outputs(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The command line adds nothing of its own."""
    assert main(["questionnaire", "--to", "schema", *CONTENT]) == 0
    assert capfdbinary.readouterr().out.decode() == schema.render(small())
    assert main(["questionnaire", "--to", "flow", *CONTENT]) == 0
    assert capfdbinary.readouterr().out.decode() == flow.render(small())


def test_paths__guide_in_which_all_holds__says_what_was_walked(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule is named, and every one holds."""
    assert main(["paths", *CONTENT]) == 0
    assert "\nholds  P004 " in capsys.readouterr().out


def test_paths__guide_with_a_breach__fails_and_keeps_what_led_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever has to mend it gets the place and, where a path leads there, the answers."""
    long = "Here " + "and there " * 11 + "it is."
    section = shutil.copytree(SMALL, tmp_path / "guide") / "sections" / "1-hand.yaml"
    section.write_text(section.read_text(encoding="utf-8").replace("A few questions about your hand.", long), "utf-8")
    folder = str(tmp_path / "guide")

    assert main(["paths", "--content", folder]) == 1
    assert "G002" in capsys.readouterr().out
    assert main(["paths", "--content", folder, "--out", str(tmp_path / "out")]) == 1
    assert (tmp_path / "out").is_dir()


def test_standards__to_a_folder__are_written_as_the_page_that_rests_on_no_run(tmp_path: Path) -> None:
    """The page that is kept tells of each row by which tests it stands."""
    assert main(["standards", *CONTENT, "--out", str(tmp_path / "docs")]) == 0
    page = (tmp_path / "docs" / "standards.md").read_text(encoding="utf-8")
    assert page.startswith("# The standards of decision aids, computed\n")
    assert "| D34 | " in page


def test_standards__folder_that_cannot_be_made__says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "docs").write_text("", encoding="utf-8")

    assert main(["standards", *CONTENT, "--out", str(tmp_path / "docs")]) == 1
    assert "the folder cannot be made" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["summary"], ["summary", "a.json", "--to", "word"], ["recommend"]])
def test_command__that_does_not_exist__ends_with_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """There is no command that recommends."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: scripts/guide" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "told"),
    [(BrokenPipeError(), ""), (OSError(28, "No space left on device"), "cannot be written: No space left on device")],
)
def test_main__output_that_cannot_be_written__ends_with_a_sentence(
    fault: OSError, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads only the first lines is not told of a fault; a full disk is named."""

    def fail(_: object) -> int:
        raise fault

    monkeypatch.setattr("logic.__main__._run", fail)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO()))

    assert main(["codes"]) == 1
    assert told in capsys.readouterr().err


def test_main__output_that_is_no_terminal_and_no_file__is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that calls it with an output of its own gets what it would write."""
    output = io.StringIO()
    monkeypatch.setattr("logic.__main__._run", lambda _: output.write("Told.\n") - 6)
    monkeypatch.setattr("sys.stdout", output)

    assert main(["codes"]) == 0
    assert output.getvalue() == "Told.\n"


class TestCommandLine:
    def test_check_prints_each_problem_with_its_place_and_fix(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """`check` lists exactly the places and codes, each with a line that says what to do, and fails."""
        broken = next(item for item in BROKEN if (item.code, item.fault) == ("many", "in several files"))
        folder = broken.lay(tmp_path / "guide")

        code = main(["check", str(folder)])

        printed = capsys.readouterr()
        lines = printed.out.splitlines()
        assert code == 1
        assert printed.err == ""
        assert [f"{folder}/{line}" for line in broken.problems] == [" ".join(line.split()[:2]) for line in lines[::2]]
        assert all(line.startswith("  Fix: ") for line in lines[1::2])

    def test_check_of_a_whole_guide_succeeds(self, capsys: pytest.CaptureFixture[str]) -> None:
        """`check` of a guide without a problem prints no fix."""
        code = main(["check", str(SMALL)])

        assert code == 0
        assert "Fix:" not in capsys.readouterr().out
