"""A folder into content: every broken guide of tests/fixtures/broken.yaml, and that nothing makes the loader raise."""

import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from logic.__main__ import main
from logic.content.content import Vocabulary
from logic.content.loading.load import load
from logic.content.loading.word_rules import other_words, whole_words
from logic.content.problems import CATALOGUE, Problem
from tests.broken_guides import BROKEN, MESSAGES, SMALL, Broken

FILES = (
    "guide.yaml",
    "sections/1-hand.yaml",
    "sections/2-nights.yaml",
    "sections/3-wishes.yaml",
    "evidence/splints.yaml",
    "sources.yaml",
    "options.yaml",
    "not-covered.yaml",
    "steps.yaml",
    "words.yaml",
    "renamed.yaml",
)


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


class TestWholeWords:
    @pytest.mark.parametrize("text", ["You should rest.", "what you\n  SHOULD do", "(best choice)"])
    def test_finds_a_wording_whatever_its_case_and_spacing(self, text: str) -> None:
        """A wording of advice is found across lines and in capitals."""
        assert whole_words(("you should", "best choice")).search(text)

    @pytest.mark.parametrize("text", ["A bayou shoulder.", "you, should", "the best choices", "best. choice"])
    def test_finds_whole_wordings_only(self, text: str) -> None:
        """Words that only begin or end alike are no advice."""
        assert whole_words(("you should", "best choice")).search(text) is None

    def test_takes_signs_as_they_are(self) -> None:
        """A wording with signs in it means those signs, not a pattern."""
        pattern = whole_words(("dr. x (best)?x",))

        assert pattern.search("DR. X (best)?x")
        assert pattern.search("dr, x bestx") is None


class TestOtherWords:
    words = Vocabulary(one_word={"belly": ("tummy", "upper body"), "clinic": ("center",)}, names=("Mellen Center",))

    def test_finds_each_word_that_is_not_used_beside_the_one_that_is(self) -> None:
        """Whatever its case, and over several lines."""
        text = "Tummy ache, or the upper\n  body, at a center."

        assert list(other_words(self.words, text)) == [
            ("Tummy", "belly"),
            ("upper body", "belly"),
            ("center", "clinic"),
        ]

    @pytest.mark.parametrize("text", ["A belly.", "The Mellen Center", "Centered", ""])
    def test_finds_none_in_a_proper_name_or_within_a_longer_word(self, text: str) -> None:
        """A place is called what it calls itself."""
        assert list(other_words(self.words, text)) == []

    def test_finds_none_where_none_is_listed(self) -> None:
        """A guide need not choose its words in this way."""
        assert list(other_words(Vocabulary(), "Tummy")) == []


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


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small guide, with next to no interface words, that each example leaves as it was."""
    folder = shutil.copytree(SMALL, tmp_path_factory.mktemp("spare") / "guide")
    (folder / "text/en.yaml").write_text("text: {}\n", encoding="utf-8")
    return folder


def survive(folder: Path, name: str, data: bytes) -> None:
    """Load the guide with these bytes in one of its files, and look that every problem stands inside the file."""
    before = (folder / name).read_bytes()
    try:
        (folder / name).write_bytes(data)
        content, problems = load(folder, ".")
    finally:
        (folder / name).write_bytes(before)

    lines = re.split("\r\n|\r|\n", data.decode("utf-8", errors="replace"))
    assert (content is None) == bool(problems)
    assert sorted(set(problems)) == list(problems)
    for problem in problems:
        assert len(str(problem).split("\n")) == 2
        if problem.file == f"./{name}":
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


ANY_FILE = st.sampled_from(FILES)
ODD = st.sampled_from(
    ["\0", "\t", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", "é", "😀", "\x1b[2J", "\ufffe"]
)
SIGNS = (
    *("a", "b", "id", "title", "no", "~", "12:30", "012", "1e3", "<<", "=", "2026-02-30", "null", "&a", "*a", "!!str"),
    *('"\\ud800"', "'", '"', "\\", ": ", ":", "- ", "-", "? ", "\n", "\n  ", "\n    ", " ", "\t", "[", "]", "{", "}"),
    *(", ", "#", "|", ">-", "!", "%YAML 1.1\n", "---\n", "...\n", "@", "`"),
)
YAMLISH = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutations(draw: st.DrawFn, name: str) -> str:
    """Draw the text of a file after a slip of the hand or a fault of the disk."""
    text = (SMALL / name).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(1, 30)))
        line = text.rfind("\n", 0, start) + 1
        text = draw(
            st.sampled_from(
                [
                    text[:start],
                    text[:line] + text[text.find("\n", start) + 1 :],
                    text[:line] + " " + text[line:],
                    text[:line] + text[line:end] * 2 + text[end:],
                    text[:start] + text[start:end][::-1] + text[end:],
                    text[:start] + text[end:],
                    text[:start] + draw(ODD | YAMLISH) + text[start:],
                ]
            )
        )
    return text


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each dictionary or list within the value, with each key or number in it."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(item, dict | list):
            yield from spots(item)


@st.composite
def other_values(draw: st.DrawFn, name: str) -> str:
    """Draw the text of a file in which some values, known to be good YAML, have become others."""
    whole = yaml.load((SMALL / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for _ in range(draw(st.integers(1, 3))):
        inside, key = draw(st.sampled_from(list(spots(whole))))
        match draw(st.sampled_from(["change", "remove", "add"])):
            case "change":
                inside[key] = draw(VALUES)
            case "remove":
                del inside[key]
            case _:
                beside, other = draw(st.sampled_from(list(spots(whole))))
                taken = deepcopy(beside[other])
                if isinstance(inside, dict):
                    inside[str(other)] = taken
                else:
                    inside.append(taken)
        if not list(spots(whole)):
            break
    return str(yaml.dump(whole, allow_unicode=True, sort_keys=False))


class TestNothingMakesTheLoaderRaise:
    @given(name=ANY_FILE, data=st.binary(max_size=200))
    def test_bytes_of_any_kind_are_at_most_problems(self, spare: Path, name: str, data: bytes) -> None:
        """Any bytes in any file give problems that stand inside the file."""
        survive(spare, name, data)

    @given(name=ANY_FILE, text=YAMLISH)
    def test_signs_of_yaml_in_any_order_are_at_most_problems(self, spare: Path, name: str, text: str) -> None:
        """Any row of the signs that YAML is made of gives problems that stand inside the file."""
        survive(spare, name, text.encode())

    @given(data=st.data(), name=ANY_FILE)
    def test_slips_of_the_hand_are_at_most_problems(self, spare: Path, data: st.DataObject, name: str) -> None:
        """Lines lost, doubled or moved, text cut short and odd characters give problems inside the file."""
        survive(spare, name, data.draw(mutations(name)).encode())

    @given(data=st.data(), name=ANY_FILE)
    def test_values_of_other_types_are_at_most_problems(self, spare: Path, data: st.DataObject, name: str) -> None:
        """A list for a word, a word for a key, a key too many: each gives problems inside the file."""
        survive(spare, name, data.draw(other_values(name)).encode())

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 100_000,
            "{" * 100_000,
            "- " * 100_000,
            "? " * 100_000,
            "{a: " * 100_000,
            "a: " * 100_000,
            "'" * 100_001,
            "!" * 100_000,
            "\t" * 100_000,
            "\n" * 100_000 + "[",
            "a: " + "9" * 100_000,
            "a: " + "x" * 1_000_000,
            "x" * 100_000 + ": a",
            "a: 1\n" * 1_000,
            "".join(f"title{number}: x\n" for number in range(500)),
            "a: [" + "&a [*a], " * 500 + "]",
            "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}]\n" for n in range(150)),
            'a: "\\ud800\\udfff"',
            'a: "\\0"',
            "%TAG ! tag:yaml.org,2002:python/\n--- !object/apply:os.system [x]",
        ],
        ids=range(20),
    )
    @pytest.mark.parametrize("name", ["guide.yaml", "renamed.yaml"])
    def test_a_hostile_text_is_at_most_problems(self, spare: Path, name: str, text: str) -> None:
        """Text made to exhaust the stack, the memory or the patience gives problems inside the file."""
        survive(spare, name, text.encode())

    def test_a_lone_surrogate_is_at_most_a_problem(self, spare: Path) -> None:
        """Half a character, as broken programs write it, is no UTF-8."""
        survive(spare, "words.yaml", b"never: [\xed\xa0\x80]\n")
