"""The guide as it is shipped: that it never advises, on every path, and the pages that say so."""

import re

import pytest

from logic.checks.breaches import PROPERTIES
from logic.checks.neutrality.balance import balance_breaches
from logic.checks.neutrality.content_breaches import content_breaches
from logic.checks.reading.grade import AIM, CEILING
from logic.checks.reading.screens import long_sentences, median_grade, screens_read
from logic.checks.standards.tested import CITED
from tests.builders import ROOT, shipped, small
from tests.proofs import pages_written

PEOPLE = {"D47", "D48"}
NOT_APPLICABLE = {"D16", "D49", "D50"}


@pytest.mark.parametrize("code", PROPERTIES)
def test_property__on_every_path_of_the_guide__holds(code: str) -> None:
    """Whatever is answered, the guide records and never advises."""
    assert f"\nholds  {code} " in pages_written()["neutrality.md"]


def test_content__of_the_guide__has_no_breach() -> None:
    """What can be seen without a path is in order, and whoever broke it is told what and where."""
    assert [str(breach) for breach in content_breaches(shipped())] == []


def test_walk__of_the_guide__goes_every_way_and_gives_every_answer() -> None:
    """The counts are what they are for this content: fewer would leave ways out."""
    told = pages_written()["neutrality.md"]

    assert "Branching classes: 106, of 25 questions in 17 separate parts." in told
    assert int(re.findall(r"Paths walked: (\d+)", told)[0]) >= 299
    assert int(re.findall(r"Single answers.*: (\d+)", told)[0]) > 300


def test_screens__of_the_guide__read_at_the_aim_and_below_the_ceiling() -> None:
    """No screen is above grade 8, the median screen is at or under 6, and no sentence is longer than 20 words."""
    found = screens_read(shipped())

    assert max(item.grade for item in found if item.form == "screen") <= CEILING
    assert median_grade(found) <= AIM
    assert list(long_sentences(shipped())) == []


def test_screens__by_raw_score_too__are_below_the_ceiling() -> None:
    """Names of drugs and devices excuse nothing on a screen of questions."""
    found = [item for item in screens_read(shipped()) if item.form == "screen"]

    assert [item.name for item in found if item.reading.raw > CEILING] == []


def test_balance__of_the_guide_and_of_the_small_one__is_even_or_said_not_to_be() -> None:
    """The documents are uneven, and nothing is trimmed to hide it."""
    assert list(balance_breaches(shipped())) == []
    assert list(balance_breaches(small())) == []
    assert [item.id for item in shipped().comparison.options if item.unbalanced] == [
        "pump",
        "tablets",
        "injections",
        "as-now",
    ]


def test_standards__every_row_that_a_program_can_show__is_met() -> None:
    """What needs people is not claimed, what does not apply is said not to, and what tests show waits for their run."""
    rows, _, _ = pages_written()["standards.md"].partition("## What becomes of a row")
    found = dict(re.findall(r"^\| (D\d\d) \| [^|]+ \| ([^|]+) \|", rows, re.MULTILINE))

    assert {name for name, status in found.items() if status == "needs people"} == PEOPLE
    assert {name for name, status in found.items() if status == "not applicable"} == NOT_APPLICABLE
    assert {name for name, status in found.items() if status == "not tested"} == set(CITED)
    assert {status for name, status in found.items() if name not in PEOPLE | NOT_APPLICABLE | set(CITED)} == {"met"}


def test_standards__each_row_without_one_of_its_tests__is_not_met() -> None:
    """The page says so for every row and every test that it cites."""
    told = re.findall(r"^\| (D\d\d) \| `(\S+)` \| (.+) \|$", pages_written()["standards.md"], re.MULTILINE)

    assert [(row, name) for row, name, _ in told] == [(row, name) for row, names in CITED.items() for name in names]
    assert {after for _, _, after in told} == {"met | not met | not met"}


@pytest.mark.parametrize("name", ["standards.md", "neutrality.md", "balance.md", "reading.md"])
def test_page__in_docs__is_what_the_checks_write(name: str) -> None:
    """`scripts/docs` writes the pages anew."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages_written()[name]
