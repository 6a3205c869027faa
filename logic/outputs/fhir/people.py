"""Who a response is about and who speaks in it, as FHIR names people: with no identifier that we would invent."""

from dataclasses import dataclass
from typing import Any

from logic.answers.journey import Journey
from logic.content.clean_text import clean
from logic.outputs.fhir import extensions

Resource = dict[str, Any]


@dataclass(frozen=True)
class People:
    """The person whom it is about, and who filled it in, where that is somebody else."""

    subject: Resource
    """A reference to the patient."""
    author: Resource
    """A reference to whoever speaks: the patient, a relative, or a professional."""
    patient: Resource
    other: Resource | None


def people(journey: Journey, patient_at: str, other_at: str) -> People:
    """Return the people, each referred to by the address at which the bundle will hold them."""
    content, roles = journey.content, journey.content.guide.roles
    asked = journey.by_question.get(content.guide.name)
    told = clean(" ".join(str(asked.answer).split())) if asked and asked.answer else ""
    absent = {"extension": [extensions.unknown()]}
    patient: Resource = {"resourceType": "Patient", "name": [{"text": told} if told else absent]}
    subject = {"reference": patient_at, **({"display": told} if told else {})}
    spoken = journey.by_question.get(content.guide.voice)
    voice = spoken.question.choice(str(spoken.answer)) if spoken else None
    if voice is None or voice.id not in (*roles.relatives, *roles.professionals):
        return People(subject, subject, patient, None)
    other: Resource = {"resourceType": "Practitioner", "name": [absent]}
    if voice.id in roles.relatives:
        other = {"resourceType": "RelatedPerson", "patient": subject, "name": [absent]}
    return People(subject, {"reference": other_at, "display": voice.label}, patient, other)
