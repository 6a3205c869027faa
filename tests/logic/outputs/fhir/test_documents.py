"""The two bundles and the locked file: accepted by other hands, and nothing in them acts."""

import base64
import json
from xml.etree.ElementTree import fromstring

import pytest
from jwcrypto import jwe, jwk

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.outputs.document import BodyFigure, Bullet, Bullets, Caption, Line, Lines, Paragraph, Table
from logic.outputs.fhir.document import as_json, document_bundle
from logic.outputs.fhir.encrypted import encrypted, new_key
from logic.outputs.fhir.narrative import narrative
from logic.outputs.fhir.patient_shared import patient_shared
from logic.summary.charts import Chart
from tests.builders import shipped
from tests.fhir_made import NAMES, NASTY, accepted, by_chance, file_of, persona
from tests.fhir_rules.bundles import document_faults, encrypted_faults, shared_faults

BY_A_THERAPIST = "stroke-few-muscles"


@pytest.mark.parametrize("name", NAMES)
def test_document__of_each_persona__breaks_no_rule_and_is_accepted_by_other_hands(name: str) -> None:
    """It holds the summary in words, the response and the PDF, the patient's story first."""
    file = file_of(persona(name))
    bundle = document_bundle(file)

    assert document_faults(bundle) == []
    assert accepted(bundle)["type"] == "document"
    composition, *others = (entry["resource"] for entry in bundle["entry"])
    assert composition["section"][0]["code"]["coding"][0]["code"] == "81338-6"
    assert {part.heading for part in file.document.parts if part.heading} <= {
        item["title"] for item in composition["section"]
    }
    assert {"Patient", "QuestionnaireResponse", "DocumentReference"} <= {item["resourceType"] for item in others}


def test_document__made_twice__is_the_same_and_another_persons_is_not() -> None:
    """Its addresses follow from what it says, so that filing it twice is filing it once."""
    first, again, other = (document_bundle(file_of(by_chance(seed))) for seed in (1, 1, 2))

    assert first == again
    assert {entry["fullUrl"] for entry in first["entry"]} & {entry["fullUrl"] for entry in other["entry"]} == set()


def test_document__with_a_therapists_observations__says_that_they_are_not_the_patients_words() -> None:
    """Their section has an author of its own."""
    here = journey(shipped(), Answers({"who-answers": "person"}, observations={"body": "Walks with a stick."}))
    bundle = document_bundle(file_of(here))

    sections = bundle["entry"][0]["resource"]["section"]
    (theirs,) = [section for section in sections if "author" in section]
    author = theirs["author"][0]["reference"]
    assert "Walks with a stick." in theirs["text"]["div"]
    assert [e["resource"]["resourceType"] for e in bundle["entry"] if e["fullUrl"] == author] == ["Practitioner"]
    assert document_faults(bundle) == []


def test_document__of_hostile_words__shows_them_as_words() -> None:
    """A tag that a person typed is text in the narrative, and what no XML can hold is gone."""
    here = journey(shipped(), Answers({"name": NASTY, "hope": NASTY, "deal-breaker": NASTY}))
    bundle = document_bundle(file_of(here))

    assert document_faults(bundle) == []
    divs = [section["text"]["div"] for section in bundle["entry"][0]["resource"]["section"]]
    assert any("<script>alert(1)</script>" in "".join(fromstring(div).itertext()) for div in divs)  # noqa: S314 - it is our own page
    assert "\\u0001" not in as_json(bundle).decode()


def test_document__with_parts_left_out__tells_nothing_of_them() -> None:
    """Neither that something matters nor that nothing does."""
    left_out = frozenset(section.id for section in shipped().sections[1:])
    bundle = document_bundle(file_of(journey(shipped(), Answers()), left_out))

    story = bundle["entry"][0]["resource"]["section"][0]
    assert (
        story["text"]["div"] == '<div xmlns="http://www.w3.org/1999/xhtml"><p>Nothing was said in this part.</p></div>'
    )
    assert document_faults(bundle) == []


def test_narrative__of_every_kind_of_block__says_all_that_the_block_says() -> None:
    """A figure is told by the lines beside it, and so is left out."""
    blocks = (
        Paragraph("One\ntwo"),
        Lines((Line("Label", "Value"),)),
        Bullets((Bullet("Item", "Note"),)),
        Table("Caption", ("Head", "Column"), ((("Row",), ("Cell", "More")),)),
        Chart("Chart", "axis", 1, (), (), "In words"),
        BodyFigure("Body", "Marked", (Caption("Front", "L", "R"),), ()),
    )

    assert narrative(blocks)["div"] == (
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two</p><dl><dt>Label</dt><dd>Value</dd></dl>'
        "<ul><li>Item<br/>Note</li></ul><table><caption>Caption</caption><thead><tr><th>Head</th><th>Column</th></tr>"
        "</thead><tbody><tr><td>Row</td><td>Cell<br/>More</td></tr></tbody></table><p>Chart</p><p>In words</p></div>"
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name != BY_A_THERAPIST])
def test_shared_bundle__of_each_persona__keeps_every_rule_of_the_draft(name: str) -> None:
    """A patient, and the PDF as the patient's own story."""
    file = file_of(persona(name))
    bundle = patient_shared(file)

    assert bundle is not None
    assert shared_faults(bundle) == []
    assert accepted(bundle)["type"] == "collection"
    assert base64.b64decode(bundle["entry"][1]["resource"]["content"][0]["attachment"]["data"]) == file.pdf


def test_shared_bundle__of_a_relative__names_the_patient_and_who_wrote_it() -> None:
    """The draft has the patient as an author; that the words are another's is said as well."""
    bundle = patient_shared(file_of(journey(shipped(), Answers({"who-answers": "family"}))))

    assert bundle is not None
    story = bundle["entry"][1]["resource"]
    assert [author["reference"] for author in story["author"]] == [bundle["entry"][0]["fullUrl"], "#writer"]
    assert story["contained"][0]["resourceType"] == "RelatedPerson"
    assert shared_faults(bundle) == []


def test_shared_bundle__of_a_therapist__is_not_made() -> None:
    """A professional's words are not the patient's own, and the draft's label would say they are."""
    assert patient_shared(file_of(journey(shipped(), Answers({"who-answers": "therapist"})))) is None


def test_locked_file__opened_by_another_implementation__holds_the_bundle() -> None:
    """The key opens it, and no other key does."""
    data, key = as_json({"resourceType": "Bundle", "name": "Ünïcode"}), new_key()
    text = encrypted(data, key)

    opened = jwe.JWE()
    opened.deserialize(text, jwk.JWK(kty="oct", k=key))

    assert len(key) == 43
    assert opened.payload == data
    assert json.loads(opened.objects["protected"]) == {"alg": "dir", "enc": "A256GCM", "cty": "application/fhir+json"}
    assert encrypted_faults(text) == []
    with pytest.raises(jwe.InvalidJWEData):
        jwe.JWE().deserialize(text, jwk.JWK(kty="oct", k=new_key()))


def test_locked_file__made_twice_with_one_key__starts_from_another_value() -> None:
    """To use a start value again would give the content away."""
    key = new_key()

    assert encrypted(b"{}", key) != encrypted(b"{}", key)
    assert new_key() != key
