"""The command line's files for a clinic's computer: each is what the guide makes, and is opened again."""

import json
from pathlib import Path
from typing import Any

import pytest
from jwcrypto import jwe, jwk

from logic.__main__ import main
from logic.content.questions import Section
from logic.files.open_pdf import open_any
from logic.outputs.drawing import pdf
from logic.outputs.drawing.pdf_size import TooLong
from logic.outputs.fhir.questionnaire import code_system, questionnaire
from tests.builders import PERSONAS, ROOT, shipped, small
from tests.fhir_made import accepted

FAMILY, THERAPIST = (str(PERSONAS / f"{name}.json") for name in ("parent-cp", "stroke-few-muscles"))


def made(tmp_path: Path, to: str, *more: str) -> dict[str, Any]:
    """The resource that a command writes."""
    out = tmp_path / "out.json"
    assert main(["summary", FAMILY, "--to", to, "--out", str(out), *more]) == 0
    return accepted(json.loads(out.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("to", "kind"),
    [("fhir", "QuestionnaireResponse"), ("fhir-document", "Bundle"), ("patient-shared", "Bundle")],
)
def test_summary__to_each_file_for_a_clinic__is_a_resource_that_others_read(tmp_path: Path, to: str, kind: str) -> None:
    """The same answers on the same day give the same file."""
    assert made(tmp_path, to)["resourceType"] == kind
    assert made(tmp_path, to) == made(tmp_path, to)


def test_summary__to_fhir_and_opened_again__gives_the_answers(tmp_path: Path) -> None:
    """A response is a way in as well as out, and a summary is made of it like of a save file."""
    made(tmp_path, "fhir")
    again = tmp_path / "again.json"

    assert main(["summary", str(tmp_path / "out.json"), "--to", "fhir", "--out", str(again)]) == 0
    first, second = (json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("out.json", "again.json"))
    assert first["item"] == second["item"]
    assert open_any(shipped(), again.read_bytes()).misfits == ()


def test_summary__with_a_section_left_out__has_none_of_its_answers(tmp_path: Path) -> None:
    """What is kept back is kept back in every file."""
    first: Section = shipped().sections[1]
    made(tmp_path, "fhir", "--leave-out", first.id)

    assert f"section:{first.id}" not in (tmp_path / "out.json").read_text(encoding="utf-8")


def test_summary__locked__comes_with_its_key_in_a_file_of_its_own(tmp_path: Path) -> None:
    """The file opens with that key, by another hand than ours."""
    out, key = tmp_path / "story.jwe", tmp_path / "story.key"
    assert main(["summary", FAMILY, "--to", "patient-shared", "--lock", str(key), "--out", str(out)]) == 0

    opened = jwe.JWE()
    opened.deserialize(out.read_text(encoding="utf-8"), jwk.JWK(kty="oct", k=key.read_text(encoding="utf-8").strip()))
    assert json.loads(opened.payload)["type"] == "collection"


def test_summary__of_a_therapist_to_patient_shared__says_why_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """The draft's label would say that the words are the patient's."""
    assert main(["summary", THERAPIST, "--to", "patient-shared"]) == 1
    assert shipped().say("fhir.not-shared") in capsys.readouterr().err


@pytest.mark.parametrize("to", ["fhir-document", "patient-shared"])
def test_summary__too_long_for_a_pdf__gives_no_file_around_one(
    to: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the PDF the file would not hold what it says; the answers alone can still be had."""

    def refuse(*_: object, **__: object) -> None:
        raise TooLong

    monkeypatch.setattr(pdf, "render", refuse)

    assert main(["summary", FAMILY, "--to", to]) == 1
    assert shipped().say("pdf.too-long") in capsys.readouterr().err


def test_questionnaire__to_fhir_and_its_codes__are_the_outputs(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The command line adds nothing of its own, for any guide."""
    content = ["--content", str(ROOT / "tests" / "fixtures" / "small")]
    for to, make in (("fhir", questionnaire), ("fhir-codes", code_system)):
        assert main(["questionnaire", "--to", to, *content]) == 0
        assert json.loads(capfdbinary.readouterr().out) == make(small())
