"""Our questionnaire and responses in LHC-Forms: drawn, branched, filled in and exported by software of others."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from logic.answers.answers import Answers
from logic.answers.fhir_values import values_of
from logic.answers.journey import Journey, journey, with_way
from logic.content.kinds.answer import State
from logic.content.questions import ALL
from logic.outputs.fhir.document import answers_alone
from logic.outputs.fhir.questionnaire import questionnaire
from logic.outputs.fhir.response import filled
from tests.browser.conftest import Watched
from tests.browser.fhir.lhc_forms import ABSENT, Forms, forms_in, is_here, without_empty_groups
from tests.builders import SAVED_AT, shipped
from tests.fhir_made import NAMES, by_chance, persona
from tests.fhir_rules.faults import items_in
from ui.session.guide_content import say

pytestmark = pytest.mark.skipif(not is_here(), reason=ABSENT)

FORM = questionnaire(shipped())
SEEDS = int(os.environ.get("SEEDS", "12"))
"""In each run of the tests; scripts/soak takes another number."""
AT_ONCE = 6
BY_HAND = NAMES if "SEEDS" in os.environ else ("ms-tablets", "mostly-open", "stroke-few-muscles")
"""Who fills in the form by hand: LHC-Forms thinks about each answer, and scripts/soak has the time for all."""


@pytest.fixture(scope="module")
def forms(chromium: Browser) -> Iterator[Forms]:
    """One page for all; at the end it has complained of nothing and asked nobody else for anything."""
    with forms_in(chromium) as made:
        yield made
        assert made.complaints == []


def asked(here: Journey) -> set[str]:
    """What is asked through all questions: the form marks the short way, and a reader may pass the mark over."""
    here = with_way(here, ALL)
    return {step.question.id for step in here.steps if step.state is not State.NOT_ASKED}


def with_all_that_was_said(here: Journey) -> dict[str, Any]:
    """The response with the answers off the route in it, which LHC-Forms has to find out by itself."""
    said: dict[str, Any] = {}
    for name, answer in here.answers.given.items():
        said |= values_of(shipped(), shipped().questions[name], answer)
    made = answers_alone(journey(shipped(), here.answers), SAVED_AT)
    rest = {item["linkId"]: item["answer"] for item in items_in(made) if "answer" in item}
    own = [item for item in items_in(made) if item["linkId"].endswith("own:concern")]
    groups = {item["linkId"]: [_values(each) for each in own] for item in own}
    return {**made, "item": list(filled(FORM["item"], {**rest, **said}, groups))}


def _values(group: Any) -> dict[str, Any]:
    return {item["linkId"]: item["answer"] for item in group["item"]}


def test_form__drawn_by_lhc_forms__shows_what_our_journey_asks_first(forms: Forms) -> None:
    """Without an answer the same questions are asked."""
    forms.draw(FORM)

    assert forms.shown() & set(shipped().questions) == asked(journey(shipped(), Answers()))


@pytest.mark.parametrize("name", NAMES)
def test_response__of_each_persona_filled_in__comes_out_as_it_went_in(forms: Forms, name: str) -> None:
    """Loaded and exported again it is the same, item by item, in the same form."""
    made = answers_alone(persona(name), SAVED_AT)
    forms.draw(FORM, made)
    out = forms.exported()

    assert out["item"] == made["item"]
    assert out["questionnaire"] == made["questionnaire"]
    assert forms.shown() & set(shipped().questions) == asked(persona(name))


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_answers_by_chance__on_the_route_and_off__branch_there_as_here(forms: Forms, first: int) -> None:
    """LHC-Forms shows the same questions, and exports what counts and nothing else."""
    for seed in range(first, min(first + AT_ONCE, SEEDS)):
        here = by_chance(seed)
        forms.draw(FORM, with_all_that_was_said(here))

        assert forms.shown() & set(shipped().questions) == asked(here), seed
        out = list(without_empty_groups(forms.exported().get("item", [])))
        assert out == answers_alone(here, SAVED_AT).get("item", []), seed


@pytest.mark.parametrize("seed", range(0, SEEDS, 8))
def test_response__by_chance_filled_in__comes_out_as_it_went_in(forms: Forms, seed: int) -> None:
    """What is on the route alone leaves no empty group behind either."""
    made = answers_alone(by_chance(seed), SAVED_AT)
    forms.draw(FORM, made)

    assert forms.exported().get("item", []) == made["item"]


@pytest.mark.parametrize("name", BY_HAND)
def test_form__played_by_hand_as_a_persona__gives_their_response(forms: Forms, name: str) -> None:
    """Every answer is clicked or typed. Concerns and questions of their own come in by being loaded, not by hand."""
    said = persona(name).answers
    made = answers_alone(journey(shipped(), Answers(said.given)), SAVED_AT)
    forms.draw(FORM)
    for item in items_in(made):
        if "answer" in item:
            forms.play(dict(item))

    assert forms.shown() & set(shipped().questions) == asked(journey(shipped(), said))
    assert forms.exported()["item"] == made["item"]


def test_response__exported_there__opens_in_the_guide(forms: Forms, guide: Watched, tmp_path: Path) -> None:
    """A person takes what the clinic's program gave them back to Start and goes on."""
    forms.draw(FORM, answers_alone(persona("ms-tablets"), SAVED_AT))
    file = tmp_path / "from-the-clinic.json"
    file.write_text(json.dumps(forms.exported()), encoding="utf-8")
    count = sum(step.answer is not None for step in persona("ms-tablets").steps)

    page = guide.open()
    page.locator("input[type=file]").set_input_files(file)

    expect(page.get_by_text(say("open.taken", count=count))).to_be_visible()


def test_response__to_another_questionnaire__is_refused_and_nothing_is_lost(guide: Watched, tmp_path: Path) -> None:
    """The screen says why in plain words."""
    file = tmp_path / "other.json"
    other = {"resourceType": "QuestionnaireResponse", "questionnaire": "https://other.example"}
    file.write_text(json.dumps(other), encoding="utf-8")

    page = guide.open()
    page.locator("input[type=file]").set_input_files(file)

    expect(page.get_by_text(say("open.response-foreign"))).to_be_visible()
