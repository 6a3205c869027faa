"""What was answered, as a FHIR R4 QuestionnaireResponse: on the route only, and nothing for what is open."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from logic.answers.fhir_values import Values, text, values_of
from logic.answers.journey import Journey
from logic.content import fhir_names as names
from logic.content.kinds.answer import State
from logic.outputs.fhir.people import People
from logic.outputs.fhir.questionnaire import Resource, questionnaire

Item = dict[str, Any]
Groups = Mapping[str, list[Values]]
"""By the link id of a group that repeats, what was answered in each."""


def response(journey: Journey, people: People, made: datetime) -> Resource:
    """Return the response. Its items stand as those of the questionnaire do."""
    content = journey.content
    form = questionnaire(content)
    answered: Values = {}
    for step in journey.steps:
        if step.answer is not None and step.state is not State.LEFT_OPEN:
            answered |= values_of(content, step.question, step.answer)
    answered |= _noted(journey)
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{form['url']}|{form['version']}",
        # Every question may be left open, so that what the person hands over is complete as it is.
        "status": "completed",
        "subject": people.subject,
        "authored": made.isoformat(timespec="seconds"),
        "author": people.author,
        "source": people.author,
        "item": list(filled(form["item"], answered, _own_concerns(journey))),
    }


def filled(form: Iterable[Item], answered: Values, groups: Groups) -> Iterator[Item]:
    """Yield the items of a form that hold an answer, with their answers."""
    for item in form:
        link = item["linkId"]
        head = {"linkId": link, "text": item["text"]}
        if link in groups:
            for inside in filter(None, (list(filled(item["item"], values, {})) for values in groups[link])):
                yield {**head, "item": inside}
        elif item["type"] == "group":
            if inside := list(filled(item["item"], answered, groups)):
                yield {**head, "item": inside}
        elif said := [value for value in answered.get(link, ()) if value.get("valueString") != ""]:
            yield {**head, "answer": said}


def _noted(journey: Journey) -> Values:
    """Return the questions for the doctor, kept or written, and a therapist's observations."""
    content, to_ask = journey.content, journey.answers.to_ask
    kept = [{"valueCoding": names.ask(content, name)} for name in to_ask.kept]
    seen = journey.answers.observations
    return {
        names.ASKS: [*kept, *map(text, to_ask.own)],
        **{names.observation(section): [text(words)] for section, words in seen.items()},
    }


def _own_concerns(journey: Journey) -> Groups:
    """Return each concern in the person's own words, with its level where it has one, by the group it stands in."""
    content = journey.content
    asked = (step.question for step in journey.steps if step.state is not State.NOT_ASKED)
    groups: dict[str, list[Values]] = {}
    for question in asked:
        if question.takes_own_concerns:
            link, field = names.within(question.id, names.OWN), question.fields(content.say)[0]
            levels = {offer.id: names.offered(content, question, field, offer) for offer in field.offers}
            groups[link] = [
                {
                    f"{link}.text": [text(concern.text)],
                    f"{link}.level": [{"valueCoding": levels[concern.level]}] if concern.level else [],
                }
                for concern in journey.answers.concerns_added
            ]
    return groups
