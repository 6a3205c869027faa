"""Options side by side: columns in the reader's order, cells that follow from claims, rows that are folded."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.content.evidence import Claim, Comparison, Option, Row, Statement, Subject
from logic.summary.comparison import Grid, Silence, all_options, passages, side_by_side, touched_by
from tests.builders import guide_of, question, shipped, small
from tests.shipped_comparison import FOLDED, OPTIONS, ROWS


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
        """Stated, differing and not stated are told apart, and only the last is without claims."""
        grid = side_by_side(shipped(), OPTIONS, {"good-things"})

        assert [(cell.kind, bool(cell.passages)) for cell in grid.rows[0].cells] == [
            ("differs", True),
            ("differs", True),
            ("states", True),
            ("not-stated", False),
            ("states", True),
        ]

    def test_an_option_and_a_row_added_to_the_content_appear_without_code(self) -> None:
        """A sixth option is a column like the others."""
        old = small().comparison
        options = (*old.options, Option(id="third", name="A third way", about="New."))
        added = Row(id="new-row", name="New row", topics=("comfort",))
        grown = claimed("comfort", {"splint": "unwanted", "third": "unwanted"})
        comparison = Comparison(options=options, rows=(*old.rows, added))
        content = guide_of((question("any"),), comparison=comparison, subjects=grown)
        grid = side_by_side(content, ("third", "splint"), {"good-things", "new-row"})

        assert [[cell.kind for cell in row.cells] for row in grid.rows] == [
            ["not-stated", "differs"],
            ["states", "states"],
        ]


def claimed(topic: str, bears: dict[str, str]) -> tuple[Subject, ...]:
    """The evidence of the small guide, where what is said on one topic bears on other options."""
    (subject,) = small().subjects
    claim = Claim.model_validate({"says": "It can feel tight.", "short": "It can feel tight.", "bears": bears})
    statement = Statement(source="leaflet-a", section="Comfort", claims=(claim,))
    topics = [
        item.model_copy(update={"statements": (statement,)}) if item.id == topic else item for item in subject.topics
    ]
    return (subject.model_copy(update={"topics": tuple(topics)}),)


def texts(grid: Grid, row: str, option: str) -> list[str]:
    """The short forms of a cell."""
    cells = next(item.cells for item in grid.rows if item.id == row)
    return [cited.claim.short for cell in cells if cell.option.id == option for cited in cell.claims]


class TestCellsFromClaims:
    """Nobody files a cell: it follows from the topics and bearings of claims."""

    @pytest.mark.parametrize("option", OPTIONS)
    def test_no_claim_stands_among_good_and_unwanted_things_of_one_option(self, option: str) -> None:
        """What is said for an option and what is said against it have nothing in common."""
        grid = all_options(shipped())
        good, unwanted = (
            {
                (cited.statement.source, cited.claim.says)
                for cell in row.cells
                if cell.option.id == option
                for cited in cell.claims
            }
            for row in grid.rows
            if row.id in ("good-things", "unwanted-things")
        )

        assert good & unwanted == set()

    @pytest.mark.parametrize("option", OPTIONS)
    def test_every_good_or_unwanted_claim_stands_in_its_row_once(self, option: str) -> None:
        """None is left out by whoever wrote the rows, and none counts twice."""
        for row in all_options(shipped()).rows:
            if row.id in ("good-things", "unwanted-things"):
                bearing = row.id.partition("-")[0]
                wanted = {
                    (statement.source, claim.says)
                    for topic in shipped().topics.values()
                    for statement in topic.statements
                    for claim in statement.claims
                    if claim.bears.get(option) == bearing
                }
                found = [
                    (c.statement.source, c.claim.says)
                    for cell in row.cells
                    if cell.option.id == option
                    for c in cell.claims
                ]

                assert sorted(found) == sorted(wanted)

    def test_praise_and_warning_of_tablets_are_in_the_rows_that_they_belong_to(self) -> None:
        """Drowsiness is no good thing of tablets, and fewer side effects no unwanted thing of a pump."""
        grid = all_options(shipped())

        assert "Baclofen often causes drowsiness." in texts(grid, "unwanted-things", "tablets")
        assert not re.search("drows|sleep", " ".join(texts(grid, "good-things", "tablets")), re.IGNORECASE)
        assert not re.search("fewer|none of", " ".join(texts(grid, "unwanted-things", "pump")), re.IGNORECASE)
        assert "None of the side effects that baclofen has by mouth." in texts(grid, "good-things", "pump")

    def test_a_cell_differs_only_where_two_voices_speak_of_its_option(self) -> None:
        """Documents differ on baclofen by mouth; of the pump only two that agree speak there, as one voice."""
        row = next(row for row in all_options(shipped()).rows if row.id == "good-things")
        differing = {cell.option.id: [topic.id for topic in cell.differing] for cell in row.cells}

        assert differing["tablets"] == ["oral-effect"]
        assert differing["pump"] == ["surgery", "upkeep", "pump-side-effects", "permanence"]

    def test_every_side_of_a_disagreement_on_an_option_stands_in_its_column(self) -> None:
        """A side with another bearing stands in another row, and in one at least."""
        grid = all_options(shipped())
        for row in grid.rows:
            for number, cell in enumerate(row.cells):
                column = {(c.statement.source, c.claim.says) for other in grid.rows for c in other.cells[number].claims}
                for topic in cell.differing:
                    sides = {
                        (item.source, claim.says)
                        for item in topic.statements
                        for claim in item.claims
                        if claim.bears.get(cell.option.id) in ("good", "unwanted")
                    }

                    assert sides <= column

    def test_side_effects_and_device_problems_have_a_row_each(self) -> None:
        """Like is laid beside like: the drug's effects for each option that has them, the device's on their own."""
        grid = all_options(shipped(), ("drug-side-effects", "device-problems"))
        spoken = {row.id: [cell.option.id for cell in row.cells if cell.claims] for row in grid.rows}

        assert spoken == {"drug-side-effects": ["pump", "tablets"], "device-problems": ["pump"]}

    def test_a_passage_of_a_step_says_how_documents_differ(self) -> None:
        """A step shows the topic whole."""
        (passage,) = passages(shipped(), ["permanence"])

        assert passage.differs
        assert len(passage.claims) == 4


class TestFolding:
    def test_a_row_on_which_four_of_five_are_silent_is_folded(self) -> None:
        """Nobody reads the same sentence in four cells of five."""
        grid = all_options(shipped())

        assert [row.id for row in grid.folded] == FOLDED
        assert [row for row in grid.whole if sum(bool(cell.claims) for cell in row.cells) < 2] == []
        assert len(grid.whole) + len(grid.folded) == len(ROWS)

    def test_a_row_stays_as_it_is_whatever_options_are_picked(self) -> None:
        """Folding looks at all options of the guide, so a row does not change its form with the columns."""
        grid = side_by_side(shipped(), ("rehab", "as-now"), ROWS)

        assert [row.id for row in grid.folded] == FOLDED

    def test_each_option_has_one_sentence_on_what_is_not_said(self) -> None:
        """It names every row shown on which no document says anything of the option."""
        grid = all_options(shipped(), ("good-things", "can-be-undone", "cost-and-cover"))
        pump, tablets, injections, rehab, now = grid.options
        two = ("Whether it can be undone", "Cost and cover")

        assert grid.silences == (
            Silence(tablets, two),
            Silence(injections, two),
            Silence(rehab, ("Good things", *two)),
            Silence(now, two),
        )
        assert pump not in [item.option for item in grid.silences]

    def test_with_two_options_no_row_is_folded(self) -> None:
        """Of two, one silent option is half of what is compared."""
        assert all_options(small()).folded == ()


def test_rows_that_concerns_touch__name_the_concerns() -> None:
    """One grid serves the screen and the summary, so that they cannot part."""
    grid = touched_by(shipped(), {"Sleep": ("good-things",), "Cost": ("cost-and-cover", "good-things")})

    assert [(row.id, row.note) for row in grid.rows] == [
        ("good-things", "Shown because these matter a lot: Sleep; Cost."),
        ("cost-and-cover", "Shown because these matter a lot: Cost."),
    ]
    assert touched_by(shipped(), {}).rows == ()
