"""Charts as typed data, and that all three drawers show exactly its numbers."""

import re
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.content.evidence import Subject, Topic
from logic.outputs.document import Document, Paragraph, Part, Table
from logic.outputs.drawing import charts_plotly, charts_svg, charts_typst, pdf, text, web_page
from logic.outputs.layouts.ranges import after_chart, lay_out_ranges, ranges
from logic.summary.charts import Bar, Chart, ChartRow, Tick, family_on, measures, range_chart, step_for
from logic.summary.refills import Figures, gaps, refill_times, replacement
from logic.summary.refills_timeline import timeline
from tests.builders import guide_of, parsed, question, shipped, small

bars = st.builds(
    lambda low, more, goes_on: Bar(low, low + more, goes_on), st.integers(0, 60), st.integers(0, 60), st.booleans()
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40)
charts = st.builds(
    Chart,
    title=words,
    axis=words,
    end=st.integers(120, 600),
    ticks=st.lists(st.builds(Tick, st.integers(0, 120), words), max_size=4).map(tuple),
    rows=st.lists(st.builds(ChartRow, words, words, st.lists(bars, max_size=4).map(tuple)), max_size=4).map(tuple),
    alt=words,
)


def shipped_charts() -> list[Chart]:
    """Every chart of ranges, and a timeline."""
    made = timeline(shipped(), refill_times(Figures(gaps(shipped())[0], 45, 2, 10, replacement(shipped()))))
    assert made is not None
    return [*(chart for _, chart in ranges(shipped())), made]


def values(chart: Chart) -> list[tuple[int, int, bool]]:
    return [(bar.low, bar.high, bar.goes_on) for row in chart.rows for bar in row.bars]


def in_plotly(figure: dict[str, Any]) -> list[tuple[int, int, bool]]:
    return [(trace["x"][0], trace["x"][-1], "triangle-right" in trace["marker"]["symbol"]) for trace in figure["data"]]


def in_svg(drawn: str) -> list[tuple[int, int, bool]]:
    groups = parsed(drawn).iter("g")
    ends = ((group, int(group.get("data-low", "")), int(group.get("data-high", ""))) for group in groups)
    return [(low, high, group.get("data-goes-on") == "true") for group, low, high in ends]


def in_typst(data: dict[str, Any]) -> list[tuple[int, int, bool]]:
    return [(bar["low"], bar["high"], bar["goes_on"]) for row in data["rows"] for bar in row["bars"]]


class TestMeasures:
    def test_visits_a_year_stand_as_months_and_what_was_said_is_kept(self) -> None:
        """Six visits a year are one every two months, and the document's own figure is not lost."""
        unit, found = measures(shipped().topics["refill-interval"])

        assert unit == "months"
        assert [(item.source, item.low, item.high, item.said) for item in found] == [
            ("marshfield", 2, 6, (2, 6, "visits per year")),
            ("pump-therapy", 1, 3, None),
            ("bassi", 4, 4, None),
            ("itb-candidate", 1, 6, None),
        ]

    @pytest.mark.parametrize("topic", ["history", "pump-size", "dose-size", "what-spasticity-is"])
    def test_numbers_that_are_no_ranges_have_no_axis(self, topic: str) -> None:
        """Two years of history, or two sizes, are not the ends of anything."""
        assert measures(shipped().topics[topic]) == ("", ())


class TestRangeChart:
    def test_every_document_has_a_row_and_the_silent_ones_say_so(self) -> None:
        """A row without a figure, and one of a document that does not speak, are kept and differ in words."""
        chart = range_chart(shipped(), shipped().topics["replacement"])

        assert chart is not None
        assert [(row.says, row.bars) for row in chart.rows] == [
            ("6 to 7 years", (Bar(6, 7),)),
            ("5 to 7 years", (Bar(5, 7),)),
            ("says nothing on this", ()),
            ("8 years", (Bar(8, 8),)),
            ("5 to 7 years", (Bar(5, 7),)),
        ]
        assert [tick.at for tick in chart.ticks] == [0, 1, 2, 3, 4, 5, 6, 7, 8]
        assert chart.end == 8

    def test_what_was_turned_into_months_says_so_and_no_figure_is_no_silence(self) -> None:
        """The reader sees the document's own figure beside the one that is drawn."""
        chart = range_chart(shipped(), shipped().topics["refill-interval"])

        assert chart is not None
        assert chart.rows[0].says == "2 to 6 months (it says 2 to 6 visits per year)"
        assert chart.rows[2].says == "no figure"

    def test_documents_of_one_family_are_marked_as_one_voice(self) -> None:
        """Two rows that share wording do not look like two witnesses."""
        topic = shipped().topics["replacement"]
        chart = range_chart(shipped(), topic)

        assert chart is not None
        assert family_on(shipped(), topic) == {"pump-therapy", "itb-candidate"}
        assert [row.label.endswith("(one voice with another)") for row in chart.rows] == [
            False,
            True,
            False,
            False,
            True,
        ]

    def test_one_figure_alone_is_no_chart(self) -> None:
        """The trial has hours from one document only; comfort has none at all."""
        assert range_chart(shipped(), shipped().topics["trial"]) is None
        assert range_chart(small(), small().topics["comfort"]) is None

    def test_a_topic_added_to_the_content_is_drawn_without_code(self) -> None:
        """Any topic with two figures on one axis appears by itself."""
        added = Topic.model_validate(
            {
                "id": "new-one",
                "about": "New",
                "statements": (
                    {
                        "source": "leaflet-a",
                        "section": "s",
                        "claims": ({"says": "x", "short": "x"},),
                        "figure": {"min": 10, "max": 90, "unit": "days"},
                    },
                    {
                        "source": "leaflet-b",
                        "section": "s",
                        "claims": ({"says": "y", "short": "y"},),
                        "figure": {"value": 7, "unit": "days"},
                    },
                ),
            }
        )
        content = guide_of((question("any"),), subjects=(*small().subjects, Subject(subject="More", topics=(added,))))

        assert [topic.id for topic, _ in ranges(content)] == ["hours-worn", "new-one"]

    def test_for_the_summary_each_chart_stands_with_its_disagreement_and_its_table(self) -> None:
        """On paper a picture never stands alone."""
        _, *parts = lay_out_ranges(shipped())

        assert [part.heading for part in parts] == ["How often the pump is refilled", "When the pump is replaced"]
        assert [[type(block) for block in part.blocks[:3]] for part in parts] == [[Paragraph, Chart, Table]] * 2

    def test_nothing_to_draw_is_said_in_words(self) -> None:
        """A guide whose documents give no ranges has a sentence in place of a picture."""
        content = guide_of((question("any"),), subjects=(Subject(subject="One", topics=(small().topics["comfort"],)),))

        assert lay_out_ranges(content) == (
            Part("Ranges on one axis", (Paragraph(content.say("chart.empty"), "note"),)),
        )

    @pytest.mark.parametrize(("highest", "step"), [(1, 1), (8, 1), (9, 2), (16, 2), (40, 5), (41, 10), (600, 100)])
    def test_an_axis_has_round_steps_and_few_of_them(self, highest: int, step: int) -> None:
        """Nine ticks are as many as a phone has room for."""
        assert step_for(highest) == step


class TestDrawers:
    @given(charts)
    def test_plotly_svg_and_typst_show_the_numbers_of_the_chart(self, chart: Chart) -> None:
        """Whatever the chart holds, each of the three drawings holds the same and no more."""
        assert in_plotly(charts_plotly.render(chart)) == values(chart)
        assert in_svg(charts_svg.render(chart)) == values(chart)
        assert in_typst(charts_typst.data(chart, str)) == values(chart)

    @pytest.mark.parametrize("chart", shipped_charts(), ids=lambda chart: chart.title)
    def test_the_axis_is_the_same_in_all_three(self, chart: Chart) -> None:
        """Each tick stands at its number with its words."""
        figure, data = charts_plotly.render(chart), charts_typst.data(chart, str)
        axis = figure["layout"]["xaxis"]

        assert axis["range"] == [0, data["end"]] == [0, chart.end]
        assert list(zip(axis["tickvals"], axis["ticktext"], strict=True)) == [(t.at, t.label) for t in chart.ticks]
        assert data["ticks"] == [{"at": tick.at, "label": tick.label} for tick in chart.ticks]

    @given(charts)
    def test_lines_of_the_svg_stand_where_their_numbers_belong(self, chart: Chart) -> None:
        """A place on the drawing is proportional to the number, from the axis's start to its end."""
        for group in parsed(charts_svg.render(chart)).iter("g"):
            line = next(group.iter("line"))
            for end, name in (("x1", "data-low"), ("x2", "data-high")):
                share = Fraction(line.get(end, "").removesuffix("%"))
                assert abs((share - 3) * chart.end / 92 - int(group.get(name, ""))) < Fraction(1, 100)

    @pytest.mark.parametrize("chart", shipped_charts(), ids=lambda chart: chart.title)
    def test_every_chart_says_itself_in_words(self, chart: Chart) -> None:
        """The alternative names each row with its figure, and is what all drawings carry."""
        assert [row.label for row in chart.rows if f"“{row.label}”: {row.says}." not in chart.alt] == []
        assert parsed(charts_svg.render(chart)).find("svg").get("aria-label") == chart.alt  # type: ignore[union-attr]  # there is one
        assert charts_typst.data(chart, str)["alt"] == chart.alt

    def test_the_table_beside_a_chart_has_its_rows(self) -> None:
        """Whoever cannot see the picture reads the same figures."""
        for topic, chart in ranges(shipped()):
            table, *_ = after_chart(shipped(), topic, chart)
            assert isinstance(table, Table)
            assert table.rows == tuple(((row.label,), (row.says,)) for row in chart.rows)

    def test_text_that_looks_like_markup_stays_text(self) -> None:
        """No drawer lets a title open a tag."""
        chart = Chart("<b>", "<i>&", 10, (Tick(0, "<s>"),), (ChartRow("<script>x", '"&"', (Bar(1, 2),)),), '<u> "')
        drawn = charts_svg.render(chart)

        assert "<script" not in drawn
        assert "&lt;script&gt;x" in drawn
        assert "&lt;script&gt;x" in charts_plotly.render(chart)["layout"]["annotations"][0]["text"]


class TestInDocuments:
    CHART = Chart(
        "Hours", "Number of hours", 8, (Tick(0, "0"),), (ChartRow("Leaflet A", "6 hours", (Bar(6, 6),)),), "All of it."
    )

    def document(self) -> Document:
        return Document("Title", "en", (), (Part("Part", (self.CHART,)),), "Foot", "{page}")

    def test_pdf_tags_it_as_a_figure_with_its_words(self) -> None:
        """A screen reader is told what the picture shows."""
        printed = pdf.render(self.document(), made=datetime(2026, 11, 21, tzinfo=UTC)).data

        with pikepdf.open(BytesIO(printed)) as file:
            figures = [
                item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
            ]
            assert [str(item.get("/Alt") or item.A[0].get("/Alt")) for item in figures] == ["All of it."]

    def test_web_page_and_text_carry_its_words(self) -> None:
        """The page has the drawing with its alternative; plain text has the alternative alone."""
        page = web_page.render(self.document())

        assert re.search(r'<figcaption>Hours</figcaption><svg role="img" aria-label="All of it\."', page)
        assert "Hours\nAll of it." in text.render(self.document())
