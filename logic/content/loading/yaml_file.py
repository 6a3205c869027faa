"""One YAML file as plain values that remember where they stand, so that a later problem has a place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Any

from logic.content.loading.yaml_events import Path_, Place, Reader
from logic.content.problems import Problem

_HIDDEN = re.compile(
    "[^\t\x20-\x7e\xa0-\u200a\u200c-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML has no room for, or that an editor does not show and that would shift lines or ids."""


@dataclass(frozen=True)
class YamlFile:
    """The value of one file, None where it cannot be read, with the way from a path inside it to a place."""

    name: str
    value: Any = None
    problems: tuple[Problem, ...] = ()
    places: Mapping[Path_, Place] = field(default_factory=dict)
    keys: Mapping[Path_, Place] = field(default_factory=dict)

    def problem(self, code: str, path: Path_, *, key: bool = False, **values: object) -> Problem:
        """Return a problem at this path: at its key where `key` is true, else at its value."""
        line, column = self.keys[path] if key else self._place(path)
        return Problem(self.name, line, column, code, tuple((name, str(value)) for name, value in values.items()))

    def place(self, path: Path_) -> str:
        """Return `file:line:column` of the value at this path."""
        line, column = self._place(path)
        return f"{self.name}:{line}:{column}"

    def _place(self, path: Path_) -> Place:
        """Return the place of the value, or of the nearest one around it where the path leads nowhere."""
        return next(self.places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.places)


def read(path: Path, name: str) -> YamlFile:
    """Read one file. Every problem found is in the result; nothing is raised."""
    try:
        # A pipe or a device could be read without end.
        data = path.read_bytes() if S_ISREG(path.stat().st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        return YamlFile(name, problems=(Problem(name, 0, 0, "F001"),))
    except (OSError, ValueError):
        return _unreadable(name, "the system does not let it be opened")
    if data is None:
        return _unreadable(name, "it is not a plain file")
    try:
        return parse(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(data[: error.start].decode("utf-8")).split("\n")
        return _unreadable(name, "it is not UTF-8 text", len(before), len(before[-1]) + 1)


def _unreadable(name: str, why: str, line: int = 0, column: int = 0) -> YamlFile:
    return YamlFile(name, problems=(Problem(name, line, column, "F002", (("why", why),)),))


def parse(text: str, name: str) -> YamlFile:
    """Turn the text of a file into a value and its problems."""
    # Some editors put a byte order mark before the text: it is no part of it.
    text = _with_plain_line_ends(text.removeprefix("\ufeff"))
    if hidden := tuple(_hidden(text, name)):
        return YamlFile(name, problems=hidden)
    reader = Reader(name)
    value = reader.read(text)
    return YamlFile(name, value, tuple(reader.problems), reader.places, reader.keys)


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _hidden(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _HIDDEN.finditer(line):
            yield Problem(name, number, found.start() + 1, "Y008", (("value", f"U+{ord(found.group()):04X}"),))
