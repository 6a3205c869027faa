"""The repository itself: what it pins, what it excuses, and what it must not tell of any machine."""

import ast
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent

PIN = r"[\w.-]+==\d[\w.]*"
"""One version, and no address to fetch it from."""
REASON = r"\S+ \S+"
EXCUSE = re.compile(r"# (?:noqa|type: ignore|ruff: |pragma: no)")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/\w|(?<!\w)/tmp/\w")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|crates\.io|proxy\.golang\.org")


def files() -> list[Path]:
    """Return every file of the repository, also what is not committed yet."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("This is no git clone, so nothing says which files belong to the project.")
    command = [git, "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines(*suffixes: str) -> list[tuple[str, str]]:
    """Return the lines of every text file, or of those with one of the suffixes, each with its place."""
    found = []
    for path in files():
        if suffixes and path.suffix not in suffixes:
            continue
        content = path.read_bytes()
        if b"\0" not in content:
            text = content.decode(errors="replace").splitlines()
            found += [(f"{path.relative_to(ROOT)}:{number}", line) for number, line in enumerate(text, 1)]
    return found


def requirements(name: str) -> list[str]:
    """Return the lines of a list of requirements that name a package."""
    text = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in text if not line.startswith(("#", "-r ", "-c "))]


def test_no_file_names_a_path_of_a_machine() -> None:
    """The project runs wherever it is cloned to."""
    assert [place for place, line in lines() if MACHINE_PATH.search(line) or str(ROOT) in line] == []


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the choice of whoever installs them."""
    assert [place for place, line in lines() if REGISTRY.search(line)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt", "requirements-bench.txt"])
def test_each_requirement_has_one_version_and_a_reason(name: str) -> None:
    """A reader can tell what each dependency is for without looking it up."""
    form = re.compile(rf"{PIN}  # {REASON}.*")

    assert requirements(name)
    assert [line for line in requirements(name) if not form.fullmatch(line)] == []


def imports(*places: str) -> set[str]:
    """Return the names of the packages that the Python files in the places import themselves."""
    found: set[str] = set()
    for path in files():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in places:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {name.name.split(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    ("places", "lists"),
    [
        (("app.py", "logic", "ui"), ("requirements.txt",)),
        (("tests", "bench"), ("requirements.txt", "requirements-test.txt")),
    ],
    ids=["app", "tests"],
)
def test_each_package_that_is_imported_is_listed(places: tuple[str, ...], lists: tuple[str, ...]) -> None:
    """What only another package's needs brought along may go with its next version."""
    ours = {"app", "logic", "ui", "tests", "bench", "deploy"}
    listed = {canonicalize_name(line.split("==")[0]) for name in lists for line in requirements(name)}
    providers = packages_distributions()
    foreign = imports(*places) - ours - sys.stdlib_module_names
    by_name = {name: {canonicalize_name(provider) for provider in providers.get(name, [name])} for name in foreign}

    assert {name for name, provided_by in by_name.items() if not provided_by & listed} == set()


def test_whatever_a_requirement_needs_is_pinned() -> None:
    """Two installations a year apart give the same packages."""
    assert [line for line in requirements("constraints.txt") if not re.fullmatch(PIN, line)] == []

    pins = {canonicalize_name(line.split("==")[0]) for line in requirements("constraints.txt")}
    listed = requirements("requirements.txt") + requirements("requirements-test.txt")
    seen: set[str] = set()
    waiting = [Requirement(line.split("#")[0]) for line in listed]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name not in seen and (need.marker is None or need.marker.evaluate()):
            seen.add(name)
            waiting += [Requirement(text) for text in requires(name) or [] if "extra ==" not in text]
    assert seen - pins == set()


def test_each_entry_of_a_list_of_settings_has_a_reason() -> None:
    """A rule that is left out, or a warning that is let through, says why on its own line."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    entries = [line for line in text if re.match(r"\s*['\"]", line) and not line.endswith("= [")]

    assert len(entries) > 30
    assert [line for line in entries if not re.search(rf"['\"\]],?  # {REASON}", line)] == []


def test_each_excuse_in_the_code_has_a_reason() -> None:
    """A comment that silences a check names which one, then says why."""
    excuses = [(place, line) for place, line in lines(".py") if EXCUSE.search(line)]

    assert [
        place for place, line in excuses if not re.search(rf"(?:\]|[A-Z]\d+|cover|branch)(?: -|  #) {REASON}", line)
    ] == []


@pytest.mark.parametrize("name", [".ci/run", *sorted(f"scripts/{path.name}" for path in (ROOT / "scripts").iterdir())])
def test_a_script_can_be_run_and_read_in_one_breath(name: str) -> None:
    """A script has at most 20 lines, and its second line says what it is for."""
    path = ROOT / name
    text = path.read_text(encoding="utf-8").splitlines()

    assert path.stat().st_mode & 0o111
    assert len(text) <= 20
    assert re.match(rf"# {REASON}", text[1])


def test_each_test_states_the_fact_that_it_tests() -> None:
    """The docstrings of the tests, read in a row, say what the project does."""
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []


def test_each_run_of_the_app_has_time_on_a_busy_machine() -> None:
    """Streamlit's own three seconds are a stop-watch: each test that runs the app names how long it may take."""
    calls = [
        (f"{path.relative_to(ROOT)}:{node.lineno}", {keyword.arg for keyword in node.keywords})
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and re.fullmatch(r"AppTest\.from_\w+", ast.unparse(node.func))
    ]

    assert len(calls) > 5
    assert [place for place, named in calls if "default_timeout" not in named] == []
