"""The pages in `docs/` that are made from the content: none is out of date."""

from pathlib import Path

from logic.content.overview import flow, lists
from tests.builders import shipped

DOCS = Path(__file__).parent.parent.parent / "docs"


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
