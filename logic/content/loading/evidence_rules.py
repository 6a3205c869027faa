"""What must hold of the evidence: every voice once, every claim short, whole and alike, every row of something."""

from collections.abc import Iterator

from logic.content.evidence import Claim, Figure, Row, Statement, Topic
from logic.content.loading.draft import Draft, Placed
from logic.content.loading.references import statement_problems
from logic.content.problems import Problem, nearest

LONGEST = 12
"""Words in a claim's short form: about as many as fit a line."""


def evidence_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for topics and for the comparison."""
    yield from _statements(draft)
    yield from _alike(draft)
    for placed in draft.topics():
        yield from _one_voice(draft, placed)
    model = draft.comparison.model
    for number, row in enumerate(model.rows if model else ()):
        yield from _row(draft, number, row)


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
            for position, claim in enumerate(statement.claims):
                yield from _claim(draft, placed, (*at, "claims", position), statement, claim)


def _claim(
    draft: Draft, placed: Placed[Topic], at: tuple[str | int, ...], statement: Statement, claim: Claim
) -> Iterator[Problem]:
    if (count := len(claim.short.split())) > LONGEST:
        yield placed.problem("E003", *at, "short", count=count)
    for key in ("says", "short") if claim.than else ():
        if str(claim.than) not in getattr(claim, key):
            yield placed.problem("E004", *at, key, what=key, name=claim.than)
    headings = statement.section.split("; ")
    if claim.section not in (headings if len(headings) > 1 else (None,)):
        where = (*at, "section") if claim.section else at
        yield placed.problem("E005", *where, known="; ".join(headings))
    model = draft.comparison.model
    options = {option.id for option in model.options} if model else set(claim.bears)
    for name in claim.bears:
        if name not in options:
            yield placed.problem("R010", *at, "bears", name, key=True, name=name, nearest=nearest(name, options))


def _alike(draft: Draft) -> Iterator[Problem]:
    """Find what a document says in the same words under two topics, and not in the same way."""
    first: dict[tuple[str, str], tuple[object, str]] = {}
    for placed in draft.topics():
        for number, statement in enumerate(placed.model.statements):
            for position, claim in enumerate(statement.claims):
                path = (*placed.path, "statements", number, "claims", position)
                found = (claim.short, claim.than, claim.bears)
                before, place = first.setdefault((statement.source, claim.says), (found, placed.file.place(path)))
                if before != found:
                    yield placed.file.problem("E008", path, first=place)


def _one_voice(draft: Draft, placed: Placed[Topic]) -> Iterator[Problem]:
    model = draft.sources.model
    for number, name in enumerate(placed.model.one_voice if model else ()):
        sources = {source.id for source in model.sources if source.family == name} if model else set()
        spoken = [item for item in placed.model.statements if item.source in sources]
        if len(spoken) <= 1:
            yield placed.problem("R009", "one_voice", number, name=name)
        elif any(item.figure != spoken[0].figure for item in spoken):
            yield placed.problem("E009", "one_voice", number, name=name)


def _sound(figure: Figure) -> bool:
    """Tell whether the figure holds one number, one range the right way up, or two sizes."""
    ranges = [(figure.min, figure.max)] + ([(figure.months.min, figure.months.max)] if figure.months else [])
    upright = all(low is not None and high is not None and low <= high for low, high in ranges)
    if figure.min is None and figure.max is None:
        sizes = figure.thickness is not None and figure.diameter is not None
        return (figure.value is not None or sizes) and figure.months is None
    return upright and figure.value is None


def _row(draft: Draft, number: int, row: Row) -> Iterator[Problem]:
    file = draft.comparison.file
    if not (row.topics or row.bearings):
        yield file.problem("E010", ("rows", number), name=row.id)
    for position, name in enumerate(row.topics):
        yield from statement_problems(draft, file, ("rows", number, "topics", position), name)
