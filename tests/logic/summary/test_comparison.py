"""Options side by side: equal cells, columns in the reader's order, and what else is looked up beside them."""

import re
from itertools import permutations
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.answers.answers import AddedConcern
from logic.content.care_steps import Stage
from logic.content.content import Content
from logic.content.evidence import Cell, Comparison, Option, Row
from logic.content.search import found
from logic.outputs.document import Bullets, Fold, Lines, Paragraph, Table
from logic.outputs.drawing import screen_html
from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import left_out_blocks, outcome_blocks, topic_folds, way_out_blocks, way_out_folds
from logic.outputs.layouts.comparison import lay_out_grid
from logic.outputs.layouts.sources import source_lines
from logic.summary.comparison import side_by_side
from logic.summary.concerns import Concern, groups
from tests.builders import guide_of, parsed, question, shipped, small, text_of, walk

OPTIONS = tuple(option.id for option in shipped().comparison.options)
ROWS = frozenset(row.id for row in shipped().comparison.rows)


def cells(content: Content, options: tuple[str, ...], rows: frozenset[str] = ROWS) -> list[list[Element]]:
    """The cells of the grid as drawn, by row."""
    page = parsed(screen_html.grid(content, side_by_side(content, options, rows)))
    return [row.findall("td") for row in page.findall(".//tbody/tr")]


def skeleton(cell: Element) -> list[tuple[str, str]]:
    """Every tag of a cell with its class, down to where the statements begin."""
    found = [(item.tag, item.get("class", "")) for item in cell.iter()]
    return found[: found.index(("div", "summary")) + 1]


class TestGrid:
    @given(st.permutations(OPTIONS))
    def test_permuting_options_permutes_the_columns_and_nothing_else(self, order: list[str]) -> None:
        """Whatever order the reader picks, each option has the very same cells."""
        before = side_by_side(shipped(), OPTIONS, ROWS)
        after = side_by_side(shipped(), order, ROWS)

        assert [option.id for option in after.options] == order
        for one, other in zip(before.rows, after.rows, strict=True):
            assert {cell.option.id: cell for cell in one.cells} == {cell.option.id: cell for cell in other.cells}
            assert [cell.option.id for cell in other.cells] == order

    def test_unknown_and_repeated_options_are_left_out(self) -> None:
        """What an older picture of the content named brings nothing down."""
        grid = side_by_side(shipped(), ("rehab", "gone", "pump", "rehab"), {"good-things", "gone"})

        assert [option.id for option in grid.options] == ["rehab", "pump"]
        assert [row.name for row in grid.rows] == ["Good things"]

    def test_each_cell_is_of_the_type_that_the_content_gives_it(self) -> None:
        """Stated, differing and not stated are told apart, and only the last is without statements."""
        grid = side_by_side(shipped(), OPTIONS, {"good-things"})

        assert [(cell.kind, bool(cell.passages)) for cell in grid.rows[0].cells] == [
            ("states", True),
            ("differs", True),
            ("states", True),
            ("not-stated", False),
            ("states", True),
        ]

    def test_an_option_and_a_row_added_to_the_content_appear_without_code(self) -> None:
        """A sixth option is a column like the others."""
        old = small().comparison
        options = (*old.options, Option(id="third", name="A third way", about="New."))
        rows = tuple(row.model_copy(update={"cells": row.cells | {"third": Cell(not_stated=True)}}) for row in old.rows)
        added = Row(id="new-row", name="New row", cells={option.id: Cell(states=("comfort",)) for option in options})
        content = guide_of((question("any"),), comparison=Comparison(options=options, rows=(*rows, added)))
        grid = side_by_side(content, ("third", "splint"), {"good-things", "new-row"})

        assert [[cell.kind for cell in row.cells] for row in grid.rows] == [
            ["not-stated", "differs"],
            ["states", "states"],
        ]


class TestEqualCells:
    def test_every_cell_has_the_same_markup_whatever_its_option(self) -> None:
        """Only the word and the shape of its type differ: no option has a class, a style or a tag of its own."""
        drawn = [cell for row in cells(shipped(), OPTIONS) for cell in row]
        shapes = {"states", "differs", "not-stated"}

        assert len(drawn) == len(OPTIONS) * len(ROWS)
        assert {(cell.get("role"), *sorted(cell.keys())) for cell in drawn} == {("cell", "role")}
        assert {
            tuple((tag, re.sub(f"-({'|'.join(shapes)})$", "", name)) for tag, name in skeleton(c)) for c in drawn
        } == {
            (
                ("td", ""),
                ("p", "grid-option"),
                ("details", ""),
                ("summary", ""),
                ("span", "cell-shape cell-shape"),
                ("span", ""),
                ("span", "guide-unseen"),
                ("div", "summary"),
            )
        }

    def test_options_with_the_same_cell_are_drawn_alike_but_for_their_names(self) -> None:
        """Given equal statements, nothing tells one column from another."""
        row = shipped().comparison.rows[0]
        same = row.model_copy(update={"cells": dict.fromkeys(row.cells, row.cells["pump"])})
        comparison = Comparison(options=shipped().comparison.options, rows=(same,))
        content = shipped().model_copy(update={"comparison": comparison})
        names = "|".join(re.escape(option.name) for option in comparison.options)

        assert len({re.sub(names, "…", text_of(cell)) for cell in cells(content, OPTIONS)[0]}) == 1

    def test_permuting_options_permutes_drawn_cells(self) -> None:
        """Also in the markup, a column moves as a whole and stays as it is."""
        three = ("pump", "tablets", "as-now")
        by_option = dict(zip(three, zip(*cells(shipped(), three), strict=True), strict=True))

        for order in permutations(three):
            for name, column in zip(order, zip(*cells(shipped(), order), strict=True), strict=True):
                assert [text_of(cell) for cell in column] == [text_of(cell) for cell in by_option[name]]

    def test_a_cell_says_its_type_in_words_and_shape(self) -> None:
        """Colour tells nothing; what is read out names row and option too."""
        say, differ, silent = cells(shipped(), ("injections", "tablets", "rehab"), frozenset({"good-things"}))[0]

        assert text_of(say).startswith("Injections into a few muscles The documents say (Good things, Injections")
        assert text_of(differ).startswith("Medicines by mouth The documents differ (Good things, Medicines by mouth")
        assert text_of(silent).startswith("Stretching, exercise and rehab The documents do not say (Good things,")
        assert "That does not mean that there is nothing to say." in text_of(silent)

    def test_an_open_cell_gives_document_section_and_kind(self) -> None:
        """A statement never stands without where it comes from."""
        (cell,) = cells(shipped(), ("injections",), frozenset({"good-things"}))[0]

        assert "Do I need a Pump for Intrathecal Baclofen?" in text_of(cell)
        assert re.search(r"\(“How is spasticity treated\?.*”, Clinic-style sheet for patients\)", text_of(cell))

    @pytest.mark.parametrize("opened", [True, False])
    def test_all_cells_open_together_or_none(self, opened: bool) -> None:
        """The choice to open them is made for the whole grid, not for an option."""
        drawn = parsed(screen_html.grid(shipped(), side_by_side(shipped(), OPTIONS, ROWS), opened=opened))

        assert {"open" in item.attrib for item in drawn.iter("details")} == {opened}


def content_differ(topic: str) -> str:
    """How the documents differ on a topic, as it is printed."""
    return f"The documents differ. {shipped().topics[topic].differ}"


class TestOnPaper:
    def test_each_row_is_a_table_with_a_line_for_every_option(self) -> None:
        """On paper the options stand below each other, in the same order and form in every row."""
        first, *rows = lay_out_grid(
            shipped(), side_by_side(shipped(), ("as-now", "pump"), {"good-things", "if-stopped"})
        )

        assert first.heading == "Options side by side"
        assert [row.heading for row in rows] == ["Good things", "If it stops suddenly"]
        tables = [block for row in rows for block in row.blocks if isinstance(block, Table)]
        assert [[line[0] for line in table.rows] for table in tables] == [
            [("Keeping things as they are for now",), ("Baclofen pump",)]
        ] * 2
        assert tables[1].rows[0][1] == ("The documents do not say.",)

    def test_a_disagreement_stands_above_its_statements(self) -> None:
        """How the documents differ is said for the topic on which they do."""
        _, row = lay_out_grid(shipped(), side_by_side(shipped(), ("pump", "rehab"), {"can-be-undone"}))
        table = row.blocks[0]

        assert isinstance(table, Table)
        assert table.rows[0][1][:3] == (
            "The documents differ.",
            "Permanent or reversible:",
            content_differ("permanence"),
        )


class TestMatters:
    def test_concerns_stand_under_the_importance_given(self) -> None:
        """From a lot to no answer; what is the person's own belongs to no row."""
        journey = walk(
            small(), {"matters": {"free-hands": "a-lot"}}, concerns_added=(AddedConcern("Peace", "not-sure"),)
        )

        assert [(group.level, [concern.label for concern in group.concerns]) for group in groups(journey)] == [
            ("a-lot", ["Free hands"]),
            ("not-sure", ["Peace"]),
            ("none", ["Less pain"]),
        ]
        assert groups(journey)[1].concerns == (Concern("Peace", "not-sure"),)

    def test_a_question_off_the_route_has_no_concerns(self) -> None:
        """What was not asked is not shown as open."""
        hidden = question(
            "wishes", "importance", show_if={"all": ({"question": "first", "operator": "=", "value": "a"},)}
        )
        content = guide_of((question("first"), hidden, question("more", "importance")))

        assert [len(group.concerns) for group in groups(walk(content))] == [3]


class TestSearching:
    def test_every_word_has_to_occur_in_any_case(self) -> None:
        """In the title, a statement, the section or the name of a document."""
        assert [topic.id for topic in found(small(), "SIX hours")] == ["hours-worn"]
        assert [topic.id for topic in found(small(), "leaflet b")] == ["hours-worn", "numbness"]
        assert found(small(), "six pumps") == ()

    def test_a_subject_narrows_it_down(self) -> None:
        """Without words all topics of a subject are found, in their order."""
        subject = shipped().subjects[3]

        assert found(shipped(), subject=subject.subject) == subject.topics
        assert len(found(shipped(), "  ")) == len(shipped().topics)


class TestSteps:
    def test_a_trial_has_three_outcomes_and_two_of_them_are_questions(self) -> None:
        """The documents speak of a clear effect alone; the rest is for the doctor."""
        trial = next(stage for stage in shipped().route if stage.outcomes)
        blocks = [outcome_blocks(shipped(), outcome) for outcome in trial.outcomes]

        assert [outcome.name for outcome in trial.outcomes] == ["A clear effect", "No effect", "An unclear result"]
        assert [any(isinstance(block, Lines) for block in made) for made in blocks] == [True, False, False]
        assert [made[0] for made in blocks[1:]] == [Paragraph("No document speaks of this.")] * 2
        assert [isinstance(made[-1], Paragraph) and made[-1].text[:15] for made in blocks] == ["To ask the doct"] * 3

    @pytest.mark.parametrize("stage", shipped().route, ids=lambda stage: stage.id)
    def test_every_step_has_a_way_out_with_a_question(self, stage: Stage) -> None:
        """Where no document speaks of stopping there, that is said."""
        *silent, ask = way_out_blocks(shipped(), stage)

        assert isinstance(ask, Paragraph)
        assert ask.text.endswith(stage.way_out.question)
        assert bool(silent) != bool(way_out_folds(shipped(), stage))

    def test_what_concerns_safety_stands_open_in_a_way_out(self) -> None:
        """Nobody has to press anything to read that baclofen is not stopped suddenly."""
        refills = next(stage for stage in shipped().route if stage.id == "going-for-refills")

        assert [(fold.title, fold.mark, fold.opened) for fold in way_out_folds(shipped(), refills)] == [
            ("Stopping baclofen suddenly (any form)", "", True),
            ("Permanent or reversible", "The documents differ", False),
        ]

    def test_what_the_documents_leave_out_comes_as_questions(self) -> None:
        """A step with nothing left out has no empty list."""
        refills = next(stage for stage in shipped().route if stage.id == "going-for-refills")
        (bullets,) = left_out_blocks(shipped(), refills)

        assert isinstance(bullets, Bullets)
        assert "Pump alarms and what they mean" in [item.text for item in bullets.items]
        assert left_out_blocks(small(), small().route[0]) == ()

    def test_topics_fold_with_a_mark_where_documents_differ(self) -> None:
        """The mark is in words."""
        made = topic_folds(small(), small().topics.values())

        assert [(fold.title, fold.mark) for fold in made] == [
            ("Comfort", ""),
            ("How long it is worn", "The documents differ"),
            ("A numb hand", ""),
        ]

    def test_a_fold_is_open_by_itself_or_with_all(self) -> None:
        """A search opens what it finds."""
        two = (Fold("One", ()), Fold("Two", (Paragraph("<b>"),), "mark", opened=True))

        assert ["open" in item.attrib for item in parsed(folds(two)).iter("details")] == [False, True]
        assert ["open" in item.attrib for item in parsed(folds(two, opened=True)).iter("details")] == [True, True]
        assert "&lt;b&gt;" in folds(two)


def test_a_document_is_told_with_its_kind_its_date_and_what_to_bear_in_mind() -> None:
    """A note stands only where there is one."""
    first, second = (source_lines(small(), source) for source in small().sources)

    assert [line.label for line in first.items] == ["Published by", "Kind", "What it is", "Date", "Numbers"]
    assert [line.label for line in second.items][3] == "To bear in mind"
