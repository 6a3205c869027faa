"""Files for a clinic's computer that the tests share, and the answers they are made from."""

from typing import Any

from fhir.resources.R4B import get_fhir_model_class

from logic.answers.answers import Answers
from logic.answers.journey import Journey, journey
from logic.content.content import Content
from logic.files.open_file import open_file
from logic.outputs.drawing import pdf
from logic.outputs.fhir.document import ForClinic, answers_alone
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import PERSONAS, SAVED_AT, shipped
from tests.some_answers import some_answers

NAMES = tuple(path.stem for path in sorted(PERSONAS.glob("*.json")))
NASTY = '<script>alert(1)</script> & "quotes" \N{RIGHT-TO-LEFT OVERRIDE}]]>\x01'


def persona(name: str) -> Journey:
    """The journey of one of the made-up people."""
    opened = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes())
    assert opened.answers is not None
    return journey(shipped(), opened.answers)


def by_chance(seed: int) -> Journey:
    """The journey of answers by chance."""
    return journey(shipped(), some_answers(shipped(), seed))


def file_of(here: Journey, left_out: frozenset[str] = frozenset()) -> ForClinic:
    """All that a bundle is made from."""
    summary = summarise(here, SAVED_AT.date(), left_out)
    document = lay_out(summary)
    return ForClinic(here, summary, document, pdf.render(document, made=SAVED_AT).data, SAVED_AT)


def response_of(content: Content, answers: Answers) -> dict[str, Any]:
    """The answers alone."""
    return answers_alone(journey(content, answers), SAVED_AT)


def accepted(resource: dict[str, Any]) -> dict[str, Any]:
    """What the library makes of a resource, which it refuses where it does not fit the models of R4B."""
    model = get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    return dict(model.model_dump())
