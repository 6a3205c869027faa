"""One YAML file as plain values that remember where they stand.

PyYAML alone cannot serve: it keeps the last of two equal keys, follows aliases, and reads `no` and
`12:30` as YAML 1.1 does. Here the node tree is composed, refused where it surprises, and kept so that
any later problem can be given a line and a column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from logic.problems import Problem

DEPTH = 40
"""Deeper nesting than any content has; it keeps a hostile file from exhausting the stack."""

_TAG = "tag:yaml.org,2002:"
_SURE = {
    "int": (re.compile(r"-?(0|[1-9][0-9]*)"), int),
    "float": (re.compile(r"-?[0-9]+\.[0-9]+"), float),
    "bool": (re.compile(r"true|false"), lambda text: text == "true"),
    "timestamp": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
}
_READ_AS = {
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "timestamp": "a point in time",
    "merge": "a merge",
    "value": "a default value",
}
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """The value of one file, with the way back from a path inside it to a place."""

    name: str
    value: Any
    node: yaml.Node | None
    problems: tuple[Problem, ...] = ()

    def problem(self, code: str, path: Path_, *, key: bool = False, **values: object) -> Problem:
        """Return a problem at this path: at its key where `key` is true, else at its value."""
        line, column = self._place(path, key)
        return Problem(self.name, line, column, code, tuple((name, str(value)) for name, value in values.items()))

    def place(self, path: Path_) -> str:
        """Return `file:line:column` of the value at this path."""
        line, column = self._place(path, key=False)
        return f"{self.name}:{line}:{column}"

    def _place(self, path: Path_, key: bool) -> tuple[int, int]:
        node = self.node
        if node is None:
            return 0, 0
        mark = node.start_mark
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                node = pair[1]
                mark = pair[0].start_mark if key and step == path[-1] else node.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
            else:
                break
        return mark.line + 1, mark.column + 1


def read(path: Path, name: str) -> YamlFile:
    """Read one file. Every problem found is in the result; nothing is raised."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return YamlFile(name, None, None, (Problem(name, 0, 0, "F001"),))
    except (OSError, ValueError) as error:
        why = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "the system does not let it be read"
        return YamlFile(name, None, None, (Problem(name, 0, 0, "F002", (("why", why),)),))
    return parse(text, name)


def parse(text: str, name: str) -> YamlFile:
    """Turn the text of a file into a value and its problems."""
    try:
        found = tuple(_stream_problems(text, name))
        node = None if found else yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        found, node = (_syntax(error, name),), None
    except (ValueError, RecursionError):
        found, node = (Problem(name, 1, 1, "Y001", (("why", "it holds characters that no text has"),)),), None
    if found or node is None:
        return YamlFile(name, None, None, found or (Problem(name, 1, 1, "Y005", (("name", "the start of the file"),)),))
    refused: list[Problem] = []
    value = _plain(node, "the start of the file", name, refused)
    return YamlFile(name, value, node, tuple(refused))


def _stream_problems(text: str, name: str) -> Iterator[Problem]:
    """Find aliases, tags and deep nesting from the flat stream of events, before any tree is built."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                yield Problem(name, mark.line + 1, mark.column + 1, "Y007")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Problem(name, mark.line + 1, mark.column + 1, "Y003")
        elif getattr(event, "tag", None):
            yield Problem(name, mark.line + 1, mark.column + 1, "Y006", (("value", str(event.tag)),))


def _syntax(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or "it holds a character that YAML does not allow"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(name, line, column, "Y001", (("why", str(why)),))


def _plain(node: yaml.Node, called: str, name: str, refused: list[Problem]) -> Any:
    """Return the node's value, noting in `refused` what YAML would silently change."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(_plain(item, called, name, refused) for item in node.value)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, refused)
    return _scalar(node, called, name, refused)


def _mapping(node: yaml.MappingNode, name: str, refused: list[Problem]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            refused.append(_at(key_node, name, "Y001", why="a key has to be a word"))
            continue
        key = key_node.value
        # `on`, `no` and the like are refused as keys too; a number as a key is simply unknown later.
        _scalar(key_node, "a key", name, refused)
        if key in result:
            refused.append(_at(key_node, name, "Y002", name=key))
        result[key] = _plain(value_node, key, name, refused)
    return result


def _scalar(node: yaml.ScalarNode, called: str, name: str, refused: list[Problem]) -> Any:
    kind = node.tag.removeprefix(_TAG)
    if kind == "str":
        return node.value
    if kind == "null":
        refused.append(_at(node, name, "Y005", name=called))
        return None
    pattern, read_value = _SURE.get(kind, (None, None))
    if pattern is not None and read_value is not None and pattern.fullmatch(node.value):
        try:
            return read_value(node.value)
        except ValueError:
            # A day that no calendar has, or a number with more digits than Python reads: refused below.
            pass
    refused.append(_at(node, name, "Y004", value=node.value, read_as=_READ_AS.get(kind, "something else")))
    return None


def _at(node: yaml.Node, name: str, code: str, **values: str) -> Problem:
    mark = node.start_mark
    return Problem(name, mark.line + 1, mark.column + 1, code, tuple(values.items()))
