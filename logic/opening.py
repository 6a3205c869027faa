"""Opening a save file: hostile until shown otherwise, and nothing in it dropped in silence."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from logic.answers import LONGEST, AddedConcern, Answer, Answers, ToAsk, fitting
from logic.content import Content
from logic.questions import LEVELS
from logic.save_file import FORMAT, LARGEST, NUMBER

DEPTH = 12
"""No save file is nested deeper; a deeper one is refused before anything walks it."""

Refusal = Literal["too-large", "not-text", "not-json", "cut-short", "too-deep", "not-ours", "newer"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Misfit:
    """Something in the file that no longer fits. It is kept aside and goes into the next save file."""

    what: str
    """The label of the question where it is still known, else the id in the file."""
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
    """Read a save file. No bytes make it raise."""
    record = _record(data)
    if isinstance(record, str):
        return Opened(None, refusal=record)
    aside = _mapping(record.get("kept_aside"))
    given, left, carried = _answers(content, {**_mapping(aside.get("answers")), **_mapping(record.get("answers"))})
    concerns, odd_concerns = _concerns(record.get("concerns_added"))
    to_ask, odd_asks = _to_ask(content, record.get("questions_to_ask"))
    observations, odd_observations = _observations(content, record.get("observations"))
    kept_aside = {
        key: value
        for key, value in {
            **aside,
            "answers": left,
            "concerns_added": [*_sequence(aside.get("concerns_added")), *odd_concerns],
            "questions_to_ask": {**_mapping(aside.get("questions_to_ask")), **odd_asks},
            "observations": {**_mapping(aside.get("observations")), **odd_observations},
        }.items()
        if value
    }
    return Opened(
        Answers(given, concerns, to_ask, observations, kept_aside),
        saved_at=_text(record.get("saved_at")),
        content=_text(record.get("content")),
        carried=carried,
        misfits=tuple(_misfits(content, kept_aside)),
    )


def _record(data: bytes) -> dict[str, Any] | Refusal:
    if len(data) > LARGEST:
        return "too-large"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "not-text"
    try:
        record = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        return "too-deep"
    except ValueError:
        return "cut-short" if text.lstrip().startswith("{") and not text.rstrip().endswith("}") else "not-json"
    if _depth_over(record, DEPTH):
        return "too-deep"
    named = record.get("format") if isinstance(record, dict) else None
    if not isinstance(named, dict) or named.get("name") != FORMAT or type(named.get("number")) is not int:
        return "not-ours"
    return "newer" if named["number"] > NUMBER else _clean(record)


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
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value


def _answers(content: Content, raw: Mapping[str, Any]) -> tuple[dict[str, Answer], dict[str, Any], tuple[str, ...]]:
    """Return the answers that fit, what is left over by id, and the labels of those carried over."""
    given: dict[str, Answer] = {}
    left: dict[str, Any] = {}
    carried: list[str] = []
    for old, value in raw.items():
        name = content.renamed.questions.get(old, old)
        question = content.questions.get(name)
        if question is None or (name != old and name in raw):
            left[old] = value
            continue
        renamed = _with_new_choices(value, content.renamed.choices.get(name, {}))
        answer, over = fitting(question, renamed)
        if answer is not None:
            given[name] = answer
            if name != old or renamed != value:
                carried.append(question.label)
        if over is not None:
            left[name] = over
    return given, left, tuple(carried)


def _with_new_choices(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_with_new_choices(item, names) for item in value]
    if isinstance(value, dict):
        return {names.get(key, key): item for key, item in value.items()}
    return value


def _concerns(raw: Any) -> tuple[tuple[AddedConcern, ...], list[Any]]:
    fits, left = [], []
    for item in _sequence(raw):
        text, level = (item.get("text"), item.get("level")) if isinstance(item, dict) else (None, None)
        if isinstance(text, str) and len(text) <= LONGEST and (level is None or level in LEVELS):
            fits.append(AddedConcern(text, level))
        else:
            left.append(item)
    return tuple(fits), left


def _to_ask(content: Content, raw: Any) -> tuple[ToAsk, dict[str, Any]]:
    known = {ask.id for question in content.questions.values() for ask in question.ask}
    known |= {item.id for item in content.not_covered}
    fits: dict[str, tuple[str, ...]] = {}
    left: dict[str, Any] = {}
    for name in ("kept", "dropped", "own"):
        items = [content.renamed.asks.get(item, item) if isinstance(item, str) else item for item in _sequence(_mapping(raw).get(name))]
        good = [item for item in items if isinstance(item, str) and (len(item) <= LONGEST if name == "own" else item in known)]
        fits[name] = tuple(dict.fromkeys(good))
        if odd := [item for item in items if item not in good]:
            left[name] = odd
    dropped = tuple(item for item in fits["dropped"] if item not in fits["kept"])
    return ToAsk(fits["kept"], dropped, fits["own"]), left


def _observations(content: Content, raw: Any) -> tuple[dict[str, str], dict[str, Any]]:
    sections = {section.id for section in content.sections}
    pairs = _mapping(raw).items()
    fits = {k: v for k, v in pairs if k in sections and isinstance(v, str) and len(v) <= LONGEST}
    return fits, {k: v for k, v in pairs if k not in fits}


def _misfits(content: Content, kept_aside: Mapping[str, Any]) -> list[Misfit]:
    found = []
    for group, values in kept_aside.items():
        pairs = values.items() if isinstance(values, dict) else [(group, values)]
        for name, value in pairs:
            question = content.questions.get(str(name))
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            found.append(Misfit(question.label if question else str(name), shown))
    return found


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _sequence(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
