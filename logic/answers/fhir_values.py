"""Answers as the values that FHIR has for them, by link id, and back again.

Kept apart from the form and from the file so that what is written is what is read. A value is one entry of
`answer` in a QuestionnaireResponse.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from logic.content import fhir_names as names
from logic.content.clean_text import clean
from logic.content.content import Content
from logic.content.kinds.answer import Answer
from logic.content.kinds.form_field import FormField, NumberRange, only
from logic.content.kinds.question import Question

Value = dict[str, Any]
Values = dict[str, list[Value]]
"""By link id, what was answered there."""


def values_of(content: Content, question: Question, answer: Answer) -> Values:
    """Return the values of an answer, by the link id of the item that each belongs to."""
    fields = {field.part: field for field in question.fields(content.say)}
    return {
        names.within(question.id, part): [_value(content, question, fields[part], item) for item in items]
        for part, items in question.entered(answer).items()
    }


def _value(content: Content, question: Question, field: FormField, item: str | int) -> Value:
    offer = next((offer for offer in field.offers if offer.id == item), None)
    if offer:
        return {"valueCoding": names.offered(content, question, field, offer)}
    return {"valueQuantity": quantity(field.range, item)} if field.range else text(str(item))


def quantity(within: NumberRange, value: object) -> Value:
    """Return a number with what it counts. Its code is the guide's own word, of no system of units."""
    return {"value": value, "unit": within.unit, "code": within.unit}


def text(words: str) -> Value:
    """Return words as a value: without characters that FHIR forbids, and without room around them."""
    return {"valueString": clean(words).strip()}


def answer_from(content: Content, name: str, found: Mapping[str, Sequence[Any]]) -> object:
    """Return what was answered to a question in the form of the save file, from the values of its parts.

    The name may be an old one. What is not of this guide stays as it is written, as text, so that whoever fits
    it to the content finds it and keeps it aside.
    """
    question = content.questions.get(content.renamed.questions_now(name)[0])
    fields = {field.part: field for field in question.fields(content.say)} if question else {}
    scopes = (name, question.kind if question else name)
    entered = {
        part: [plain(content, value, scopes, _unit(fields.get(part))) for value in values]
        for part, values in found.items()
    }
    if question and set(entered) <= set(fields):
        return question.from_entered(entered)
    # An older version may have asked it in another way: what is there is kept together under its parts.
    return only(entered[""]) if set(entered) == {""} else {part: only(values) for part, values in entered.items()}


def plain(content: Content, value: Any, scopes: Iterable[str], unit: str | None = None) -> Any:
    """Return one value as the save file has it, or as text where the guide has no such value here."""
    answer = value if isinstance(value, dict) else {}
    if isinstance(answer.get("valueString"), str):
        return answer["valueString"]
    code = names.plain_code(answer.get("valueCoding"), content, scopes)
    if code is not None:
        return code
    number = answer.get("valueQuantity")
    if unit and isinstance(number, dict) and number.get("unit", unit) == unit:
        amount = number.get("value")
        if isinstance(amount, int) or (isinstance(amount, float) and amount.is_integer()):
            return int(amount)
    return json.dumps(value, ensure_ascii=False)


def _unit(field: FormField | None) -> str | None:
    return field.range.unit if field and field.range else None
