"""A chart as the plain dictionary that plotly draws in the browser. Nothing here imports plotly.

Every row is two lines high: its label and words above, its bars below. So a long title needs no margin
beside the bars, and the picture fits a phone.
"""

from html import escape
from textwrap import wrap
from typing import Any

from logic.charts import Bar, Chart, Row

Json = dict[str, Any]

NEUTRAL = "#6b7b88"
"""One grey for every bar: 4 to 1 on the light and on the dark background, and no option has it."""

ROW = 76
"""Pixels a row, enough for two lines of words and a bar."""

LETTERS = 30
"""Letters a line that fit a phone of 320 px."""


def render(chart: Chart) -> Json:
    """Return the figure: one trace for each bar, rows from the top down."""
    traces = [_trace(bar, -place) for place, row in enumerate(chart.rows) for bar in row.bars]
    return {"data": traces, "layout": _layout(chart)}


def _trace(bar: Bar, place: int) -> Json:
    point = bar.low == bar.high and not bar.goes_on
    return {
        "type": "scatter",
        "mode": "markers" if point else "lines+markers",
        "x": [bar.low] if point else [bar.low, bar.high],
        "y": [place] if point else [place, place],
        "line": {"color": NEUTRAL, "width": 10},
        "marker": {
            "color": NEUTRAL,
            "size": 12,
            "opacity": 1,
            "symbol": "line-ns" if point else ["line-ns", "triangle-right" if bar.goes_on else "line-ns"],
            "line": {"color": NEUTRAL, "width": 3},
        },
        "hoverinfo": "skip",
    }


def _layout(chart: Chart) -> Json:
    return {
        "height": ROW * len(chart.rows) + 80,
        "margin": {"l": 8, "r": 24, "t": 8, "b": 64},
        "showlegend": False,
        "font": {"size": 16},
        "xaxis": {
            "title": {"text": chart.axis, "font": {"size": 16}},
            "range": [0, chart.end],
            "tickmode": "array",
            "tickvals": [tick.at for tick in chart.ticks],
            "ticktext": [tick.label for tick in chart.ticks],
            "tickfont": {"size": 16},
            "zeroline": False,
        },
        "yaxis": {"visible": False, "range": [0.5 - len(chart.rows), 0.85]},
        "annotations": [_words(row, -place) for place, row in enumerate(chart.rows)],
    }


def _words(row: Row, place: int) -> Json:
    # Plotly reads a little HTML in its texts, so what would open a tag is written out.
    label, says = ([escape(line, quote=False) for line in wrap(text, LETTERS)] for text in (row.label, row.says))
    text = "<br>".join((*(f"<b>{line}</b>" for line in label), *says))
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place + 0.18,
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": 16},
    }
