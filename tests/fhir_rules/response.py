"""Whether a QuestionnaireResponse fits its Questionnaire, by FHIR's own meaning and not by the guide's journey.

It walks the form with the response beside it, and works out for itself which items are enabled.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import ge, gt, le, lt
from typing import Any

from tests.fhir_rules.faults import RuleFault, mapping, mappings, value_of

STATUSES = {"in-progress", "completed", "amended", "entered-in-error", "stopped"}
_HELD = {
    "choice": {"Coding"}, "open-choice": {"Coding", "String"}, "quantity": {"Quantity"}, "text": {"String"},
    "string": {"String"}, "integer": {"Integer"}, "decimal": {"Decimal"}, "boolean": {"Boolean"},
}  # fmt: skip
_ORDER: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<": lt, ">=": ge, "<=": le}

Item = Mapping[str, Any]
Answered = dict[str, list[Item]]
"""The answers of enabled items so far, by link id."""


def response_faults(form: Item, response: Item) -> list[RuleFault]:
    """Return every way in which the response does not fit the form."""
    faults = [] if response.get("resourceType") == "QuestionnaireResponse" else [RuleFault("resource-type", "response")]
    if response.get("questionnaire") != f"{form.get('url')}|{form.get('version')}":
        faults.append(RuleFault("another-questionnaire", "response.questionnaire"))
    if response.get("status") not in STATUSES:
        faults.append(RuleFault("status", "response.status"))
    return [*faults, *_level(form, response, {}, enabled=True)]


def _level(form: Item, response: Item, answered: Answered, *, enabled: bool) -> Iterator[RuleFault]:
    """Yield the faults of the items on one level of the tree, and of those within them."""
    asked = {str(item.get("linkId")): item for item in mappings(form.get("item"))}
    given = mappings(response.get("item"))
    order = [link for link in (str(item.get("linkId")) for item in given) if link in asked]
    if order != sorted(order, key=list(asked).index):
        yield RuleFault("order-of-items", str(form.get("linkId", "response")))
    for item in given:
        if str(item.get("linkId")) not in asked:
            yield RuleFault("item-of-no-question-here", str(item.get("linkId")))
    for link, question in asked.items():
        here = [item for item in given if item.get("linkId") == link]
        on = enabled and is_enabled(question, answered)
        if here and not on:
            yield RuleFault("answer-to-a-question-not-asked", link)
        if len(here) > 1 and not (question.get("type") == "group" and question.get("repeats")):
            yield RuleFault("item-twice", link)
        for item in here:
            yield from (RuleFault(rule, link) for rule in _item(question, item))
            if on:
                answered.setdefault(link, []).extend(mappings(item.get("answer")))
            yield from _level(question, item, answered, enabled=on)


def _item(question: Item, item: Item) -> Iterator[str]:
    answers = mappings(item.get("answer"))
    if item.get("text") != question.get("text"):
        yield "another-text"
    if question.get("type") in ("group", "display"):
        if "answer" in item:
            yield "answer-to-no-question"
        if not mappings(item.get("item")):
            yield "item-without-content"
        return
    if not answers or any(value_of(answer, "value") is None for answer in answers):
        yield "item-without-content"
    if len(answers) > 1 and not question.get("repeats"):
        yield "several-answers-to-one"
    for kind, value in filter(None, (value_of(answer, "value") for answer in answers)):
        yield from _value(question, kind, value)


def _value(question: Item, kind: str, value: Any) -> Iterator[str]:
    if kind not in _HELD.get(str(question.get("type")), ()):
        yield "answer-of-another-type"
    elif kind == "Coding" and not any(_same(value, option) for option in _offered(question)):
        yield "answer-of-no-option"
    elif kind == "String" and (not isinstance(value, str) or not value.strip()):
        yield "answer-without-text"
    elif kind == "String" and len(value) > question.get("maxLength", len(value)):
        yield "answer-too-long"
    elif kind == "Quantity" and isinstance(mapping(value).get("value"), bool | str | None):
        yield "quantity-without-number"


def is_enabled(item: Item, answered: Mapping[str, list[Item]]) -> bool:
    """Tell whether an item is enabled, given the answers of enabled items before it."""
    clauses = mappings(item.get("enableWhen"))
    met = [_met(clause, answered.get(str(clause.get("question")), [])) for clause in clauses]
    return not met or (any(met) if item.get("enableBehavior") == "any" else all(met))


def _met(clause: Item, answers: list[Item]) -> bool:
    wanted = value_of(clause, "answer")
    values = [value[1] for value in (value_of(answer, "value") for answer in answers) if value]
    operator = clause.get("operator")
    if wanted is None:
        return False
    if operator == "exists":
        return bool(values) is wanted[1]
    if operator in ("=", "!="):
        return any(_same(value, wanted[1]) for value in values) is (operator == "=")
    return any(_ordered(str(operator), value, wanted[1]) for value in values)


def _same(value: Any, wanted: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(wanted, dict):
        return bool(value == wanted)
    keys = ("value", "unit") if "value" in wanted else ("system", "code")
    return all(value.get(key) == wanted.get(key) for key in keys)


def _ordered(operator: str, value: Any, wanted: Any) -> bool:
    """Compare two numbers; quantities of different units cannot be compared."""
    if isinstance(value, dict) and isinstance(wanted, dict):
        same = value.get("unit") == wanted.get("unit")
        return same and _ordered(operator, value.get("value"), wanted.get("value"))
    return isinstance(value, int | float) and isinstance(wanted, int | float) and _ORDER[operator](value, wanted)


def _offered(question: Item) -> list[Any]:
    """Return the codes that a question offers; an open choice may be answered in text besides, and in no other code."""
    return [option.get("valueCoding") for option in mappings(question.get("answerOption"))]
