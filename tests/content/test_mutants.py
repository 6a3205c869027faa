"""That the checks catch what they are for: faults put in on purpose, each found by a check that has a name."""

from functools import cache
from pathlib import Path

import pytest

import logic.load
from logic.checks.breaches import PROPERTIES
from logic.problems import CATALOGUE
from tests import code_mutants
from tests.mutants import GROUND_TRUTH, PAGE, Mutant, caught, copied, mutants, page, read_once

NAMED = {*PROPERTIES, *CATALOGUE, GROUND_TRUTH}


@cache
def caught_in_content(folder: Path) -> dict[Mutant, tuple[str, ...]]:
    """Every fault of content with what caught it."""
    copy = copied(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logic.load, "read", read_once)
        return {mutant: caught(mutant, copy) for mutant in mutants()}


@cache
def caught_in_code() -> dict[str, tuple[str, ...]]:
    """Every fault of the program with what caught it."""
    with pytest.MonkeyPatch.context() as patch:
        return {name: code_mutants.caught(name, patch) for name in code_mutants.FAULTS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for the copy of the content."""
    return tmp_path_factory.mktemp("mutants")


def test_faults_of_content__at_least_forty__are_all_caught_by_a_named_check(folder: Path) -> None:
    """Whatever goes against a property of the guide is found before anybody reads it."""
    found = caught_in_content(folder)

    assert len(found) >= 40
    assert [mutant.name for mutant, codes in found.items() if not set(codes) & NAMED] == []


def test_faults_of_content__every_property_of_content__is_shown_by_one(folder: Path) -> None:
    """No check of content stands there that nothing proves to work."""
    shown = {code for codes in caught_in_content(folder).values() for code in codes}

    assert {"N003", "N005", "N006", "N007", "N010", "N012", "N013", "N015", "B001", "G001", "G002", "P002"} <= shown


def test_faults_of_the_program__all_of_them__are_caught_by_a_named_check() -> None:
    """A program that starts to favour, to hide or to advise is found on a walk."""
    found = caught_in_code()

    assert [name for name, codes in found.items() if not set(codes) & NAMED] == []


def test_faults_of_the_program__every_property_of_a_path__is_shown_by_one() -> None:
    """No check of a path stands there that nothing proves to work."""
    shown = {code for codes in caught_in_code().values() for code in codes}

    assert {"N001", "N002", "N004", "N005", "N007", "N008", "N009", "N011", "N012", "N014"} <= shown
    assert {"P001", "P003", "P004", "P005", "P006", "P007"} <= shown


def test_list_of_faults__as_written_down__is_what_the_checks_catch(folder: Path) -> None:
    """The page is made by these tests, so it cannot claim what is not so; `python -m tests.mutants` writes it."""
    expected = page(caught_in_content(folder), caught_in_code())
    print(expected)

    assert PAGE.read_text(encoding="utf-8") == expected
