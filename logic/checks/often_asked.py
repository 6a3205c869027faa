"""Whether each of the questions that people really ask about a pump can be raised, whatever was answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.paths.routes import routes
from logic.content.content import Content
from logic.content.questions import SHORT
from logic.summary.questions_to_ask import raised

FORTY = 40
"""So many were gathered from what people ask in public before they decide; none may drop out."""


@dataclass(frozen=True)
class Reach:
    """How one thing that people often ask can be raised."""

    about: str
    theme: str
    always: bool
    """Whether the list for the doctor holds it on every route: open its theme, and keep it."""
    on_the_list: tuple[str, ...]
    """The questions for the doctor that raise it on some route."""
    by_an_answer: tuple[str, ...]
    """Those that only one answer more brings up, such as a level of importance."""


def reaches(content: Content) -> tuple[Reach, ...]:
    """Return how each can be raised, looked at on every route that is walked, the short way among them."""
    ways = ({}, {content.guide.way: SHORT}) if content.guide.way else ({},)
    walked = [
        raised(journey(content, Answers({**route, **way}))) for route in ({}, *routes(content).joined) for way in ways
    ]
    titles = {theme.id: theme.title for theme in content.themes}
    return tuple(
        Reach(
            item.about,
            titles[item.theme],
            all(found[item.id] for found in walked),
            tuple(dict.fromkeys(name for found in walked for name in found[item.id])),
            tuple(name for name in item.raised_by if not any(name in found[item.id] for found in walked)),
        )
        for item in content.asked_often
    )


def told(found: tuple[Reach, ...]) -> Iterator[str]:
    """Yield a line for each, and how many of the forty can be raised from any answers."""
    for number, item in enumerate(found, 1):
        way = f"open “{item.theme}”, keep" if item.always else "NOT FROM ANY ANSWERS"
        also = f"; by an answer: {', '.join(item.by_an_answer)}" if item.by_an_answer else ""
        yield f"{number:2} {item.about}: {way} {', '.join(item.on_the_list) or 'nothing'}{also}"
    yield f"{sum(item.always for item in found)} of {FORTY} can be raised within two presses from any answers."


def whole(found: tuple[Reach, ...]) -> bool:
    """Tell whether all forty can be raised from any answers."""
    return sum(item.always for item in found) >= FORTY
