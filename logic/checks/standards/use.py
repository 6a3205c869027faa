"""The checks of the standards on what a person does with the guide: what matters, questions, summary."""

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.outputs_of import at, document_of
from logic.checks.standards.facts import Facts, Finding, met
from logic.content.content import Content
from logic.content.kinds.importance import A_LOT
from logic.content.kinds.question import Question
from logic.outputs.drawing import pdf
from logic.outputs.layouts import summary as layout
from logic.summary.comparison import all_options
from logic.summary.questions_to_ask import suggestions


def values(facts: Facts) -> Finding:
    """D28."""
    asked = _on_what_matters(facts.content)
    unset = all(facts.bare.journey.by_question[question.id].answer is None for question in asked)
    return met(asked and unset, f"{len(asked)} questions on what matters, nothing set beforehand")


def own_values(facts: Facts) -> Finding:
    """D29."""
    said = [concern.text for concern in facts.own.answers.concerns_added]
    printed = said and all(text in facts.own.text for text in said)
    return met(printed, "a concern in own words is printed as it was written")


def trade_offs(facts: Facts) -> Finding:
    """D30."""
    changed = document_of(
        facts.content,
        Answers({question.id: {question.concerns[0].id: A_LOT} for question in _on_what_matters(facts.content)}),
    )
    return met(
        changed != facts.bare.document and facts.holds("P001"),
        "another answer gives another summary; P001: Back on every path",
    )


def no_verdict(facts: Facts) -> Finding:
    """D31."""
    return met(facts.holds("N002", "N003", "N004", "N008", "N009"), "N002, N003, N004, N008, N009")


def steps(facts: Facts) -> Finding:
    """D32."""
    return met(facts.holds("P001", "P003"), "P001: every screen of every path has a place and leads on")


def questions_to_ask(facts: Facts) -> Finding:
    """D33."""
    content, without = facts.content, []
    differing = {row.id for row in all_options(content).rows if any(cell.differing for cell in row.cells)}
    for question in _on_what_matters(content):
        for concern in question.concerns:
            found = suggestions(journey(content, Answers({question.id: {concern.id: A_LOT}})))
            if differing & set(concern.rows) and not any(item.origin == "answers" for item in found):
                without.append(concern.id)
    offered = len(content.not_covered) == sum(not item.covered for item in suggestions(facts.bare.journey))
    return met(
        offered and not without,
        f"concerns on which documents differ and that ask nothing: {', '.join(without) or 'none'}",
    )


def page_one(facts: Facts) -> Finding:
    """D34."""
    made = at(facts.content.guide.date)
    fits = all(pdf.first_page_fits(layout.lay_out(item.summary), made=made) for item in (facts.full, facts.bare))
    return met(
        fits and facts.holds("P004", "P007"), "one page first, on paper, filled and empty; every format on every path"
    )


def teaches(facts: Facts) -> Finding:
    """D35."""
    taught = [question for question in facts.content.questions.values() if question.lesson]
    asked = {
        clause.question
        for question in facts.content.questions.values()
        if question.show_if
        for clause in question.show_if.clauses
    }
    return met(
        taught and not asked & {question.id for question in taught},
        f"{len(taught)} items, cited; no condition looks at one",
    )


def deciding(facts: Facts) -> Finding:
    """D36."""
    named = facts.content.guide.roles.deciding
    labels = [facts.content.questions[name].label for name in named if name in facts.content.questions]
    return met(
        len(labels) == len(named) >= 3 and facts.prints(*labels), f"questions {', '.join(named)}, in the summary"
    )


def ready(facts: Facts) -> Finding:
    """D37."""
    named = facts.content.guide.roles.readiness
    found = [facts.content.questions[name] for name in named if name in facts.content.questions]
    sound = all(len(item.offered) == 2 and any("no" in ask.when for ask in item.ask) for item in found)
    return met(len(found) == 4 and sound, "four questions with yes and no; each no brings up a question")


def _on_what_matters(content: Content) -> list[Question]:
    return [question for question in content.questions.values() if question.concerns]
