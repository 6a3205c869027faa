"""What must hold of the steps and of refills: every name leads somewhere, no disagreement is cut short."""

from collections.abc import Iterator

from logic.content.care_steps import CareStep
from logic.content.kinds.number import Number
from logic.content.loading.draft import Draft
from logic.content.loading.references import role_problems, statement_problems
from logic.content.problems import Problem, nearest


def step_problems(draft: Draft) -> Iterator[Problem]:
    """Find every breach of the rules for the steps and for refills."""
    for number, step in enumerate(draft.care_steps.model.steps if draft.care_steps.model else ()):
        yield from _step(draft, number, step)
    yield from _refills(draft)


def _step(draft: Draft, number: int, step: CareStep) -> Iterator[Problem]:
    file, at = draft.care_steps.file, ("steps", number)
    for position, name in enumerate(step.topics):
        yield from statement_problems(draft, file, (*at, "topics", position), name)
    yield from _statements(draft, (*at, "way_out"), step.way_out.statements)
    for position, outcome in enumerate(step.outcomes):
        yield from _statements(draft, (*at, "outcomes", position), outcome.statements)
    known = {item.id for item in draft.not_covered.model.not_covered} if draft.not_covered.model else set()
    for position, name in enumerate(step.not_covered if draft.not_covered.model else ()):
        if name not in known:
            yield file.problem("R018", (*at, "not_covered", position), name=name, nearest=nearest(name, known))


def _statements(draft: Draft, path: tuple[str | int, ...], references: tuple[str, ...]) -> Iterator[Problem]:
    for number, reference in enumerate(references):
        at = (*path, "statements", number)
        topic = draft.topics_by_id.get(reference.partition("/")[0])
        if topic and topic.differ and reference != topic.id:
            yield draft.care_steps.file.problem("E007", at, topic=topic.id)
        else:
            yield from statement_problems(draft, draft.care_steps.file, at, reference)


def _refills(draft: Draft) -> Iterator[Problem]:
    guide = draft.guide
    refills = guide.model.refills if guide.model else None
    if refills is None:
        return
    for key in ("gap", "replacement"):
        yield from statement_problems(draft, guide.file, ("refills", key), getattr(refills, key))
    yield from role_problems(draft, ("refills", "trip"), refills.trip, Number)
