"""The comparison and the folds as they are drawn on the screen: equal cells, whatever the option."""

import re
from dataclasses import replace
from itertools import permutations
from xml.etree.ElementTree import Element

from logic.content.content import Content
from logic.outputs.document import Fold, Paragraph
from logic.outputs.drawing import screen_html
from logic.outputs.drawing.screen_html import folds
from logic.summary.comparison import all_options, side_by_side
from tests.builders import parsed, shipped, text_of
from tests.shipped_comparison import FOLDED, OPTIONS, ROWS


def cells(content: Content, options: tuple[str, ...], rows: frozenset[str] = ROWS) -> list[list[Element]]:
    """The cells of the grid as drawn, by row."""
    page = parsed(screen_html.grid(content, side_by_side(content, options, rows)))
    return [row.findall("td")[:-1] for row in page.findall(".//tbody/tr")]


def sources(content: Content, options: tuple[str, ...], rows: frozenset[str] = ROWS) -> list[Element]:
    """What opens below each row as drawn."""
    page = parsed(screen_html.grid(content, side_by_side(content, options, rows)))
    return [row.findall("td")[-1] for row in page.findall(".//tbody/tr")]


def skeleton(cell: Element) -> list[tuple[str, str]]:
    """Every tag of a cell with its class."""
    return [(item.tag, item.get("class", "")) for item in cell.iter()]


class TestFolding:
    def test_on_the_screen_what_is_folded_stands_once_below_the_table(self) -> None:
        """The option that is spoken of, then a sentence for each of the others."""
        page = parsed(screen_html.grid(shipped(), all_options(shipped(), ("good-things", "can-be-undone"))))
        (folded,) = (item for item in page.iter("section") if item.get("class") == "grid-alone")
        (silent,) = (item for item in page.iter("details") if item.get("class") == "fold grid-silent")

        assert text_of(folded).startswith("Whether it can be undone: Baclofen pump The documents differOne calls it")
        assert [text_of(item) for item in silent.iter("li")][2] == (
            "Stretching, exercise and rehab: The documents say nothing on: Good things; Whether it can be undone."
        )


class TestEqualCells:
    def test_every_cell_has_the_same_markup_whatever_its_option(self) -> None:
        """Only the word and the shape of its type differ: no option has a class, a style or a tag of its own."""
        drawn = [cell for row in cells(shipped(), OPTIONS) for cell in row]
        shapes = {"states", "differs", "not-stated"}

        assert len(drawn) == len(OPTIONS) * (len(ROWS) - len(FOLDED))
        assert {(cell.get("role"), *sorted(cell.keys())) for cell in drawn} == {("cell", "role")}
        assert {
            tuple((tag, re.sub(f"-({'|'.join(shapes)})$", "", name)) for tag, name in skeleton(c)) for c in drawn
        } == {
            (
                ("td", ""),
                ("p", "grid-option"),
                ("p", "grid-mark"),
                ("span", "cell-shape cell-shape"),
                ("span", ""),
                ("p", ""),
            )
        }

    def test_options_with_the_same_cell_are_drawn_alike_but_for_their_names(self) -> None:
        """Given equal statements, nothing tells one column from another."""
        grid = all_options(shipped(), ("how-given",))
        (row,) = grid.rows
        same = replace(row, cells=tuple(replace(row.cells[0], option=option) for option in grid.options))
        names = "|".join(re.escape(option.name) for option in grid.options)
        *drawn, below = parsed(screen_html.grid(shipped(), replace(grid, rows=(same,)))).findall(".//td")
        parts = below.findall(".//section")

        assert len(drawn) == len(parts) == len(OPTIONS)
        assert len({re.sub(names, "…", text_of(part)) for part in parts}) == 1
        assert len({re.sub(names, "…", text_of(cell)) for cell in drawn}) == 1

    def test_permuting_options_permutes_drawn_cells(self) -> None:
        """Also in the markup, a column moves as a whole and stays as it is."""
        three = ("pump", "tablets", "as-now")
        by_option = dict(zip(three, zip(*cells(shipped(), three), strict=True), strict=True))

        for order in permutations(three):
            for name, column in zip(order, zip(*cells(shipped(), order), strict=True), strict=True):
                assert [text_of(cell) for cell in column] == [text_of(cell) for cell in by_option[name]]

    def test_a_cell_says_its_type_in_words_and_shape(self) -> None:
        """Colour tells nothing."""
        say, differ, silent = cells(shipped(), ("injections", "tablets", "rehab"), frozenset({"good-things"}))[0]

        assert text_of(say).startswith("Injections into a few musclesThe documents sayClinic-style sheet: Botulinum")
        assert text_of(differ).startswith("Medicines by mouthThe documents differWhat they say of baclofen by mouth")
        assert text_of(silent).startswith("Stretching, exercise and rehabThe documents do not sayNone of them")
        assert "That does not mean that there is nothing to say." in text_of(silent)

    def test_what_opens_below_a_row_gives_document_section_and_kind_for_each_option(self) -> None:
        """A statement never stands without where it comes from, and nobody opens one option's without the other's."""
        (below,) = sources(shipped(), ("injections", "rehab"), frozenset({"good-things"}))
        spoken, silent = below.findall(".//section")

        assert text_of(below).startswith("Sources (Good things) Injections into a few muscles")
        assert "Do I need a Pump for Intrathecal Baclofen?" in text_of(spoken)
        assert "(“How is spasticity treated?”, Clinic-style sheet for patients)" in text_of(spoken)
        assert text_of(silent).startswith("Stretching, exercise and rehab None of them speaks of this.")

    def test_a_row_on_which_no_option_shown_is_spoken_of_is_named_among_what_is_not_said(self) -> None:
        """It has no line of its own, and is one sentence of what is folded."""
        page = parsed(screen_html.grid(shipped(), side_by_side(shipped(), ("rehab", "as-now"), ("where-it-fits",))))
        (silent,) = (item for item in page.iter("details") if "grid-silent" in item.get("class", ""))

        assert page.findall(".//tbody/tr") == []
        assert "Stretching, exercise and rehab: The documents say nothing on: Where in the body it fits." in text_of(
            silent
        )


class TestSteps:
    def test_a_fold_is_open_by_itself_or_with_all(self) -> None:
        """A search opens what it finds."""
        two = (Fold("One", ()), Fold("Two", (Paragraph("<b>"),), "mark", opened=True))

        assert ["open" in item.attrib for item in parsed(folds(two)).iter("details")] == [False, True]
        assert ["open" in item.attrib for item in parsed(folds(two, opened=True)).iter("details")] == [True, True]
        assert "&lt;b&gt;" in folds(two)
