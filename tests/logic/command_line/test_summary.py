"""The command that makes a summary: what it writes, what it leaves out, and what it refuses."""

from pathlib import Path

import pytest

from logic.__main__ import main
from logic.files.open_file import open_file
from logic.files.open_pdf import open_any
from logic.outputs.drawing import fonts, text, web_page
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import DAY, small, walk
from tests.logic.command_line.conftest import CONTENT, saved


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
