"""Life with refills as blocks: what was computed from what, the figures, and the years ahead."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from logic.content.content import Content
from logic.outputs.document import Block, Paragraph, Part, Table
from logic.summary.refills import Load, Range, RefillTimes, trips_in
from logic.summary.refills_timeline import timeline


def lay_out_plan(content: Content, plan: RefillTimes) -> tuple[Part, ...]:
    """Return the plan as a part of a document, with the years ahead where their number was given."""
    chart = timeline(content, plan)
    blocks: list[Block] = [*figures(content, plan)]
    blocks += [chart, years_table(content, plan)] if chart else []
    return (Part(content.say("refills.title"), tuple(blocks)),)


def figures(content: Content, plan: RefillTimes) -> tuple[Block, ...]:
    """Return the sentence that says what was computed from what, and the table of results."""
    sentence = content.say("refills.from", parts="; ".join(_from(content, plan)))
    how = content.say("refills.how")
    return (Paragraph(sentence), Paragraph(how, "note"), _results(content, plan))


def years_table(content: Content, plan: RefillTimes) -> Table:
    """Return the years ahead: trips at each gap, and whether a replacement may fall there.

    Years in a row that are alike share one row.
    """
    say = content.say
    gaps = tuple(say("refills.every", gap=content.counted("count.months", gap)) for gap in plan.gaps)
    runs = [list(run) for _, run in groupby(range(1, (plan.figures.years or 0) + 1), partial(_year, content, plan))]
    rows = (((_years(content, run),), *((cell,) for cell in _year(content, plan, run[0]))) for run in runs)
    return Table(say("refills.by-year"), (say("refills.year"), *gaps, say("refills.may-fall")), tuple(rows))


def _year(content: Content, plan: RefillTimes, year: int) -> tuple[str, ...]:
    trips = (content.counted("count.trips", trips_in(gap, year)) for gap in plan.gaps)
    return (*(content.say("refills.each-year", trips=number) for number in trips), _may_fall(content, plan, year))


def _years(content: Content, run: list[int]) -> str:
    return str(run[0]) if len(run) == 1 else content.say("refills.to", low=run[0], high=run[-1])


def _from(content: Content, plan: RefillTimes) -> Iterator[str]:
    say, given = content.say, plan.figures
    gap = _range(content, "months", given.gap.months)
    if given.gap.source:
        yield say("refills.from-one", gap=gap, title=given.gap.source.title)
    else:
        yield say("refills.from-own" if given.gap.own else "refills.from-all", gap=gap)
    if given.trip is not None:
        yield say("refills.from-trip", minutes=content.counted("count.minutes", given.trip))
    if given.people is not None:
        yield say("refills.from-people", people=content.counted("count.people", given.people))
    if given.years is not None:
        yield say("refills.from-years", years=content.counted("count.years", given.years))
    if plan.replacements is not None and given.replacement is not None:
        yield say("refills.from-replacement", years=_range(content, "years", given.replacement))


def _results(content: Content, plan: RefillTimes) -> Table:
    say, years = content.say, plan.figures.years
    header = [say("refills.what"), say("refills.a-year")]
    loads: list[Load] = [plan.a_year]
    if years is not None and plan.in_all is not None:
        header.append(say("refills.in-all", years=content.counted("count.years", years)))
        loads.append(plan.in_all)
    rows = [
        (say("refills.trips"), *(_range(content, "trips", load.trips) for load in loads)),
        (say("refills.travel"), *(_time(content, load.travel, "trip") for load in loads)),
        (say("refills.travel-all"), *(_all_time(content, plan, load) for load in loads)),
        (say("refills.replacements"), *_replacements(content, plan, len(loads))),
    ]
    return Table(say("refills.table"), tuple(header), tuple(tuple((cell,) for cell in row) for row in rows))


def _all_time(content: Content, plan: RefillTimes, load: Load) -> str:
    missing = "trip" if plan.figures.trip is None else "people"
    return _time(content, load.travel_of_all, missing)


def _time(content: Content, minutes: Range | None, missing: str) -> str:
    if minutes is None:
        return content.say(f"refills.no-{missing}")
    low, high = _hours(content, minutes.least), _hours(content, minutes.most)
    return low if low == high else content.say("refills.to", low=low, high=high)


def _hours(content: Content, minutes: int) -> str:
    """Return minutes as hours and minutes, without rounding."""
    hours, rest = divmod(minutes, 60)
    if not hours or not rest:
        return content.counted("count.hours", hours) if hours else content.counted("count.minutes", rest)
    return content.say(
        "refills.and", hours=content.counted("count.hours", hours), minutes=content.counted("count.minutes", rest)
    )


def _replacements(content: Content, plan: RefillTimes, columns: int) -> Iterator[str]:
    """Yield a cell for a year, and one for all years where there is one: no year can be told from another."""
    if plan.figures.replacement is None:
        yield from [content.say("refills.no-range")] * columns
    elif plan.replacements is None:
        yield content.say("refills.no-years")
    else:
        yield content.say("refills.see-years")
        yield _range(content, "replacements", plan.replacements)


def _may_fall(content: Content, plan: RefillTimes, year: int) -> str:
    """Name the replacements that may fall into the year. What falls at its end still belongs to it."""
    windows = enumerate(plan.windows, start=1)
    numbers = [str(number) for number, window in windows if window.least <= year <= window.most]
    return content.say("refills.may", numbers=", ".join(numbers)) if numbers else content.say("refills.may-not")


def _range(content: Content, what: str, range_: Range) -> str:
    if range_.least == range_.most:
        return content.counted(f"count.{what}", range_.least)
    return content.say("refills.to", low=range_.least, high=content.counted(f"count.{what}", range_.most))
