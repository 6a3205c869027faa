"""The checks of the standards on how the guide is made, kept, read and reached."""

import re
from dataclasses import replace
from datetime import timedelta

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.reading.screens import median_grade, reading_breaches, screens_read
from logic.checks.standards.facts import Facts, Finding, met
from logic.content.kinds.question import Choice, Question

WORDS_A_SCREEN = 300
"""More than this on one screen is more than a tired reader takes in."""


def dated(facts: Facts) -> Finding:
    """D24."""
    guide = facts.content.guide
    return met(facts.prints(guide.version, str(guide.date.year)), "version and date, printed in every output")


def expires(facts: Facts) -> Finding:
    """D25."""
    guide = facts.content.guide
    later = guide.review_by - guide.date >= timedelta(days=1)
    return met(later and facts.holds("P006"), "review_by; P006 on both sides of it")


def paid(facts: Facts) -> Finding:
    """D26."""
    return met(facts.prints(facts.content.guide.paid_by), "guide: paid_by, printed in every output")


def made_by(facts: Facts) -> Finding:
    """D27."""
    guide = facts.content.guide
    return met(facts.prints(guide.made_by, *guide.not_done), "guide: made_by and not_done, printed in every output")


def plain_words(facts: Facts) -> Finding:
    """D39."""
    read = screens_read(facts.content)
    hardest = max(item.grade for item in read if item.form == "screen")
    return met(
        not list(reading_breaches(facts.content)),
        f"docs/reading.md: median grade {median_grade(read)}, hardest screen {hardest}",
    )


def short_screens(facts: Facts) -> Finding:
    """D40."""
    content = facts.content
    longest = max(
        item.reading.words for item in screens_read(content) if item.form == "screen" and item.name in content.screens
    )
    terms = sum(len(content.terms_on(name)) for name in content.screens)
    return met(
        longest <= WORDS_A_SCREEN and terms,
        f"longest screen {longest} words of {WORDS_A_SCREEN}; {terms} terms explained on the spot",
    )


def next_action(facts: Facts) -> Finding:
    """D41."""
    keys = ("start.begin", "guide.next", "check.onward", "summary-page.pdf", "help.go-on")
    return met(
        all(facts.content.say(key) for key in keys) and facts.holds("P001"), "every screen leads on: " + ", ".join(keys)
    )


def offline(facts: Facts) -> Finding:
    """D43."""
    page = facts.full.page
    alone = "default-src 'none'" in page and not re.search(r"(?:src|href|url\()\s*=?\s*[\"']?(?:https?:)?//", page)
    return met(alone, "the page asks for nothing, and its policy lets it ask for nothing")


def resumes(facts: Facts) -> Finding:
    """D45."""
    return met(facts.holds("P005"), "P005 on every path")


def urgent(facts: Facts) -> Finding:
    """D46."""
    content = facts.content
    found = [
        (question, choice)
        for question in content.questions.values()
        for choice in question.offered
        if question.is_urgent(choice.id)
    ]
    stops = all(_urgent(facts, question, choice) for question, choice in found)
    return met(
        found and stops and facts.prints(content.say("help.body")),
        f"{len(found)} answers lead to help first; help in every output",
    )


def needs_people(facts: Facts) -> Finding:
    """D47 and D48."""
    said = facts.content.guide.not_done
    return Finding(
        "needs people" if said else "not met", f"needs people; the guide says what is not done: {len(said)} things"
    )


def accounts(_: Facts) -> Finding:
    """D49."""
    return Finding("not applicable", "no account of anybody's experience is used")


def test_accuracy(facts: Facts) -> Finding:
    """D50."""
    name = facts.content.guide.roles.open_result
    asked = name in {item.id for item in facts.content.not_covered}
    return Finding(
        "not applicable",
        f"a treatment is decided on, not a test; {name if asked else 'nothing'} asks what an unclear result leads to",
    )


def _urgent(facts: Facts, question: Question, choice: Choice) -> bool:
    """Tell whether the answer counts as urgent on some route that asks the question."""
    found = (
        journey(facts.content, replace(Answers(route)).with_answer(question.id, choice.id))
        for route in facts.walk.routes.joined
    )
    return any(made.urgent for made in found)
