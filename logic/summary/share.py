"""What of the answers goes into a file for others: what the summary tells, without what the person leaves out.

Kept apart from saving, which always keeps everything: a file to carry on with may lose nothing, and a file to
share may not tell what was kept back, nor anything that whoever gets it cannot read in the summary beside it.
"""

from logic.answers.answers import Answers, ToAsk
from logic.answers.journey import Journey
from logic.answers.left_out import OBSERVATIONS, is_left_out
from logic.content.kinds.answer import State
from logic.summary.questions_to_ask import kept_in_order


def answers_to_share(journey: Journey, left_out: frozenset[str]) -> Answers:
    """Return the answers without what is left out, by id: see `logic.answers.left_out`.

    What no summary prints goes too: answers off the route, those to knowledge items, questions for the doctor that were
    dropped, and what no longer fits the guide.
    """
    answers, content = journey.answers, journey.content
    shown = (step for step in journey.steps if not (is_left_out(step, left_out) or step.question.lesson))
    steps = [step for step in shown if step.state is not State.NOT_ASKED]
    asked = {step.question.id for step in steps}
    seen = {} if OBSERVATIONS in left_out else answers.observations
    screens = (screen for screen in content.screens.values() if content.section_of[screen.id].id not in left_out)
    kept = tuple(item.id for item in kept_in_order(journey, left_out))
    return Answers(
        given={name: answer for name, answer in answers.given.items() if name in asked},
        concerns_added=answers.concerns_added if any(step.question.takes_own_concerns for step in steps) else (),
        to_ask=ToAsk(kept=kept, own=answers.to_ask.own) if any(screen.shows for screen in screens) else ToAsk(),
        observations={name: text for name, text in seen.items() if name not in left_out},
    )
