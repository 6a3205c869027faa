"""The file that a person shares with a clinic by the draft "Patient-Shared Health Documents".

The draft (docs/fhir.md says which) has a place for a person's own story as a PDF, which record systems are
to keep: for priorities, concerns and goals in their own words. It is a bundle of the patient and the PDF.
"""

from collections.abc import Mapping
from typing import Any

from logic.answers.journey import Journey
from logic.outputs.fhir.document import PATIENT_NOTE, ForClinic, Resource, document_reference, entry

CATEGORY = {
    "system": "https://cms.gov/fhir/CodeSystem/patient-shared-category",
    "code": "patient-shared",
    "display": "Patient-Shared",
}
SAID_BY_PATIENT = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "code": "PATAST",
    "display": "patient asserted",
}


def patient_shared(file: ForClinic) -> Resource | None:
    """Return the bundle, or None where a professional filled the guide in: those words are not the person's own."""
    who = file.people
    if not is_own_story(file.journey):
        return None
    labels: Mapping[str, Any] = {
        "meta": {"security": [SAID_BY_PATIENT]},
        "type": {"coding": [PATIENT_NOTE]},
        "category": [{"coding": [CATEGORY]}],
    }
    story = document_reference(file, who, labels)
    # The patient shares it, so the draft has the patient among the authors, whoever wrote it down.
    story["author"] = [who.subject]
    if who.other:
        story["contained"] = [{**who.other, "id": "writer"}]
        story["author"].append({"reference": "#writer", "display": who.author["display"]})
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": file.at,
        "entry": [entry(file.urn("patient"), who.patient), entry(file.urn("pdf"), story)],
    }


def is_own_story(journey: Journey) -> bool:
    """Tell whether the words are the person's or a relative's own, and no professional's."""
    spoken = journey.by_question.get(journey.content.guide.voice)
    return spoken is None or spoken.answer not in journey.content.guide.roles.professionals
