"""What the guide is made of: each file of each package by its hash, and nothing that it never loads."""

import json
import os
import re
import signal
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from deploy import sbom
from tests.server_process import ROOT, Server, children, copy_of_the_guide, dropped, modules_dropped, serve
from tests.visitor import visit
from ui.parts.pages import NAMES
from ui.session.guide_content import say

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(found): version for found, version in PIN.findall(text)}


LOCKS = ["requirements", "requirements-test", "requirements-bench"]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_of_these_requirements(name: str) -> None:
    """Each requirement at its version, and what they need at the version that all tests ran with."""
    locked, listed, constrained = pins(f"{name}.lock"), pins(f"{name}.txt"), pins("constraints.txt")

    assert {package: locked.get(package) for package in listed} == listed, "Run scripts/lock"
    assert {p: v for p, v in locked.items() if p in constrained and constrained[p] != v} == {}, "Run scripts/lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_the_lock_has_a_hash(name: str) -> None:
    """So pip refuses a file that anybody has changed."""
    blocks = re.split(r"\n(?=\S)", (ROOT / f"{name}.lock").read_text(encoding="utf-8").strip())

    assert len(blocks) > 15
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_what_is_dropped_is_what_streamlit_asks_for_and_the_lock_has_not() -> None:
    """A package that nobody asks for any more needs no line."""
    asked = {
        canonicalize_name(Requirement(text).name)
        for package in ("streamlit", *dropped())
        for text in requires(package) or []
    }

    assert dropped() <= asked
    assert dropped().isdisjoint(pins("requirements.lock"))


def test_the_bill_of_materials_is_that_of_the_lock() -> None:
    """Both pages are what scripts/sbom writes, and every package has a hash and names a licence."""
    found = sbom.packages()

    assert (ROOT / "docs" / "sbom.json").read_text(encoding="utf-8") == sbom.sbom(found), "Run scripts/sbom"
    assert (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8") == sbom.table(found), "Run scripts/sbom"
    assert [package.name for package in found if not package.hashes or not package.licence] == []


def test_each_package_of_the_lock_is_listed_or_asked_for_by_another() -> None:
    """What only something that is left out asks for is left out as well."""
    found = sbom.packages()
    asked = frozenset[str]().union(*(package.needs for package in found))

    assert [p.name for p in found if not p.reason and canonicalize_name(p.name) not in asked] == []


def test_the_bill_of_materials_has_the_form_of_cyclonedx() -> None:
    """Named, addressed, and each address once."""
    listed = json.loads((ROOT / "docs" / "sbom.json").read_text(encoding="utf-8"))
    addresses = [item["purl"] for item in listed["components"]]

    assert (listed["bomFormat"], listed["specVersion"], listed["version"]) == ("CycloneDX", "1.6", 1)
    assert len(addresses) == len(set(addresses)) == len(pins("requirements.lock"))
    assert all(re.fullmatch(r"pkg:pypi/[a-z0-9-]+@[^@]+", address) for address in addresses)


def answers() -> str:
    return (ROOT / "tests" / "fixtures" / "personas" / "longest.json").read_text(encoding="utf-8")


def test_a_server_of_the_tests_has_nothing_that_is_dropped() -> None:
    """As people's servers have not. With pandas, the first run took three times as long, which hid faults of a race."""
    kept_out = {package for module in modules_dropped() for package in packages_distributions()[module]}

    assert set(map(canonicalize_name, kept_out)) == dropped()


@pytest.mark.parametrize("place", NAMES)
def test_each_place_is_drawn_without_what_is_dropped(server: Server, place: str) -> None:
    """Tables, charts and all."""
    with visit(server) as person:
        person.put(answers())
        person.run(page=place)

        assert say("fault.title") not in person.texts()
        assert len(person.elements) > 10


@pytest.mark.parametrize(("button", "start"), [("file-pdf", b"%PDF"), ("file-html", b"<!DOCTYPE"), ("file-save", b"{")])
def test_each_file_is_made_without_what_is_dropped(server: Server, button: str, start: bytes) -> None:
    """The maker of PDFs does without them too."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")

        assert person.download(button)[1].upper().startswith(start)


LETTER_OF_NO_FONT = "\U00012000"


def without_fonts(project: Path) -> Path:
    for font in (project / "logic" / "outputs" / "drawing" / "fonts").glob("*.ttf"):
        font.unlink()
    return project


def test_a_server_whose_fonts_vanish_while_it_runs_says_so_and_gives_the_plain_text(tmp_path: Path) -> None:
    """The summary still tells what no font has, though nobody had looked at one yet; PDFs are made no more."""
    project = copy_of_the_guide(tmp_path)
    with serve(project / "app.py", tmp_path, project=project) as server, visit(server) as person:
        without_fonts(project)
        for maker in children(server.process.pid):
            os.kill(maker, signal.SIGKILL)
        person.put(json.dumps(json.loads(answers()) | {"questions_to_ask": {"own": [LETTER_OF_NO_FONT]}}))
        person.run(page="summary")
        _, data, headers = person.download("file-pdf")
        person.until_drawn()

        assert data.decode().startswith(f"{say('pdf.failed')} {say('pdf.instead')}")
        assert headers["content-disposition"].endswith('.txt"')
        assert f"{say('pdf.failed')} {say('pdf.instead-made')}" in person.texts()
        assert say("summary-page.replaced") in person.texts()
        assert say("summary-page.save-note") in person.texts()
        assert say("fault.title") not in person.texts()


def test_a_server_without_fonts_does_not_start_and_names_the_first_that_is_gone(tmp_path: Path) -> None:
    """Whoever starts it reads a sentence, and no trace of the program's inside."""
    project = without_fonts(copy_of_the_guide(tmp_path))
    with (
        pytest.raises(RuntimeError, match="ended at its start") as told,
        serve(project / "app.py", tmp_path, project=project),
    ):
        pass

    assert "The font “Guide Atkinson” is not in" in str(told.value)
    assert "Traceback" not in str(told.value)
