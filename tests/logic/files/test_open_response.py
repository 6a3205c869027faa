"""A response that another program made from our questionnaire, opened like a save file."""

import json
from typing import Any

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.content.content import Content, Renamed
from logic.files.open_file import Misfit, Opened
from logic.files.open_pdf import open_any
from logic.files.save_file import save
from logic.outputs.fhir.document import answers_alone, document_bundle
from tests.builders import SAVED_AT, guide_of, question, shipped
from tests.fhir_made import NAMES, by_chance, file_of, persona, response_of

GUIDE = guide_of(
    (question("spasm"), question("side", "several"), question("sleep", "number"), question("hope", "words")),
    (question("matters", "importance", own_words=True),),
)
CODES = "https://night-splint-guide.example/fhir/CodeSystem/answers"


def coded(code: str, system: str = CODES) -> dict[str, Any]:
    return {"valueCoding": {"system": system, "code": code}}


def opened(*items: Any, content: Content = GUIDE, **more: Any) -> Opened:
    """What comes out of a response with these items."""
    url = "https://night-splint-guide.example/fhir/Questionnaire/guide|1.0"
    resource = {"resourceType": "QuestionnaireResponse", "questionnaire": url, "item": list(items), **more}
    return open_any(content, json.dumps(resource).encode())


def answer(link: str, *values: Any) -> dict[str, Any]:
    return {"linkId": link, "answer": list(values)}


def given(result: Opened) -> dict[str, Any]:
    assert result.answers is not None
    return dict(result.answers.given)


@pytest.mark.parametrize("name", NAMES)
def test_response__of_each_persona__brings_back_all_that_is_on_the_route(name: str) -> None:
    """What the guide writes it opens, with the version and the time it was made."""
    here = persona(name)
    result = open_any(shipped(), json.dumps(answers_alone(here, SAVED_AT)).encode())

    on_route = {step.question.id: step.answer for step in here.steps if step.answer is not None}
    assert {key: str(value).split() for key, value in given(result).items()} == {
        key: str(value).split() for key, value in on_route.items()
    }
    assert (result.content, result.saved_at, result.misfits) == (shipped().guide.version, SAVED_AT.isoformat(), ())


@pytest.mark.parametrize("seed", range(20))
def test_response__of_answers_by_chance__gives_the_same_response_again(seed: int) -> None:
    """Once out, in and out again is the same, people apart."""
    first = answers_alone(by_chance(seed), SAVED_AT)
    result = open_any(shipped(), json.dumps(first).encode())

    assert result.answers is not None
    assert response_of(shipped(), result.answers)["item"] == first["item"]


def test_response__within_a_document__opens_too() -> None:
    """The bundle that a clinic has filed can be opened again, PDF and all."""
    bundle = document_bundle(file_of(persona("ms-tablets")))

    assert given(open_any(shipped(), json.dumps(bundle).encode()))["who-answers"] == "person"


def test_response__nested_flat_or_under_answers__is_read_wherever_its_items_stand() -> None:
    """Other programs build their trees in their own way."""
    under = {"linkId": "spasm", "answer": [{**coded("spasm.b"), "item": [answer("side", coded("side.a"))]}]}
    result = opened(under, {"linkId": "group", "item": [answer("sleep", {"valueQuantity": {"value": 7.0}})]})

    assert given(result) == {"spasm": "b", "side": ("a",), "sleep": 7}


def test_response__with_concerns_and_questions__brings_them_back() -> None:
    """Concerns in own words with their levels, questions kept and written, observations."""
    kept = shipped().not_covered[0].id
    answers = Answers(
        {"matters-living": {"fewer-visits": "a-lot", "cost-and-cover": "not-sure"}},
        (AddedConcern("Dog.", "not-sure"), AddedConcern("Cat.")),
        ToAsk((kept,), (), ("And then?",)),
        {"body": "Walks."},
    )
    result = open_any(shipped(), json.dumps(response_of(shipped(), answers)).encode())

    assert result.answers == answers
    assert result.misfits == ()


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([coded("spasm.a", "http://other.example")], "other system"),
        ([coded("side.a")], "code of another question"),
        ([coded("spasm.z")], "no such choice"),
        ([coded("spasm.a"), coded("spasm.b")], "two answers"),
        ([{"valueBoolean": True}], "another type"),
        ([{"valueString": "yes"}], "text"),
        (["spasm.a"], "no value at all"),
        ([{"valueCoding": {"system": CODES, "code": 7}}], "a code that is no text"),
    ],
)
def test_response__with_an_answer_that_is_not_of_the_guide__keeps_it_aside(values: list[Any], kept: str) -> None:
    """Nothing is taken for what it is not, and nothing is dropped."""
    result = opened(answer("spasm", *values))

    assert given(result) == {}
    assert [misfit.what for misfit in result.misfits] == ["spasm"], kept


@pytest.mark.parametrize("value", [{"value": 7, "unit": "days"}, {"value": "7"}, {"value": 7.5}, {"value": 99}, {}, 7])
def test_response__with_another_quantity__is_not_read_as_hours(value: object) -> None:
    """Seven days are not seven hours."""
    result = opened(answer("sleep", {"valueQuantity": value}))

    assert given(result) == {}
    assert [misfit.what for misfit in result.misfits] == ["sleep"]


def test_response__with_unknown_or_broken_items__lists_them_to_the_person() -> None:
    """Items without a link id, answers that are no list, and questions that the guide never had."""
    result = opened(answer("never-asked", {"valueString": "x"}), 7, {"linkId": "hope", "answer": "y"}, answer("spasm"))

    assert given(result) == {}
    assert {misfit.what for misfit in result.misfits} == {"never-asked", "response_items"}


def test_response__with_parts_that_a_question_does_not_have__keeps_them_together() -> None:
    """An older version may have asked it row by row."""
    result = opened(answer("spasm.left", coded("spasm.a")), answer("spasm.right", coded("spasm.b")))

    assert result.misfits == (Misfit("spasm", '{"left": "a", "right": "b"}'),)


def test_response__of_another_version__has_its_old_names_carried_over() -> None:
    """Renamed questions and choices come along as they do from a save file."""
    renamed = Renamed(questions={"cramp": "spasm"}, choices={"spasm": {"old-a": "a"}})
    guide = guide_of((question("spasm"),), renamed=renamed)
    result = opened(answer("cramp", coded("cramp.old-a")), content=guide)

    assert (given(result), result.carried) == ({"spasm": "a"}, ("spasm",))


@pytest.mark.parametrize(
    ("resource", "refusal"),
    [
        ({"resourceType": "Patient"}, "response-none"),
        ({"resourceType": "Bundle"}, "response-none"),
        ({"resourceType": "Bundle", "entry": [1, {"resource": 2}]}, "response-none"),
        ({"resourceType": "QuestionnaireResponse"}, "response-foreign"),
        ({"resourceType": "QuestionnaireResponse", "questionnaire": "https://other.example|1"}, "response-foreign"),
    ],
)
def test_resource__that_holds_no_answers_to_this_guide__is_refused_in_plain_words(
    resource: dict[str, Any], refusal: str
) -> None:
    """The reason has words of its own."""
    result = open_any(GUIDE, json.dumps(resource).encode())

    assert (result.answers, result.refusal) == (None, refusal)
    assert GUIDE.say(f"open.{refusal}")


def test_bundle__with_two_responses_to_this_guide__is_refused() -> None:
    """Which one is meant is for the person to say."""
    entry = {"resource": response_of(GUIDE, Answers())}
    result = open_any(GUIDE, json.dumps({"resourceType": "Bundle", "entry": [entry, entry]}).encode())

    assert result.refusal == "response-several"


def test_response__nested_ten_thousand_deep__is_refused_before_anything_walks_it() -> None:
    """Neither the parser nor the reader falls."""
    deep = '{"item":[' * 10_000 + "1" + "]}" * 10_000
    texts = (deep, '{"resourceType":"QuestionnaireResponse","item":[' + deep + "]}")

    assert [open_any(GUIDE, text.encode()).refusal for text in texts] == ["too-deep", "too-deep"]


def test_response__with_ten_thousand_items__is_read_in_one_go() -> None:
    """Wide is no harm: what fits comes over, the rest is kept."""
    result = opened(*(answer(f"made-up-{number}", {"valueString": "x"}) for number in range(10_000)))

    assert len(result.misfits) == 10_000


@pytest.mark.parametrize("wrong", [None, 7, "x", [], {}, [None], [[]], {"linkId": 1}, [{"linkId": "spasm", "item": 3}]])
def test_response__with_wrong_types_anywhere__never_raises_and_can_be_saved(wrong: object) -> None:
    """Whatever is opened can be saved and opened again."""
    items = [wrong, answer("spasm", wrong), {"linkId": "matters.own:concern", "item": wrong}]
    for result in (opened(*items), opened(item=wrong), opened(authored=wrong)):
        assert result.answers is not None
        assert open_any(GUIDE, save(GUIDE, result.answers, SAVED_AT).encode()).answers == result.answers
