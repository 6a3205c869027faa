"""A chart as the plain dictionary that plotly draws in the browser. Nothing here imports plotly.

Each row has its words above its bars, so a long title needs no margin beside them and the picture fits
a phone. The axis from top to bottom is in pixels, which gives each row as much room as its words take.
"""

from html import escape
from textwrap import wrap
from typing import Any

from logic.summary.charts import Bar, Chart, ChartRow

Json = dict[str, Any]

NEUTRAL = "#6b7b88"
"""One grey for every bar: 4 to 1 on the light and on the dark background, and no option has it."""

LETTERS = 28
"""Letters a line that fit a phone of 320 px."""

_TEXT = 18
_LINE, _BARS, _AXIS, _EDGE = 25, 36, 76, 8
"""Pixels for a line of words, for the bars of a row, for the axis with its words, and at the edges."""


def render(chart: Chart) -> Json:
    """Return the figure: one trace for each bar, rows from the top down."""
    traces, words, top = [], [], 0
    for row in chart.rows:
        lines = _lines(row)
        middle = top + _LINE * len(lines) + _BARS // 3
        traces += [_trace(bar, middle) for bar in row.bars]
        words.append(_words(lines, top))
        top += _LINE * len(lines) + _BARS
    return {"data": traces, "layout": _layout(chart, words, top)}


def _trace(bar: Bar, middle: int) -> Json:
    point = bar.low == bar.high and not bar.goes_on
    return {
        "type": "scatter",
        "mode": "markers" if point else "lines+markers",
        "x": [bar.low] if point else [bar.low, bar.high],
        "y": [middle] if point else [middle, middle],
        "line": {"color": NEUTRAL, "width": 10},
        "marker": {
            "color": NEUTRAL,
            "size": 14,
            "opacity": 1,
            "symbol": "line-ns" if point else ["line-ns", "triangle-right" if bar.goes_on else "line-ns"],
            "line": {"color": NEUTRAL, "width": 3},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _layout(chart: Chart, words: list[Json], height: int) -> Json:
    return {
        "height": height + _AXIS + _EDGE,
        "margin": {"l": _EDGE, "r": 3 * _EDGE, "t": _EDGE, "b": _AXIS, "pad": 0},
        "showlegend": False,
        "xaxis": {
            "title": {"text": chart.axis, "font": {"size": _TEXT}},
            "range": [0, chart.end],
            "tickmode": "array",
            "tickvals": [tick.at for tick in chart.ticks],
            "ticktext": [tick.label for tick in chart.ticks],
            "tickfont": {"size": _TEXT},
            "ticks": "outside",
            "tickcolor": NEUTRAL,
            "showgrid": False,
            "zeroline": False,
            "showline": True,
            "linecolor": NEUTRAL,
        },
        "yaxis": {"visible": False, "range": [height, 0]},
        "annotations": words,
    }


def _lines(row: ChartRow) -> list[str]:
    # Plotly reads a little HTML in its texts, so what would open a tag is written out.
    label, says = ([escape(line, quote=False) for line in wrap(text, LETTERS)] for text in (row.label, row.says))
    return [*(f"<b>{line}</b>" for line in label), *says]


def _words(lines: list[str], top: int) -> Json:
    return {
        "text": "<br>".join(lines),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": _TEXT},
    }
