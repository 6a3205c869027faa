"""Walks a guide: every route through it, filled in several ways, with every property checked on each.

Beside the routes, every single answer of every question is given alone: what the documents say must not
change with any of them. Where something does not hold, the fewest answers that show it are looked for.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from logic.answers.answers import Answers
from logic.checks.breaches import PROPERTIES, Breach, first_of_each
from logic.checks.neutrality.content_breaches import content_breaches
from logic.checks.outputs_of import at, outputs_of
from logic.checks.paths.filling import filled, unsure
from logic.checks.paths.one_path import Walker
from logic.checks.paths.order import order_breaches
from logic.checks.paths.routes import Routes, asked_first, one_of_each, routes
from logic.checks.paths.screen_order import PATH
from logic.checks.paths.shortest import shortest
from logic.content.content import Content
from logic.content.questions import SHORT
from logic.outputs.drawing import pdf
from logic.outputs.layouts import summary as layout

PDFS = 6
"""PDFs made at most: the slowest output, and drawn from the same document as the others."""


@dataclass(frozen=True)
class Walk:
    """What was walked and what was found. Made by `walk`."""

    content: Content
    routes: Routes
    paths: int
    singles: int
    outputs: Counter[str]
    breaches: tuple[Breach, ...]


def walk(content: Content) -> Walk:
    """Walk the whole guide. Every breach is in the result, those of a path with the fewest answers that show them."""
    found, walker, way = routes(content), Walker(content), content.guide.way
    full = [filled(content, route, found.branching, turn) for turn, route in enumerate(found.joined)]
    bare = [Answers(route) for route in one_of_each(found)]
    not_sure = [unsure(content, route, found.branching) for route in one_of_each(found)]
    short = [Answers({**route, way: SHORT}) for route in one_of_each(found) if way]
    singles = list(_singles(content, found))
    breaches = [*content_breaches(content)]
    breaches += [breach for answers in full for breach in walker.path(answers, off_route=True)]
    breaches += [breach for answers in (*bare, *not_sure, *short) for breach in walker.path(answers)]
    # Where a path already fails to be made, there is nothing to compare.
    sound = all(breach.code != "P004" for breach in breaches)
    breaches += [breach for answers in singles if sound for breach in walker.answer(answers)]
    breaches += [
        breach for answers in (full[0], *not_sure[: PDFS - 1]) for breach in _pdf(content, answers, walker.outputs)
    ]
    if sound:
        breaches += [*order_breaches(content, full[0]), *review_breaches(content, full[0])]
    paths = len(full) + len(bare) + len(not_sure) + len(short)
    kept = tuple(shortest(content, breach, known=full[0]) for breach in first_of_each(breaches))
    return Walk(content, found, paths, len(singles), walker.outputs, kept)


def report_lines(found: Walk) -> Iterator[str]:
    """Yield the lines that tell what was walked, exactly, and what was found."""
    content, ways, made = found.content, found.routes, found.outputs
    yield f"Guide: {content.guide.title}, {len(content.questions)} questions on {len(content.screens)} screens."
    yield f"Branching classes: {ways.classes}, of {len(ways.branching)} questions in {len(ways.parts)} separate parts."
    yield from ways.told
    yield (
        f"Paths walked: {found.paths}. Each of {len(ways.joined)} routes with all else answered, each time by another "
        f"choice; and routes that hold each class once more with all else left open, with all else not sure, and on "
        f"the short way where there is one."
    )
    yield f"Single answers, each alone on a route that asks it: {found.singles}, exhaustive by choice and level."
    counts = ", ".join(f"{name} {count}" for name, count in made.items())
    yield f"Outputs checked: {sum(made.values())} ({counts})."
    yield "PDFs are made on a sample of paths, and single answers as the document that every output draws."
    codes = {breach.code for breach in found.breaches}
    yield from (
        f"{'BREACH' if item.code in codes else 'holds '} {item.code} {item.proves}" for item in PROPERTIES.values()
    )


def review_breaches(content: Content, answers: Answers) -> Iterator[Breach]:
    """Find an output that does not say that the content is out of date, or says so too soon."""
    day = content.guide.review_by
    line = content.say("summary.overdue", review="|").partition("|")[0].strip()
    for made_on, overdue in ((day, False), (day + timedelta(days=1), True)):
        made = outputs_of(content, answers, made_on)
        for name, output in (("text", made.text), ("page", made.page)):
            if (line in " ".join(output.split())) is not overdue:
                yield Breach("P006", PATH, f"the {name} of {made_on}", answers)


def _pdf(content: Content, answers: Answers, outputs: Counter[str]) -> Iterator[Breach]:
    try:
        printed = pdf.render(layout.lay_out(outputs_of(content, answers).summary), made=at(content.guide.date))
    except Exception as fault:  # noqa: BLE001  # whatever the fault is, the answers that show it are wanted
        yield Breach("P004", PATH, f"PDF: {type(fault).__name__}: {fault}", answers)
        return
    outputs["PDF"] += 1
    if printed.replaced:
        yield Breach("P004", PATH, f"PDF: no font has {' '.join(printed.replaced)}", answers)


def _singles(content: Content, found: Routes) -> Iterator[Answers]:
    """Yield every answer of every question alone, on the first route that asks it."""
    for name, route in asked_first(content, found).items():
        yield from (Answers(route).with_answer(name, answer) for answer in content.questions[name].single_answers())
