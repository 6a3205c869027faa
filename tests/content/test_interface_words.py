"""The interface's words: what the code asks for is what the list says, and the list is what the shipped guide has."""

import ast
import re
from collections.abc import Iterator

from logic.content.loading.word_rules import asked_for
from tests.builders import ROOT

SOURCES = (ROOT / "app.py", *sorted((ROOT / "logic").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py")))


def _strings_of_code() -> Iterator[str]:
    """Every string in the code, with an asterisk for what is filled in."""
    for path in SOURCES:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        joined = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        pieces = {id(part) for node in joined for part in node.values}
        for text in joined:
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in text.values)
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                yield node.value


def test_texts_of_the_interface__each_of_them__is_used() -> None:
    """A text that nothing shows would be translated and reviewed for nothing."""
    named = {text for text in _strings_of_code() if re.fullmatch(r"[a-z-]+\.[a-z0-9*-]+", text)}
    patterns = [re.compile(re.escape(text).replace(r"\*", ".+")) for text in named]

    assert sorted(key for key in asked_for() if not any(pattern.fullmatch(key) for pattern in patterns)) == []


def test_texts_of_the_interface__that_the_code_names__are_there() -> None:
    """A screen never meets a key without a text."""
    groups = {key.partition(".")[0] for key in asked_for()}
    named = {found for found in _strings_of_code() if re.fullmatch(r"[a-z-]+\.(?!yaml|css)[a-z0-9-]+", found)}

    assert {key for key in named if key.partition(".")[0] in groups} - asked_for().keys() == set()


def _said() -> Iterator[tuple[str, set[str]]]:
    """Every key that the code says by its whole name, with the names that it fills in."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say") | ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(key))],
                    keywords=given,
                ) if all(one.arg for one in given):
                    yield key, {str(one.arg) for one in given}


def test_texts_of_the_interface__filled_in_by_the_code__have_just_these_names_in_braces() -> None:
    """A name that is not filled in faults the page; one that has no place would be lost in silence."""
    said = list(_said())

    assert len(said) > 200
    assert [(key, names) for key, names in said if names != asked_for()[key]] == []
