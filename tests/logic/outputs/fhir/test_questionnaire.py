"""The questionnaire: made from the content alone, and in FHIR's own meaning the same form as ours."""

from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class

from logic.content.conditions import Clause, Condition
from logic.content.content import Content
from logic.outputs.fhir.questionnaire import code_system, questionnaire
from tests.builders import guide_of, question, shipped, small, when
from tests.fhir_rules.faults import items_in
from tests.fhir_rules.form import form_faults


def items(content: Content) -> dict[str, dict[str, Any]]:
    """Every item of the form by its link id."""
    return {item["linkId"]: dict(item) for item in items_in(questionnaire(content))}


@pytest.mark.parametrize("guide", [small, shipped])
def test_questionnaire__of_each_guide__breaks_no_rule_and_is_accepted_by_other_hands(guide: Any) -> None:
    """Our own check and the models of the library both find nothing."""
    form = questionnaire(guide())

    assert form_faults(form) == []
    assert get_fhir_model_class("Questionnaire").model_validate(form).model_dump()["title"] == guide().guide.title
    assert get_fhir_model_class("CodeSystem").model_validate(code_system(guide()))


def test_questionnaire__of_the_shipped_guide__asks_every_question_once_and_says_whose_it_is() -> None:
    """Nothing of the guide is missing, and its address claims a name that nobody can own."""
    form = questionnaire(shipped())

    assert set(shipped().questions) <= set(items(shipped()))
    assert form["url"] == "https://baclofen-pump-conversation-guide.example/fhir/Questionnaire/guide"
    assert form["version"] == shipped().guide.version
    assert form["publisher"] == "The makers of the Baclofen Pump Conversation Guide"
    assert form["contact"] == [{"name": "Whoever runs this copy of the guide"}]
    assert form["status"] == "draft"


def test_questionnaire__of_a_guide_without_an_address__names_itself_by_its_title() -> None:
    """Another guide has another address without a word of configuration."""
    assert questionnaire(small())["url"] == "https://night-splint-guide.example/fhir/Questionnaire/guide"


def test_item__of_one_choice__has_a_code_for_each_choice_and_one_for_not_sure() -> None:
    """That one is not sure is an answer with a code of its own, which is the same for every question."""
    item = items(guide_of((question("spasm"),)))["spasm"]

    codes = [option["valueCoding"]["code"] for option in item["answerOption"]]

    assert (item["type"], codes) == ("choice", ["spasm.a", "spasm.b", "spasm.c", "not-sure"])


def test_item__of_several_choices__repeats_and_marks_those_that_stand_alone() -> None:
    """A reader that knows the mark clears the others; one that does not loses nothing."""
    item = items(guide_of((question("side", "several", choices=choices(c={"alone": True})),)))["side"]

    alone = [option["valueCoding"]["code"] for option in item["answerOption"] if "extension" in option]

    assert (item["repeats"], alone) == (True, ["side.c", "not-sure"])


def test_item__of_a_number__has_its_unit_and_a_box_beside_it_for_not_sure() -> None:
    """A quantity cannot hold a code, so "not sure" stands in an item of its own."""
    found = items(guide_of((question("sleep", "number"),)))

    assert found["sleep"]["type"] == "quantity"
    assert found["sleep"]["extension"][0]["valueCoding"] == {"code": "hours", "display": "hours"}
    assert [option["valueCoding"]["code"] for option in found["sleep.not-sure"]["answerOption"]] == ["not-sure"]
    assert "sleep.not-sure" not in items(guide_of((question("sleep", "number", not_sure=False),)))


def test_item__of_importance__is_a_group_with_an_item_for_each_concern_and_one_to_repeat() -> None:
    """A concern in the person's own words has the same levels as those of the guide."""
    found = items(guide_of((question("matters", "importance", own_words=True),)))

    levels = [option["valueCoding"]["code"] for option in found["matters.own:concern.level"]["answerOption"]]

    assert found["matters"]["type"] == "group"
    assert levels == ["importance:not-at-all", "importance:a-little", "importance:a-lot", "not-sure"]
    assert found["matters.a"]["answerOption"] == found["matters.own:concern.level"]["answerOption"]
    assert found["matters.own:concern"]["repeats"] is True


def test_item__of_words__takes_as_much_as_an_answer_can_hold() -> None:
    """What fits there fits here."""
    item = items(guide_of((question("hope", "words", hint="One line."),)))

    assert (item["hope"]["type"], item["hope"]["maxLength"]) == ("text", 5000)
    assert item["hope.hint:help"]["text"] == "One line."
    assert item["hope.why:help"]["text"] == "Why."


def test_warnings_and_urgent_help__of_the_shipped_guide__stand_in_the_form_too() -> None:
    """Whoever fills the form in elsewhere is told where to get help, by the answer that calls for it."""
    found = items(shipped())

    assert found["pump-trouble.urgent:help"]["enableWhen"][0]["answerCoding"]["code"] == "pump-trouble.yes"
    assert found["screen:tablets-so-far.warning:stopping-suddenly"]["text"].startswith("Warning: ")


def test_item__of_a_question_on_the_short_way__is_marked_and_no_other_is() -> None:
    """The mark is the guide's own; a reader that passes it over asks all questions."""
    url = "https://baclofen-pump-conversation-guide.example/fhir/StructureDefinition/short-way"
    found = items(shipped())
    marked = {link for link, item in found.items() if any(mark["url"] == url for mark in item.get("extension", ()))}

    on_it = {name for name, question in shipped().questions.items() if question.short}
    assert {link.removesuffix(".not-sure") for link in marked} == on_it
    assert on_it < set(shipped().questions)


def conditional(condition: Condition) -> dict[str, dict[str, Any]]:
    """The items of a guide in which a question is asked under a condition on a number and a choice."""
    later = question("later", show_if=condition)
    return items(guide_of((question("spasm"), question("sleep", "number"), later, question("last"))))


def test_condition__of_one_clause__is_one_clause_without_a_behavior() -> None:
    """FHIR names the behaviour only where there are several clauses."""
    later = conditional(when("spasm", "!=", "a"))["later"]

    (only,) = later["enableWhen"]
    assert (only["operator"], only["answerCoding"]["code"]) == ("!=", "spasm.a")
    assert "enableBehavior" not in later


def test_condition__that_compares_a_number__has_its_unit() -> None:
    """Quantities of different units cannot be compared."""
    clause = conditional(when("sleep", "<", 6))["later"]["enableWhen"][0]

    assert clause["answerQuantity"] == {"value": 6, "unit": "hours", "code": "hours"}


def test_condition__that_compares_words__has_them_as_text() -> None:
    """A kind of question without choices or numbers is compared as it is written."""
    later = question("later", show_if=when("hope", "=", "walk"))
    found = items(guide_of((question("hope", "words"), later)))

    assert found["later"]["enableWhen"] == [{"question": "hope", "operator": "=", "answerString": "walk"}]


def test_condition__that_a_number_exists__looks_at_the_box_beside_it_too() -> None:
    """Who is not sure has answered."""
    there, gone = (conditional(when("sleep", "exists", value))["later"] for value in (True, False))

    assert [clause["question"] for clause in there["enableWhen"]] == ["sleep", "sleep.not-sure"]
    assert (there["enableBehavior"], gone["enableBehavior"]) == ("any", "all")


def test_condition__of_all_with_a_number_that_exists__is_said_in_a_group_around_the_item() -> None:
    """One list cannot say "this, and one of those two"; a list inside a list can."""
    clauses = (clause("sleep", "exists", True), clause("spasm", "=", "a"))
    found = conditional(Condition(all=clauses))

    assert found["later:when-1"]["enableBehavior"] == "any"
    assert [item["linkId"] for item in found["later:when-1"]["item"]] == ["later"]
    assert [part["question"] for part in found["later"]["enableWhen"]] == ["spasm"]


def test_condition__of_any_with_a_number_that_does_not_exist__is_said_in_two_lists() -> None:
    """What is "this, or neither of two" is "this or not the one, and this or not the other"."""
    clauses = (clause("spasm", "=", "a"), clause("sleep", "exists", False))
    found = conditional(Condition(any=clauses))

    assert [part["question"] for part in found["later:when-1"]["enableWhen"]] == ["spasm", "sleep"]
    assert [part["question"] for part in found["later"]["enableWhen"]] == ["spasm", "sleep.not-sure"]


def test_condition__that_all_questions_of_a_screen_share__is_that_of_its_group() -> None:
    """No heading stands over nothing."""
    condition = when("spasm", "=", "a")
    later = (question("one-more", show_if=condition), question("another", show_if=condition))
    found = items(guide_of((question("spasm"),), later))

    assert found["screen:screen-2"]["enableWhen"] == found["one-more"]["enableWhen"]


def choices(**more: dict[str, bool]) -> tuple[dict[str, Any], ...]:
    return tuple({"id": letter, "label": letter.upper(), **more.get(letter, {})} for letter in "abc")


def clause(asked: str, operator: str, value: str | int | bool) -> Clause:
    return Clause.model_validate({"question": asked, "operator": operator, "value": value})
