"""Names that point at something: each has to exist, and each id to be used once."""

from collections.abc import Iterable, Iterator

from logic.loading.draft import Draft, Placed
from logic.loading.yaml_file import YamlFile
from logic.problems import Problem, nearest
from logic.questions import Question


def reference_problems(draft: Draft) -> Iterator[Problem]:
    """Find every dangling name and every id used twice.

    Where the file that would hold a name could not be read, names into it are let pass: the reader
    of the list sees one problem, not its shadows.
    """
    yield from _repeated(draft)
    yield from _guide(draft)
    if all(piece.model for piece in draft.subjects):
        yield from _to_topics(draft)
    if draft.comparison.model:
        yield from _to_rows(draft, [row.id for row in draft.comparison.model.rows])
    if all(piece.model for piece in draft.sections):
        yield from _renamed(draft)


def _repeated(draft: Draft) -> Iterator[Problem]:
    """Yield an id used twice among things of one kind."""
    questions, screens = list(draft.questions()), list(draft.screens())
    yield from _twice((p.file, (*p.path, "id"), p.model.id) for p in questions)
    yield from _twice((p.file, (*p.path, "id"), p.model.id) for p in screens)
    yield from _twice((piece.file, ("id",), piece.model.id) for piece in draft.sections if piece.model)
    yield from _twice((p.file, (*p.path, "id"), p.model.id) for p in draft.topics())
    yield from _twice(_ask_ids(draft, questions))
    for p in questions:
        yield from _twice((p.file, (*p.path, "choices", n, "id"), c.id) for n, c in enumerate(p.model.choices))
    sources, comparison = draft.sources, draft.comparison
    if sources.model:
        yield from _twice((sources.file, ("sources", n, "id"), s.id) for n, s in enumerate(sources.model.sources))
    if comparison.model:
        file = comparison.file
        yield from _twice((file, ("options", n, "id"), o.id) for n, o in enumerate(comparison.model.options))
        yield from _twice((file, ("rows", n, "id"), r.id) for n, r in enumerate(comparison.model.rows))


def _ask_ids(draft: Draft, questions: list[Placed[Question]]) -> Iterator[tuple[YamlFile, tuple[str | int, ...], str]]:
    """Yield the ids of all questions for the doctor: a saved file keeps them in one list."""
    for placed in questions:
        for number, ask in enumerate(placed.model.ask):
            yield placed.file, (*placed.path, "ask", number, "id"), ask.id
    piece = draft.not_covered
    for number, item in enumerate(piece.model.not_covered if piece.model else ()):
        yield piece.file, ("not_covered", number, "id"), item.id


def _twice(ids: Iterable[tuple[YamlFile, tuple[str | int, ...], str]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, path, name in ids:
        if name in first:
            yield file.problem("R008", path, name=name, first=first[name])
        first.setdefault(name, file.place(path))


def _guide(draft: Draft) -> Iterator[Problem]:
    piece = draft.guide
    if piece.model is None or not all(section.model for section in draft.sections):
        return
    known = {section.model.id: section for section in draft.sections if section.model}
    for number, name in enumerate(piece.model.sections):
        if name not in known:
            hint = nearest(name, known)
            yield piece.file.problem("R007", ("sections", number), name=name, nearest=hint)
    yield from _twice((piece.file, ("sections", n), name) for n, name in enumerate(piece.model.sections))
    for name, section in known.items():
        if name not in piece.model.sections:
            yield section.file.problem("R014", ("id",), name=name)
    questions = {placed.model.id for placed in draft.questions()}
    for key in ("voice", "name"):
        value = getattr(piece.model, key)
        if value not in questions:
            yield piece.file.problem("R016", (key,), name=value, nearest=nearest(value, questions))


def _to_topics(draft: Draft) -> Iterator[Problem]:
    topics = {placed.model.id: placed.model for placed in draft.topics()}
    for placed in draft.questions():
        for number, name in enumerate(placed.model.topics):
            if name not in topics:
                yield placed.problem("R004", "topics", number, name=name, nearest=nearest(name, topics))
        for number, reference in enumerate(placed.model.teaches.statements if placed.model.teaches else ()):
            at = (*placed.path, "teaches", "statements", number)
            yield from statement_problems(draft, placed.file, at, reference)
    for screen in draft.screens():
        for number, name in enumerate(screen.model.warnings):
            if name not in topics:
                yield screen.problem("R004", "warnings", number, name=name, nearest=nearest(name, topics))
            elif not topics[name].safety:
                yield screen.problem("R015", "warnings", number, name=name)


def _to_rows(draft: Draft, rows: list[str]) -> Iterator[Problem]:
    for placed in draft.questions():
        for number, choice in enumerate(placed.model.choices):
            for position, name in enumerate(choice.rows):
                if name not in rows:
                    at = ("choices", number, "rows", position)
                    yield placed.problem("R017", *at, name=name, nearest=nearest(name, rows))


def statement_problems(
    draft: Draft, file: YamlFile, path: tuple[str | int, ...], reference: str
) -> Iterator[Problem]:
    """Check a reference of the form `topic` or `topic/source`."""
    topics = {placed.model.id: placed.model for placed in draft.topics()}
    name, slash, source = reference.partition("/")
    if name not in topics:
        yield file.problem("R004", path, name=name, nearest=nearest(name, topics))
    elif slash and topics[name].statement(source) is None:
        speaking = [statement.source for statement in topics[name].statements]
        yield file.problem("R011", path, name=source, topic=name, nearest=nearest(source, speaking))


def _renamed(draft: Draft) -> Iterator[Problem]:
    piece = draft.renamed
    if piece.model is None:
        return
    questions = {placed.model.id: placed.model for placed in draft.questions()}
    asks = {name for _, _, name in _ask_ids(draft, list(draft.questions()))}
    yield from _names(piece.file, ("questions",), piece.model.questions, questions)
    if draft.not_covered.model:
        yield from _names(piece.file, ("asks",), piece.model.asks, asks)
    for question, names in piece.model.choices.items():
        if question not in questions:
            hint = nearest(question, questions)
            yield piece.file.problem("R012", ("choices", question), key=True, name=question, nearest=hint)
            continue
        choices = {choice.id for choice in questions[question].choices}
        yield from _names(piece.file, ("choices", question), names, choices)


def _names(
    file: YamlFile, path: tuple[str, ...], names: dict[str, str], known: Iterable[str]
) -> Iterator[Problem]:
    known = set(known)
    for old, new in names.items():
        if old in known:
            yield file.problem("R013", (*path, old), key=True, name=old)
        if new not in known:
            yield file.problem("R012", (*path, old), name=new, nearest=nearest(new, known))
