"""Answers under old names, put under the names of today, before anything looks at whether they fit.

A question or a choice may have become several: each of them takes over what was said. What stands under a
present name is never replaced by what stood under an old one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from logic.content.content import Content


@dataclass(frozen=True)
class _Moved:
    """A part of an answer that belongs to another question now, and where it stood."""

    question: str
    value: Any
    came_from: str
    as_it_was: Any


@dataclass
class Carried:
    """Answers by the questions of today. Made by `carry_over`."""

    answers: dict[str, Any] = field(default_factory=dict)
    left: dict[str, Any] = field(default_factory=dict)
    """What has no place, under the name it had."""
    changed: list[str] = field(default_factory=list)
    """The questions that took over something from an old name."""


def carry_over(content: Content, record: Mapping[str, Any]) -> Carried:
    """Return what a record of answers says under the names of today."""
    found, moved = Carried(), []
    present = {name: value for name, value in record.items() if name in content.questions}
    for name, value in present.items():
        moved += _put(content, found, name, value, renamed=False)
    for old, value in record.items():
        if old not in present:
            free = [name for name in content.renamed.questions_now(old) if name not in found.answers]
            known = [name for name in free if name in content.questions]
            for name in known:
                moved += _put(content, found, name, value, renamed=True)
            if not known:
                found.left[old] = value
    for part in moved:
        _put_part(found, part)
    return found


def _put(content: Content, found: Carried, name: str, value: Any, *, renamed: bool) -> list[_Moved]:
    """Put a value under its question, and return what of it belongs to others."""
    if renamed and content.questions[name].fitting([value])[0] is not None:
        # What could once be answered by one choice alone can now be answered by several.
        value = [value]
    stays, moved = _split(content, name, value) if name in content.renamed.choices else (value, [])
    if stays or not moved:
        found.answers[name] = stays
        if renamed or stays != value:
            found.changed.append(name)
    return moved


def _put_part(found: Carried, part: _Moved) -> None:
    now = found.answers.get(part.question)
    joined = part.value if now is None else _joined(now, part.value)
    if joined is None:
        before = found.left.get(part.came_from)
        found.left[part.came_from] = part.as_it_was if before is None else _joined(before, part.as_it_was)
    elif joined != now:
        found.answers[part.question] = joined
        found.changed.append(part.question)


def _joined(now: Any, part: Any) -> Any:
    """Return both as one, None where they clash."""
    if isinstance(now, dict) and isinstance(part, dict):
        clash = any(now.get(key, level) != level for key, level in part.items())
        return None if clash else {**part, **now}
    if isinstance(now, list) and isinstance(part, list):
        return [*now, *(item for item in part if item not in now)]
    return now if now == part else None


def _split(content: Content, name: str, value: Any) -> tuple[Any, list[_Moved]]:
    """Return what of a value stays with its question under the choices of today, and what goes to others."""
    if isinstance(value, str):
        stays, others = _now(content, name, value)
        return (stays[0] if stays else None), [_Moved(q, c, name, value) for q, c in others]
    if isinstance(value, list):
        return _split_list(content, name, value)
    return _split_levels(content, name, value) if isinstance(value, dict) else (value, [])


def _split_list(content: Content, name: str, value: list[Any]) -> tuple[Any, list[_Moved]]:
    kept: list[Any] = []
    moved: list[_Moved] = []
    for item in value:
        stays, others = _now(content, name, item) if isinstance(item, str) else ([item], [])
        kept += stays
        moved += [_Moved(q, [c], name, [item]) for q, c in others]
    return kept, moved


def _split_levels(content: Content, name: str, value: dict[str, Any]) -> tuple[Any, list[_Moved]]:
    kept: dict[str, Any] = {}
    moved: list[_Moved] = []
    for key, level in value.items():
        stays, others = _now(content, name, key)
        # Where the new name has a level of its own, the old one stays what it is and is left over.
        free = [choice for choice in stays if choice == key or choice not in value]
        kept |= dict.fromkeys(free, level) if free or others else {key: level}
        moved += [_Moved(q, {c: level}, name, {key: level}) for q, c in others]
    return kept, moved


def _now(content: Content, name: str, choice: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return what a choice is called now within its question, and under which names others have it."""
    names = content.renamed.choices_now(name, choice)
    return [c for q, c in names if q == name], [(q, c) for q, c in names if q != name]
