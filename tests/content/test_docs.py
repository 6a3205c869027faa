"""The pages in `docs/` that are made from the content: none is out of date."""

import ast
import re
from pathlib import Path

import pytest

from logic.content.loading.word_rules import other_words
from logic.content.overview import flow, lists
from tests.builders import shipped

DOCS = Path(__file__).parent.parent.parent / "docs"
ROOT = DOCS.parent
TEST = re.compile(r"(tests/[\w/]+\.py)(?:::(\w+))?")
NAMED = re.compile(r"(?:`tests/[\w/]+\.py::test_\w+`(?:; )?)+")
TOLD = sorted((*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *ROOT.glob("*.txt"), *(ROOT / "deploy").iterdir()))
"""Where somebody reads which test holds what."""


def page(name: str) -> str:
    """Return a page of docs/ as it stands."""
    return (DOCS / name).read_text(encoding="utf-8")


def test_list_of_questions_is_that_of_the_content() -> None:
    """Whoever changes a question runs scripts/docs, or this fails."""
    assert page("questions.md") == lists.questions(shipped())


def test_list_of_problems_is_that_of_the_catalogue() -> None:
    """Whoever changes a problem runs scripts/docs, or this fails."""
    assert page("problems.md") == lists.codes()


def test_flow_is_that_of_the_content() -> None:
    """The diagram in docs/flow.md is the one that the content makes."""
    assert flow.render(shipped()) in page("flow.md")


def test_every_command_is_told_in_the_readme() -> None:
    """Nobody has to read the program to learn what it can do."""
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")

    commands = ("check", "summary", "questionnaire", "codes", "paths", "standards")
    assert [name for name in commands if f"scripts/guide {name}" not in readme] == []


def test_pages__what_people_read__has_one_word_for_one_thing() -> None:
    """As the content has, which the loader looks at: the words and the spelling of `questions/words.yaml`."""
    words, pages = shipped().words, [path for path in (*TOLD, ROOT / "questions" / "README.md") if path.suffix == ".md"]

    assert {"belly", "carer", "physiotherapist", "clinic", "clinician", "colour"} <= words.one_word.keys()
    assert [(path.name, *found) for path in pages for found in other_words(words, path.read_text("utf-8"))] == []


def names_in(path: Path) -> set[str]:
    """Return the names of the tests of a file and of their classes, none where there is no such file."""
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def test_each_test_that_a_page_names_is_there() -> None:
    """Whoever renames a test, or takes it away, learns which promise rested on it."""
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in TOLD if path.is_file()}
    named = [(told, *found) for told, text in texts.items() for found in TEST.findall(text)]

    assert len(named) > 80
    assert [item for item in named if not (ROOT / item[1]).is_file()] == []
    assert [item for item in named if item[2] and item[2] not in names_in(ROOT / item[1])] == []
    # A file named without its folder is looked for in vain.
    assert [found for text in texts.values() for found in re.findall(r"(?<![\w/])test_\w+\.py", text)] == []


@pytest.mark.parametrize(("told", "least"), [("security.md", 35), ("privacy.md", 8)])
def test_each_promise_on_security_and_privacy_names_its_test(told: str, least: int) -> None:
    """A row each: what could happen, what is done, and the test, by its whole name, that fails without it."""
    cells = [line.strip("|").split("|") for line in page(told).splitlines() if line.startswith("|")]
    promised = [row for row in cells if row[-1].strip() not in ("test", "shown by") and "---" not in row[0]]

    assert len(promised) >= least
    assert [row[0] for row in promised if not NAMED.fullmatch(row[-1].strip())] == []
