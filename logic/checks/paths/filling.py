"""Answers to put into a path where nothing branches."""

from collections.abc import Collection

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.checks.paths.branching import Route
from logic.content.content import Content
from logic.content.kinds.importance import LEVELS
from logic.content.kinds.words import OWN_WORDS


def filled(content: Content, route: Route, branching: Collection[str], turn: int) -> Answers:
    """Return the route with every other question answered; another turn gives other answers.

    Over as many turns as a question has answers, each of them is given once.
    """
    given = {
        name: route[name] if name in route else question.in_turn(turn)
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
        name: question.unsure
        for name, question in content.questions.items()
        if name not in branching and question.unsure is not None
    }
    return Answers({**others, **route})


def _asked(content: Content, turn: int) -> ToAsk:
    """Keep, drop or leave each question for the doctor in turn."""
    kept = tuple(name for place, name in enumerate(content.ask_ids) if (place + turn) % 3 == 0)
    dropped = tuple(name for place, name in enumerate(content.ask_ids) if (place + turn) % 3 == 1)
    return ToAsk(kept, dropped, (OWN_WORDS,))
