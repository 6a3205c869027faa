"""What must hold within and between questions, beyond their shape."""

from collections.abc import Iterator

from logic.content.loading.draft import Draft, Placed
from logic.content.problems import HOW, Problem, nearest
from logic.content.questions import ANSWERED, NOT_SURE, Clause, Kind, Question

_WITH_CHOICES = ("one", "several", "body_areas", "importance")
_COMPARED: dict[Kind, tuple[str, ...]] = {
    "one": ("exists", "=", "!="),
    "several": ("exists", "=", "!="),
    "body_areas": ("exists", "=", "!="),
    "number": ("exists", "=", "!=", ">", "<", ">=", "<="),
    "words": ("exists",),
    # What matters to a person never decides what is asked.
    "importance": (),
}
_KINDS_WITH = {
    "choices": _WITH_CHOICES,
    "unit": ("number",),
    "least": ("number",),
    "most": ("number",),
    "own_words": ("importance",),
    "teaches": ("one",),
}
_KINDS_OF_CHOICE_WITH = {"alone": ("several", "body_areas"), "urgent": ("one",), "rows": ("importance",)}


def question_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for questions."""
    before: dict[str, Question] = {}
    for placed in draft.questions():
        yield from _kind(placed)
        yield from _choices(placed)
        yield from _asks(placed)
        yield from _condition(draft, placed, before)
        before[placed.model.id] = placed.model
    yield from _labels(draft)
    for screen in draft.screens():
        if not screen.model.questions and screen.model.shows is None:
            yield screen.problem("Q009")


def _kind(placed: Placed[Question]) -> Iterator[Problem]:
    """Check that a question has what its kind needs, and nothing that its kind has no use for."""
    question, kind = placed.model, placed.model.kind
    if kind in _WITH_CHOICES and len(question.choices) < 2:
        yield placed.problem("Q001", "choices", kind=kind)
    for name, kinds in _KINDS_WITH.items():
        value = getattr(question, name)
        # `0` is a number that was given, though it equals False.
        given = value is not False and value not in (None, ())
        if given and kind not in kinds:
            yield placed.problem("Q002", name, key=True, kind=kind, name=name)
        if not given and kind == "number" and kinds == ("number",):
            yield placed.problem("Q003", name=name)
    if question.least is not None and question.most is not None and question.least > question.most:
        yield placed.problem("Q004", "least")


def _choices(placed: Placed[Question]) -> Iterator[Problem]:
    """Find ids with a meaning of their own, and keys that only some kinds of question use."""
    kind = placed.model.kind
    for number, choice in enumerate(placed.model.choices if kind in _WITH_CHOICES else ()):
        if choice.id in (NOT_SURE, ANSWERED):
            yield placed.problem("Q007", "choices", number, "id", name=choice.id)
        for name, kinds in _KINDS_OF_CHOICE_WITH.items():
            if getattr(choice, name) and kind not in kinds:
                yield placed.problem("Q002", "choices", number, name, key=True, kind=kind, name=name)


def _asks(placed: Placed[Question]) -> Iterator[Problem]:
    """Find choices named by `ask` and `teaches` that the question does not have."""
    question = placed.model
    choices = {choice.id for choice in question.choices}
    if not choices and question.kind in _WITH_CHOICES:
        return
    allowed = choices | ({NOT_SURE} if question.not_sure and question.kind != "importance" else set())
    if question.kind not in _WITH_CHOICES:
        allowed |= {ANSWERED}
    for number, ask in enumerate(question.ask):
        for position, when in enumerate(ask.when):
            if when not in allowed:
                yield placed.problem("R006", "ask", number, "when", position, name=when, nearest=nearest(when, allowed))
    if question.kind == "one" and question.teaches and question.teaches.right not in choices:
        right = question.teaches.right
        yield placed.problem("R006", "teaches", "right", name=right, nearest=nearest(right, choices))


def _condition(draft: Draft, placed: Placed[Question], before: dict[str, Question]) -> Iterator[Problem]:
    condition, every = placed.model.show_if, draft.questions_by_id
    if condition is None:
        return
    if bool(condition.all) == bool(condition.any):
        yield placed.problem("Q006", "show_if")
    here = {other.model.id for other in draft.questions() if other.file is placed.file}
    for name in ("all", "any"):
        for number, clause in enumerate(getattr(condition, name)):
            at, asked = ("show_if", name, number), clause.question
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
    allowed = _COMPARED[asked.kind]
    if clause.operator not in allowed:
        instead = f"Use one of: {', '.join(allowed)}." if allowed else "Let what matters to a person decide nothing."
        names = {"operator": clause.operator, "name": asked.id, "kind": asked.kind}
        yield placed.problem("Q005", *at, "operator", key=False, **names, instead=instead)
        return
    wanted = bool if clause.operator == "exists" else int if asked.kind == "number" else str
    if type(clause.value) is not wanted:
        words = {bool: "true or false", int: "a whole number", str: "the id of a choice"}[wanted]
        yield placed.problem("S003", *at, "value", name="value", wanted=words, how=HOW[words])
    elif wanted is str and asked.choices and asked.choice(str(clause.value)) is None:
        hint = nearest(str(clause.value), [choice.id for choice in asked.choices])
        yield placed.problem("R003", *at, "value", question=asked.id, name=clause.value, nearest=hint)


def _labels(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for placed in draft.questions():
        label = placed.model.label
        if label in first:
            yield placed.problem("Q008", "label", name=label, first=first[label])
        first.setdefault(label, placed.file.place((*placed.path, "label")))
