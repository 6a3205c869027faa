"""The summary as a FHIR document: one bundle with what was said in words, the response, and the PDF."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from logic.answers.journey import Journey
from logic.content.content import Content
from logic.content.kinds.answer import State
from logic.content.kinds.importance import A_LOT
from logic.outputs.document import Block, Bullet, Bullets, Document, Line, Lines, Paragraph
from logic.outputs.fhir.narrative import narrative
from logic.outputs.fhir.people import People, people
from logic.outputs.fhir.response import response
from logic.summary.page_one import LineInWords
from logic.summary.summary import Summary

Resource = dict[str, Any]

LOINC = "http://loinc.org"
PATIENT_NOTE = {"system": LOINC, "code": "51855-5", "display": "Patient Note"}
STORY = {
    "system": LOINC,
    "code": "81338-6",
    "display": "Patient Goals, preferences, and priorities for care experience",
}
"""The code of the section "patient story" in the International Patient Summary."""


@dataclass(frozen=True)
class ForClinic:
    """All that a file for a clinic's computer is made from."""

    journey: Journey
    summary: Summary
    document: Document
    pdf: bytes
    made: datetime

    @property
    def content(self) -> Content:
        """The content of the guide."""
        return self.journey.content

    def urn(self, name: str) -> str:
        """Return the address of a resource within a bundle.

        It follows from what the file says and when, so the same file has the same addresses, and nobody's
        identifier is made up.
        """
        said = f"{self.content.guide.title}\n{self.at}\n{self.journey.answers}"
        return f"urn:uuid:{uuid5(uuid5(NAMESPACE_URL, said), name)}"

    @property
    def at(self) -> str:
        """The time at which it was made, as FHIR writes an instant."""
        return self.made.isoformat(timespec="seconds")

    @property
    def people(self) -> People:
        """The people, at their addresses within the bundle."""
        return people(self.journey, self.urn("patient"), self.urn("other"))


def as_json(resource: Resource) -> bytes:
    """Return a resource as a file."""
    return (json.dumps(resource, ensure_ascii=False, indent=2) + "\n").encode()


def answers_alone(journey: Journey, made: datetime) -> Resource:
    """Return the answers as a response with the people inside, so that the file stands by itself."""
    who = people(journey, "#patient", "#writer")
    inside = [{**who.patient, "id": "patient"}, *([{**who.other, "id": "writer"}] if who.other else [])]
    answered = response(journey, who, made)
    return {"resourceType": answered.pop("resourceType"), "contained": inside, **answered}


def document_bundle(file: ForClinic) -> Resource:
    """Return the document: a Composition first, then whatever it refers to."""
    who = file.people
    answered = response(file.journey, who, file.made)
    entries = {
        "composition": _composition(file, who),
        "patient": who.patient,
        **({"other": who.other} if who.other else {}),
        "response": answered,
        "pdf": document_reference(file, who, {"type": {"coding": [PATIENT_NOTE]}}),
        **({"therapist": {"resourceType": "Practitioner"}} if file.summary.observations else {}),
    }
    return {
        "resourceType": "Bundle",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": file.urn("bundle")},
        "type": "document",
        "timestamp": file.at,
        "entry": [entry(file.urn(name), resource) for name, resource in entries.items()],
    }


def entry(address: str, resource: Mapping[str, Any]) -> Resource:
    """Return an entry of a bundle."""
    return {"fullUrl": address, "resource": dict(resource)}


def document_reference(file: ForClinic, who: People, more: Mapping[str, Any]) -> Resource:
    """Return the PDF with what a record system files it by."""
    say = file.content.say
    attachment = {
        "contentType": "application/pdf",
        "language": file.document.language,
        "data": base64.b64encode(file.pdf).decode(),
        "title": file.document.title,
        "creation": file.at,
    }
    return {
        "resourceType": "DocumentReference",
        "status": "current",
        **more,
        "subject": who.subject,
        "date": file.at,
        "author": [who.author],
        "description": say("fhir.pdf-about", title=file.content.guide.title),
        "content": [{"attachment": attachment}],
    }


def _composition(file: ForClinic, who: People) -> Resource:
    return {
        "resourceType": "Composition",
        "status": "final",
        "type": {"coding": [PATIENT_NOTE]},
        "subject": who.subject,
        "date": file.at,
        "author": [who.author],
        "title": f"{file.content.guide.title}: {file.document.title}",
        "section": list(_sections(file)),
    }


def _sections(file: ForClinic) -> Iterator[Resource]:
    """Yield the person's own story first, then every part of the summary, the answers as data, and the PDF."""
    say, noted = file.content.say, _observed(file)
    story = narrative(list(_story(file)) or [Paragraph(say("fhir.no-story"))])
    yield {"title": say("fhir.story"), "code": {"coding": [STORY]}, "text": story, **_entries(file, "response")}
    yield {"title": file.document.title, "text": narrative(file.document.opening)}
    for part in file.document.parts:
        author = {"author": [{"reference": file.urn("therapist")}]} if part.heading == noted else {}
        # A part without a block of its own is the heading of those that follow.
        blocks = part.blocks or (Paragraph(part.heading),)
        yield {"title": part.heading or say("help.title"), **author, "text": narrative(blocks)}
    pdf = Paragraph(say("fhir.pdf-about", title=file.content.guide.title))
    yield {"title": say("fhir.pdf"), "text": narrative((pdf,)), **_entries(file, "pdf")}


def _observed(file: ForClinic) -> str | None:
    """Return the heading of a therapist's observations, which are not the person's own words, where there are any."""
    return file.content.say("summary.observations") if file.summary.observations else None


def _entries(file: ForClinic, name: str) -> Resource:
    return {"entry": [{"reference": file.urn(name)}]}


def _story(file: ForClinic) -> Iterable[Block]:
    """Yield what matters to the person, what they wrote themselves, and what they want to ask."""
    summary, say = file.summary, file.content.say
    if matters := tuple(Bullet(text) for text in _mattering(file)):
        yield Paragraph(say("fhir.matters"))
        yield Bullets(matters)
    lines = (line for group in summary.page_one for line in group.lines)
    own = (Line(line.label, "\n".join(_own_words(line))) for line in lines if any(_own_words(line)))
    if told := tuple(own):
        yield Lines(told)
    if summary.tells_questions:
        yield Paragraph(say("summary.ask"))
        asks = tuple(map(Bullet, summary.questions))
        yield Bullets(asks) if asks else Paragraph(say("summary.ask-none"))


def _mattering(file: ForClinic) -> Iterator[str]:
    """Yield what matters a lot: the guide's concerns, and those in the person's own words."""
    for step in file.journey.steps:
        yield from (concern.label for concern in step.question.mattering(step.answer))
        if step.question.takes_own_concerns and step.state is not State.NOT_ASKED:
            yield from (item.text.strip() for item in file.journey.answers.concerns_added if item.level == A_LOT)


def _own_words(line: LineInWords) -> Iterator[str]:
    return (text for piece in line.pieces if piece.own_words for text in piece.items)
