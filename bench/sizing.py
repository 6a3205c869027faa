"""How many machines so many people a day need, worked out from what the other parts have measured."""

from math import ceil

from bench.figures import Result, table

DAYS = (10_000, 1_000_000)
BUSIEST_HOUR = 0.15
"""The share of a day's visits that falls into its busiest hour."""
VISIT_MINUTES = 15
HEADROOM = 0.6
"""So much of what a process has been measured to hold is used; the rest is for a peak, and for one that is gone."""
CORES, PROCESSES = 4, 3
"""A machine, and how many processes of the guide run on it: the last core is for nginx and for making PDFs."""
HELD_SECONDS = 150
"""So long a session stays after its page was closed."""
PDF_SECONDS = 0.1
FALLBACK = {"users": 160.0, "base_mb": 190.0, "page_mb": 1.0, "descriptors": 4.0, "first_load_kb": 1_500.0}
"""Where a part was not measured in the same run: the figures of an earlier one."""


def reckon(figures: dict[str, float]) -> Result:
    """Return the table."""
    known = FALLBACK | figures
    columns = [_column(people, known) for people in DAYS]
    rows = [(name, *(column[name] for column in columns)) for name in columns[0]]
    return Result(table(("", *(f"{people:,} people a day" for people in DAYS)), rows))


def _column(people: int, known: dict[str, float]) -> dict[str, str]:
    an_hour = people * BUSIEST_HOUR
    at_once = an_hour * VISIT_MINUTES / 60
    a_second = an_hour / 3600
    processes = max(2, ceil(at_once / (known["users"] * HEADROOM)))
    machines = max(2, ceil(processes / PROCESSES))
    here = at_once / processes
    held = a_second * HELD_SECONDS / processes
    load = a_second * known["first_load_kb"] * 8 / 1000
    open_files = here * known["descriptors"] + 100
    memory = known["base_mb"] + (here + held) * known["page_mb"]
    return {
        f"visits in the busiest hour ({BUSIEST_HOUR:.0%} of the day)": f"{an_hour:,.0f}",
        f"people at once (a visit takes {VISIT_MINUTES} minutes)": f"{at_once:,.0f}",
        f"processes ({known['users']:.0f} people measured on each, {HEADROOM:.0%} of that used)": f"{processes:,}",
        f"machines of {CORES} cores, {PROCESSES} processes each; at least two": f"{machines:,}",
        "people at a process": f"{here:,.0f}",
        f"sessions of closed pages at a process ({HELD_SECONDS} s each)": f"{held:,.0f}",
        f"memory of a process ({known['base_mb']:.0f} MB and {known['page_mb']:.2f} MB a session)": f"{memory:,.0f} MB",
        f"memory of a machine: {PROCESSES} of these, and a PDF in the making": f"{PROCESSES * memory + 300:,.0f} MB",
        f"descriptors of a process ({known['descriptors']:.0f} a page, and 100)": f"{open_files:,.0f}",
        "descriptors of nginx on a machine (2 a page)": f"{PROCESSES * here * 2:,.0f}",
        f"cores for PDFs (one a visit, {PDF_SECONDS} s)": f"{a_second * PDF_SECONDS:.2f}",
        f"first loads, Mbit/s ({known['first_load_kb']:,.0f} kB each)": f"{load:,.0f}",
    }
