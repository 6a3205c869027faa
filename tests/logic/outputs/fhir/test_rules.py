"""Our own check, fed with planted faults: each is found, and by its own rule."""

import base64
import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from logic.answers.answers import AddedConcern, Answers
from logic.outputs.fhir.document import document_bundle
from logic.outputs.fhir.patient_shared import patient_shared
from logic.outputs.fhir.questionnaire import questionnaire
from tests.builders import guide_of, question, shipped, when
from tests.fhir_made import file_of, persona, response_of
from tests.fhir_rules.bundles import document_faults, encrypted_faults, shared_faults
from tests.fhir_rules.faults import RuleFault, items_in, mapping, mappings
from tests.fhir_rules.form import form_faults
from tests.fhir_rules.response import is_enabled, response_faults

GUIDE = guide_of(
    (question("spasm"), question("sleep", "number"), question("hope", "words")),
    (question("night", "several", show_if=when("spasm", "=", "a")), question("long", show_if=when("sleep", "<", 6))),
    (question("matters", "importance", own_words=True), question("any", show_if=when("sleep", "exists", True))),
)
ANSWERS = Answers(
    {"spasm": "a", "sleep": 5, "hope": "Walk.", "night": ("b",), "long": "c", "matters": {"a": "a-lot"}, "any": "b"},
    (AddedConcern("Dog.", "a-little"), AddedConcern("Cat.")),
)
FORM, RESPONSE = questionnaire(GUIDE), response_of(GUIDE, ANSWERS)
DOCUMENT, SHARED = (make(file_of(persona("ms-tablets"))) for make in (document_bundle, patient_shared))

Edit = Callable[[Any], object]


def at(resource: Any, link: str) -> Any:
    """The item with this link id, to be changed in place."""
    return next(item for item in items_in(resource) if item["linkId"] == link)


def names(faults: list[RuleFault]) -> set[str]:
    """The rules that were broken, without the names that FHIR gives them."""
    return {fault.rule.rpartition(" ")[2] for fault in faults}


def edited(resource: Any, edit: Edit) -> Any:
    """A copy with one thing changed."""
    changed = copy.deepcopy(resource)
    edit(changed)
    return changed


def item(**more: Any) -> Mapping[str, Any]:
    return {"linkId": "new", "text": "New", "type": "text", **more}


CODING = {"system": "https://other.example", "code": "x", "display": "X"}
FORM_FAULTS: dict[str, Edit] = {
    "resource-type": lambda q: q.update(resourceType="Bundle"),
    "status": lambda q: q.update(status="final"),
    "no-url": lambda q: q.pop("url"),
    "no-version": lambda q: q.update(version=" "),
    "no-contact": lambda q: q.pop("contact"),
    "no-items": lambda q: q.update(item="none"),
    "no-link-id": lambda q: at(q, "hope").update(linkId=""),
    "link-id-twice": lambda q: at(q, "hope").update(linkId="spasm"),
    "no-text": lambda q: at(q, "hope").pop("text"),
    "type": lambda q: at(q, "hope").update(type="essay"),
    "group-without-items": lambda q: at(q, "screen:screen-2").update(item=[]),
    "display-with-items": lambda q: at(q, "hope.why:help").update(item=[item()]),
    "display-with-code": lambda q: at(q, "hope.why:help").update(code=[CODING]),
    "display-required-or-repeating": lambda q: at(q, "hope.why:help").update(required=True),
    "display-read-only": lambda q: at(q, "hope.why:help").update(readOnly=True),
    "initial-value-of-no-question": lambda q: at(q, "matters").update(initial=[]),
    "length-of-no-text": lambda q: at(q, "spasm").update(maxLength=5),
    "options-twice-over": lambda q: at(q, "spasm").update(answerValueSet="https://other.example"),
    "value-set-of-no-choice": lambda q: at(q, "hope").update(answerValueSet="https://other.example"),
    "options-of-no-choice": lambda q: at(q, "hope").update(answerOption=at(q, "spasm")["answerOption"]),
    "choice-without-options": lambda q: at(q, "spasm").pop("answerOption"),
    "initial-value-beside-options": lambda q: at(q, "spasm").update(initial=[{}]),
    "option-without-code": lambda q: at(q, "spasm")["answerOption"].append({"valueCoding": {"display": "D"}}),
    "option-twice": lambda q: at(q, "spasm")["answerOption"].append(at(q, "spasm")["answerOption"][0]),
    "no-behavior": lambda q: at(q, "any").pop("enableBehavior"),
    "behavior": lambda q: at(q, "any").update(enableBehavior="some"),
    "condition-on-no-item": lambda q: at(q, "night")["enableWhen"][0].update(question="nowhere"),
    "condition-on-later-item": lambda q: at(q, "night")["enableWhen"][0].update(question="long"),
    "condition-on-no-question": lambda q: at(q, "night")["enableWhen"][0].update(question="screen:screen-1"),
    "operator": lambda q: at(q, "night")["enableWhen"][0].update(operator="like"),
    "condition-without-one-value": lambda q: at(q, "night")["enableWhen"][0].update(answerBoolean=True),
    "exists-of-no-boolean": lambda q: at(q, "any")["enableWhen"][0].update(answerBoolean="yes"),
    "condition-of-another-type": lambda q: at(q, "night")["enableWhen"][0].update(question="hope"),
    "order-of-no-number": lambda q: at(q, "night")["enableWhen"][0].update(operator="<"),
    "condition-on-no-option": lambda q: at(q, "night")["enableWhen"][0].update(answerCoding=CODING),
}
RESPONSE_FAULTS: dict[str, Edit] = {
    "resource-type": lambda r: r.update(resourceType="Questionnaire"),
    "another-questionnaire": lambda r: r.update(questionnaire="https://other.example|1"),
    "status": lambda r: r.update(status="done"),
    "order-of-items": lambda r: at(r, "screen:screen-1")["item"].reverse(),
    "item-of-no-question-here": lambda r: at(r, "screen:screen-1")["item"].append(at(r, "night")),
    "answer-to-a-question-not-asked": lambda r: at(r, "sleep")["answer"][0]["valueQuantity"].update(value=8),
    "item-twice": lambda r: at(r, "screen:screen-1")["item"].append(at(r, "hope")),
    "another-text": lambda r: at(r, "hope").update(text="Something else?"),
    "answer-to-no-question": lambda r: at(r, "matters").update(answer=[{"valueString": "x"}]),
    "item-without-content": lambda r: at(r, "hope").update(answer=[]),
    "several-answers-to-one": lambda r: at(r, "hope")["answer"].append({"valueString": "x"}),
    "answer-of-another-type": lambda r: at(r, "hope").update(answer=[{"valueBoolean": True}]),
    "answer-of-no-option": lambda r: at(r, "spasm").update(answer=[{"valueCoding": CODING}]),
    "answer-without-text": lambda r: at(r, "hope").update(answer=[{"valueString": " "}]),
    "answer-too-long": lambda r: at(r, "hope").update(answer=[{"valueString": "x" * 5001}]),
    "quantity-without-number": lambda r: at(r, "sleep")["answer"][0]["valueQuantity"].update(value="5"),
}


def story(bundle: Any) -> Any:
    return bundle["entry"][1]["resource"]


def attached(bundle: Any) -> Any:
    return story(bundle)["content"][0]["attachment"]


SHARED_FAULTS: dict[str, Edit] = {
    "bundle-type": lambda b: b.update(type="document"),
    "no-timestamp": lambda b: b.pop("timestamp"),
    "fewer-than-two-entries": lambda b: b["entry"].pop(),
    "not-one-patient": lambda b: b["entry"].append(b["entry"][0]),
    "patient-without-name": lambda b: b["entry"][0]["resource"].pop("name"),
    "address-of-no-kind": lambda b: b["entry"][0].update(fullUrl="Patient/1"),
    "address-twice": lambda b: b["entry"][1].update(fullUrl=b["entry"][0]["fullUrl"]),
    "profile-claimed": lambda b: story(b)["meta"].update(profile=["https://other.example"]),
    "data-without-a-rendering": lambda b: b["entry"].append({"resource": {"resourceType": "Condition"}}),
    "identifier-made-up": lambda b: b["entry"][0]["resource"].update(identifier=[{"value": "1"}]),
    "reference-to-nothing": lambda b: story(b).update(custodian={"reference": "Organization/1"}),
    "status": lambda b: story(b).update(status="superseded"),
    "type": lambda b: story(b).update(type={"coding": [{"system": "http://loinc.org", "code": "11506-3"}]}),
    "no-category": lambda b: story(b).update(category=[]),
    "subject-not-the-patient": lambda b: story(b).pop("subject"),
    "patient-not-an-author": lambda b: story(b).update(author=[]),
    "no-date": lambda b: story(b).update(date="2026-11-02"),
    "not-one-content": lambda b: story(b)["content"].append(story(b)["content"][0]),
    "no-label-of-who-said-it": lambda b: story(b).pop("meta"),
    "attachment-elsewhere": lambda b: attached(b).update(url="https://other.example/story.pdf"),
    "not-called-a-pdf": lambda b: attached(b).update(contentType="image/gif"),
    "not-a-pdf": lambda b: attached(b).update(data=base64.b64encode(b"GIF89a").decode()),
}


def section(bundle: Any) -> Any:
    return bundle["entry"][0]["resource"]["section"][0]


def div(inside: str) -> str:
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'


DOCUMENT_FAULTS: dict[str, Edit] = {
    "bundle-type": lambda b: b.update(type="collection"),
    "no-identifier": lambda b: b.pop("identifier"),
    "composition-not-first": lambda b: b["entry"].reverse(),
    "no-author": lambda b: b["entry"][0]["resource"].pop("author"),
    "section-without-title": lambda b: section(b).pop("title"),
    "narrative-status": lambda b: section(b)["text"].pop("status"),
    "narrative-unreadable": lambda b: section(b)["text"].update(div="<div>"),
    "narrative-without-div": lambda b: section(b)["text"].update(div="<p>x</p>"),
    "narrative-acts": lambda b: section(b)["text"].update(div=div('<p onclick="x()">x</p>')),
    "narrative-empty": lambda b: section(b)["text"].update(div=div("<p> </p>")),
    "not-a-pdf": lambda b: b["entry"][3]["resource"]["content"][0]["attachment"].update(data="?"),
}


@pytest.mark.parametrize("rule", FORM_FAULTS)
def test_form__with_one_planted_fault__is_found_out(rule: str) -> None:
    """The rule that was broken is named."""
    assert form_faults(FORM) == []
    assert rule in names(form_faults(edited(FORM, FORM_FAULTS[rule])))


@pytest.mark.parametrize("rule", RESPONSE_FAULTS)
def test_response__with_one_planted_fault__is_found_out(rule: str) -> None:
    """The rule that was broken is named."""
    assert response_faults(FORM, RESPONSE) == []
    assert rule in names(response_faults(FORM, edited(RESPONSE, RESPONSE_FAULTS[rule])))


def test_response__with_an_empty_group__is_found_out() -> None:
    """A group says nothing by itself."""
    empty = edited(RESPONSE, lambda r: at(r, "screen:screen-1").update(item=[]))

    assert "item-without-content" in names(response_faults(FORM, empty))


@pytest.mark.parametrize("rule", SHARED_FAULTS)
def test_shared_bundle__with_one_planted_fault__is_found_out(rule: str) -> None:
    """The rule that was broken is named."""
    assert SHARED is not None
    assert shared_faults(SHARED) == []
    assert rule in names(shared_faults(edited(SHARED, SHARED_FAULTS[rule])))


@pytest.mark.parametrize("rule", DOCUMENT_FAULTS)
def test_document__with_one_planted_fault__is_found_out(rule: str) -> None:
    """The rule that was broken is named."""
    assert document_faults(DOCUMENT or {}) == []
    assert rule in names(document_faults(edited(DOCUMENT, DOCUMENT_FAULTS[rule])))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a.b.c", "not-compact"),
        ("!.a.b.c.d", "header-unreadable"),
        (f"{base64.urlsafe_b64encode(b'[]').decode()}..b.c.d", "header-alg"),
        ("eyJ6aXAiOiJERUYifQ..b.c.d", "compressed"),
        ("e30.a.b.c.d", "key-within"),
        ("e30..b..d", "empty"),
    ],
)
def test_locked_file__with_one_planted_fault__is_found_out(text: str, rule: str) -> None:
    """What can be seen without the key is looked at."""
    assert rule in names(encrypted_faults(text))


def test_is_enabled__of_a_clause_without_a_value__is_never() -> None:
    """A clause that says nothing holds for nothing, and a number is in no order with a text."""
    answers: dict[str, list[Mapping[str, Any]]] = {
        "sleep": [{"valueQuantity": {"value": 5, "unit": "hours"}}],
        "hope": [{"valueString": "x"}],
    }

    def enabled(**clause: Any) -> bool:
        return is_enabled({"enableWhen": [clause]}, answers)

    assert not enabled(question="sleep", operator="=")
    assert not enabled(question="hope", operator="<", answerInteger=6)
    assert not enabled(question="sleep", operator="<", answerQuantity={"value": 6, "unit": "days"})
    assert enabled(question="hope", operator="=", answerString="x")


def test_shapes__of_what_is_no_shape__are_empty() -> None:
    """A hostile resource is looked at without a fall, and a fault reads as a line."""
    assert (mappings("x"), mapping([]), form_faults({"item": [1, {}]}) != []) == ([], {}, True)
    assert str(RuleFault("rule", "place")) == "place: rule"
    assert shipped().guide.canonical
