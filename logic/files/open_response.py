"""Opening a FHIR QuestionnaireResponse that another program made from our questionnaire, like a save file.

It is turned into the record that a save file holds, and then goes through the same rules. What is not of this
guide goes into that record as it is written, so that it is listed to the person and kept aside.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from logic.answers.fhir_values import answer_from, plain
from logic.content import fhir_names as names
from logic.content.content import Content
from logic.content.kinds.form_field import only
from logic.files.open_file import Opened, Refusal, open_record

DEPTH = 40
"""No response of ours is nested half as deep; a deeper one is refused before anything walks it."""

Resource = Mapping[str, Any]
Found = dict[str, list[Any]]
"""The values of answers, by link id."""


def is_resource(record: Resource) -> bool:
    """Tell whether a record is a resource of FHIR, of whatever type."""
    return isinstance(record.get("resourceType"), str)


def open_response(content: Content, resource: Resource) -> Opened:
    """Return the answers in a response to our questionnaire, or in the one that a bundle holds. It never raises."""
    response = _response(content, resource)
    if isinstance(response, str):
        return Opened(None, refusal=response)
    version = str(response["questionnaire"]).partition("|")[2]
    record = {
        "content": version or None,
        "saved_at": response.get("authored"),
        **_record(content, response),
    }
    return open_record(content, record)


def _response(content: Content, resource: Resource) -> Resource | Refusal:
    entries = resource.get("entry") if resource["resourceType"] == "Bundle" else [{"resource": resource}]
    found = [
        entry["resource"]
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("resource"), dict)
    ]
    responses = [item for item in found if item.get("resourceType") == "QuestionnaireResponse"]
    ours = [
        item for item in responses if str(item.get("questionnaire")).partition("|")[0] == names.questionnaire(content)
    ]
    if not ours:
        return "response-foreign" if responses else "response-none"
    return ours[0] if len(ours) == 1 else "response-several"


def _record(content: Content, response: Resource) -> dict[str, Any]:
    """Return what the response holds in the form of a save file."""
    found: Found = defaultdict(list)
    concerns: list[dict[str, Any]] = []
    odd: list[Any] = []
    for item in _items(response, odd):
        link, values = item["linkId"], item.get("answer")
        if link.endswith(_OWN):
            concerns.append(_concern(content, item))
        elif isinstance(values, list):
            found[link] += values
        elif values is not None:
            odd.append(_written(item))
    return {
        "answers": _answers(content, found),
        "concerns_added": concerns,
        "questions_to_ask": _to_ask(content, found.get(names.ASKS, [])),
        "observations": {
            section.id: _text(found[names.observation(section.id)])
            for section in content.sections
            if names.observation(section.id) in found
        },
        "response_items": odd,
    }


_OWN = f".{names.OWN}"


def _items(element: Resource, odd: list[Any]) -> Iterator[Resource]:
    """Yield every item with a link id, each before those within it, but none within a concern of one's own."""
    items = element.get("item", [])
    for item in items if isinstance(items, list) else [items]:
        if not isinstance(item, dict) or not isinstance(item.get("linkId"), str):
            odd.append(_written(item))
            continue
        yield item
        if not item["linkId"].endswith(_OWN):
            yield from _items(item, odd)
        for answer in item["answer"] if isinstance(item.get("answer"), list) else []:
            if isinstance(answer, dict):
                yield from _items(answer, odd)


def _answers(content: Content, found: Found) -> dict[str, Any]:
    """Return the answers by the id of their question, those of questions that the guide does not know among them."""
    parts: dict[str, Found] = defaultdict(dict)
    own = {names.ASKS, *(names.observation(section.id) for section in content.sections)}
    for link, values in found.items():
        if link not in own and values:
            name, _, part = link.partition(".")
            parts[name][part] = values
    return {name: answer_from(content, name, values) for name, values in parts.items()}


def _concern(content: Content, item: Resource) -> dict[str, Any]:
    """Return a concern in the person's own words as the save file has it."""
    asked = content.questions.get(item["linkId"].partition(".")[0])
    inside = {part["linkId"].rpartition(".")[2]: _list(part.get("answer")) for part in _items(item, [])}
    levels = [plain(content, value, (asked.kind if asked else "",)) for value in inside.pop("level", [])]
    return {"text": _text(inside.pop("text", [])), "level": only(levels) if levels else None, **inside}


def _to_ask(content: Content, values: list[Any]) -> dict[str, Any]:
    """Return the questions for the doctor: those of the guide by their id, the others in the person's words."""
    told: dict[str, Any] = {"kept": [], "own": []}
    for value in values:
        written = isinstance(value, dict) and "valueString" in value
        told["own" if written else "kept"].append(plain(content, value, ("ask",)))
    return told


def _text(values: list[Any]) -> Any:
    """Return the one text there is, and anything else as it is written."""
    match values:
        case [{"valueString": str(text)}]:
            return text
    return _written(values)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _written(value: Any) -> str:
    """Return what has no place in a save file as text, so that it can be kept however it is built."""
    return json.dumps(value, ensure_ascii=False)
