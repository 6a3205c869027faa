"""That the checks catch what they are for: faults put in on purpose, each found by a check that has a name."""

import sys
from typing import Any

import pytest

from logic.checks.breaches import PROPERTIES
from logic.content.problems import CATALOGUE
from tests.mutants import GROUND_TRUTH, PAGE
from tests.proofs import faults_caught, list_of_faults

NAMED = {*PROPERTIES, *CATALOGUE, GROUND_TRUTH}


@pytest.fixture(scope="module")
def caught() -> Any:
    """What caught each fault, by name, of the content and of the program."""
    return faults_caught()


def shown(found: dict[str, list[str]]) -> set[str]:
    """Every code that caught something."""
    return {code for codes in found.values() for code in codes}


def test_guides__without_a_fault__are_without_a_finding(caught: Any) -> None:
    """What catches a fault is not there without it."""
    assert caught["without"] == {"content": [], "code": []}


def test_faults_of_content__at_least_forty__are_all_caught_by_a_named_check(caught: Any) -> None:
    """Whatever goes against a property of the guide is found before anybody reads it, and never by a snapshot alone."""
    assert len(caught["content"]) >= 40
    assert [name for name, codes in caught["content"].items() if not set(codes) & NAMED] == []


def test_faults_of_content__every_property_of_content__is_shown_by_one(caught: Any) -> None:
    """No check of content stands there that nothing proves to work."""
    wanted = {"N003", "N005", "N006", "N007", "N010", "N012", "N013", "N015", "B001", "G001", "G002", "P002"}

    assert wanted <= shown(caught["content"])


def test_faults_of_the_program__all_of_them__are_caught_by_a_named_check(caught: Any) -> None:
    """A program that starts to favour, to hide or to advise is found on a walk."""
    assert len(caught["code"]) >= 20
    assert [name for name, codes in caught["code"].items() if not set(codes) & NAMED] == []


def test_faults_of_the_program__every_property_of_a_path__is_shown_by_one(caught: Any) -> None:
    """No check of a path stands there that nothing proves to work."""
    wanted = {"N001", "N002", "N004", "N005", "N007", "N008", "N009", "N011", "N012", "N014"}

    assert wanted | {"P001", "P003", "P004", "P005", "P006", "P007"} <= shown(caught["code"])


def test_list_of_faults__in_docs__is_what_the_checks_catch() -> None:
    """`scripts/docs` writes the page anew, and it is printed here."""
    written = list_of_faults()
    sys.stdout.write(written)

    assert PAGE.read_text(encoding="utf-8") == written
