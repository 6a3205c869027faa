"""A chart as SVG for the web page that a person keeps. It takes its colour and letters from the text around it.

Lengths along the axis are shares of the width and heights are in em, so that a narrow window or large
letters squeeze nothing. Each bar also bears its ends as they are in the chart.
"""

from fractions import Fraction
from html import escape
from textwrap import wrap

from logic.summary.charts import Bar, Chart, ChartRow, Tick

LETTERS = 30
_BOLD = ' font-weight="700"'
_LEFT, _WIDTH = 3, 92
"""Where the axis begins and how long it is, in per cent; what is left is room for the last tick's words."""


def render(chart: Chart) -> str:
    """Return one element whose text alternative is the chart in words. All text in it is escaped."""
    pieces, top = [], Fraction(0)
    for row in chart.rows:
        piece, top = _row(chart, row, top)
        pieces.append(piece)
    pieces += [_tick(chart, tick, top) for tick in chart.ticks]
    axis = f'<text x="{_LEFT}%" y="{_em(top + Fraction(14, 5))}">{escape(chart.axis)}</text>'
    line = _line(_LEFT, _LEFT + _WIDTH, top, top, "0.06em")
    height = _em(top + Fraction(7, 2))
    name, look = f'role="img" aria-label="{escape(chart.alt)}"', f'width="100%" style="height:{height}"'
    opening = f'<svg {name} {look} fill="currentColor">'
    return opening + "".join((*pieces, line, axis)) + "</svg>"


def _row(chart: Chart, row: ChartRow, top: Fraction) -> tuple[str, Fraction]:
    label = wrap(row.label, LETTERS)
    lines = [*label, *wrap(row.says, LETTERS)]
    words = "".join(
        f'<text x="0" y="{_em(top + Fraction(5, 4) * (number + 1))}"'
        f"{_BOLD if number < len(label) else ''}>{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    middle = top + Fraction(5, 4) * len(lines) + Fraction(4, 5)
    bars = "".join(_bar(chart, bar, middle) for bar in row.bars)
    return words + bars, middle + Fraction(3, 5)


def _bar(chart: Chart, bar: Bar, middle: Fraction) -> str:
    low, high = _at(chart, bar.low), _at(chart, bar.high)
    half = Fraction(2, 5)
    ends = (low,) if bar.goes_on else (low, high)
    drawn = _line(low, high, middle, middle, "0.55em")
    drawn += "".join(_line(at, at, middle - half, middle + half, "0.2em") for at in dict.fromkeys(ends))
    if bar.goes_on:
        drawn += f'<text x="{_share(high)}" y="{_em(middle + Fraction(2, 5))}">→</text>'
    goes_on = ' data-goes-on="true"' if bar.goes_on else ""
    return f'<g data-low="{bar.low}" data-high="{bar.high}"{goes_on}>{drawn}</g>'


def _tick(chart: Chart, tick: Tick, top: Fraction) -> str:
    at = _at(chart, tick.at)
    mark = _line(at, at, top, top + Fraction(3, 10), "0.06em")
    words = f'<text x="{_share(at)}" y="{_em(top + Fraction(3, 2))}" text-anchor="middle">{escape(tick.label)}</text>'
    return mark + words


def _line(x1: Fraction | int, x2: Fraction | int, y1: Fraction, y2: Fraction, width: str) -> str:
    return (
        f'<line x1="{_share(x1)}" x2="{_share(x2)}" y1="{_em(y1)}" y2="{_em(y2)}"'
        f' stroke="currentColor" stroke-width="{width}"/>'
    )


def _at(chart: Chart, value: int) -> Fraction:
    return _LEFT + Fraction(value * _WIDTH, chart.end)


def _share(value: Fraction | int) -> str:
    return f"{float(value):.4f}%"


def _em(value: Fraction) -> str:
    return f"{float(value):.2f}em"
