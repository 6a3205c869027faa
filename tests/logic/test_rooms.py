"""Data passes through the rooms of `logic/` one way, and no room is too full to find one's way in."""

import ast
from pathlib import Path

import pytest

from tests.builders import ROOT

ORDER = (
    "content",
    "answers",
    "files",
    "summary",
    "outputs",
    "outputs.layouts",
    "outputs.drawing",
    "outputs.fhir",
    "checks",
    "command_line",
    "__main__",
)
"""Each room may import those before it. Of `files` and `summary` neither knows the other."""
MOST_FILES = 15

MODULES = tuple(path for path in sorted((ROOT / "logic").rglob("*.py")) if path.parent != ROOT / "logic")


def room_of(dotted: str) -> str:
    """The room of a module: the longest of the rooms whose name its name begins with."""
    inside = dotted.removeprefix("logic.")
    return max((room for room in ORDER if f"{inside}.".startswith(f"{room}.")), key=len)


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports from."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("logic."):
            # "from logic.outputs import drawing" names a room in its second half.
            found |= {room_of(f"{node.module}.{alias.name}") for alias in node.names}
    return found


def open_to(path: Path) -> set[str]:
    """The rooms that a module may import from."""
    room = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    beside = {"files": {"summary"}, "summary": {"files"}}.get(room, set())
    return set(ORDER[: ORDER.index(room) + 1]) - beside


def test_modules__what_they_import__stands_in_their_own_room_or_an_earlier_one() -> None:
    """An arrow that runs back would let two stages decide the same thing."""
    rooms = {str(path.relative_to(ROOT)): (imported_rooms(path), open_to(path)) for path in MODULES}

    assert "content" in rooms["logic/answers/journey.py"][0]
    assert {(name, room) for name, (imported, allowed) in rooms.items() for room in imported - allowed} == set()


def test_logic__directly_under_it__holds_only_its_door_and_the_command_line() -> None:
    """Whoever looks for a rule meets the names of the stages first."""
    assert {path.name for path in (ROOT / "logic").glob("*.py")} == {"__init__.py", "__main__.py"}


@pytest.mark.parametrize("tree", ["logic", "ui"])
def test_folder__of_the_program__holds_few_enough_files_to_look_through(tree: str) -> None:
    """Fifteen names are read at a glance."""
    folders = [path for path in (ROOT / tree).rglob("*") if path.is_dir() and path.name != "__pycache__"]
    full = {str(folder.relative_to(ROOT)): sum(path.is_file() for path in folder.iterdir()) for folder in folders}

    assert {name: count for name, count in full.items() if count > MOST_FILES} == {}
