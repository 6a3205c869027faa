"""A folder into content: every broken guide of tests/fixtures/broken.yaml, and what changes nothing."""

import re
import shutil
from pathlib import Path

import pytest

from logic.content.loading.load import load
from logic.content.problems import CATALOGUE, Problem
from tests.broken_guides import BROKEN, FILES, MESSAGES, SMALL, Broken


def places(problems: tuple[Problem, ...]) -> list[str]:
    """Return `path:line:column: CODE` of each problem of a guide that was loaded under the name `.`."""
    return [f"{item.file.removeprefix('./')}:{item.line}:{item.column}: {item.code}" for item in problems]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small guide that a test may break."""
    return shutil.copytree(SMALL, tmp_path / "guide")


class TestBrokenGuides:
    @pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.code} {broken.fault}")
    def test_each_shows_exactly_the_problems_it_is_made_for(self, broken: Broken, tmp_path: Path) -> None:
        """Every problem is found at its place with a message and a fix; none is hidden, none is a mere shadow."""
        content, problems = load(broken.lay(tmp_path / "guide"), ".")

        assert places(problems) == broken.problems
        assert (content is None) == any(problem.severity == "error" for problem in problems)
        for problem in problems:
            message, fix = str(problem).split("\n")
            assert re.fullmatch(r"\.(/[^:]+)?:\d+:\d+: [A-Z]\d{3} \S.*\.", message)
            assert re.fullmatch(r"  Fix: [A-Z].*[.?]", fix)
            assert not re.search(r"“”|\{\w+\}|\bNone\b|\('", message + fix)

    def test_every_code_has_a_fault_that_shows_it_beside_its_message(self) -> None:
        """No code is without a broken guide that shows it, none is lost, and the messages are those of the program."""
        assert {code: entry.message for code, entry in CATALOGUE.items()} == {
            code: message for code, message in MESSAGES.items() if code not in ("many", "shadow")
        }
        assert [item.fault for item in BROKEN if item.code in CATALOGUE and item.code not in str(item.problems)] == []
        assert {item.code for item in BROKEN} == set(MESSAGES)


class TestWholeGuides:
    def test_small_guide_has_no_problem(self) -> None:
        """The guide that all broken ones rest on is whole."""
        content, problems = load(SMALL)

        assert problems == ()
        assert content is not None
        assert content.guide.title == "Night Splint Guide"

    def test_sections_stand_in_the_order_of_the_guide(self, small: Path) -> None:
        """The list in guide.yaml decides which section comes first, not the names of the files."""
        (small / "sections/3-wishes.yaml").rename(small / "sections/0-wishes.yaml")

        content, _ = load(small)

        assert content is not None
        assert [section.id for section in content.sections] == ["hand", "nights", "wishes"]

    def test_problems_begin_with_the_folder_when_no_name_is_given(self, small: Path) -> None:
        """Whoever names a folder is shown places that begin with that folder."""
        (small / "words.yaml").unlink()

        _, problems = load(small)

        assert [f"{small}/words.yaml"] == [problem.file for problem in problems]

    def test_windows_line_ends_and_a_byte_order_mark_change_nothing(self, small: Path) -> None:
        """A guide saved by an editor on Windows is the same guide."""
        before = load(small)
        for name in FILES:
            text = (small / name).read_text(encoding="utf-8")
            (small / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

        assert before == load(small)

    @pytest.mark.parametrize(
        "name",
        ["._1-hand.yaml", ".1-hand.yaml.swp", ".#1-hand.yaml", ".~lock.1-hand.yaml#", "1-hand.yaml~", ".DS_Store"],
    )
    @pytest.mark.parametrize("folder", ["sections", "evidence", "text", "."])
    def test_what_a_system_or_an_editor_leaves_there_changes_nothing(self, small: Path, folder: str, name: str) -> None:
        """A Mac's half of a file, a lock, a swap file: none of them was meant as content, and none is told of."""
        before = load(small)
        (small / folder / name).write_bytes(b"\0\5\x16\7 Mac OS X")

        assert load(small) == before

    def test_lock_that_leads_nowhere_changes_nothing(self, small: Path) -> None:
        """Emacs locks a file by a link to the name of a person."""
        before = load(small)
        (small / "sections/.#1-hand.yaml").symlink_to("kim@ward.1234:567")

        assert load(small) == before

    def test_a_warning_keeps_the_content(self, small: Path) -> None:
        """A file that nothing reads is named, and the guide can be used all the same."""
        (small / "later.yaml").write_text("soon: true\n", encoding="utf-8")

        content, problems = load(small, ".")

        assert content is not None
        assert places(problems) == ["later.yaml:0:0: F005"]

    @pytest.mark.parametrize("folder", ["nowhere", "a" * 300, "a\0b", __file__])
    def test_a_path_that_is_no_folder_is_one_problem(self, folder: str) -> None:
        """A path that cannot be a folder of content is answered like an empty one; nothing is raised."""
        content, problems = load(Path(folder), ".")

        assert content is None
        assert places(problems) == [".:0:0: F003"]
