"""The catalogue of problems, and how one problem reads."""

import re

import pytest

from logic.content.problems import CATALOGUE, HOW, Code, Problem, closest, nearest

KINDS = {"F": "file", "Y": "yaml", "S": "shape", "R": "reference", "Q": "question", "E": "evidence", "W": "words"}
ENTRIES = list(CATALOGUE.values())


class TestCatalogue:
    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
    def test_code_begins_with_the_letter_of_its_kind(self, entry: Code) -> None:
        """Whoever sees a code can tell from its letter where to look."""
        assert re.fullmatch(r"[A-Z][0-9]{3}", entry.code)
        assert entry.kind == KINDS[entry.code[0]]

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
    def test_wording_is_gentle_and_complete(self, entry: Code) -> None:
        """A message and a fix are sentences, and none scolds."""
        assert re.fullmatch(r"[A-Z“{].*\.", entry.message)
        assert re.fullmatch(r"[A-Z].*[.}]|\{\w+\}", entry.fix)
        assert not re.search(r"(?i)\b(invalid|error|must|please|failed|illegal|wrong)\b", entry.message + entry.fix)

    def test_codes_of_a_kind_are_numbered_without_a_gap(self) -> None:
        """A code is used once, and a code that is gone is noticed."""
        for letter in KINDS:
            numbers = [int(code[1:]) for code in CATALOGUE if code.startswith(letter)]

            assert numbers == list(range(1, len(numbers) + 1))

    def test_only_a_file_or_a_word_that_nothing_reads_is_a_warning(self) -> None:
        """All else stops the guide."""
        assert [entry.code for entry in ENTRIES if entry.severity == "warning"] == ["F005", "W006"]

    def test_each_wanted_value_has_a_sentence_on_how_to_write_it(self) -> None:
        """What S003 wants is followed by how to write it."""
        assert all(re.fullmatch(r"(Write|Put|Look) .*\.", how) for how in HOW.values())


class TestProblem:
    def test_reads_as_place_code_and_message_with_the_fix_below(self) -> None:
        """A problem is two lines: where and what, then what to do."""
        problem = Problem("guide.yaml", 3, 1, "S001", (("name", "title"),))

        assert str(problem) == "guide.yaml:3:1: S001 “title” is missing.\n  Fix: Add a line “title: …” here."

    def test_severity_is_that_of_its_code(self) -> None:
        """The catalogue says whether a problem stops the guide."""
        assert Problem("a", 0, 0, "F001").severity == "error"
        assert Problem("a", 0, 0, "F005").severity == "warning"

    def test_sorts_by_file_line_column_and_code(self) -> None:
        """A list of problems follows the reader through the files, with line 10 after line 9."""
        in_order = [
            Problem("a", 9, 1, "S001"),
            Problem("a", 10, 1, "E001"),
            Problem("a", 10, 1, "S001"),
            Problem("a", 10, 2, "E001"),
            Problem("b", 1, 1, "E001"),
        ]

        assert sorted(set(in_order)) == in_order

    def test_shows_signs_that_could_trouble_a_terminal_as_spaces(self) -> None:
        """Line breaks, escapes and half characters in content stay on the line and do nothing."""
        problem = Problem("a\udcff.yaml", 1, 1, "S001", (("name", "x\ny\x1b[2Jz"),))

        assert str(problem).startswith("a .yaml:1:1: S001 “x y [2Jz” is missing.")

    def test_shows_braces_as_they_are(self) -> None:
        """Braces in content are not taken for names of values."""
        assert "“{name} {0}” is missing" in str(Problem("a", 1, 1, "S001", (("name", "{name} {0}"),)))

    def test_cuts_what_is_very_long(self) -> None:
        """A value of a whole page is shown by its first 300 characters."""
        assert f"“{'x' * 300} …” is missing" in str(Problem("a", 1, 1, "S001", (("name", "x" * 301),)))


class TestNearest:
    def test_names_the_closest_known_name(self) -> None:
        """A slip of the hand is answered with what was meant."""
        assert closest("lable", ["label", "table-top"]) == "label"
        assert nearest("lable", ["label", "table-top"]) == "Did you mean “label”?"

    def test_names_all_where_none_is_close(self) -> None:
        """Where nothing is close, the reader sees what there is."""
        assert closest("zebra", ["one", "two"]) is None
        assert nearest("zebra", ["two", "one", "two"]) == "Known here: one, two."

    @pytest.mark.parametrize("known", [[], [f"name-{number}" for number in range(21)]], ids=["none", "twenty-one"])
    def test_names_none_where_there_are_none_or_very_many(self, known: list[str]) -> None:
        """A list that is empty or fills the screen helps nobody."""
        assert nearest("zebra", known) == "Look for the right name, or add it."
