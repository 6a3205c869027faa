"""The summary of a visit as it stands when it is asked for: on the screen, or by a press on a button of a file."""

from datetime import datetime

from logic.answers.journey import Journey, journey
from logic.outputs.document import Document, Part
from logic.outputs.layouts.comparison import lay_out_grid
from logic.outputs.layouts.ranges import lay_out_ranges
from logic.outputs.layouts.refills import lay_out_plan
from logic.outputs.layouts.summary import lay_out
from logic.summary.comparison import side_by_side
from logic.summary.summary import summarise
from ui.session.guide_content import content
from ui.session.refills import plan_now, trip_question
from ui.session.second_view import left_out_now, views_now
from ui.session.visit import Visit

EVIDENCE = "evidence"
"""Stands among what a person adds to the summary for what the documents say on what matters to them."""


def summary_document(here: Visit, made: datetime, *, for_paper: bool = True) -> Document:
    """Return the summary with what this visit adds to it and without what it leaves out.

    A file is made outside of a run, and after whatever was pressed before, so it takes the visit as it is by then.
    """
    route, left_out = journey(content(), here.answers), left_out_now(here)
    summary = summarise(route, made.date(), left_out, with_evidence=EVIDENCE in here.picks.in_summary)
    return lay_out(summary, _extras(here, route), views_now(here, left_out), for_paper=for_paper)


def _extras(here: Visit, route: Journey) -> tuple[Part, ...]:
    """Return the parts from the places to look around that were asked for."""
    picks, parts = here.picks, list[Part]()
    if "compare" in picks.in_summary and len(picks.options) > 1 and picks.rows:
        parts += lay_out_grid(content(), side_by_side(content(), picks.options, picks.rows))
    if "ranges" in picks.in_summary:
        parts += lay_out_ranges(content())
    if "plan" in picks.in_summary and not _trip_left_out(here, route) and (made := plan_now(here)) is not None:
        parts += lay_out_plan(content(), made)
    return tuple(parts)


def _trip_left_out(here: Visit, route: Journey) -> bool:
    """Whether the figures would tell an answer that the person leaves out."""
    step = route.by_question[trip_question().id]
    return not here.left_out.isdisjoint((step.section.id, step.question.id)) and not here.picks.tries_trip
