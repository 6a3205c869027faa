"""The years ahead as a chart: a mark for each refill, and a bar for the years in which a replacement may fall."""

from logic.content.content import Content
from logic.summary.charts import Bar, Chart, ChartRow, Tick, in_words, step_for
from logic.summary.refills import MONTHS, Range, RefillTimes, trips


def timeline(content: Content, plan: RefillTimes) -> Chart | None:
    """Return the chart, its axis in months with the years written below; None where no years were given."""
    years = plan.figures.years
    if years is None:
        return None
    refills = tuple(_refills(content, gap, years) for gap in plan.gaps)
    windows = tuple(_window(content, number, years, window) for number, window in enumerate(plan.windows, start=1))
    rows = (*refills, *windows)
    ticks = tuple(Tick(year * MONTHS, str(year)) for year in range(0, years + 1, step_for(years)))
    title = content.say("refills.timeline", years=content.counted("count.years", years))
    alt = content.say("refills.timeline-alt", rows=in_words(content, rows))
    return Chart(title, content.say("refills.timeline-axis"), years * MONTHS, ticks, rows, alt)


def _refills(content: Content, gap: int, years: int) -> ChartRow:
    number = trips(gap, years)
    label = content.say("refills.every", gap=content.counted("count.months", gap))
    return ChartRow(
        label, content.counted("count.trips", number), tuple(Bar(gap * n, gap * n) for n in range(1, number + 1))
    )


def _window(content: Content, number: int, years: int, window: Range) -> ChartRow:
    later = window.most > years
    bar = Bar(window.least * MONTHS, min(window.most, years) * MONTHS, goes_on=later)
    same = window.least == window.most
    says = content.say("refills.after-one" if same else "refills.after", low=window.least, high=window.most)
    says = content.say("refills.later", says=says) if later else says
    return ChartRow(content.say("refills.replacement-number", number=number), says, (bar,))
