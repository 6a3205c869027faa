"""What must hold of the two bundles: a FHIR document, and the patient-shared bundle of the draft that we follow."""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from logic.outputs.fhir.document import PATIENT_NOTE
from logic.outputs.fhir.encrypted import HEADER
from logic.outputs.fhir.patient_shared import CATEGORY, SAID_BY_PATIENT
from tests.fhir_rules.faults import RuleFault, codings, mapping, mappings

_URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_RENDERED = ("http://loinc.org", "60591-5")
_STORY = (PATIENT_NOTE["system"], PATIENT_NOTE["code"])
_TAGS = {"div", "p", "br", "dl", "dt", "dd", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td"}
_XHTML = "{http://www.w3.org/1999/xhtml}"

Resource = Mapping[str, Any]


def document_faults(bundle: Resource) -> list[RuleFault]:
    """Return every breach of the rules for a FHIR document."""
    resources = [mapping(entry.get("resource")) for entry in mappings(bundle.get("entry"))]
    first = resources[0] if resources else {}
    faults = [*_bundle(bundle, "document"), *_attachments(resources)]
    if not mapping(bundle.get("identifier")).get("value"):
        faults.append(RuleFault("bdl-9 no-identifier", "Bundle.identifier"))
    if first.get("resourceType") != "Composition":
        faults.append(RuleFault("bdl-11 composition-not-first", "Bundle.entry[0]"))
    needed = ("status", "type", "date", "author", "title", "section")
    faults += [RuleFault(f"no-{name}", f"Composition.{name}") for name in needed if not first.get(name)]
    for number, section in enumerate(mappings(first.get("section"))):
        place = f"Composition.section[{number}]"
        if not section.get("title"):
            faults.append(RuleFault("section-without-title", place))
        faults += [RuleFault(rule, place) for rule in _narrative(mapping(section.get("text")))]
    return faults


def shared_faults(bundle: Resource) -> list[RuleFault]:
    """Return every breach of what the draft asks of a sender's bundle and a program can see."""
    entries = mappings(bundle.get("entry"))
    resources = [mapping(entry.get("resource")) for entry in entries]
    patients = [entry for entry in entries if mapping(entry.get("resource")).get("resourceType") == "Patient"]
    stories = [resource for resource in resources if resource.get("resourceType") == "DocumentReference"]
    faults = [*_bundle(bundle, "collection"), *_attachments(resources)]
    if len(entries) < 2:
        faults.append(RuleFault("fewer-than-two-entries", "Bundle.entry"))
    if len(patients) != 1:
        faults.append(RuleFault("not-one-patient", "Bundle.entry"))
    patient = patients[0] if patients else {}
    if not mappings(mapping(patient.get("resource")).get("name")):
        faults.append(RuleFault("patient-without-name", "Patient.name"))
    for number, resource in enumerate(resources):
        if "profile" in mapping(resource.get("meta")):
            faults.append(RuleFault("profile-claimed", f"Bundle.entry[{number}].resource.meta"))
    for story in stories:
        faults += [RuleFault(rule, "DocumentReference") for rule in _story(story, patient.get("fullUrl"))]
    if not all(resource.get("resourceType") in ("Patient", "DocumentReference") for resource in resources):
        rendered = any(_RENDERED in codings(story.get("type")) for story in stories)
        faults += [] if rendered else [RuleFault("data-without-a-rendering", "Bundle")]
    return faults


def encrypted_faults(text: str) -> list[RuleFault]:
    """Return every breach of what the draft asks of an encrypted file and can be seen without its key."""
    parts = text.split(".")
    if len(parts) != 5:
        return [RuleFault("not-compact", "file")]
    try:
        header = json.loads(base64.urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4)))
    except ValueError:
        return [RuleFault("header-unreadable", "file")]
    faults = [
        RuleFault(f"header-{name}", "file") for name, value in HEADER.items() if mapping(header).get(name) != value
    ]
    faults += [RuleFault("compressed", "file")] if "zip" in mapping(header) else []
    faults += [RuleFault("key-within", "file")] if parts[1] else []
    return faults + [RuleFault("empty", "file") for part in parts[2:] if not part]


def _bundle(bundle: Resource, kind: str) -> Iterator[RuleFault]:
    if bundle.get("resourceType") != "Bundle" or bundle.get("type") != kind:
        yield RuleFault("bundle-type", "Bundle.type")
    if not _INSTANT.fullmatch(str(bundle.get("timestamp"))):
        yield RuleFault("no-timestamp", "Bundle.timestamp")
    addresses = [entry.get("fullUrl") for entry in mappings(bundle.get("entry"))]
    if any(not _URN.fullmatch(str(address)) for address in addresses):
        yield RuleFault("address-of-no-kind", "Bundle.entry.fullUrl")
    if len(set(map(str, addresses))) < len(addresses):
        yield RuleFault("address-twice", "Bundle.entry.fullUrl")
    for entry in mappings(bundle.get("entry")):
        resource = mapping(entry.get("resource"))
        inside = {f"#{item.get('id')}" for item in mappings(resource.get("contained"))}
        for name, value in _walk(resource):
            if name == "reference" and value not in inside | set(map(str, addresses)):
                yield RuleFault("reference-to-nothing", str(value))
        if resource.get("resourceType") in ("Patient", "Practitioner", "RelatedPerson") and "identifier" in resource:
            yield RuleFault("identifier-made-up", str(resource["resourceType"]))


def _walk(value: Any) -> Iterator[tuple[str, Any]]:
    for name, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield str(name), inner
        yield from _walk(inner)


def _attachments(resources: list[Resource]) -> Iterator[RuleFault]:
    for resource in resources:
        for content in mappings(resource.get("content")):
            attachment = mapping(content.get("attachment"))
            if attachment.get("contentType") != "application/pdf":
                yield RuleFault("not-called-a-pdf", "attachment.contentType")
            if "url" in attachment:
                yield RuleFault("attachment-elsewhere", "attachment.url")
            try:
                data = base64.b64decode(str(attachment.get("data", "")), validate=True)
            except ValueError:
                data = b""
            if not data.startswith(b"%PDF-"):
                yield RuleFault("not-a-pdf", "attachment.data")


def _story(story: Resource, patient: object) -> Iterator[str]:
    if story.get("status") != "current":
        yield "status"
    kinds = codings(story.get("type"))
    if len(kinds) != 1 or not kinds <= {_STORY, _RENDERED}:
        yield "type"
    if (CATEGORY["system"], CATEGORY["code"]) not in set().union(*map(codings, mappings(story.get("category")))):
        yield "no-category"
    if mapping(story.get("subject")).get("reference") != patient:
        yield "subject-not-the-patient"
    if patient not in [author.get("reference") for author in mappings(story.get("author"))]:
        yield "patient-not-an-author"
    if not _INSTANT.fullmatch(str(story.get("date"))):
        yield "no-date"
    if len(mappings(story.get("content"))) != 1:
        yield "not-one-content"
    if (SAID_BY_PATIENT["system"], SAID_BY_PATIENT["code"]) not in codings(
        {"coding": mapping(story.get("meta")).get("security")}
    ):
        yield "no-label-of-who-said-it"


def _narrative(text: Resource) -> Iterator[str]:
    """Yield what is wrong with a narrative: it is text under a few tags, and nothing that acts or fetches."""
    if text.get("status") not in ("generated", "additional", "extensions", "empty"):
        yield "narrative-status"
    try:
        root = fromstring(str(text.get("div")))  # noqa: S314 - our own narrative, without a document type
    except ParseError:
        yield "narrative-unreadable"
        return
    if root.tag != f"{_XHTML}div":
        yield "narrative-without-div"
    if any(not _allowed(element) for element in root.iter()):
        yield "narrative-acts"
    if not "".join(root.itertext()).strip():
        yield "txt-2 narrative-empty"


def _allowed(element: Element) -> bool:
    return element.tag.removeprefix(_XHTML) in _TAGS and not element.attrib
