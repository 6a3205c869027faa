"""JSON from outside, hostile until shown otherwise: read whole, or refused for one plain reason."""

import json
import re
from typing import Any, Literal

Unread = Literal["too-large", "not-text", "not-json", "cut-short", "too-deep"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_json(data: bytes, largest: int, deepest: int) -> dict[str, Any] | Unread:
    """Return the one mapping that a file holds, or why it was refused. No bytes make it raise."""
    if len(data) > largest:
        return "too-large"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "not-text"
    if "\0" in text:
        return "not-text"
    try:
        record = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except RecursionError:
        return "too-deep"
    except ValueError as fault:
        return "cut-short" if _ends_early(text.strip(), fault) else "not-json"
    if _depth_over(record, deepest):
        return "too-deep"
    return {_clean(key): _clean(value) for key, value in record.items()} if isinstance(record, dict) else {}


def _ends_early(text: str, fault: ValueError) -> bool:
    """Tell whether the text starts as a save file does and is over before its last bracket."""
    at_end = isinstance(fault, json.JSONDecodeError) and fault.pos >= len(fault.doc.rstrip())
    return text.startswith("{") and (at_end or not text.endswith("}"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: one of the two would be lost."""
    record = {_clean(key): value for key, value in pairs}
    if len(record) < len(pairs):
        raise ValueError("a key stands twice")
    return record


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _depth_over(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [
            inner
            for item in level
            if isinstance(item, dict | list)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True


def _clean(value: Any) -> Any:
    """Replace half characters, which JSON can write down but no file or page can hold."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return value
