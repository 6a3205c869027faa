"""The whole guide as a FHIR R4 Questionnaire, made from the content alone."""

from collections.abc import Iterator
from typing import Any

from logic.content import fhir_names as names
from logic.content.conditions import Clause, Condition
from logic.content.content import Content
from logic.content.kinds.answer import LONGEST
from logic.content.kinds.question import Question
from logic.content.questions import Screen, Section
from logic.outputs.fhir.enable_when import Item, shown_when
from logic.outputs.fhir.items import display, group, items_of

Resource = dict[str, Any]


def questionnaire(content: Content) -> Resource:
    """Return the questionnaire. The same content gives the same resource."""
    guide = content.guide
    return {
        "resourceType": "Questionnaire",
        "url": names.questionnaire(content),
        "version": guide.version,
        "name": "".join(word.capitalize() for word in guide.title.split() if word.isalnum()),
        "title": guide.title,
        # No clinician has reviewed it and no one has tried it with patients: an active form would claim more.
        "status": "draft",
        "subjectType": ["Patient"],
        "date": guide.date.isoformat(),
        "publisher": guide.publisher or guide.title,
        "contact": [{"name": guide.contact or guide.publisher or guide.title}],
        "description": f"{guide.decision}\n\n{guide.made_by}\n\n{'  '.join(guide.not_done)}".strip(),
        "purpose": "\n".join(guide.audience),
        "lastReviewDate": guide.date.isoformat(),
        "effectivePeriod": {"start": guide.date.isoformat(), "end": guide.review_by.isoformat()},
        "item": [*(_section(content, section) for section in content.sections), _observations(content)],
    }


def code_system(content: Content) -> Resource:
    """Return the guide's own codes: everything that can be picked, and the questions for the doctor."""
    guide = content.guide
    picked = [
        (question, field, offer)
        for question in content.questions.values()
        for field in question.fields(content.say)
        for offer in field.offers
    ]
    codings = [*(names.offered(content, *place) for place in picked), *_asks(content)]
    concepts = {item["code"]: {"code": item["code"], "display": item["display"]} for item in codings}
    return {
        "resourceType": "CodeSystem",
        "url": names.code_system(content),
        "version": guide.version,
        "name": "GuideAnswers",
        "title": guide.title,
        "status": "draft",
        "date": guide.date.isoformat(),
        "publisher": guide.publisher or guide.title,
        "caseSensitive": True,
        "content": "complete",
        "concept": list(concepts.values()),
    }


def _section(content: Content, section: Section) -> Item:
    intro = display(f"section:{section.id}.intro", section.intro)
    screens = (_screen(content, screen) for screen in section.screens)
    return group(f"section:{section.id}", section.title, [intro, *screens])


def _screen(content: Content, screen: Screen) -> Item:
    """Return a screen as a group; where all its questions have one condition, so has the group."""
    conditions = {question.show_if for question in screen.questions}
    shown = shown_when(content, conditions.pop()) if len(conditions) == 1 else None
    more = shown.within if shown and not shown.around else {}
    items = [*_words(content, screen)]
    for question in screen.questions:
        items += [*items_of(content, question), *_urgent(content, question)]
    if screen.shows:
        items.append(_to_ask(content))
    return group(f"screen:{screen.id}", screen.title, items, **more)


def _words(content: Content, screen: Screen) -> Iterator[Item]:
    """Yield what stands at the top of a screen: its introduction, and warnings as the documents have them."""
    if screen.intro:
        yield display(f"screen:{screen.id}.intro", screen.intro)
    for name in screen.warnings:
        topic = content.topics[name]
        says = (
            content.say("fhir.warned", says=item.says, source=content.source[item.source].title, section=item.section)
            for item in topic.statements
        )
        text = "\n".join((content.say("beside.warning", about=topic.about), *says))
        yield display(f"screen:{screen.id}.warning:{name}", text)


def _urgent(content: Content, question: Question) -> Iterator[Item]:
    """Yield where to get help at once, shown when an answer says that something is wrong."""
    urgent = [choice.id for choice in question.offered if question.is_urgent(choice.id)]
    if urgent:
        any_of = Condition(any=tuple(Clause(question=question.id, operator="=", value=name) for name in urgent))
        text = f"{content.say('help.title')} {content.say('help.body')}"
        yield display(names.within(question.id, "urgent:help"), text, **shown_when(content, any_of).within)


def _asks(content: Content) -> list[dict[str, str]]:
    return [names.ask(content, name) for name in names.ask_words(content)]


def _to_ask(content: Content) -> Item:
    return {
        "linkId": names.ASKS,
        "text": content.say("fhir.asks"),
        "type": "open-choice",
        "repeats": True,
        "answerOption": [{"valueCoding": coding} for coding in _asks(content)],
    }


def _observations(content: Content) -> Item:
    """Return the group for a therapist's own observations, a field for each section."""
    fields = (
        {"linkId": names.observation(section.id), "text": section.title, "type": "text", "maxLength": LONGEST}
        for section in content.sections
    )
    return group(names.OBSERVATIONS, content.say("summary.observations"), fields)
