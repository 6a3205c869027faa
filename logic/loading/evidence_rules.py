"""What must hold of the evidence: every voice once, every cell of one type, no disagreement cut short."""

from collections.abc import Iterator

from logic.evidence import Cell, Figure
from logic.loading.draft import Draft
from logic.loading.references import statement_problems
from logic.loading.yaml_file import Path_, YamlFile
from logic.problems import Problem, nearest


def evidence_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for topics and for the comparison."""
    yield from _statements(draft)
    yield from _rows(draft)


def _statements(draft: Draft) -> Iterator[Problem]:
    known = {source.id for source in draft.sources.model.sources} if draft.sources.model else None
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


def _rows(draft: Draft) -> Iterator[Problem]:
    piece = draft.comparison
    if piece.model is None:
        return
    options = [option.id for option in piece.model.options]
    for number, row in enumerate(piece.model.rows):
        at: Path_ = ("rows", number, "cells")
        for name in options:
            if name not in row.cells:
                yield piece.file.problem("R009", at, row=row.id, name=name)
        for name, cell in row.cells.items():
            if name not in options:
                yield piece.file.problem("R010", (*at, name), key=True, name=name, nearest=nearest(name, options))
            yield from _cell(draft, piece.file, (*at, name), cell)


def _cell(draft: Draft, file: YamlFile, path: Path_, cell: Cell) -> Iterator[Problem]:
    if sum(map(bool, (cell.states, cell.differs, cell.not_stated))) != 1:
        yield file.problem("E003", path)
        return
    if not all(piece.model for piece in draft.subjects):
        return
    topics = {placed.model.id: placed.model for placed in draft.topics()}
    kind = "states" if cell.states else "differs"
    differing = False
    for number, reference in enumerate(cell.references):
        yield from statement_problems(draft, file, (*path, kind, number), reference)
        name, slash, _ = reference.partition("/")
        if name in topics and topics[name].differ:
            differing = True
            if slash or kind == "states":
                yield file.problem("E004", (*path, kind, number), topic=name)
    if kind == "differs" and cell.differs and not differing:
        yield file.problem("E005", (*path, kind))
