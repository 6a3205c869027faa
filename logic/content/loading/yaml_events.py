"""The events of one YAML text, turned into plain values and the place of each.

PyYAML's own construction cannot serve: it keeps the last of two equal keys, follows aliases, and reads
`no` and `12:30` as YAML 1.1 does. Here each of these is refused, and reading goes on to find the next.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import yaml

from logic.content.loading.syntax import syntax_problem
from logic.content.problems import Problem

Path_ = tuple[str | int, ...]
Place = tuple[int, int]
_Event = Any  # types-PyYAML leaves out most of what an event holds

DEPTH = 40
"""Deeper nesting than any content has; it keeps a hostile file from exhausting the stack."""

_TAG = "tag:yaml.org,2002:"
_SURE: dict[str, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "int": (re.compile(r"-?(0|[1-9][0-9]*)"), int),
    "float": (re.compile(r"-?[0-9]+\.[0-9]+"), float),
    "bool": (re.compile(r"true|false"), lambda text: text == "true"),
    "timestamp": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
}
_NUMBER = ("a number", " For a number, use plain digits, such as 12.")
_READ_AS = {
    "int": _NUMBER,
    "float": _NUMBER,
    "bool": ("true or false", " For yes or no, write true or false."),
    "timestamp": ("a point in time", " For a day, write one that the calendar has, such as 2027-01-31."),
    "merge": ("a merge", ""),
    "value": ("a default value", ""),
}


class _TooDeep(Exception):
    """Reading stops here: what lies deeper could be endless."""


class Reader:
    """Reads one text. Afterwards `problems`, `places` (of values) and `keys` (places of keys) are complete."""

    def __init__(self, name: str) -> None:
        """Start with nothing read of the file of this name."""
        self.problems: list[Problem] = []
        self.places: dict[Path_, Place] = {}
        self.keys: dict[Path_, Place] = {}
        self._name = name
        self._events: Iterator[_Event] = iter(())
        self._last: _Event = None
        self._end = (1, 1)

    def read(self, text: str) -> Any:
        """Return the value of the text, None where it cannot be read to its end."""
        lines = text.split("\n")
        self._end = (len(lines), len(lines[-1]) + 1)
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        with suppress(_TooDeep):
            try:
                return self._document()
            except yaml.MarkedYAMLError as error:
                self.problems.append(syntax_problem(error, self._last, text, self._name))
        return None

    def _next(self) -> _Event:
        self._last = next(self._events)
        return self._last

    def _document(self) -> Any:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            self.problems.append(Problem(self._name, 1, 1, "F004"))
            return None
        value = self._value(self._next(), ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(after, "Y001", why="a second document begins here")
        return value

    def _value(self, event: _Event, path: Path_) -> Any:
        # Below the second of two equal keys, the places of the first stay: its value is the one kept.
        self.places.setdefault(path, self._place(event))
        plain = self._plain(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._watch_depth(event, len(path))
            return self._items(path) if isinstance(event, yaml.SequenceStartEvent) else self._pairs(path)
        return self._scalar(event, path) if plain else None

    def _items(self, path: Path_) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return tuple(items)

    def _pairs(self, path: Path_) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, len(path))
            if key is None:
                self._skip(self._next(), len(path))
                continue
            if key in pairs:
                self._refuse(event, "Y002", name=key, line=str(self.keys[*path, key][0]))
            self.keys.setdefault((*path, key), self._place(event))
            value = self._value(self._next(), (*path, key))
            pairs.setdefault(key, value)
        return pairs

    def _key(self, event: _Event, depth: int) -> str | None:
        """Return the key as it is written, or None, with a problem, where it is no word."""
        self._plain(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        kind = _kind(event) if isinstance(event, yaml.ScalarEvent) else "null"
        if kind == "null":
            self._refuse(event, "Y001", why="a key has to be a word")
            self._skip(event, depth)
            return None
        if kind != "str":
            # `on`, `no` and the like are refused as keys too; a number as a key is simply unknown later.
            self._scalar(event, ())
        return str(event.value)

    def _plain(self, event: _Event) -> bool:
        """Tell whether the event bears neither anchor, alias nor tag."""
        tag = getattr(event, "tag", None)
        if event.anchor:
            self._refuse(event, "Y003")
        elif tag:
            self._refuse(event, "Y006", value=tag.replace(_TAG, "!!"))
        return not event.anchor and not tag

    def _scalar(self, event: _Event, path: Path_) -> Any:
        kind = _kind(event)
        if kind == "str":
            return event.value
        if kind == "null":
            self._refuse(event, "Y005", name=called(path)) if path else self._refuse(event, "F004")
            return None
        if kind in _SURE and _SURE[kind][0].fullmatch(event.value):
            # A day that no calendar has, or a number with more digits than Python reads, is refused below.
            with suppress(ValueError):
                return _SURE[kind][1](event.value)
        read_as, instead = _READ_AS[kind]
        self._refuse(event, "Y004", value=event.value, read_as=read_as, instead=instead)
        return None

    def _skip(self, event: _Event, depth: int) -> None:
        """Pass over one value of any size."""
        open_ = 0
        while True:
            open_ += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            self._watch_depth(event, depth + open_)
            if not open_:
                return
            event = self._next()

    def _watch_depth(self, event: _Event, depth: int) -> None:
        if depth > DEPTH:
            self._refuse(event, "Y007")
            raise _TooDeep

    def _place(self, event: _Event) -> Place:
        """Return where the event starts; below a last line without an end, the library counts one line too many."""
        return min((event.start_mark.line + 1, event.start_mark.column + 1), self._end)

    def _refuse(self, event: _Event, code: str, **values: str) -> None:
        self.problems.append(Problem(self._name, *self._place(event), code, tuple(values.items())))


def called(path: Path_) -> str:
    """Return what a value is called in a message: its key, with its number where it is in a list."""
    if not path:
        return "the file"
    *above, last = path
    return last if isinstance(last, str) else f"{called(tuple(above))}, item {last + 1}"


def _kind(event: _Event) -> str:
    """Return what YAML 1.1 takes a scalar for. Text in quotes is text."""
    if event.implicit[0]:
        for tag, pattern in yaml.CSafeLoader.yaml_implicit_resolvers.get(event.value[:1], ()):
            if pattern.match(event.value):
                return str(tag).removeprefix(_TAG)
    return "str"
