"""Answers to put into a path where nothing branches, and every single answer that a question can have."""

from collections.abc import Collection

from logic.answers.answers import AddedConcern, Answer, Answers, ToAsk
from logic.checks.paths.branching import Route
from logic.content.content import Content
from logic.content.questions import LEVELS, NOT_SURE, Question

OWN_WORDS = "Said in own words."


def single_answers(question: Question) -> tuple[Answer, ...]:
    """Return every answer of one choice or one level, not sure, and the ends of a number's range."""
    unsure: tuple[Answer, ...] = (
        (NOT_SURE,) if question.not_sure and question.kind not in ("words", "importance") else ()
    )
    match question.kind:
        case "one":
            return (*(choice.id for choice in question.choices), *unsure)
        case "several" | "body_areas":
            return (*((choice.id,) for choice in question.choices), _all(question), *unsure)
        case "importance":
            return tuple({choice.id: level} for choice in question.choices for level in LEVELS)
        case "number":
            return (question.least or 0, question.most or 0, *unsure)
    return (OWN_WORDS,)


def filled(content: Content, route: Route, branching: Collection[str], turn: int) -> Answers:
    """Return the route with every other question answered; another turn gives other answers.

    Over as many turns as a question has answers, each of them is given once.
    """
    given = {
        name: route[name] if name in route else _at(question, turn)
        for name, question in content.questions.items()
        if name in route or name not in branching
    }
    return Answers(
        given,
        concerns_added=(AddedConcern(OWN_WORDS, LEVELS[turn % len(LEVELS)]),),
        to_ask=_asked(content, turn),
        observations={content.sections[turn % len(content.sections)].id: OWN_WORDS},
    )


def unsure(content: Content, route: Route, branching: Collection[str]) -> Answers:
    """Return the route with "I'm not sure" wherever else it can be said."""
    others = {
        name: {choice.id: NOT_SURE for choice in question.choices} if question.kind == "importance" else NOT_SURE
        for name, question in content.questions.items()
        if name not in branching and question.not_sure and question.kind != "words"
    }
    return Answers({**others, **route})


def _at(question: Question, turn: int) -> Answer:
    if question.kind == "importance":
        # One turn in four everything matters a lot, so that all rows are printed together.
        levels = {choice.id: LEVELS[(place + turn) % len(LEVELS)] for place, choice in enumerate(question.choices)}
        return levels if turn % 4 else dict.fromkeys(levels, "a-lot")
    answers = single_answers(question)
    return answers[turn % len(answers)]


def _all(question: Question) -> tuple[str, ...]:
    return tuple(choice.id for choice in question.choices if not choice.alone)


def _asked(content: Content, turn: int) -> ToAsk:
    """Keep, drop or leave each question for the doctor in turn."""
    ids = [ask.id for question in content.questions.values() for ask in question.ask]
    ids += [item.id for item in content.not_covered]
    kept = tuple(name for place, name in enumerate(ids) if (place + turn) % 3 == 0)
    dropped = tuple(name for place, name in enumerate(ids) if (place + turn) % 3 == 1)
    return ToAsk(kept, dropped, (OWN_WORDS,))
