"""A chart as the data that `template/charts.typ` draws in the PDF: its own numbers, and its words made printable."""

from collections.abc import Callable

from logic.summary.charts import Chart

Json = dict[str, object]


def data(chart: Chart, say: Callable[[str], object]) -> Json:
    """Return the chart with every text turned into what the fonts can show."""
    return {
        "kind": "chart",
        "title": say(chart.title),
        "axis": say(chart.axis),
        "end": chart.end,
        "ticks": [{"at": tick.at, "label": say(tick.label)} for tick in chart.ticks],
        "rows": [
            {
                "label": say(row.label),
                "says": say(row.says),
                "bars": [{"low": bar.low, "high": bar.high, "goes_on": bar.goes_on} for bar in row.bars],
            }
            for row in chart.rows
        ],
        "alt": say(chart.alt),
    }
