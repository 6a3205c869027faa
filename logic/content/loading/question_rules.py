"""What must hold within and between questions, beyond their shape."""

from collections.abc import Iterator

from logic.content.conditions import Clause
from logic.content.kinds.answer import NOT_SURE
from logic.content.kinds.question import Question
from logic.content.loading.draft import Draft, Placed
from logic.content.problems import HOW, Problem, nearest


def question_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for questions."""
    before: dict[str, Question] = {}
    for placed in draft.questions():
        for fault in placed.model.faults():
            yield placed.problem(fault.code, *fault.path, key=False, **fault.values)
        yield from _asks(placed)
        for name in ("show_if", "short_if"):
            yield from _condition(draft, placed, before, name)
        before[placed.model.id] = placed.model
    yield from _labels(draft)
    for screen in draft.screens():
        if not screen.model.questions and screen.model.shows is None:
            yield screen.problem("Q009")


def _asks(placed: Placed[Question]) -> Iterator[Problem]:
    """Find moments named by `ask` that the question does not have."""
    known = placed.model.known_moments
    # Where the choices are missing, that is the one thing to mend.
    for number, ask in enumerate(placed.model.ask if known - {NOT_SURE} else ()):
        for position, when in enumerate(ask.when):
            if when not in known:
                yield placed.problem("R006", "ask", number, "when", position, name=when, nearest=nearest(when, known))


def _condition(draft: Draft, placed: Placed[Question], before: dict[str, Question], field: str) -> Iterator[Problem]:
    condition, every = getattr(placed.model, field), draft.questions_by_id
    if condition is None:
        return
    if bool(condition.all) == bool(condition.any):
        yield placed.problem("Q006", field)
    here = draft.question_ids_by_file[placed.file.name]
    for name in ("all", "any"):
        for number, clause in enumerate(getattr(condition, name)):
            at, asked = (field, name, number), clause.question
            if asked in before or (asked in every and asked not in here and not draft.in_order):
                yield from _clause(placed, at, clause, before.get(asked, every[asked]))
            elif asked == placed.model.id:
                yield placed.problem("Q010", *at, "question", name=asked)
            elif asked in every:
                yield placed.problem("R002", *at, "question", name=asked)
            elif draft.sections_read:
                yield placed.problem("R001", *at, "question", name=asked, nearest=nearest(asked, before))


def _clause(placed: Placed[Question], at: tuple[str | int, ...], clause: Clause, asked: Question) -> Iterator[Problem]:
    """Check that a clause compares the earlier question with something it can hold."""
    allowed = asked.operators
    if clause.operator not in allowed:
        instead = f"Use one of: {', '.join(allowed)}." if allowed else "Let what matters to a person decide nothing."
        names = {"operator": clause.operator, "name": asked.id, "kind": asked.kind}
        yield placed.problem("Q005", *at, "operator", key=False, **names, instead=instead)
        return
    wanted = bool if clause.operator == "exists" else asked.compared_with
    if type(clause.value) is not wanted:
        words = {bool: "true or false", int: "a whole number", str: "the id of a choice"}[wanted]
        yield placed.problem("S003", *at, "value", name="value", wanted=words, how=HOW[words])
    elif wanted is str and asked.offered and asked.choice(str(clause.value)) is None:
        hint = nearest(str(clause.value), [choice.id for choice in asked.offered])
        yield placed.problem("R003", *at, "value", question=asked.id, name=clause.value, nearest=hint)


def _labels(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for placed in draft.questions():
        label = placed.model.label
        if label in first:
            yield placed.problem("Q008", "label", name=label, first=first[label])
        first.setdefault(label, placed.file.place((*placed.path, "label")))
