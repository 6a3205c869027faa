"""Opening a save file: hostile until shown otherwise, and nothing in it dropped in silence."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from logic.answers.answers import Answers
from logic.content.content import Content
from logic.files.fit_record import join, take
from logic.files.save_file import FORMAT, LARGEST, NUMBER, save

DEPTH = 12
"""No save file is nested deeper; a deeper one is refused before anything walks it."""

Refusal = Literal[
    "too-large", "not-text", "not-json", "cut-short", "too-deep", "not-ours", "newer",
    "pdf-broken", "pdf-locked", "pdf-empty", "pdf-not-ours", "pdf-several",
]  # fmt: skip

_OF_THE_FILE = ("format", "content", "voice", "saved_at")
"""What a file says of itself; it is written afresh each time."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Misfit:
    """Something in the file that no longer fits. It is kept aside and goes into the next save file."""

    what: str
    """The label of the question where it is still known, else the place in the file."""
    value: str


@dataclass(frozen=True)
class Opened:
    """What came out of a file: answers, or the reason why it was refused."""

    answers: Answers | None
    refusal: Refusal | None = None
    saved_at: str | None = None
    content: str | None = None
    carried: tuple[str, ...] = ()
    """Labels of questions whose answers came over from an old name."""
    misfits: tuple[Misfit, ...] = ()


def open_file(content: Content, data: bytes) -> Opened:
    """Read a save file. No bytes make it raise, and what is opened can be saved and opened again."""
    record = _record(data)
    if isinstance(record, str):
        return Opened(None, refusal=record)
    said = {key: value for key, value in record.items() if key not in _OF_THE_FILE}
    aside = said.pop("kept_aside") if isinstance(said.get("kept_aside"), dict) else {}
    taken = join(content, take(content, said), take(content, aside))
    answers = replace(taken.answers, kept_aside=taken.left)
    again = _record(save(content, answers, datetime.min.replace(tzinfo=UTC)).encode())
    if isinstance(again, str):
        return Opened(None, refusal=again)
    return Opened(
        answers,
        saved_at=_text(record.get("saved_at")),
        content=_text(record.get("content")),
        carried=taken.carried,
        misfits=tuple(_misfits(content, taken.left)),
    )


def _record(data: bytes) -> dict[str, Any] | Refusal:
    if len(data) > LARGEST:
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
    if _depth_over(record, DEPTH):
        return "too-deep"
    named = record.get("format") if isinstance(record, dict) else None
    if not isinstance(named, dict) or named.get("name") != FORMAT or type(named.get("number")) is not int:
        return "not-ours"
    return "newer" if named["number"] > NUMBER else _clean(record)


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


def _misfits(content: Content, left: Mapping[str, Any]) -> Iterator[Misfit]:
    for group, values in left.items():
        for name, value in values.items() if isinstance(values, dict) else [("", values)]:
            question = content.questions.get(name) if group == "answers" else None
            known = group == "answers" and name
            what = question.label if question else name if known else f"{group} {name}".strip()
            yield Misfit(what, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
