"""What must hold of the list of questions for the doctor, of the way through, and of whose words an answer is."""

from collections.abc import Iterator

from logic.content.kinds.question import Question
from logic.content.loading.draft import Draft, Placed
from logic.content.problems import Problem, nearest
from logic.content.questions import ALL, SHORT


def list_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of these rules."""
    yield from _themes(draft)
    yield from _often_asked(draft)
    yield from _way(draft)
    for placed in draft.questions():
        yield from _writer(draft, placed)
        yield from _short(draft, placed)


def _themes(draft: Draft) -> Iterator[Problem]:
    """Check that every question for the doctor stands under a theme, in a guide that has themes."""
    piece = draft.not_covered
    known = [theme.id for theme in piece.model.themes] if piece.model else []
    for placed in draft.questions() if known else ():
        for number, ask in enumerate(placed.model.ask):
            at = ("ask", number)
            if ask.theme is None:
                yield placed.problem("S001", *at, name="theme")
            elif ask.theme not in known:
                yield placed.problem("R019", *at, "theme", name=ask.theme, nearest=nearest(ask.theme, known))
    for name in ("not_covered", "asked_often") if piece.model else ():
        for number, item in enumerate(getattr(piece.model, name)):
            at = (name, number)
            if item.theme is None and known:
                yield piece.file.problem("S001", at, name="theme")
            elif item.theme is not None and item.theme not in known:
                hint = nearest(item.theme, known)
                yield piece.file.problem("R019", (*at, "theme"), name=item.theme, nearest=hint)


def _often_asked(draft: Draft) -> Iterator[Problem]:
    file, model = draft.not_covered.file, draft.not_covered.model
    if model is None:
        return
    subjects = {item.id for item in model.not_covered}
    asks = {ask.id for placed in draft.questions() for ask in placed.model.ask}
    for number, item in enumerate(model.asked_often):
        if (item.question is None) is not bool(subjects & set(item.raised_by)):
            yield file.problem("Q013", ("asked_often", number, "id"), name=item.id)
        for place, name in enumerate(item.raised_by if draft.sections_read else ()):
            if name not in subjects | asks:
                at = ("asked_often", number, "raised_by", place)
                yield file.problem("R020", at, name=name, nearest=nearest(name, subjects | asks))


def _way(draft: Draft) -> Iterator[Problem]:
    guide, questions = draft.guide, draft.questions_by_id
    name = guide.model.way if guide.model else None
    if name is None:
        return
    if name not in questions:
        if draft.sections_read:
            yield guide.file.problem("R016", ("way",), name=name, nearest=nearest(name, questions))
        return
    for choice in (SHORT, ALL):
        if questions[name].choice(choice) is None:
            hint = nearest(choice, [item.id for item in questions[name].offered])
            yield guide.file.problem("R003", ("way",), question=name, name=choice, nearest=hint)


def _writer(draft: Draft, placed: Placed[Question]) -> Iterator[Problem]:
    guide, name = draft.guide.model, placed.model.written_by
    voice = draft.questions_by_id.get(guide.voice) if guide else None
    if name is not None and voice is not None and voice.choice(name) is None:
        hint = nearest(name, [choice.id for choice in voice.offered])
        yield placed.problem("R003", "written_by", question=voice.id, name=name, nearest=hint)


def _short(draft: Draft, placed: Placed[Question]) -> Iterator[Problem]:
    """Check that what is on the short way does not hang on a question that nobody is asked there."""
    question, known = placed.model, draft.questions_by_id
    conditions = (question.show_if, question.short_if) if question.short else ()
    clauses = (clause for condition in conditions if condition for clause in condition.clauses)
    for other in dict.fromkeys(clause.question for clause in clauses):
        if other in known and not known[other].short:
            yield placed.problem("Q012", "short", name=question.id, other=other)
