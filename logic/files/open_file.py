"""Opening a save file: hostile until shown otherwise, and nothing in it dropped in silence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from logic.answers.answers import Answers
from logic.content.content import Content
from logic.files.fit_record import fit_record, merge_records
from logic.files.read_json import read_json
from logic.files.save_file import FORMAT, LARGEST, NUMBER, save

DEPTH = 12
"""No save file is nested deeper; a deeper one is refused before anything walks it."""

Refusal = Literal[
    "too-large", "not-text", "not-json", "cut-short", "too-deep", "not-ours", "newer", "other-guide",
    "response-none", "response-foreign", "response-several",
    "pdf-broken", "pdf-locked", "pdf-empty", "pdf-not-ours", "pdf-several",
]  # fmt: skip

_OF_THE_FILE = ("format", "content", "voice", "saved_at")
"""What a file says of itself; it is written afresh each time."""


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
    return open_record(content, record)


def open_record(content: Content, record: Mapping[str, Any]) -> Opened:
    """Return what fits of a record in the form of a save file, and what does not."""
    said = {key: value for key, value in record.items() if key not in _OF_THE_FILE}
    aside = said.pop("kept_aside") if isinstance(said.get("kept_aside"), dict) else {}
    taken = merge_records(content, fit_record(content, said), fit_record(content, aside))
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
    record = read_json(data, LARGEST, DEPTH)
    if isinstance(record, str):
        return record
    named = record.get("format")
    if not isinstance(named, dict) or named.get("name") != FORMAT or type(named.get("number")) is not int:
        return "not-ours"
    return "newer" if named["number"] > NUMBER else record


def _misfits(content: Content, left: Mapping[str, Any]) -> Iterator[Misfit]:
    for group, values in left.items():
        for name, value in values.items() if isinstance(values, dict) else [("", values)]:
            question = content.questions.get(name) if group == "answers" else None
            known = group == "answers" and name
            what = question.label if question else name if known else f"{group} {name}".strip()
            yield Misfit(what, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
