"""What must hold within and between questions, beyond their shape."""

from collections.abc import Iterator

from logic.loading.draft import Draft, Placed
from logic.problems import Problem, nearest
from logic.questions import ANSWERED, NOT_SURE, Clause, Question

_WITH_CHOICES = ("one", "several", "body_areas", "importance")
_ORDERED = (">", "<", ">=", "<=")


def question_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for questions."""
    complete = all(piece.model for piece in draft.sections)
    every = {placed.model.id: placed.model for placed in draft.questions()}
    before: dict[str, Question] = {}
    for placed in draft.questions():
        yield from _kind(placed)
        yield from _choices(placed)
        yield from _asks(placed)
        yield from _condition(placed, before, every if complete else None)
        before[placed.model.id] = placed.model
    yield from _labels(draft)
    for screen in draft.screens():
        if not screen.model.questions and screen.model.shows is None:
            yield screen.problem("Q009")


def _kind(placed: Placed[Question]) -> Iterator[Problem]:
    question = placed.model
    if question.kind in _WITH_CHOICES and len(question.choices) < 2:
        yield placed.problem("Q001", "choices", kind=question.kind)
    if question.kind not in _WITH_CHOICES and question.choices:
        yield placed.problem("Q002", "choices", key=True, kind=question.kind, name="choices")
    if question.kind == "number":
        for name in ("unit", "least", "most"):
            if getattr(question, name) is None:
                yield placed.problem("Q003", name=name)
        if question.least is not None and question.most is not None and question.least > question.most:
            yield placed.problem("Q004", "least")
    else:
        for name in ("unit", "least", "most"):
            if getattr(question, name) is not None:
                yield placed.problem("Q002", name, key=True, kind=question.kind, name=name)
    if question.own_words and question.kind != "importance":
        yield placed.problem("Q002", "own_words", key=True, kind=question.kind, name="own_words")
    if question.teaches and question.kind != "one":
        yield placed.problem("Q002", "teaches", key=True, kind=question.kind, name="teaches")


def _choices(placed: Placed[Question]) -> Iterator[Problem]:
    """Find ids with a meaning of their own, and keys that only some kinds of question use."""
    kind = placed.model.kind
    used = {"alone": ("several", "body_areas"), "urgent": ("one",), "rows": ("importance",)}
    for number, choice in enumerate(placed.model.choices):
        if choice.id in (NOT_SURE, ANSWERED):
            yield placed.problem("Q007", "choices", number, "id", name=choice.id)
        for name, kinds in used.items():
            if getattr(choice, name) and kind not in kinds:
                yield placed.problem("Q002", "choices", number, name, key=True, kind=kind, name=name)


def _asks(placed: Placed[Question]) -> Iterator[Problem]:
    question = placed.model
    choices = {choice.id for choice in question.choices}
    allowed = choices | ({NOT_SURE} if question.not_sure and question.kind != "importance" else set())
    if question.kind in ("words", "number"):
        allowed |= {ANSWERED}
    for number, ask in enumerate(question.ask):
        for position, when in enumerate(ask.when):
            if when not in allowed:
                yield placed.problem("R006", "ask", number, "when", position, name=when, nearest=nearest(when, allowed))
    if question.teaches and question.teaches.right not in choices:
        right = question.teaches.right
        yield placed.problem("R006", "teaches", "right", name=right, nearest=nearest(right, choices))


def _condition(
    placed: Placed[Question], before: dict[str, Question], every: dict[str, Question] | None
) -> Iterator[Problem]:
    """Check one condition. `every` is None while a section could not be read: names may be in it."""
    condition = placed.model.show_if
    if condition is None:
        return
    if bool(condition.all) == bool(condition.any):
        yield placed.problem("Q006", "show_if")
    for name in ("all", "any"):
        for number, clause in enumerate(getattr(condition, name)):
            at = ("show_if", name, number)
            if clause.question in before:
                yield from _clause(placed, at, clause, before[clause.question])
            elif every is not None and clause.question in every:
                yield placed.problem("R002", *at, "question", name=clause.question)
            elif every is not None:
                hint = nearest(clause.question, before)
                yield placed.problem("R001", *at, "question", name=clause.question, nearest=hint)


def _clause(
    placed: Placed[Question], at: tuple[str | int, ...], clause: Clause, asked: Question
) -> Iterator[Problem]:
    """Check that a clause compares the earlier question with something it can hold."""
    allowed: tuple[str, ...]
    match asked.kind:
        case "one" | "several" | "body_areas":
            allowed = ("exists", "=", "!=")
        case "number":
            allowed = ("exists", "=", "!=", *_ORDERED)
        case "words":
            allowed = ("exists",)
        case "importance":
            # What matters to a person never decides what is asked.
            allowed = ()
    values = {"name": asked.id, "kind": asked.kind, "operator": clause.operator}
    if clause.operator not in allowed:
        instead = f"Use one of: {', '.join(allowed)}." if allowed else "Let what matters to a person decide nothing."
        yield placed.problem("Q005", *at, "operator", **values, instead=instead)
        return
    wanted = bool if clause.operator == "exists" else int if asked.kind == "number" else str
    if type(clause.value) is not wanted:
        words = {bool: "true or false", int: "a whole number", str: "the id of a choice"}[wanted]
        yield placed.problem("S003", *at, "value", name="value", wanted=words)
    elif wanted is str and asked.choice(str(clause.value)) is None:
        hint = nearest(str(clause.value), [choice.id for choice in asked.choices])
        yield placed.problem("R003", *at, "value", question=asked.id, name=clause.value, nearest=hint)


def _labels(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for placed in draft.questions():
        label = placed.model.label
        if label in first:
            yield placed.problem("Q008", "label", name=label, first=first[label])
        first.setdefault(label, placed.file.place((*placed.path, "label")))
