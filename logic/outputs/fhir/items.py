"""One question of the guide as items of a questionnaire, field by field."""

from collections.abc import Iterable
from typing import Any

from logic.content import fhir_names as names
from logic.content.content import Content
from logic.content.kinds.answer import LONGEST, NOT_SURE
from logic.content.kinds.form_field import FormField
from logic.content.kinds.question import Question
from logic.outputs.fhir import extensions
from logic.outputs.fhir.enable_when import Item, shown_when


def group(link: str, text: str, items: Iterable[Item], **more: Any) -> Item:
    """Return a group of items under a heading."""
    return {"linkId": link, "text": text, "type": "group", **more, "item": list(items)}


def display(link: str, text: str, **more: Any) -> Item:
    """Return words that ask nothing."""
    return {"linkId": link, "text": text, "type": "display", **more}


def items_of(content: Content, question: Question) -> list[Item]:
    """Return the items of a question: in most cases one, with its explanations inside."""
    fields = question.fields(content.say)
    items = [_item(content, question, field) for field in fields]
    if any(field.part not in ("", NOT_SURE) for field in fields):
        own = [_own_concern(content, question, fields[0])] if question.takes_own_concerns else []
        items = [group(question.id, question.question, [*items, *own])]
    items[0]["item"] = [*_explained(question), *items[0].get("item", ())]
    shown, short = shown_when(content, question.show_if), _on_the_short_way(content, question)
    items = [{**item, "extension": [*item.get("extension", ()), *short], **shown.within} for item in items]
    items = [{name: value for name, value in item.items() if value != []} for item in items]
    for number, around in enumerate(reversed(shown.around), 1):
        items = [{**group(f"{question.id}:when-{number}", question.label, items), **around}]
    return items


def _on_the_short_way(content: Content, question: Question) -> list[Item]:
    """Return the mark of a question that the short way asks, which is ours: a reader that knows it may ask no other."""
    url = names.address(content, "StructureDefinition", "short-way")
    return [{"url": url, "valueBoolean": True}] if question.short and content.guide.way else []


def _item(content: Content, question: Question, field: FormField) -> Item:
    head = {"linkId": names.within(question.id, field.part), "text": field.label}
    if field.offers:
        return {**head, "type": "choice", **_picked(content, question, field)}
    if field.range is None:
        return {**head, "type": "text", "maxLength": field.most}
    bounds = (("min", field.range.least), ("max", field.range.most))
    limits = [extensions.bound(which, value, field.range.unit) for which, value in bounds]
    return {**head, "type": "quantity", "extension": [extensions.unit(field.range.unit), *limits]}


def _picked(content: Content, question: Question, field: FormField) -> Item:
    """Return what can be picked in a field, and how."""
    ticked = field.several or len(field.offers) == 1
    options = [
        {
            "valueCoding": names.offered(content, question, field, offer),
            **({"extension": [extensions.exclusive()]} if offer.alone and field.several else {}),
        }
        for offer in field.offers
    ]
    repeats = {"repeats": True} if field.several else {}
    control = extensions.control("check-box" if ticked else "radio-button")
    return {"extension": [control], **repeats, "answerOption": options}


def _explained(question: Question) -> list[Item]:
    """Return the hint, which is always shown, and why the question is asked, which a reader can open."""
    why = display(names.within(question.id, "why:help"), question.why, extension=[extensions.control("help")])
    hint = [display(names.within(question.id, "hint:help"), question.hint)] if question.hint else []
    return [*hint, why]


def _own_concern(content: Content, question: Question, field: FormField) -> Item:
    """Return a group to repeat, once for each concern in the person's own words, with a level as the others have."""
    link, say = names.within(question.id, names.OWN), content.say
    words = {"linkId": f"{link}.text", "text": say("fhir.own-concern"), "type": "text", "maxLength": LONGEST}
    level = {"linkId": f"{link}.level", "text": say("fhir.own-concern-level"), "type": "choice"}
    return group(link, say("fhir.own-concerns"), [words, {**level, **_picked(content, question, field)}], repeats=True)
