"""Rows that are folded, themes and often-asked questions are looked at like all else."""

from dataclasses import replace

from logic.answers.answers import Answers
from logic.checks.outputs_of import outputs_of
from logic.checks.passages import passages
from logic.checks.paths.evidence_shown import EvidenceShown
from tests.builders import document_of as laid_out
from tests.builders import guide_of, question, shipped, small, strings

ALL_MATTER = {
    asked.id: {concern.id: "a-lot" for concern in asked.concerns}
    for asked in shipped().questions.values()
    if asked.concerns
}


def test_shown__folded_row_without_its_sentence__is_found() -> None:
    """Silence that is folded away has to be said in a sentence for each option."""
    made = outputs_of(shipped(), Answers(ALL_MATTER))
    title = shipped().say("compare.silent-title")
    without = tuple(part for part in made.document.parts if part.heading != title)

    assert list(EvidenceShown(shipped()).breaches(made.summary, made.document)) == []
    found = EvidenceShown(shipped()).breaches(made.summary, replace(made.document, parts=without))
    assert {breach.code for breach in found} == {"N007"}


def test_shown__row_that_is_not_printed__is_found() -> None:
    """A row that matters is there, or the walk says so."""
    made = outputs_of(shipped(), Answers(ALL_MATTER))
    row = made.summary.evidence.rows[0]
    without = tuple(part for part in made.document.parts if part.heading != row.name)

    found = EvidenceShown(shipped()).breaches(made.summary, replace(made.document, parts=without))
    assert "N001" in {breach.code for breach in found}


def test_passages__of_themes_and_of_what_people_often_ask__are_read_by_the_checks() -> None:
    """No words of the guide are out of sight of the checks."""
    read = {passage.text for passage in passages(shipped())}

    assert {theme.title for theme in shipped().themes} <= read
    assert {item.about for item in shipped().asked_often} <= read


def test_document__section_with_nothing_to_tell__has_no_heading() -> None:
    """A heading promises something under it; a knowledge item is for the person alone."""
    teaches = {"right": "a", "statements": ("hours-worn/leaflet-a",)}
    guide = small().guide.model_copy(update={"page_one": (), "name": "only", "voice": "only"})
    content = guide_of((question("only", teaches=teaches),), guide=guide)

    assert "Only section" not in strings(laid_out(content, {"only": "a"}))


def test_question__that_asks_for_no_area__names_none() -> None:
    """A figure is drawn for areas of the body alone."""
    assert question("splint").areas("a") == ()
