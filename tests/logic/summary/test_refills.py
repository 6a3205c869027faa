"""Life with refills: exact numbers from a person's figures and the documents' ranges, and nothing filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.outputs.document import Paragraph, Table
from logic.outputs.layouts.refills import figures, lay_out_plan, years_table
from logic.summary.charts import Bar
from logic.summary.refills import (
    Entered,
    Figures,
    Gap,
    Load,
    Range,
    RefillTimes,
    gaps,
    refill_times,
    replacement,
    trips,
    trips_in,
    whole_number,
)
from logic.summary.refills_timeline import timeline
from tests.builders import guide_of, question, shipped, small

months = st.integers(1, 24)
minutes = st.integers(0, 1440)
people = st.integers(1, 20)
years = st.integers(1, 50)


MOST = Range(1, 6)


def made(gap: Range = MOST, **more: int | Range | None) -> RefillTimes:
    return refill_times(Figures(Gap(gap), **more))  # type: ignore[arg-type]  # each figure by its own name


def table(shown: RefillTimes) -> list[tuple[str, ...]]:
    """The table of results as plain text."""
    found = next(block for block in figures(shipped(), shown) if isinstance(block, Table))
    return [tuple(cell[0] for cell in row) for row in found.rows]


class TestWhole:
    @pytest.mark.parametrize(
        ("entered", "expected"),
        [
            (None, Entered()),
            (1.0, Entered(1)),
            (50.0, Entered(50)),
            (0.0, Entered(refusal="too-small")),
            (-3.0, Entered(refusal="too-small")),
            (1.5, Entered(refusal="not-whole")),
            (51.0, Entered(refusal="too-large")),
            (1e300, Entered(refusal="too-large")),
            (1e300 + 0.5, Entered(refusal="too-large")),
            (float("inf"), Entered(refusal="too-large")),
            (float("-inf"), Entered(refusal="too-small")),
            (float("nan"), Entered(refusal="not-whole")),
        ],
    )
    def test_takes_whole_numbers_in_bounds_and_says_why_not_else(
        self, entered: float | None, expected: Entered
    ) -> None:
        """Nothing, zero, a minus, a part, something huge and something that is no number each have an answer."""
        assert whole_number(entered, 1, 50) == expected

    @given(st.floats() | st.none())
    def test_any_number_is_taken_or_refused(self, entered: float | None) -> None:
        """Whatever a browser sends, there is a value, a reason, or nothing at all."""
        found = whole_number(entered, 1, 50)

        assert found.value is None or (1 <= found.value <= 50 and found.refusal is None)


class TestFromTheDocuments:
    def test_gaps_are_those_named_and_first_the_range_of_all(self) -> None:
        """No mean is taken: the range of all goes from the shortest time named to the longest."""
        found = [(gap.source.id if gap.source else None, gap.months) for gap in gaps(shipped())]

        assert found == [
            (None, Range(1, 6)),
            ("marshfield", Range(2, 6)),
            ("pump-therapy", Range(1, 3)),
            ("bassi", Range(4, 4)),
            ("itb-candidate", Range(1, 6)),
        ]

    def test_replacement_goes_from_the_first_year_named_to_the_last(self) -> None:
        """The documents name five to eight years."""
        assert replacement(shipped()) == Range(5, 8)

    def test_a_guide_without_refills_has_neither(self) -> None:
        """Another guide runs on the same engine, and has nothing to compute with."""
        assert gaps(small()) == ()
        assert replacement(small()) is None

    def test_figures_in_another_unit_are_no_gap(self) -> None:
        """Hours of wearing a splint are not months between refills."""
        inputs = {"trip": "any", "gap": "hours-worn", "replacement": "comfort"}
        content = guide_of((question("any", "number"),), guide=small().guide.model_copy(update={"refills": None}))
        guide = type(content.guide).model_validate(dict(content.guide) | {"refills": inputs})
        other = content.model_copy(update={"guide": guide})

        assert gaps(other) == ()
        assert replacement(other) is None


class TestPlan:
    def test_all_figures_give_trips_hours_and_replacements_as_ranges(self) -> None:
        """Ten years, 45 minutes one way, two people, every one to six months, five to eight years."""
        found = made(trip=45, people=2, years=10, replacement=Range(5, 8))

        assert found.gaps == (6, 1)
        assert found.a_year == Load(Range(2, 12), Range(180, 1080), Range(360, 2160))
        assert found.in_all == Load(Range(20, 120), Range(1800, 10800), Range(3600, 21600))
        assert found.replacements == Range(1, 2)
        assert found.windows == (Range(5, 8), Range(10, 16))

    def test_what_nobody_gave_is_in_no_result(self) -> None:
        """Without a trip there are no hours, without people no sum of theirs, without years no total."""
        assert made().a_year == Load(Range(2, 12), None, None)
        assert made(trip=45).a_year.travel_of_all is None
        assert made(people=2).a_year.travel_of_all is None
        assert made().in_all is None
        assert made(years=10).replacements is None
        assert made(replacement=Range(5, 8)).windows == ()

    @pytest.mark.parametrize(("gap", "expected"), [(5, Range(2, 3)), (12, Range(1, 1)), (24, Range(0, 1))])
    def test_a_gap_that_does_not_divide_a_year_gives_two_numbers(self, gap: int, expected: Range) -> None:
        """Refills every five months are two in one year and three in another."""
        assert made(Range(gap, gap)).a_year.trips == expected

    @given(months, years)
    def test_trips_of_the_years_add_up_to_the_trips_in_all(self, gap: int, ahead: int) -> None:
        """The table by year and the total cannot disagree."""
        assert sum(trips_in(gap, year) for year in range(1, ahead + 1)) == trips(gap, ahead)

    @given(months, months, minutes, minutes, people, years)
    def test_more_travel_never_means_fewer_hours(
        self, low: int, more: int, trip: int, further: int, group: int, ahead: int
    ) -> None:
        """A longer trip, or one more person, takes as much time or more, at both ends of the range."""
        near = made(Range(low, low + more), trip=trip, people=group, years=ahead)
        far = made(Range(low, low + more), trip=trip + further, people=group + 1, years=ahead)

        for less, most in ((near.a_year, far.a_year), (near.in_all, far.in_all)):
            assert less is not None
            assert most is not None
            assert not_more(less.travel, most.travel)
            assert not_more(less.travel_of_all, most.travel_of_all)

    @given(months, months, st.integers(0, 23), st.integers(0, 23), years)
    def test_a_shorter_gap_never_means_fewer_trips(
        self, low: int, more: int, less_low: int, less_high: int, ahead: int
    ) -> None:
        """Moving either end of the range to fewer months leaves as many trips or more."""
        high = low + more
        shorter = Range(max(1, low - less_low), max(1, low - less_low, high - less_high))
        long, short = made(Range(low, high), years=ahead), made(shorter, years=ahead)

        assert not_more(long.a_year.trips, short.a_year.trips)
        assert long.in_all is not None
        assert short.in_all is not None
        assert not_more(long.in_all.trips, short.in_all.trips)


def not_more(one: Range | None, other: Range | None) -> bool:
    assert one is not None
    assert other is not None
    return one.least <= other.least and one.most <= other.most


class TestTimeline:
    def test_every_refill_has_a_mark_and_every_replacement_a_bar(self) -> None:
        """Three years at four months are nine marks; a new pump after two years is one bar, cut at the end."""
        chart = timeline(shipped(), made(Range(4, 4), years=3, replacement=Range(2, 5)))

        assert chart is not None
        assert [(row.says, row.bars) for row in chart.rows] == [
            ("9 trips", tuple(Bar(month, month) for month in (4, 8, 12, 16, 20, 24, 28, 32, 36))),
            ("after 2 to 5 years, maybe later than shown", (Bar(24, 36, goes_on=True),)),
        ]
        assert [(tick.at, tick.label) for tick in chart.ticks] == [(0, "0"), (12, "1"), (24, "2"), (36, "3")]

    def test_a_window_of_one_year_and_one_that_ends_in_time_are_whole(self) -> None:
        """What is over before the axis ends is not said to go on."""
        chart = timeline(shipped(), made(Range(6, 6), years=9, replacement=Range(8, 8)))

        assert chart is not None
        assert (chart.rows[-1].says, chart.rows[-1].bars) == ("after 8 years", (Bar(96, 96),))

    def test_without_years_there_is_none(self) -> None:
        """Nobody said how far to look ahead, so nothing is drawn."""
        assert timeline(shipped(), made()) is None


class TestInWords:
    def test_results_are_a_table_of_ranges(self) -> None:
        """Hours are exact: minutes that make no full hour are named."""
        assert table(made(trip=50, people=1, years=1, replacement=Range(5, 8))) == [
            ("Trips for refills", "2 to 12 trips", "2 to 12 trips"),
            ("Time on the road", "3 hours 20 minutes to 20 hours", "3 hours 20 minutes to 20 hours"),
            ("Time on the road, all people added up", *["3 hours 20 minutes to 20 hours"] * 2),
            ("Replacements of the pump", "See the years ahead.", "0 replacements"),
        ]

    def test_a_missing_figure_is_named_where_its_result_would_stand(self) -> None:
        """The reader is told what was not entered, and sees no number for it."""
        assert table(made()) == [
            ("Trips for refills", "2 to 12 trips"),
            ("Time on the road", "Not computed: no trip time was entered."),
            ("Time on the road, all people added up", "Not computed: no trip time was entered."),
            ("Replacements of the pump", "Not computed: the documents give no range."),
        ]
        assert table(made(trip=0, replacement=Range(5, 8)))[1:] == [
            ("Time on the road", "0 minutes"),
            ("Time on the road, all people added up", "Not computed: no number of people was entered."),
            ("Replacements of the pump", "Not computed: no number of years was entered."),
        ]

    @pytest.mark.parametrize(
        ("gap", "expected"),
        [
            (gaps(shipped())[0], "a refill every 1 to 6 months, from the shortest to the longest"),
            (gaps(shipped())[3], "a refill every 4 months, as “Baclofen pump: how it aids severe spasticity” says"),
            (Gap(Range(1, 1), own=True), "a refill every 1 month, as entered"),
        ],
    )
    def test_the_sentence_says_what_was_computed_from_what(self, gap: Gap, expected: str) -> None:
        """Whose figure each one is can be read: a document's, all documents', or the person's."""
        sentence, *_ = figures(shipped(), refill_times(Figures(gap, 45, 2, 10, Range(5, 8))))

        assert isinstance(sentence, Paragraph)
        assert expected in sentence.text
        assert sentence.text.endswith(
            "; a trip of 45 minutes one way, as entered; 2 people on each trip, as entered; 10 years ahead, as entered;"
            " a new pump after 5 to 8 years, from the shortest to the longest time that the documents name."
        )

    def test_years_that_are_alike_share_a_row(self) -> None:
        """Ten years of the same are two rows where a new pump may fall into some of them."""
        found = years_table(shipped(), made(Range(6, 6), years=10, replacement=Range(8, 9)))

        assert [tuple(cell[0] for cell in row) for row in found.rows] == [
            ("1 to 7", "2 trips a year", "None by these figures"),
            ("8 to 9", "2 trips a year", "Replacement 1"),
            ("10", "2 trips a year", "None by these figures"),
        ]

    def test_part_for_the_summary_has_the_years_only_where_they_were_given(self) -> None:
        """Without years there are the figures of one year, and no empty picture."""
        assert len(lay_out_plan(shipped(), made(trip=45))[0].blocks) == 3
        assert len(lay_out_plan(shipped(), made(trip=45, years=2))[0].blocks) == 5

    def test_one_of_a_thing_is_one(self) -> None:
        """Not "1 months"."""
        assert shipped().counted("count.months", 1) == "1 month"
        assert shipped().counted("count.months", 2) == "2 months"
