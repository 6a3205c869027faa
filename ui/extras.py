"""What goes into the summary at the person's wish, beside what it always holds."""

from logic.comparison import side_by_side
from logic.outputs.blocks import Part
from logic.outputs.grid import lay_out_grid
from logic.outputs.life import lay_out_plan
from logic.outputs.ranges import lay_out_ranges
from ui.guide_content import content
from ui.looking import looking
from ui.planning import plan_now, trip_question
from ui.state import current, session


def extras() -> tuple[Part, ...]:
    """Return the parts that were asked for, as they stand now."""
    here, parts = looking(), list[Part]()
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
    return section.id in session().left_out and not looking().tries_trip
