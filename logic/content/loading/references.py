"""Names that point at something: each has to exist, and each id to be used once.

A name is let pass where the file that would hold it could not be read, or where a misspelling elsewhere
explains it: the reader of the list sees a problem, not its shadows.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from logic.content.content import each
from logic.content.kinds.one import One
from logic.content.kinds.question import Question
from logic.content.kinds.words import FreeWords
from logic.content.loading.draft import Draft
from logic.content.loading.yaml_events import Path_
from logic.content.loading.yaml_file import YamlFile
from logic.content.problems import Problem, closest, nearest

_Id = tuple[YamlFile, Path_, str]


def reference_problems(draft: Draft) -> Iterator[Problem]:
    """Find every dangling name and every id used twice."""
    for ids in _kinds(draft):
        yield from _twice(ids)
    yield from _listed_sections(draft)
    yield from _voice_and_name(draft)
    yield from _to_topics(draft)
    yield from _warnings(draft)
    yield from _to_rows(draft)
    yield from _renamed(draft)


def _kinds(draft: Draft) -> Iterator[Iterable[_Id]]:
    """Yield the ids of each kind of thing, among which none may stand twice."""
    guide, sources, comparison = draft.guide, draft.sources, draft.comparison
    questions = list(draft.questions())
    yield [(p.file, (*p.path, "id"), p.model.id) for p in questions]
    yield [(p.file, (*p.path, "id"), p.model.id) for p in draft.screens()]
    yield [(p.file, (*p.path, "id"), p.model.id) for p in draft.topics()]
    yield [(piece.file, ("id",), piece.model.id) for piece in draft.sections if piece.model]
    yield _ask_ids(draft)
    for p in questions:
        yield [(p.file, (*p.path, "choices", n, "id"), choice.id) for n, choice in enumerate(p.model.offered)]
    if guide.model:
        yield [(guide.file, ("sections", n), name) for n, name in enumerate(guide.model.sections)]
    if sources.model:
        yield [(sources.file, ("sources", n, "id"), source.id) for n, source in enumerate(sources.model.sources)]
    if comparison.model:
        yield [(comparison.file, ("options", n, "id"), o.id) for n, o in enumerate(comparison.model.options)]
        yield [(comparison.file, ("rows", n, "id"), row.id) for n, row in enumerate(comparison.model.rows)]
    if draft.care_steps.model:
        yield [
            (draft.care_steps.file, ("steps", n, "id"), step.id) for n, step in enumerate(draft.care_steps.model.steps)
        ]


def _ask_ids(draft: Draft) -> Iterator[_Id]:
    """Yield the ids of all questions for the doctor: a saved file keeps them in one list."""
    for placed in draft.questions():
        for number, ask in enumerate(placed.model.ask):
            yield placed.file, (*placed.path, "ask", number, "id"), ask.id
    piece = draft.not_covered
    for number, item in enumerate(piece.model.not_covered if piece.model else ()):
        yield piece.file, ("not_covered", number, "id"), item.id
    for number, often in enumerate(piece.model.asked_often if piece.model else ()):
        yield piece.file, ("asked_often", number, "id"), often.id


def _twice(ids: Iterable[_Id]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, path, name in ids:
        if name in first:
            yield file.problem("R008", path, name=name, first=first[name])
        first.setdefault(name, file.place(path))


def _listed_sections(draft: Draft) -> Iterator[Problem]:
    guide = draft.guide
    if guide.model is None:
        return
    known = {piece.model.id: piece.file for piece in draft.sections if piece.model}
    dangling = [name for name in guide.model.sections if name not in known] if draft.sections_read else []
    for number, name in enumerate(guide.model.sections):
        if name in dangling:
            yield guide.file.problem("R007", ("sections", number), name=name, nearest=nearest(name, known))
    meant = {closest(name, known) for name in dangling}
    for name, file in known.items():
        if name not in guide.model.sections and name not in meant:
            yield file.problem("R014", ("id",), name=name)


def _voice_and_name(draft: Draft) -> Iterator[Problem]:
    guide = draft.guide
    if guide.model:
        yield from role_problems(draft, ("voice",), guide.model.voice, One)
        yield from role_problems(draft, ("name",), guide.model.name, FreeWords)


def role_problems(draft: Draft, path: tuple[str, ...], name: str, wanted: type[Question]) -> Iterator[Problem]:
    """Check the name of a question, at a path of the guide's file, that has to be of one kind."""
    file, question = draft.guide.file, draft.questions_by_id.get(name)
    if question is None and draft.sections_read:
        yield file.problem("R016", path, name=name, nearest=nearest(name, draft.questions_by_id))
    elif question is not None and not isinstance(question, wanted):
        yield file.problem("Q011", path, what=path[-1], name=name, kind=question.kind, wanted=wanted.named())


def _to_topics(draft: Draft) -> Iterator[Problem]:
    for placed in draft.questions():
        for number, name in enumerate(placed.model.topics):
            yield from statement_problems(draft, placed.file, (*placed.path, "topics", number), name)
        for number, reference in enumerate(placed.model.lesson.statements if placed.model.lesson else ()):
            at = (*placed.path, "teaches", "statements", number)
            yield from statement_problems(draft, placed.file, at, reference)


def _warnings(draft: Draft) -> Iterator[Problem]:
    for screen in draft.screens():
        for number, name in enumerate(screen.model.warnings):
            yield from statement_problems(draft, screen.file, (*screen.path, "warnings", number), name)
            if name in draft.topics_by_id and not draft.topics_by_id[name].safety:
                yield screen.problem("R015", "warnings", number, name=name)


def statement_problems(draft: Draft, file: YamlFile, path: Path_, reference: str) -> Iterator[Problem]:
    """Check a reference of the form `topic` or `topic/source`."""
    topics, sources = draft.topics_by_id, draft.source_ids
    name, slash, source = reference.partition("/")
    if name not in topics:
        if draft.subjects_read:
            yield file.problem("R004", path, name=name or reference, nearest=nearest(name, topics))
        return
    speaking = [statement.source for statement in topics[name].statements]
    # A statement whose own source is unknown may be the one that is meant.
    if slash and source not in speaking and not (sources is not None and set(speaking) - sources):
        yield file.problem("R011", path, name=source or reference, topic=name, nearest=nearest(source, speaking))


def _to_rows(draft: Draft) -> Iterator[Problem]:
    model = draft.comparison.model
    rows = {row.id for row in model.rows} if model else set()
    for placed in draft.questions() if model else ():
        for number, concern in enumerate(placed.model.concerns):
            for position, name in enumerate(concern.rows):
                if name not in rows:
                    at = ("choices", number, "rows", position)
                    yield placed.problem("R017", *at, name=name, nearest=nearest(name, rows))


def _renamed(draft: Draft) -> Iterator[Problem]:
    file, model, questions = draft.renamed.file, draft.renamed.model, draft.questions_by_id
    if model is None:
        return
    read = draft.sections_read
    asks = {name for _, _, name in _ask_ids(draft)}
    yield from _names(file, ("questions",), model.questions, set(questions), complete=read)
    yield from _names(file, ("asks",), model.asks, asks, complete=read and draft.not_covered.model is not None)
    elsewhere = {f"{question.id}/{choice.id}" for question in questions.values() for choice in question.offered}
    for name, names in model.choices.items():
        if name in questions:
            choices = {choice.id for choice in questions[name].offered}
            # A choice of another question is written with that question's id, and is never an old name here.
            among = {new for new in chain.from_iterable(map(each, names.values())) if new in elsewhere}
            yield from _names(file, ("choices", name), names, choices | among, complete=read)
        elif read:
            hint = nearest(name, questions)
            yield file.problem("R012", ("choices", name), key=True, name=name, nearest=hint)


def _names(
    file: YamlFile,
    path: tuple[str, ...],
    names: Mapping[str, str | tuple[str, ...]],
    known: set[str],
    *,
    complete: bool,
) -> Iterator[Problem]:
    for old, new in names.items():
        if old in known:
            yield file.problem("R013", (*path, old), key=True, name=old)
        for number, name in enumerate(each(new)):
            if complete and name not in known:
                at: Path_ = (*path, old) if isinstance(new, str) else (*path, old, number)
                yield file.problem("R012", at, name=name, nearest=nearest(name, known))
