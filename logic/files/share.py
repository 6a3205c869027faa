"""What of the answers goes into a file for others: all of them, or without what the person leaves out.

Kept apart from saving, which always keeps everything: a file to carry on with may lose nothing, and a file to
share may not tell what was kept back.
"""

from collections.abc import Iterable

from logic.answers.answers import Answers, ToAsk
from logic.answers.journey import Journey
from logic.answers.left_out import OBSERVATIONS, VIEWS, is_left_out
from logic.content.content import Content
from logic.content.kinds.answer import State


def answers_to_share(journey: Journey, left_out: frozenset[str]) -> Answers:
    """Return the answers without what is left out, by id: see `logic.answers.left_out`.

    With anything gone, an answer off the route goes too: its question could come back on. So does what no
    longer fits the guide, since nothing tells where it belongs.
    """
    answers = journey.answers
    if not left_out - {VIEWS}:
        return answers
    shown = (step for step in journey.steps if not is_left_out(step, left_out))
    steps = [step for step in shown if step.state is not State.NOT_ASKED]
    asked = {step.question.id for step in steps}
    seen = {} if OBSERVATIONS in left_out else answers.observations
    return Answers(
        given={name: answer for name, answer in answers.given.items() if name in asked},
        concerns_added=answers.concerns_added if any(step.question.takes_own_concerns for step in steps) else (),
        to_ask=_to_ask(journey.content, answers.to_ask, asked, left_out),
        observations={name: text for name, text in seen.items() if name not in left_out},
    )


def _to_ask(content: Content, to_ask: ToAsk, asked: Iterable[str], left_out: frozenset[str]) -> ToAsk:
    """Return the questions for the doctor without those that would tell of an answer left out."""
    shown = (screen for screen in content.screens.values() if content.section_of[screen.id].id not in left_out)
    if not any(screen.shows for screen in shown):
        return ToAsk()
    untold = {ask.id for question in content.questions.values() if question.id not in asked for ask in question.ask}
    kept, dropped = (tuple(name for name in names if name not in untold) for names in (to_ask.kept, to_ask.dropped))
    return ToAsk(kept, dropped, to_ask.own)
