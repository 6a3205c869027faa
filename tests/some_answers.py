"""Answers by chance, the same each time for the same seed: any kind of question, on the route and off it."""

import random
from collections.abc import Iterator, Mapping

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.content.content import Content
from logic.content.kinds.answer import Answer
from logic.content.kinds.importance import LEVELS
from logic.content.kinds.question import Question

WORDS = ("Sleep.", "Two lines,\nand <b>a tag</b> & “quotes”.", "عربي, 中文, naïve", "-1e5", "   spaced   ")


def some_answers(content: Content, seed: int) -> Answers:
    """About two in three questions answered; a third of all texts is awkward."""
    chance = random.Random(seed)  # noqa: S311 - answers for tests hide nothing
    given: dict[str, Answer] = {}
    for question in content.questions.values():
        if chance.random() < 0.7:
            given[question.id] = _answer(question, chance)
    return Answers(
        given,
        tuple(
            AddedConcern(chance.choice(WORDS), level) for level in chance.sample([*LEVELS, None], chance.randint(0, 2))
        ),
        ToAsk(
            tuple(name for name in content.ask_ids if chance.random() < 0.1),
            (),
            tuple(chance.sample(WORDS, chance.randint(0, 2))),
        ),
        {section.id: chance.choice(WORDS) for section in content.sections if chance.random() < 0.2},
    )


def _answer(question: Question, chance: random.Random) -> Answer:
    singles = list(question.single_answers())
    together = list(_put_together(question, chance.sample(singles, min(len(singles), chance.randint(1, 4)))))
    answer = chance.choice(together or singles)
    return chance.choice(WORDS) if question.kind == "words" else answer


def _put_together(question: Question, singles: list[Answer]) -> Iterator[Answer]:
    """Several choices, or several concerns, as one answer, where they fit together."""
    names = [name for item in singles if isinstance(item, tuple) for name in item]
    levels = {name: level for item in singles if isinstance(item, Mapping) for name, level in item.items()}
    for together in filter(None, (names, levels)):
        fits, over = question.fitting(together)
        if fits is not None and over is None:
            yield fits
