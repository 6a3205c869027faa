"""The fewest answers that still show a breach, so that whoever mends it opens a short file."""

from dataclasses import replace

from logic.answers.answers import Answers
from logic.checks.breaches import Breach
from logic.checks.paths.one_path import Walker
from logic.content.content import Content


def shortest(content: Content, breach: Breach, known: Answers) -> Breach:
    """Return the breach with no answer that it can do without; `known` is a path to hold evidence against."""
    answers = breach.answers
    if answers is None or not _shows(content, breach.code, answers, known):
        return breach
    bare = Answers(answers.given)
    answers = bare if _shows(content, breach.code, bare, known) else answers
    for name in tuple(answers.given):
        fewer = answers.with_answer(name, None)
        answers = fewer if _shows(content, breach.code, fewer, known) else answers
    return replace(breach, answers=answers)


def _shows(content: Content, code: str, answers: Answers, known: Answers) -> bool:
    walker = Walker(content)
    if code == "N001":
        walker.remember(known)
    # Answers off the route are among the answers by now, so they are not put in anew.
    return any(breach.code == code for breach in walker.path(answers, off_route=code == "N014"))
