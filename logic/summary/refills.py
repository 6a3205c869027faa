"""Life with refills: trips, travel time and replacements, computed from a person's figures and the documents'.

Everything is whole numbers of trips, minutes and months, so nothing looks finer than what was put in. A
figure that nobody gave is None here and stays None in whatever follows from it.
"""

from dataclasses import dataclass
from typing import Literal

from logic.content.content import Content
from logic.content.evidence import Source
from logic.summary.charts import measures

MONTHS = 12
MOST_PEOPLE = 20
MOST_YEARS = 50
MOST_MONTHS = 24

Refusal = Literal["not-whole", "too-small", "too-large"]


@dataclass(frozen=True)
class Range:
    """From the least to the most, both included."""

    least: int
    most: int

    def times(self, factor: int) -> "Range":
        """Return the range with both ends multiplied."""
        return Range(self.least * factor, self.most * factor)


@dataclass(frozen=True)
class Entered:
    """A figure as it was entered: a whole number, nothing, or why it cannot be used."""

    value: int | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Gap:
    """The months between refills, and who names them."""

    months: Range
    source: Source | None = None
    """The document that names them; None where several do, or none."""
    own: bool = False
    """Whether it is the person's own figure."""


@dataclass(frozen=True)
class Figures:
    """What is computed with: the person's own figures, and ranges that documents give."""

    gap: Gap
    trip: int | None = None
    """Minutes, one way."""
    people: int | None = None
    """How many make the trip, the person with the pump included."""
    years: int | None = None
    replacement: Range | None = None
    """Years until a pump is replaced."""


@dataclass(frozen=True)
class Load:
    """What refills take in a stretch of time. Times are in minutes; None where a figure is missing."""

    trips: Range
    travel: Range | None
    travel_of_all: Range | None
    """The travel of everybody who makes the trip, added up."""


@dataclass(frozen=True)
class RefillTimes:
    """What follows from the figures, and nothing else."""

    figures: Figures
    gaps: tuple[int, ...]
    """The longest and the shortest gap; one where they are the same."""
    a_year: Load
    in_all: Load | None
    """Over the years ahead; None where their number was not given."""
    replacements: Range | None
    windows: tuple[Range, ...]
    """For each replacement that may fall into the years ahead: the years, counted from now, in which it may."""


def whole_number(entered: float | None, least: int, most: int) -> Entered:
    """Return what was entered as a whole number in these bounds."""
    if entered is None:
        return Entered()
    # Not a number at all is neither smaller nor larger than anything.
    if entered != entered or (abs(entered) <= most and entered != int(entered)):  # noqa: PLR0124  # see above
        return Entered(refusal="not-whole")
    if entered < least:
        return Entered(refusal="too-small")
    return Entered(refusal="too-large") if entered > most else Entered(int(entered))


def gaps(content: Content) -> tuple[Gap, ...]:
    """Return the months between refills: first from the shortest to the longest named, then by document.

    There are none where the content has no `refills` or its documents give no figure in months.
    """
    found = _ranges(content, content.guide.refills.gap, "months") if content.guide.refills else ()
    by_document = tuple(Gap(months, content.source[source]) for source, months in found)
    return (Gap(_hull([gap.months for gap in by_document])), *by_document) if by_document else ()


def replacement(content: Content) -> Range | None:
    """Return the years until a pump is replaced, from the least to the most that a document names."""
    found = _ranges(content, content.guide.refills.replacement, "years") if content.guide.refills else ()
    return _hull([years for _, years in found]) if found else None


def refill_times(figures: Figures) -> RefillTimes:
    """Compute everything that the figures allow."""
    gap, years = figures.gap.months, figures.years
    windows = replacements = None
    if years is not None and figures.replacement is not None:
        replacements = Range(years // figures.replacement.most, years // figures.replacement.least)
        windows = tuple(figures.replacement.times(number + 1) for number in range(replacements.most))
    return RefillTimes(
        figures=figures,
        gaps=tuple(dict.fromkeys((gap.most, gap.least))),
        # A year holds twelve months, so a gap that does not divide them brings one trip more in some years.
        a_year=_load(figures, Range(MONTHS // gap.most, -(-MONTHS // gap.least))),
        in_all=None if years is None else _load(figures, Range(trips(gap.most, years), trips(gap.least, years))),
        replacements=replacements,
        windows=windows or (),
    )


def trips(gap: int, years: int) -> int:
    """Return how many refills, a gap of so many months apart, fall into so many years from now."""
    return years * MONTHS // gap


def trips_in(gap: int, year: int) -> int:
    """Return how many of them fall into one year, counted from 1."""
    return trips(gap, year) - trips(gap, year - 1)


def _load(figures: Figures, number: Range) -> Load:
    travel = None if figures.trip is None else number.times(2 * figures.trip)
    of_all = None if travel is None or figures.people is None else travel.times(figures.people)
    return Load(number, travel, of_all)


def _ranges(content: Content, topic: str, wanted: str) -> tuple[tuple[str, Range], ...]:
    unit, found = measures(content.topics[topic])
    positive = (item for item in found if item.low > 0)
    return tuple((item.source, Range(item.low, item.high)) for item in positive) if unit == wanted else ()


def _hull(ranges: list[Range]) -> Range:
    return Range(min(item.least for item in ranges), max(item.most for item in ranges))
