"""What one path is held to: the evidence shown on others, words without advice, a way on, a file that opens."""

from dataclasses import replace
from typing import Any

import pytest

from logic.checks.outputs_of import outputs_of
from logic.checks.paths.evidence_shown import EvidenceShown
from logic.checks.paths.filling import filled
from logic.checks.paths.printed import Printed
from logic.checks.paths.screen_order import way_breaches
from logic.checks.paths.walk import walk
from logic.outputs.document import with_texts
from tests.builders import codes, small


def test_shown__on_paths_that_differ__is_the_same_evidence() -> None:
    """What a second path shows is held against the first."""
    made = outputs_of(small(), filled(small(), {}, (), 0))
    shown = EvidenceShown(small())
    first = list(shown.breaches(made.summary, made.document))
    parts = tuple(replace(part, blocks=()) if part.heading == "Good things" else part for part in made.document.parts)

    changed = with_texts(made.document, lambda text: text.replace("Six hours.", "Six hours. Quite."))

    assert first == []
    assert [breach.what for breach in shown.breaches(made.summary, changed)] == [
        "good-things of splint changes with the answers"
    ]
    assert codes(shown.breaches(made.summary, replace(made.document, parts=parts))) == ["N001"]


def test_shown__cell_called_not_stated_beside_a_statement__is_found() -> None:
    """A cell says something or says that nothing is said."""
    made = outputs_of(small(), filled(small(), {}, (), 0))
    silence = small().say("summary.not-stated")

    def worse(block: Any) -> Any:
        rows = getattr(block, "rows", None)
        return replace(block, rows=tuple((row[0], (*row[1], silence)) for row in rows)) if rows else block

    parts = tuple(replace(part, blocks=tuple(map(worse, part.blocks))) for part in made.document.parts)
    found = codes(EvidenceShown(small()).breaches(made.summary, replace(made.document, parts=parts)))

    assert set(found) == {"N007"}


def test_printed__the_same_string_again__is_read_once() -> None:
    """Hundreds of paths print mostly the same."""
    printed = Printed(small())

    assert set(codes(printed.advising(["You should."]))) == {"N004"}
    assert codes(printed.advising(["You should."])) == []


def test_way__of_a_screen_without_a_place_or_a_lost_question__is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every screen knows where it stands, and every question on the route has a screen."""
    made = outputs_of(small(), filled(small(), {}, (), 0))
    place = made.journey.place("hand-who")
    monkeypatch.setattr("logic.answers.journey.Journey.place", lambda *_: replace(place, section=9))
    monkeypatch.setattr("logic.answers.journey.Journey.asked_on", lambda *_: ())
    found = [breach.what for breach in way_breaches(made)]

    assert "hand-who has no place" in found
    assert "no screen asks who" in found


def test_saved_file__that_is_refused__is_a_breach() -> None:
    """A file that does not open again has lost everything."""
    made = outputs_of(small(), filled(small(), {}, (), 0))

    assert [breach.what for breach in way_breaches(replace(made, saved="{}"))] == ["not-ours"]


def test_walk__with_a_character_that_no_font_has__says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the PDF cannot print is found before anybody prints it."""
    monkeypatch.setattr("logic.checks.paths.filling.OWN_WORDS", "\U0001f9ff")

    assert [breach.what for breach in walk(small()).breaches] == ["PDF: no font has \U0001f9ff"]
