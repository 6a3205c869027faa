"""The standards: rows computed by checks, and never ticked by hand."""

import json
from pathlib import Path

import pytest

from logic import __main__ as command_line
from logic.answers.answers import Answers
from logic.checks.breaches import Breach
from logic.checks.paths.walk import Walk, walk
from logic.checks.reports import counter_examples, pages
from logic.checks.standards import content as about_content
from logic.checks.standards import keeping as about_keeping
from logic.checks.standards import rows as standards
from logic.checks.standards import use as about_use
from logic.checks.standards.facts import Facts, Finding, met
from logic.checks.standards.rows import REQUIREMENTS, Requirement, findings, render
from logic.content.content import Content
from logic.files.open_file import open_file
from tests.builders import ROOT, small

SMALL = str(ROOT / "tests" / "fixtures" / "small")


@pytest.fixture(scope="module")
def walked() -> Walk:
    """The walk through the small guide."""
    return walk(small())


def facts(found: Walk, *tests: str, content: Content | None = None) -> Facts:
    """The facts of the small guide with tests of these names."""
    return Facts(content or small(), found, frozenset(tests))


def changed(**changes: object) -> Content:
    """The small guide with other pieces."""
    return Content.model_validate({name: getattr(small(), name) for name in Content.model_fields} | changes)


def test_rows__of_the_standards__are_fifty_each_with_a_check() -> None:
    """No row of the project's list is left out."""
    assert [item.id for item in REQUIREMENTS] == [f"D{number:02}" for number in range(1, 51)]
    assert [item.id for item in REQUIREMENTS if item.check is None] == []


def test_row__without_a_check__is_not_met(monkeypatch: pytest.MonkeyPatch, walked: Walk) -> None:
    """A standard that nobody computes is not claimed."""
    monkeypatch.setattr(standards, "REQUIREMENTS", (Requirement("D99", "Something", None),))

    assert findings(facts(walked))[0][1] == Finding("not met", "no check")
    assert "| D99 | Something | not met | none | no check |" in render(facts(walked))


def test_row__by_a_test__is_met_only_where_the_test_is_there(walked: Walk) -> None:
    """A feature that nothing tests is not claimed."""
    assert about_keeping.accessible(facts(walked)).status == "not met"
    there = ("test_passes_axe", "test_by_keyboard_alone", "test_contrast", "test_targets_are_large")
    assert about_keeping.accessible(facts(walked, *there)).status == "met"
    assert about_keeping.two_voices(facts(walked)).status == "not met"


def test_row__whose_property_is_broken__is_not_met(walked: Walk) -> None:
    """A breach anywhere takes the claim away."""
    broken = Walk(small(), walked.routes, 1, 1, walked.outputs, (Breach("N002", "path", "x", Answers()),))

    assert about_use.no_verdict(facts(walked)).status == "met"
    assert about_use.no_verdict(facts(broken)).status == "not met"


def test_rows__on_roles_that_a_guide_does_not_name__are_not_met(walked: Walk) -> None:
    """A guide that says nothing on its parts cannot have them checked."""
    found = {item.id: finding.status for item, finding in findings(facts(walked))}

    assert {found[name] for name in ("D02", "D05", "D06", "D14", "D15", "D36", "D37")} == {"not met"}
    assert (found["D47"], found["D49"], found["D16"]) == ("needs people", "not applicable", "not applicable")


def test_row_on_likelihoods__where_a_document_gives_rates__is_not_met(walked: Walk) -> None:
    """A rate would need its group, number and time span."""
    sources = tuple(source.model_copy(update={"gives_rates": True}) for source in small().sources)

    assert about_content.rates(facts(walked, content=changed(sources=sources))).status == "not met"


def test_row_on_what_people_do__that_the_guide_is_silent_on__is_not_met(walked: Walk) -> None:
    """What needs people has to be said plainly."""
    silent = changed(guide=small().guide.model_copy(update={"not_done": ()}))

    assert about_keeping.needs_people(facts(walked, content=silent)).status == "not met"


def test_finding__by_a_condition__is_met_or_not() -> None:
    """There is nothing in between."""
    assert (met([1], "x").status, met([], "x").status) == ("met", "not met")


def test_names_of_tests__in_the_project__are_found(tmp_path: Path) -> None:
    """A test counts by its name, wherever it stands."""
    (tmp_path / "tests" / "app").mkdir(parents=True)
    (tmp_path / "tests" / "app" / "test_x.py").write_text("def test_one() -> None: ...\n", encoding="utf-8")

    assert command_line.names_of_tests(tmp_path) == {"test_one"}
    assert "test_names_of_tests__in_the_project__are_found" in command_line.names_of_tests()


def test_counter_example__of_a_breach__opens_in_the_guide() -> None:
    """Whoever mends it opens the file and sees the fault."""
    answers = Answers({"splint": "yes"})
    files = counter_examples(small(), (Breach("N001", "path", "x", answers), Breach("N003", "guide", "x")))

    assert list(files) == ["N001-1.json"]
    assert open_file(small(), files["N001-1.json"].encode()).answers == answers


def test_pages__of_the_checks__are_four(walked: Walk) -> None:
    """Each goes into docs under its name."""
    assert list(pages(small(), walked, frozenset())) == ["standards.md", "neutrality.md", "balance.md", "reading.md"]


def test_paths__of_the_small_guide__exit_0_and_print_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """Another guide on another decision is walked with no change of code."""
    assert command_line.main(["paths", "--content", SMALL]) == 0
    printed = capsys.readouterr().out

    assert "Guide: Night Splint Guide, 9 questions on 5 screens." in printed
    assert "Branching classes: 8, of 2 questions in 1 separate parts." in printed
    assert "Paths walked: 26." in printed


def test_paths__with_a_breach__exit_1_and_write_the_answers_that_show_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, walked: Walk
) -> None:
    """With a folder the files go there, and without one the first lines to be read."""
    breach = Breach("N001", "path", "it changes", Answers({"splint": "yes"}))
    broken = Walk(small(), walked.routes, 1, 1, walked.outputs, (breach,))
    monkeypatch.setattr(command_line, "walk", lambda _: broken)

    assert command_line.main(["paths", "--content", SMALL, "--out", str(tmp_path / "new")]) == 1
    assert json.loads((tmp_path / "new" / "N001-1.json").read_text(encoding="utf-8"))["answers"] == {"splint": "yes"}
    assert "path: N001 " in capsys.readouterr().out

    assert command_line.main(["paths", "--content", SMALL]) == 1
    assert '"splint": "yes"' in capsys.readouterr().out


def test_standards__with_a_folder__writes_every_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, walked: Walk
) -> None:
    """The page of the standards is printed too."""
    monkeypatch.setattr(command_line, "walk", lambda _: walked)

    assert command_line.main(["standards", "--content", SMALL, "--out", str(tmp_path / "docs")]) == 0
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == [
        "balance.md",
        "neutrality.md",
        "reading.md",
        "standards.md",
    ]
    assert "# The standards of decision aids, computed" in capsys.readouterr().out
    assert command_line.main(["standards", "--content", SMALL]) == 0


def test_standards__into_a_folder_that_cannot_be_made__say_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, walked: Walk
) -> None:
    """A file stands where the folder would be."""
    monkeypatch.setattr(command_line, "walk", lambda _: walked)
    (tmp_path / "docs").write_text("", encoding="utf-8")

    assert command_line.main(["standards", "--content", SMALL, "--out", str(tmp_path / "docs")]) == 1
    assert "the folder cannot be made" in capsys.readouterr().err
