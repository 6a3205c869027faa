"""The standards: rows computed by checks, and never ticked by hand."""

import json
import os
import shutil
import subprocess
import sys
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
from logic.checks.standards.rows import REQUIREMENTS, Requirement, findings, render, with_tests
from logic.checks.standards.tested import CITED, PASSED, Results, lacking, results_under
from logic.content.content import Content
from logic.files.open_file import open_file
from tests.builders import ROOT, small

SMALL = str(ROOT / "tests" / "fixtures" / "small")


@pytest.fixture(scope="module")
def walked() -> Walk:
    """The walk through the small guide."""
    return walk(small())


def facts(found: Walk, results: Results | None = None, content: Content | None = None) -> Facts:
    """The facts of the small guide with what became of the tests."""
    return Facts(content or small(), found, results)


def changed(**changes: object) -> Content:
    """The small guide with other pieces."""
    return Content.model_validate({name: getattr(small(), name) for name in Content.model_fields} | changes)


def test_rows__of_the_standards__are_fifty_each_with_a_check_or_a_test() -> None:
    """No row of the project's list is left out, and no test is cited for a row that is not there."""
    assert [item.id for item in REQUIREMENTS] == [f"D{number:02}" for number in range(1, 51)]
    assert [item.id for item in REQUIREMENTS if not (item.check or item.tests)] == []
    assert CITED.keys() <= {item.id for item in REQUIREMENTS}


def test_row__without_a_check_and_a_test__is_not_met(monkeypatch: pytest.MonkeyPatch, walked: Walk) -> None:
    """A standard that nobody computes is not claimed."""
    monkeypatch.setattr(standards, "REQUIREMENTS", (Requirement("D99", "Something"),))

    assert findings(facts(walked))[0][1] == Finding("not met", "no check and no test")
    assert "| D99 | Something | not met | tests | no check and no test |" in render(facts(walked))


EACH_CITED = pytest.mark.parametrize(("row", "name"), [(row, name) for row, names in CITED.items() for name in names])
EVERY = {name: PASSED for names in CITED.values() for name in names}


@EACH_CITED
def test_row__one_of_its_tests_deleted_skipped_or_failed__is_not_met(row: str, name: str) -> None:
    """Each test counts by itself, by what became of it in the run and not by being there."""
    found = met(True, "computed")
    gone = {other: outcome for other, outcome in EVERY.items() if other != name}

    assert with_tests(found, CITED[row], EVERY).status == "met"
    for results in (gone, EVERY | {name: "skipped"}, EVERY | {name: "failed"}):
        assert with_tests(found, CITED[row], results) == Finding("not met", f"computed; did not pass: `{name}`")


@EACH_CITED
def test_test__that_a_row_cites__stands_in_its_file(row: str, name: str) -> None:
    """Whoever deletes it or gives it another name learns at once for which row."""
    file, *_, function = name.partition("[")[0].split("::")

    assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8"), row


def test_row__where_no_tests_were_run__says_what_tests_it_and_how_to_run_them(walked: Walk) -> None:
    """Nothing is claimed of a run that nobody made."""
    found = {item.id: one for item, one in findings(facts(walked))}["D42"]

    assert found.status == "not tested"
    assert found.shown.startswith(
        "tested by `tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[alone]`, "
    )
    assert found.shown.endswith("; run scripts/test")


def test_row__whose_check_finds_a_fault__is_not_met_whatever_its_tests_say(walked: Walk) -> None:
    """A test takes the place of no computation."""
    broken = Walk(small(), walked.routes, 1, 1, walked.outputs, (Breach("P006", "path", "x", Answers()),))
    found = {item.id: one for item, one in findings(facts(broken, EVERY))}

    assert found["D25"].status == "not met"
    assert found["D42"].status == "met"


def test_test_with_cases__one_of_which_did_not_pass__did_not_pass() -> None:
    """Cited without its cases it stands for all of them, and cited with one for that one."""
    results = {"a.py::test_x[1]": "passed", "a.py::test_x[2]": "skipped"}

    assert lacking(["a.py::test_x"], results) == ("a.py::test_x",)
    assert lacking(["a.py::test_x[1]"], results) == ()
    assert lacking(["a.py::test_x"], results | {"a.py::test_x[2]": "passed"}) == ()
    assert lacking(["a.py::test"], results) == ("a.py::test",)


def tried(project: Path, *arguments: str) -> Results | None:
    """What became of the tests of a project after one more call of pytest with the hooks of ours."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments, "tests"]
    subprocess.run(command, cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, capture_output=True)
    return results_under(project)


def test_record__of_a_run__is_what_became_of_each_test_on_these_files(tmp_path: Path) -> None:
    """Two calls of pytest on the same files add up, and of files that are changed nothing is known."""
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
    file = tmp_path / "tests" / "test_some.py"
    bodies = {"fine": "pass", "skipped": "pytest.skip('x')", "wrong": "assert 0"}
    functions = "".join(f"def test_{name}(): {body}\n" for name, body in bodies.items())
    file.write_text(f"import pytest\n{functions}", encoding="utf-8")
    some = "tests/test_some.py::test_"

    assert results_under(tmp_path) is None
    assert tried(tmp_path, "-k", "fine", "-n", "1") == {f"{some}fine": "passed"}
    assert tried(tmp_path, "-k", "not fine") == {
        f"{some}fine": "passed",
        f"{some}skipped": "skipped",
        f"{some}wrong": "failed",
    }
    file.write_text("", encoding="utf-8")
    assert results_under(tmp_path) is None


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


def test_counter_example__of_a_breach__opens_in_the_guide() -> None:
    """Whoever mends it opens the file and sees the fault."""
    answers = Answers({"splint": "yes"})
    files = counter_examples(small(), (Breach("N001", "path", "x", answers), Breach("N003", "guide", "x")))

    assert list(files) == ["N001-1.json"]
    assert open_file(small(), files["N001-1.json"].encode()).answers == answers


def test_pages__of_the_checks__are_four(walked: Walk) -> None:
    """Each goes into docs under its name."""
    assert list(pages(small(), walked)) == ["standards.md", "neutrality.md", "balance.md", "reading.md"]


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
    """Without a folder the page of the standards is printed, and a row that is not met is a fault."""
    monkeypatch.setattr(command_line, "walk", lambda _: walked)

    assert command_line.main(["standards", "--content", SMALL, "--out", str(tmp_path / "docs")]) == 0
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == [
        "balance.md",
        "neutrality.md",
        "reading.md",
        "standards.md",
    ]
    assert command_line.main(["standards", "--content", SMALL]) == 1
    assert "# The standards of decision aids, computed" in capsys.readouterr().out


def test_standards__into_a_folder_that_cannot_be_made__say_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, walked: Walk
) -> None:
    """A file stands where the folder would be."""
    monkeypatch.setattr(command_line, "walk", lambda _: walked)
    (tmp_path / "docs").write_text("", encoding="utf-8")

    assert command_line.main(["standards", "--content", SMALL, "--out", str(tmp_path / "docs")]) == 1
    assert "the folder cannot be made" in capsys.readouterr().err
