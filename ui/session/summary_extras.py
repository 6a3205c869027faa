"""What goes into the summary at the person's wish, beside what it always holds."""

from logic.outputs.document import Part
from logic.outputs.layouts.comparison import lay_out_grid
from logic.outputs.layouts.ranges import lay_out_ranges
from logic.outputs.layouts.refills import lay_out_plan
from logic.summary.comparison import side_by_side
from ui.session.guide_content import content
from ui.session.refills import plan_now, trip_question
from ui.session.visit import current, visit


def summary_extras() -> tuple[Part, ...]:
    """Return the parts that were asked for, as they stand now."""
    here, parts = visit().picks, list[Part]()
    if "compare" in here.in_summary and len(here.options) > 1 and here.rows:
        parts += lay_out_grid(content(), side_by_side(content(), here.options, here.rows))
    if "ranges" in here.in_summary:
        parts += lay_out_ranges(content())
    if "plan" in here.in_summary and not _trip_left_out() and (made := plan_now()) is not None:
        parts += lay_out_plan(content(), made)
    return tuple(parts)


def _trip_left_out() -> bool:
    """Whether the figures would tell an answer of a section that the person leaves out."""
    section = current().by_question[trip_question().id].section
    return section.id in visit().left_out and not visit().picks.tries_trip
