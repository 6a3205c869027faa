"""What must hold of a Questionnaire so that other software opens, branches and validates it as we do.

The names of FHIR's own rules stand where a rule is one of them; no library that we know of looks at them all.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fhir_rules.faults import RuleFault, items_in, mapping, mappings, value_of

STATUSES = {"draft", "active", "retired", "unknown"}
TYPES = {
    "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url",
    "choice", "open-choice", "attachment", "reference", "quantity",
}  # fmt: skip
OPERATORS = {"exists", "=", "!=", ">", "<", ">=", "<="}
_LONG = {"boolean", "decimal", "integer", "string", "text", "url", "open-choice"}
"""Types that may have a `maxLength`."""
_COMPARED = {
    "choice": {"Coding"}, "open-choice": {"Coding", "String"}, "quantity": {"Quantity"}, "text": {"String"},
    "string": {"String"}, "integer": {"Integer"}, "decimal": {"Decimal"}, "boolean": {"Boolean"},
    "date": {"Date"}, "dateTime": {"DateTime"}, "time": {"Time"},
}  # fmt: skip
_ORDERED = {">", "<", ">=", "<="}
_NUMBERS = {"quantity", "integer", "decimal", "date", "dateTime", "time"}
"""Types whose values have an order."""

Item = Mapping[str, Any]


def form_faults(form: Item) -> list[RuleFault]:
    """Return every breach of the rules in a questionnaire."""
    return [*_head(form), *_items(form)]


def _head(form: Item) -> Iterator[RuleFault]:
    if form.get("resourceType") != "Questionnaire":
        yield RuleFault("resource-type", "Questionnaire")
    if form.get("status") not in STATUSES:
        yield RuleFault("status", "Questionnaire.status")
    for name in ("url", "version", "title", "date", "publisher"):
        if not isinstance(form.get(name), str) or not form[name].strip():
            yield RuleFault(f"no-{name}", f"Questionnaire.{name}")
    if not mappings(form.get("contact")):
        yield RuleFault("no-contact", "Questionnaire.contact")
    if not mappings(form.get("item")):
        yield RuleFault("no-items", "Questionnaire.item")


def _items(form: Item) -> Iterator[RuleFault]:
    before: dict[str, Item] = {}
    every = {str(item.get("linkId")) for item in items_in(form)}
    for item in items_in(form):
        link = item.get("linkId")
        place = f"item {link}"
        if not isinstance(link, str) or not link.strip():
            yield RuleFault("no-link-id", place)
        if link in before:
            yield RuleFault("que-2 link-id-twice", place)
        if not isinstance(item.get("text"), str) or not item["text"].strip():
            yield RuleFault("no-text", place)
        rules = (*_type(item), *_options(item), *_conditions(item, before, every))
        yield from (RuleFault(rule, place) for rule in rules)
        before.setdefault(str(link), item)


def _type(item: Item) -> Iterator[str]:
    kind = item.get("type")
    if kind not in TYPES:
        yield "type"
    if kind == "group" and not mappings(item.get("item")):
        yield "que-1 group-without-items"
    if kind == "display":
        if item.get("item"):
            yield "que-1 display-with-items"
        if item.get("code"):
            yield "que-3 display-with-code"
        if "required" in item or "repeats" in item:
            yield "que-6 display-required-or-repeating"
        if "readOnly" in item:
            yield "que-9 display-read-only"
    if kind in ("group", "display") and "initial" in item:
        yield "que-8 initial-value-of-no-question"
    if "maxLength" in item and kind not in _LONG:
        yield "que-10 length-of-no-text"


def _options(item: Item) -> Iterator[str]:
    options = mappings(item.get("answerOption"))
    choice = item.get("type") in ("choice", "open-choice")
    if item.get("answerOption") and item.get("answerValueSet"):
        yield "que-4 options-twice-over"
    if item.get("answerValueSet") and not choice:
        yield "que-5 value-set-of-no-choice"
    if options and not choice:
        yield "options-of-no-choice"
    if choice and not options and not item.get("answerValueSet"):
        yield "choice-without-options"
    if options and "initial" in item:
        yield "que-11 initial-value-beside-options"
    seen = set()
    for option in options:
        coding = mapping(option.get("valueCoding"))
        code = (coding.get("system"), coding.get("code"))
        if not all(isinstance(part, str) and part for part in (*code, coding.get("display"))):
            yield "option-without-code"
        if code in seen:
            yield "option-twice"
        seen.add(code)


def _conditions(item: Item, before: Mapping[str, Item], every: set[str]) -> Iterator[str]:
    clauses, behaviour = mappings(item.get("enableWhen")), item.get("enableBehavior")
    if len(clauses) > 1 and behaviour is None:
        yield "que-12 no-behavior"
    if behaviour not in (None, "all", "any"):
        yield "behavior"
    for clause in clauses:
        asked = before.get(str(clause.get("question")))
        if asked is None:
            yield "condition-on-later-item" if clause.get("question") in every else "condition-on-no-item"
        elif asked.get("type") in ("group", "display"):
            yield "condition-on-no-question"
        else:
            yield from _clause(clause, asked)


def _clause(clause: Item, asked: Item) -> Iterator[str]:
    operator, value = clause.get("operator"), value_of(clause, "answer")
    if operator not in OPERATORS:
        yield "operator"
    if value is None:
        yield "condition-without-one-value"
    elif operator == "exists":
        if value[0] != "Boolean" or not isinstance(value[1], bool):
            yield "que-7 exists-of-no-boolean"
    elif value[0] not in _COMPARED.get(str(asked.get("type")), ()):
        yield "condition-of-another-type"
    elif operator in _ORDERED and asked.get("type") not in (
        "quantity",
        "integer",
        "decimal",
        "date",
        "dateTime",
        "time",
    ):
        yield "order-of-no-number"
    elif value[0] == "Coding" and not _offered(asked, value[1]):
        yield "condition-on-no-option"


def _offered(asked: Item, coding: Any) -> bool:
    wanted = (mapping(coding).get("system"), mapping(coding).get("code"))
    options = (mapping(option.get("valueCoding")) for option in mappings(asked.get("answerOption")))
    return any((option.get("system"), option.get("code")) == wanted for option in options)
