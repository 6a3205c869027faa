"""The response: what was answered on the route and nothing else, as data that fits the questionnaire."""

from typing import Any

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.journey import Journey
from logic.content import fhir_names as names
from logic.outputs.fhir.document import answers_alone
from logic.outputs.fhir.questionnaire import questionnaire
from tests.builders import SAVED_AT, guide_of, question, shipped, small, when
from tests.fhir_made import NAMES, accepted, by_chance, persona, response_of
from tests.fhir_rules.faults import items_in
from tests.fhir_rules.response import response_faults


def answered(response: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The answers of a response by link id."""
    return {item["linkId"]: list(item["answer"]) for item in items_in(response) if "answer" in item}


@pytest.mark.parametrize("name", NAMES)
def test_response__of_each_persona__fits_the_questionnaire_by_our_rules_and_by_other_hands(name: str) -> None:
    """Everything in it is of an item of the form that is enabled, and the library reads it."""
    made = answers_alone(persona(name), SAVED_AT)

    assert response_faults(questionnaire(shipped()), made) == []
    assert accepted(made)["authored"] == SAVED_AT


@pytest.mark.parametrize("here", [by_chance(seed) for seed in range(40)])
def test_response__of_answers_by_chance__holds_those_on_the_route_by_fhirs_own_meaning(here: Journey) -> None:
    """Our journey and a walk over the form agree on what is asked."""
    made = answers_alone(here, SAVED_AT)
    on_route = {step.question.id for step in here.steps if step.answer is not None}

    assert response_faults(questionnaire(shipped()), made) == []
    links = {link for link in answered(made) if names.OWN not in link}
    assert {link.partition(".")[0] for link in links} & set(shipped().questions) == on_route


def test_response__of_not_sure_and_of_what_is_open__tells_the_two_apart() -> None:
    """One has a code, the other is not there; so has a number that nobody is sure of."""
    guide = guide_of((question("spasm"), question("pain"), question("sleep", "number")))
    found = answered(response_of(guide, Answers({"spasm": "not-sure", "sleep": "not-sure"})))

    assert {link: values[0]["valueCoding"]["code"] for link, values in found.items()} == {
        "spasm": "not-sure",
        "sleep.not-sure": "not-sure",
    }


def test_response__of_every_kind__has_values_of_its_own_type() -> None:
    """A code for each choice, a number with its unit, words as they are without the room around them."""
    asked = (question("side", "several"), question("sleep", "number"), question("hope", "words"))
    found = answered(response_of(guide_of(asked), Answers({"side": ("a", "c"), "sleep": 7, "hope": "  Walk.\n"})))

    assert [value["valueCoding"]["code"] for value in found["side"]] == ["side.a", "side.c"]
    assert found["sleep"] == [{"valueQuantity": {"value": 7, "unit": "hours", "code": "hours"}}]
    assert found["hope"] == [{"valueString": "Walk."}]


def test_response__with_an_answer_off_the_route__leaves_it_out() -> None:
    """What counts for nothing in the guide counts for nothing there."""
    guide = guide_of((question("spasm"), question("night", show_if=when("spasm", "=", "a"))))

    assert set(answered(response_of(guide, Answers({"spasm": "b", "night": "a"})))) == {"spasm"}


def test_response__of_concerns_and_questions_in_own_words__has_each_with_its_level() -> None:
    """Blank ones say nothing; what was dropped is nobody's business."""
    ask = {"id": "ask-why", "when": ("a",), "question": "Why so?", "reason": "You said so."}
    matters = question("matters", "importance", own_words=True)
    guide = guide_of((question("spasm", ask=(ask,)), matters))
    concerns = (AddedConcern("My dog.", "a-lot"), AddedConcern("Rain."), AddedConcern(" "))
    made = response_of(guide, Answers({"matters": {"a": "not-sure"}}, concerns, ToAsk(own=("And then?", " "))))

    own = [item for item in items_in(made) if item["linkId"] == "matters.own:concern"]

    assert [[part["linkId"].rpartition(".")[2] for part in item["item"]] for item in own] == [
        ["text", "level"],
        ["text"],
    ]
    assert own[0]["item"][1]["answer"][0]["valueCoding"]["code"] == "importance:a-lot"
    assert answered(made)["matters.a"][0]["valueCoding"]["code"] == "not-sure"


def test_response__of_questions_for_the_doctor__has_those_kept_by_code_and_those_written_as_text() -> None:
    """They stand where the guide asks for them."""
    kept = next(iter(shipped().not_covered)).id
    found = answered(response_of(shipped(), Answers(to_ask=ToAsk((kept,), ("open-unclear-trial",), ("And then?",)))))

    (first, second) = found["questions-for-the-doctor:asked"]
    assert (first["valueCoding"]["code"], second) == (f"ask:{kept}", {"valueString": "And then?"})


def test_response__with_a_therapists_observations__keeps_them_in_a_group_of_their_own() -> None:
    """They are no answer of the person."""
    made = response_of(shipped(), Answers(observations={"body": "Walks with a stick."}))

    (group,) = made["item"]
    assert (group["linkId"], group["item"][0]["linkId"]) == ("observations:therapist", "observation:body")


@pytest.mark.parametrize(
    ("voice", "kind"), [("person", None), ("family", "RelatedPerson"), ("therapist", "Practitioner"), (None, None)]
)
def test_response__of_each_voice__says_whose_answers_they_are(voice: str | None, kind: str | None) -> None:
    """The voice is author and source; the patient is the subject, with the name and no identifier."""
    given = {"name": " Ana \n Maria "} | ({"who-answers": voice} if voice else {})
    made = response_of(shipped(), Answers(given))

    assert made["author"] == made["source"]
    assert made["subject"] == {"reference": "#patient", "display": "Ana Maria"}
    assert made["author"]["reference"] == ("#writer" if kind else "#patient")
    assert [person["resourceType"] for person in made["contained"]] == ["Patient", *([kind] if kind else [])]
    assert made["contained"][0] == {"resourceType": "Patient", "name": [{"text": "Ana Maria"}], "id": "patient"}


def test_response__without_a_name__says_that_the_name_is_not_known() -> None:
    """Nothing is made up in its place, and the questionnaire is named with its version."""
    made = response_of(small(), Answers())

    assert made["contained"][0]["name"][0]["extension"][0]["valueCode"] == "unknown"
    assert made["questionnaire"] == "https://night-splint-guide.example/fhir/Questionnaire/guide|1.0"
    assert "item" not in made or made["item"] == []
