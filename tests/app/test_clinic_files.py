"""The files for a clinic's computer, as a real server hands them over: each is opened and holds what it must."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jwcrypto import jwe, jwk
from streamlit.proto.WidgetStates_pb2 import WidgetState

from logic.answers.journey import journey
from logic.files.open_pdf import open_any
from logic.outputs.fhir.questionnaire import questionnaire
from tests.builders import PERSONAS
from tests.fhir_rules.bundles import document_faults, encrypted_faults, shared_faults
from tests.fhir_rules.response import response_faults
from tests.server_process import Server
from tests.visitor import Visitor, visit
from ui.session.guide_content import content, say

ANSWERS = (PERSONAS / "ms-tablets.json").read_text(encoding="utf-8")


@pytest.fixture
def person(server: Server) -> Iterator[Visitor]:
    """Somebody who has answered, at the summary."""
    with visit(server) as visitor:
        visitor.put(ANSWERS)
        visitor.run(page="summary")
        yield visitor


def fetched(person: Visitor, name: str, suffix: str = "json") -> Any:
    _, data, headers = person.download(f"clinic-file-{name}")
    assert headers["content-disposition"].endswith(f'{say(f"clinic.{name}-file")}.{suffix}"')
    return json.loads(data) if suffix == "json" else data.decode()


def test_every_file_can_be_had_and_breaks_no_rule(person: Visitor) -> None:
    """The answers, the document, the story and the questions, each from its button."""
    form = questionnaire(content())

    assert fetched(person, "form") == form
    assert response_faults(form, fetched(person, "answers")) == []
    assert document_faults(fetched(person, "document")) == []
    assert shared_faults(fetched(person, "shared")) == []


def test_the_answers_as_data_open_in_the_guide_again(person: Visitor) -> None:
    """What goes out comes back in; what a person knew of the documents never goes out."""
    back = open_any(content(), json.dumps(fetched(person, "answers")).encode())
    saved = open_any(content(), ANSWERS.encode())

    assert back.answers is not None
    assert saved.answers is not None
    steps = journey(content(), saved.answers).steps
    on_route = {step.question.id for step in steps if step.answer is not None and not step.question.lesson}
    assert set(back.answers.given) == on_route


def test_a_part_left_out_is_left_out_of_the_files(person: Visitor) -> None:
    """The box on the summary is for these files as well."""
    box = next(item.checkbox for item in person.elements if item.checkbox.id.endswith("-leave-out-body"))
    person.run(_tick(box.id), page="summary")

    assert "section:body" not in json.dumps(fetched(person, "answers"))


def test_a_locked_story_opens_with_the_key_on_the_screen_and_with_no_other(person: Visitor) -> None:
    """The key is shown apart and stands in no file."""
    box = next(item.checkbox for item in person.elements if item.checkbox.id.endswith("-clinic-lock"))
    person.run(_tick(box.id), page="summary")
    key = next(item.code.code_text for item in person.elements if item.WhichOneof("type") == "code")
    text = fetched(person, "shared", "jwe")

    assert encrypted_faults(text) == []
    assert key not in text
    opener = jwe.JWE()
    opener.deserialize(text, jwk.JWK(kty="oct", k=key))
    assert shared_faults(json.loads(opener.payload)) == []


def test_a_therapist_gets_every_file_but_the_patients_own_story(server: Server) -> None:
    """The screen says why."""
    with visit(server) as therapist:
        therapist.put((PERSONAS / "stroke-few-muscles.json").read_text(encoding="utf-8"))
        therapist.run(page="summary")

        # Up to the apostrophe, which the message writes in its own way.
        assert say("fhir.not-shared").partition("'")[0] in therapist.texts()
        assert fetched(therapist, "answers")["author"]["reference"] == "#writer"
        assert say("clinic.shared") not in therapist.texts()


def _tick(box: str) -> WidgetState:
    return WidgetState(id=box, bool_value=True)
