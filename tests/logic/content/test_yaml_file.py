"""One YAML file: its values, the places of them, and what is refused."""

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from logic.content.loading.shapes import fit
from logic.content.loading.yaml_events import called
from logic.content.loading.yaml_file import YamlFile, parse, read
from logic.content.part import ContentPart


def found(file: YamlFile) -> list[str]:
    """Return `line:column: CODE` of each problem."""
    return [f"{problem.line}:{problem.column}: {problem.code}" for problem in file.problems]


def why(text: str) -> str:
    """Return what is said of the first problem of a text."""
    return dict(parse(text, "a.yaml").problems[0].values)["why"]


class TestValues:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("words", "words"),
            ('"12:30"', "12:30"),
            ("'no'", "no"),
            ("no-one", "no-one"),
            ("yesterday", "yesterday"),
            ("1e3", "1e3"),
            ("1.2.3", "1.2.3"),
            ("0", 0),
            ("-12", -12),
            ("1.5", 1.5),
            ("true", True),
            ("false", False),
            ("2027-01-31", date(2027, 1, 31)),
            (">-\n  two\n  lines\n", "two lines"),
            ("[]", ()),
            ("{}", {}),
            ("[a, {b: 1}]", ("a", {"b": 1})),
        ],
    )
    def test_what_is_sure_is_read(self, text: str, value: object) -> None:
        """Text, plain numbers, true, false, days, lists and keys are read as they look."""
        file = parse(f"key: {text}", "a.yaml")

        assert found(file) == []
        assert file.value == {"key": value}
        assert type(file.value["key"]) is type(value)

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "no",
                "No",
                "NO",
                "off",
                "on",
                "yes",
                "True",
                "12:30",
                "1:30:15",
                "012",
                "1_000",
                "0x1F",
                "0b1",
                "+5",
            ),
            *("1.", ".5", "1.0e+3", ".inf", ".nan", "190:20:30.15", "2026-02-30", "2026-01-01T12:00:00", "<<", "="),
        ],
    )
    def test_what_yaml_would_change_in_silence_is_refused(self, text: str) -> None:
        """Whatever YAML 1.1 reads as something other than it looks is a problem at its place."""
        file = parse(f"key: {text}", "a.yaml")

        assert found(file) == ["1:6: Y004"]

    @pytest.mark.parametrize("text", ["~", "null", "Null", "", "# soon"])
    def test_nothing_is_refused(self, text: str) -> None:
        """A key without a value is a problem, however the nothing is written."""
        assert [place[-4:] for place in found(parse(f"key: {text}\n", "a.yaml"))] == ["Y005"]

    def test_first_of_two_equal_keys_is_kept(self) -> None:
        """The second key is the problem; the value and the places are those of the first."""
        file = parse("a: {x: 1}\na: {x: 2, y: ~}\n", "a.yaml")

        assert file.value == {"a": {"x": 1}}
        assert file.place(("a", "x")) == "a.yaml:1:8"
        assert found(file) == ["2:1: Y002", "2:14: Y005"]

    def test_refusals_do_not_stop_the_reading(self) -> None:
        """Anchors, aliases, tags, odd keys and odd values in one text are all found in one go."""
        file = parse("a: &x [no]\nb: *x\nc: !!str d\n? [e]\n: [~, no]\n*x : f\nyes: g\nh: i\n", "a.yaml")

        assert found(file) == [
            "1:4: Y003",
            "1:8: Y004",
            "2:4: Y003",
            "3:4: Y006",
            "4:3: Y001",
            "6:1: Y003",
            "7:1: Y004",
        ]
        assert file.value["h"] == "i"


class TestPlaces:
    FILE = parse("# Text\nscreens:\n  - id: one\n    title: “é😀” two\n  - {id: two, 12: x}\n", "a.yaml")

    @pytest.mark.parametrize(
        ("path", "place"),
        [
            ((), "a.yaml:2:1"),
            (("screens",), "a.yaml:3:3"),
            (("screens", 0), "a.yaml:3:5"),
            (("screens", 0, "title"), "a.yaml:4:12"),
            (("screens", 1, "id"), "a.yaml:5:10"),
            (("screens", 1, "12"), "a.yaml:5:19"),
        ],
    )
    def test_a_path_leads_to_its_value(self, path: tuple[str | int, ...], place: str) -> None:
        """A problem of a value stands where the value begins."""
        assert self.FILE.place(path) == place

    def test_a_path_that_leads_nowhere_ends_at_what_is_around_it(self) -> None:
        """A key that is missing has the place of the keys among which it is missed."""
        assert self.FILE.place(("screens", 0, "label", 3)) == "a.yaml:3:5"

    def test_a_problem_of_a_key_stands_at_the_key(self) -> None:
        """A problem of a key stands where the key begins, also where its value is a list."""
        assert self.FILE.problem("Q002", ("screens",), key=True).line == 2
        assert self.FILE.problem("Q002", ("screens", 1, "12"), key=True).column == 15

    def test_columns_count_characters(self) -> None:
        """Letters of several bytes count as one, as they do in an editor."""
        assert found(parse('{"é😀": no}', "a.yaml")) == ["1:8: Y004"]

    @pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
    def test_every_way_to_end_a_line_counts_as_one(self, ends: str) -> None:
        """Files from Windows and from old computers have the same places."""
        assert found(parse(f"a: b{ends}c: no{ends}d: “{ends}e: @", "a.yaml")) == ["2:4: Y004", "4:4: Y001"]

    def test_a_byte_order_mark_has_no_place(self) -> None:
        """The mark that some editors put before the text moves no column."""
        assert found(parse("\ufeffno: a", "a.yaml")) == ["1:1: Y004"]

    def test_the_end_of_a_file_is_inside_the_file(self) -> None:
        """A text that breaks off is a problem of its last line, whether or not that line has an end."""
        assert found(parse("a: [b", "a.yaml")) == ["1:6: Y001"]
        assert found(parse("a:\n  - {b", "a.yaml")) == ["2:7: Y005", "2:7: Y001"]

    @pytest.mark.parametrize(
        ("path", "name"),
        [((), "the file"), (("a", 0, "title"), "title"), (("a", "b", 0), "b, item 1"), ((1,), "the file, item 2")],
    )
    def test_a_value_is_called_by_its_key_and_number(self, path: tuple[str | int, ...], name: str) -> None:
        """A value in a list is called by the list's key and its own number, counted from one."""
        assert called(path) == name


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "place", "word"),
        [
            ('a: b\nc: "d\ne: f\n', "2:4", "quote"),
            ('a: "b\nc: "d"\n', "1:4", "quote"),
            ("a: 'b\nc: 'd'\n", "1:4", "quote"),
            ('a: "b\n  c"\n  d: e\n', "3:3", "line up"),
            ("a: b: c", "1:5", "colon"),
            ("a:\n\tb: c", "2:1", "tab"),
            ("a:\n  b: |\n\t  c", "3:1", "tab"),
            ("a: [b, c\nd: e", "2:2", "[ in line 1"),
            ("x: y\na: {b: c\nd: e", "3:2", "{ in line 2"),
            ("a: `b", "1:4", "needs quotes"),
            ("a: *", "1:5", "needs quotes"),
            ("a: - b", "1:4", "hyphen"),
            ("a:\n - b\n c: d", "3:2", "line up"),
            ('a: "\\q"', "1:5", "backslash"),
            ("%YAML 3.0\n--- a", "1:1", "YAML"),
        ],
    )
    def test_each_slip_is_told_in_plain_words_at_its_place(self, text: str, place: str, word: str) -> None:
        """The library's terms are put into words that someone who does not program can act on."""
        assert found(parse(text, "a.yaml"))[-1] == f"{place}: Y001"
        assert word in why(text)

    def test_what_stands_before_the_break_is_told_too(self) -> None:
        """Problems before the place where the YAML breaks are not hidden by it."""
        assert found(parse("a: no\na: b\nc: [", "a.yaml"))[:2] == ["1:4: Y004", "2:1: Y002"]

    @pytest.mark.parametrize(
        "sign", ["\0", "\x07", "\x7f", "\x85", "\u200b", "\u2028", "\u2029", "\ufeff", "\ud800", "\uffff"]
    )
    def test_signs_that_do_not_show_are_refused(self, sign: str) -> None:
        """A sign that no editor shows, or that would shift every line below it, is a problem at its place."""
        file = parse(f"a: b\nc: d{sign}e{sign}\n", "a.yaml")

        assert found(file) == ["2:5: Y008", "2:7: Y008"]
        assert file.value is None

    def test_every_other_sign_is_read_as_it_is(self) -> None:
        """Letters of every script, and signs above them, are neither refused nor changed."""
        signs = "".join(map(chr, range(0x10FFFF + 1)))
        shown = re.sub('[\\x00-\\x1f\\x7f-\\x9f\u200b\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"\\\\]', "", signs)

        assert parse(f'"{shown}"', "a.yaml").value == shown

    @pytest.mark.parametrize("text", ["", "\n\n", "# Only a comment", "---\n", "~", "null\n"])
    def test_a_text_without_content_is_an_empty_file(self, text: str) -> None:
        """A file of comments and blank lines is empty, however it is written."""
        assert [place[-4:] for place in found(parse(text, "a.yaml"))] == ["F004"]

    @pytest.mark.parametrize("depth", [40, 41])
    def test_forty_levels_are_deep_enough(self, depth: int) -> None:
        """Forty lists within a key are read; the next is refused where it opens."""
        file = parse(f"a: {'[' * depth}{']' * depth}", "a.yaml")

        assert found(file) == ([] if depth == 40 else ["1:44: Y007"])


class TestRead:
    def test_a_file_that_is_not_there_is_missing(self, tmp_path: Path) -> None:
        """A missing file is named as a whole, also where its folder is missing or is a file."""
        (tmp_path / "file").touch()

        for name in ("a.yaml", "folder/a.yaml", "file/a.yaml"):
            assert found(read(tmp_path / name, "a.yaml")) == ["0:0: F001"]

    def test_what_is_no_plain_file_is_not_opened(self, tmp_path: Path) -> None:
        """A folder, and a pipe that would never end, are refused unread."""
        os.mkfifo(tmp_path / "pipe.yaml")
        (tmp_path / "folder.yaml").mkdir()

        assert found(read(tmp_path / "pipe.yaml", "a.yaml")) == ["0:0: F002"]
        assert found(read(tmp_path / "folder.yaml", "a.yaml")) == ["0:0: F002"]

    @pytest.mark.parametrize("name", ["loop.yaml", "a" * 300, "a\0b"])
    def test_what_the_system_does_not_open_is_named(self, tmp_path: Path, name: str) -> None:
        """A link to itself and names that no system takes are problems like any other."""
        (tmp_path / "loop.yaml").symlink_to("loop.yaml")

        assert found(read(tmp_path / name, "a.yaml")) == ["0:0: F002"]

    @pytest.mark.parametrize(
        ("data", "place"), [(b"a: b\nc: \xc3\xa9\xe9", "2:5"), (b"\xff\xfea", "1:1"), (b"a\r\n\r\nb\x80", "3:2")]
    )
    def test_the_first_byte_that_is_no_text_is_pointed_out(self, tmp_path: Path, data: bytes, place: str) -> None:
        """A file saved in another encoding names the first letter that shows it."""
        (tmp_path / "a.yaml").write_bytes(data)

        assert found(read(tmp_path / "a.yaml", "a.yaml")) == [f"{place}: F002"]


class Small(ContentPart):
    size: float = 0
    names: tuple[str, ...] = ()


class TestFit:
    def test_a_value_of_the_right_shape_becomes_the_model(self) -> None:
        """A file without a problem gives its model and no problem."""
        assert fit(parse("size: 1.5", "a.yaml"), Small) == (Small(size=1.5), ())

    @pytest.mark.parametrize(
        ("text", "problems"),
        [
            ("size: no", ["1:7: Y004"]),
            ("size: much", ["1:7: S003"]),
            ("yes: 1", ["1:1: Y004"]),
            ("names: [~, 1]\nsize: no", ["1:12: S003", "1:9: Y005", "2:7: Y004"]),
        ],
    )
    def test_one_place_has_one_problem(self, text: str, problems: list[Any]) -> None:
        """What YAML itself refused is not refused again for its shape, and all else is."""
        model, listed = fit(parse(text, "a.yaml"), Small)

        assert model is None
        assert sorted(f"{problem.line}:{problem.column}: {problem.code}" for problem in listed) == problems
