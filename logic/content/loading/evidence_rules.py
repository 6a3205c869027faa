"""What must hold of the evidence: every voice once, every cell of one type, no disagreement cut short."""

from collections.abc import Iterator

from logic.content.evidence import Cell, Figure, Row
from logic.content.loading.draft import Draft
from logic.content.loading.references import statement_problems
from logic.content.loading.yaml_events import Path_
from logic.content.problems import Problem, closest, nearest


def evidence_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for topics and for the comparison."""
    yield from _statements(draft)
    model = draft.comparison.model
    for number, row in enumerate(model.rows if model else ()):
        yield from _row(draft, ("rows", number, "cells"), row)


def _statements(draft: Draft) -> Iterator[Problem]:
    known = draft.source_ids
    for placed in draft.topics():
        seen: set[str] = set()
        for number, statement in enumerate(placed.model.statements):
            at = ("statements", number)
            if known is not None and statement.source not in known:
                hint = nearest(statement.source, known)
                yield placed.problem("R005", *at, "source", name=statement.source, nearest=hint)
            if statement.source in seen:
                yield placed.problem("E002", *at, "source", name=statement.source)
            seen.add(statement.source)
            if statement.figure and not _sound(statement.figure):
                yield placed.problem("E006", *at, "figure")


def _sound(figure: Figure) -> bool:
    """Tell whether the figure holds one number, one range the right way up, or two sizes."""
    ranges = [(figure.min, figure.max)] + ([(figure.months.min, figure.months.max)] if figure.months else [])
    upright = all(low is not None and high is not None and low <= high for low, high in ranges)
    if figure.min is None and figure.max is None:
        sizes = figure.thickness is not None and figure.diameter is not None
        return (figure.value is not None or sizes) and figure.months is None
    return upright and figure.value is None


def _row(draft: Draft, at: Path_, row: Row) -> Iterator[Problem]:
    """Check that the row has one cell an option. A misspelt option is one problem, not a missing cell besides."""
    file, model = draft.comparison.file, draft.comparison.model
    options = [option.id for option in model.options] if model else []
    unknown = [name for name in row.cells if name not in options]
    meant = {closest(name, options) for name in unknown}
    for name in options:
        if name not in row.cells and name not in meant:
            yield file.problem("R009", at, row=row.id, name=name)
    for name in unknown:
        yield file.problem("R010", (*at, name), key=True, name=name, nearest=nearest(name, options))
    for name, cell in row.cells.items():
        yield from _cell(draft, (*at, name), cell)


def _cell(draft: Draft, path: Path_, cell: Cell) -> Iterator[Problem]:
    file, topics = draft.comparison.file, draft.topics_by_id
    if sum(map(bool, (cell.states, cell.differs, cell.not_stated))) != 1:
        yield file.problem("E003", path)
        return
    kind = "states" if cell.states else "differs"
    named = [topics.get(reference.partition("/")[0]) for reference in cell.references]
    for number, (reference, topic) in enumerate(zip(cell.references, named, strict=True)):
        at = (*path, kind, number)
        if topic and topic.differ and (kind == "states" or reference != topic.id):
            yield file.problem("E004", at, topic=topic.id)
        else:
            yield from statement_problems(draft, file, at, reference)
    if cell.differs and not any(topic is None or topic.differ for topic in named):
        yield file.problem("E005", (*path, kind))
