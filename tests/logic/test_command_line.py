"""The command line: what it prints, where it prints it, and what it refuses."""

import io
import json
import shutil
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.overview import flow
from logic.content.problems import CATALOGUE
from logic.files import schema
from logic.files.open_file import open_file
from logic.files.open_pdf import open_any
from logic.outputs.drawing import fonts, text, web_page
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.broken_guides import BROKEN, SMALL
from tests.builders import DAY, small, walk

CONTENT = ["--content", str(SMALL)]
FORMAT = {"name": "conversation-guide-answers", "number": 1}


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


def test_summary__content_with_a_warning__prints_nothing_but_the_summary(
    with_warning: str, answers: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What a command makes can be piped on."""
    assert main(["summary", answers, "--to", "text", "--content", with_warning]) == 0

    out, err = capfdbinary.readouterr()
    assert out.startswith(b"Discussion summary\n")
    assert b"F005" in err


def test_summary__to_text_and_html__are_the_outputs(
    answers: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The command line adds nothing of its own."""
    document = lay_out(summarise(walk(small(), {"who": "me", "splint": "no"}), DAY))
    out = tmp_path / "summary.html"

    assert main(["summary", answers, "--to", "text", *CONTENT]) == 0
    assert capfdbinary.readouterr().out.decode() == text.render(document)
    assert main(["summary", answers, "--to", "html", "--out", str(out), *CONTENT]) == 0
    assert out.read_text(encoding="utf-8") == web_page.render(document)


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_summary__to_pdf_twice__gives_the_same_bytes(answers: str, tmp_path: Path, paper: str) -> None:
    """The same answers on the same day are the same file."""
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        assert main(["summary", answers, "--to", "pdf", "--paper", paper, "--out", str(file), *CONTENT]) == 0

    assert files[0].read_bytes().startswith(b"%PDF-")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_summary__characters_without_a_letter_in_any_font__are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The person learns what the PDF could not show."""
    odd = saved(tmp_path, answers={"first-name": "a\u0378b"}, saved_at="2026-02-03T10:00:00+00:00")

    assert main(["summary", odd, "--to", "pdf", "--out", str(tmp_path / "a.pdf"), *CONTENT]) == 0
    assert "\u0378" in capsys.readouterr().err


def test_summary__letters_with_too_many_marks__are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Thirty stay, and the person learns which letter had more."""
    odd = saved(tmp_path, answers={"first-name": "x" + "\u0301" * 500}, saved_at="2026-02-03T10:00:00+00:00")

    assert main(["summary", odd, "--to", "text", *CONTENT]) == 0
    told = capsys.readouterr()
    assert f"{small().say('summary.overloaded')} x\u0301" in told.err
    assert "x" + "\u0301" * 30 + "\n" in told.out


def test_summary__too_long_for_a_pdf__is_refused_with_what_can_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text and the web page have no such limit."""
    own = [f"{number} " + "a\n" * 2000 for number in range(30)]
    long = saved(tmp_path, questions_to_ask={"own": own}, saved_at="2026-02-03T10:00:00+00:00")
    out = tmp_path / "a.pdf"

    assert main(["summary", long, "--to", "pdf", "--out", str(out), *CONTENT]) == 1
    assert small().say("pdf.too-long") in capsys.readouterr().err
    assert not out.exists()


def test_summary__fonts_that_are_gone__are_named_and_no_pdf_is_made(
    answers: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever moved them reads which they are and where they belong."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(fonts, "FOLDER", tmp_path / "empty")
    out = tmp_path / "a.pdf"
    fonts.fonts.cache_clear()
    fonts.shipped.cache_clear()
    try:
        assert main(["summary", answers, "--to", "pdf", "--out", str(out), *CONTENT]) == 1
    finally:
        fonts.fonts.cache_clear()
        fonts.shipped.cache_clear()
    assert capsys.readouterr().err.startswith(f"The font “Guide Atkinson” is not in {tmp_path / 'empty'}")
    assert not out.exists()


def test_summary__day_given__stands_before_the_day_of_the_file(
    answers: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A summary may be made on a later day."""
    assert main(["summary", answers, "--to", "text", "--made", "2026-12-31", *CONTENT]) == 0
    assert b"\nDate: 31 December 2026\n" in capfdbinary.readouterr().out


@pytest.mark.parametrize("saved_at", [None, "yesterday", 7])
def test_summary__file_without_a_day__asks_for_one(
    tmp_path: Path, saved_at: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program has no clock of its own."""
    assert main(["summary", saved(tmp_path, saved_at=saved_at), "--to", "text", *CONTENT]) == 1
    assert "--made 2026-12-31" in capsys.readouterr().err


def test_summary__section_left_out__is_left_out(answers: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A person keeps back what they like."""
    assert main(["summary", answers, "--to", "text", "--leave-out", "hand", "--leave-out", "wishes", *CONTENT]) == 0
    out = capfdbinary.readouterr().out
    assert b"Left out of this summary by the person: Your hand; What matters." in out
    assert b"Splint: No" not in out


def test_summary__part_to_leave_out_misspelt__is_refused(
    answers: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A slip of the keyboard must not print what was to be kept back."""
    assert main(["summary", answers, "--to", "text", "--leave-out", "hands", *CONTENT]) == 1
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err == b"--leave-out hands: there is no such section or question\n"


def test_summary__file_that_is_refused__says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is the one that the screen gives."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear doctor,", encoding="utf-8")

    assert main(["summary", str(path), "--to", "text", *CONTENT]) == 1
    assert capsys.readouterr().err == f"{path}: {small().say('open.not-json')}\n"


def test_summary__file_that_is_missing__says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback, only what is wrong."""
    assert main(["summary", str(tmp_path / "none.json"), "--to", "text", *CONTENT]) == 1
    assert "the file cannot be read" in capsys.readouterr().err


def test_summary__what_no_longer_fits__is_listed_beside_the_summary(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The summary is made of what fits."""
    file = saved(tmp_path, answers={"splint": "maybe", "hours": 5}, saved_at="2026-02-03T10:00:00+00:00")

    assert main(["summary", file, "--to", "text", *CONTENT]) == 0
    out, err = capfdbinary.readouterr()
    assert b"Sleep: 5 hours" in out
    assert err.decode() == f"{file}: No longer fits and is kept aside: Splint: maybe\n"


def test_summary__file_that_cannot_be_written__says_so(
    answers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there is not made."""
    assert main(["summary", answers, "--to", "text", "--out", str(tmp_path / "no" / "a.txt"), *CONTENT]) == 1
    assert "the file cannot be written" in capsys.readouterr().err


def test_summary__content_with_an_error__makes_nothing(
    with_error: str, answers: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A guide with an error is no guide."""
    assert main(["summary", answers, "--to", "text", "--content", with_error]) == 1
    assert capfdbinary.readouterr().out == b""


def test_summary__with_a_second_file__lays_the_two_views_side_by_side(
    answers: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Leaving the two views out prints the first alone."""
    (tmp_path / "other").mkdir()
    second = saved(tmp_path / "other", answers={"who": "family", "splint": "yes"}, saved_at="2026-02-03T10:00:00+00:00")
    title = small().say("views.title").encode()

    assert main(["summary", answers, "--with", second, "--to", "text", *CONTENT]) == 0
    assert b"\n" + title + b"\n" in capfdbinary.readouterr().out
    assert main(["summary", answers, "--with", second, "--to", "text", "--leave-out", "two-views", *CONTENT]) == 0
    assert b"\n" + title + b"\n" not in capfdbinary.readouterr().out


def test_summary__second_file_that_is_refused__makes_nothing(
    answers: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Nobody takes half of two views for a whole."""
    assert main(["summary", answers, "--with", str(tmp_path / "none.json"), "--to", "text", *CONTENT]) == 1
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert b"the file cannot be read" in err


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


def test_summary__second_file_that_is_no_whole_pdf__says_why(
    answers: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A summary that was to hold two views does not come with one."""
    second = tmp_path / "second.pdf"
    second.write_bytes(b"%PDF-1.7")

    assert main(["summary", answers, "--with", str(second), "--to", "text", *CONTENT]) == 1
    out, err = capfdbinary.readouterr()
    assert (out, err.decode()) == (b"", f"{second}: {small().say('open.pdf-broken')}\n")


def test_summary__to_pdf__holds_the_answers_unless_told_otherwise(answers: str, tmp_path: Path) -> None:
    """The PDF can stand in for the save file, without what was left out."""
    whole, part, bare, again = (str(tmp_path / f"{name}.pdf") for name in ("whole", "part", "bare", "again"))
    assert main(["summary", answers, "--to", "pdf", "--out", whole, *CONTENT]) == 0
    assert main(["summary", answers, "--to", "pdf", "--leave-out", "hand", "--out", part, *CONTENT]) == 0
    assert main(["summary", answers, "--to", "pdf", "--without-file", "--out", bare, *CONTENT]) == 0
    assert main(["summary", whole, "--to", "pdf", "--out", again, *CONTENT]) == 0

    said = open_file(small(), Path(answers).read_bytes()).answers
    left = open_any(small(), Path(part).read_bytes()).answers
    assert open_any(small(), Path(whole).read_bytes()).answers == said
    assert left is not None
    assert {"who", "first-name", "splint"}.isdisjoint(left.given)
    assert open_any(small(), Path(bare).read_bytes()).refusal == "pdf-empty"
    assert Path(again).read_bytes() == Path(whole).read_bytes()


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
