"""Pictures as typed data: bars and points on one axis, drawn three ways from the same value.

A chart holds no colour, size or font: what it says is in its numbers and words, and each drawer (in
`logic/outputs`) only shows them. Every chart carries its own account in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from logic.content.content import Content
from logic.content.evidence import Figure, Statement, Topic


@dataclass(frozen=True)
class Bar:
    """A stretch of the axis, or a point where both ends are the same."""

    low: int
    high: int
    goes_on: bool = False
    """True where the stretch goes on past the end of the axis."""


@dataclass(frozen=True)
class ChartRow:
    """One line of a chart. A row without bars is kept, and its words say why there is none."""

    label: str
    says: str
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A place on the axis with what is written there."""

    at: int
    label: str


@dataclass(frozen=True)
class Chart:
    """Rows above one axis that begins at zero."""

    title: str
    axis: str
    """What the axis counts."""
    end: int
    ticks: tuple[Tick, ...]
    rows: tuple[ChartRow, ...]
    alt: str
    """The whole chart in words."""


@dataclass(frozen=True)
class Measure:
    """The figure of one statement, in the unit that the topic's figures have in common."""

    source: str
    low: int
    high: int
    said: tuple[int, int, str] | None = None
    """What the document itself says, with its unit, where that is another one."""


def measures(topic: Topic) -> tuple[str, tuple[Measure, ...]]:
    """Return the unit that most of a topic's figures share, and the figures in it, in the order of the topic.

    There are none where no document gives a range: single numbers of a kind, such as years of history,
    are not ends of one axis.
    """
    by_unit: dict[str, list[Measure]] = {}
    for statement in topic.statements:
        for unit, measure in _measure(statement):
            by_unit.setdefault(unit, []).append(measure)
    if not by_unit:
        return "", ()
    unit = max(by_unit, key=lambda name: len(by_unit[name]))
    found = tuple(by_unit[unit])
    return (unit, found) if any(item.low < item.high for item in found) else ("", ())


def _measure(statement: Statement) -> Iterator[tuple[str, Measure]]:
    figure = statement.figure
    ends = None if figure is None else _ends(figure)
    if figure is None or ends is None:
        return
    if figure.months is not None:
        yield "months", Measure(statement.source, figure.months.min, figure.months.max, (*ends, figure.unit))
    else:
        yield figure.unit, Measure(statement.source, *ends)


def _ends(figure: Figure) -> tuple[int, int] | None:
    if figure.min is not None and figure.max is not None:
        return figure.min, figure.max
    return None if figure.value is None else (figure.value, figure.value)


def range_chart(content: Content, topic: Topic) -> Chart | None:
    """Return the topic's ranges on one axis, a row for every document; None where fewer than two have a figure."""
    unit, found = measures(topic)
    if len(found) < 2:
        return None
    by_source = {item.source: item for item in found}
    family = family_on(content, topic)
    rows = tuple(
        ChartRow(
            content.say("chart.family", title=source.title) if source.id in family else source.title,
            _figure(content, topic.statement(source.id), by_source.get(source.id), unit),
            (Bar(by_source[source.id].low, by_source[source.id].high),) if source.id in by_source else (),
        )
        for source in content.sources
    )
    step = step_for(max(item.high for item in found))
    end = -(-max(item.high for item in found) // step) * step
    ticks = tuple(Tick(at, str(at)) for at in range(0, end + 1, step))
    alt = content.say("chart.alt", unit=unit, rows=in_words(content, rows))
    return Chart(topic.about, content.say("chart.axis", unit=unit), end, ticks, rows, alt)


def family_on(content: Content, topic: Topic) -> frozenset[str]:
    """Return the sources that are one voice with another one that speaks on this topic."""
    return frozenset(source.id for group in content.agreeing(topic) for source in group)


def in_words(content: Content, rows: tuple[ChartRow, ...]) -> str:
    """Return every row as a short sentence."""
    return " ".join(content.say("chart.row", label=row.label, says=row.says) for row in rows)


def step_for(highest: int) -> int:
    """Return a round step with which an axis up to this number has at most nine ticks."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if highest <= 8 * step:
                return step
        size *= 10


def between(content: Content, low: int, high: int, unit: str) -> str:
    """Return a range in words, or the one number where both ends are the same."""
    key = "chart.point" if low == high else "chart.range"
    return content.say(key, low=low, high=high, unit=unit)


def _figure(content: Content, statement: Statement | None, measure: Measure | None, unit: str) -> str:
    if statement is None:
        return content.say("chart.silent")
    if measure is None:
        return content.say("chart.no-figure")
    words = between(content, measure.low, measure.high, unit)
    return content.say("chart.turned", words=words, said=between(content, *measure.said)) if measure.said else words
