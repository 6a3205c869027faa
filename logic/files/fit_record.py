"""What of a saved record still fits the content, and what is left over.

Kept apart from opening so that what a file holds and what it kept aside earlier go through the same
rules: an answer that stopped fitting comes back once it fits again. Nothing is dropped but blank words,
which say nothing.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from logic.answers.answers import MOST_OWN, AddedConcern, Answers, ToAsk
from logic.content.clean_text import is_blank
from logic.content.content import Content
from logic.content.kinds.answer import LONGEST, Answer
from logic.content.kinds.importance import LEVELS
from logic.files.carry_over import carry_over

T = TypeVar("T")


@dataclass(frozen=True)
class FittedRecord:
    """What fits, the rest in the shape of the record, and the labels of answers that came from old names."""

    answers: Answers
    left: dict[str, Any]
    carried: tuple[str, ...]


def fit_record(content: Content, record: Mapping[str, Any]) -> FittedRecord:
    """Sort a record into what fits and what is left."""
    raw = dict(record)
    given, answers, carried = _answers(content, raw.pop("answers", None))
    concerns, odd_concerns = _concerns(raw.pop("concerns_added", None))
    to_ask, odd_asks = _to_ask(content, raw.pop("questions_to_ask", None))
    observations, odd_observations = _observations(content, raw.pop("observations", None))
    left = {
        **raw,
        "answers": answers,
        "concerns_added": odd_concerns,
        "questions_to_ask": odd_asks,
        "observations": odd_observations,
    }
    return FittedRecord(Answers(given, concerns, to_ask, observations), _something(left), carried)


def merge_records(content: Content, now: FittedRecord, before: FittedRecord) -> FittedRecord:
    """Put what was kept aside before, and fits again, into what is there now; what clashes stays aside."""
    given, clashing = dict(now.answers.given), {}
    for name, old in before.answers.given.items():
        new = given.get(name)
        given[name], clashing[name] = (old, None) if new is None else content.questions[name].joined(new, old)
    concerns = _with_new(now.answers.concerns_added, before.answers.concerns_added)
    here, kept = now.answers.to_ask, before.answers.to_ask
    own = _with_new(here.own, kept.own)
    wanted, unwanted = set(here.kept), set(here.dropped)
    clashing_asks = {
        "kept": [ask for ask in kept.kept if ask in unwanted],
        "dropped": [ask for ask in kept.dropped if ask in wanted],
        "own": list(own[MOST_OWN:]),
    }
    seen, earlier = now.answers.observations, before.answers.observations
    left = {
        "answers": _something(clashing),
        "questions_to_ask": _something(clashing_asks),
        "concerns_added": _saved(concerns[MOST_OWN:]),
        "observations": {key: text for key, text in earlier.items() if seen.get(key, text) != text},
    }
    answers = Answers(
        given,
        concerns[:MOST_OWN],
        ToAsk(
            tuple(ask for ask in _with_new(here.kept, kept.kept) if ask not in unwanted),
            tuple(ask for ask in _with_new(here.dropped, kept.dropped) if ask not in wanted),
            own[:MOST_OWN],
        ),
        {**earlier, **seen},
    )
    return FittedRecord(
        answers, _both(_both(before.left, now.left), _something(left)), _with_new(now.carried, before.carried)
    )


def _answers(content: Content, raw: Any) -> tuple[dict[str, Answer], Any, tuple[str, ...]]:
    if not isinstance(raw, dict):
        return {}, raw, ()
    found = carry_over(content, raw)
    given: dict[str, Answer] = {}
    left = dict(found.left)
    for name, value in found.answers.items():
        answer, over = content.questions[name].fitting(value)
        if answer is not None:
            given[name] = answer
        if over is not None:
            left[name] = _both(left[name], over) if name in left else over
    carried = (content.questions[name].label for name in dict.fromkeys(found.changed) if name in given)
    return given, left, tuple(carried)


def _concerns(raw: Any) -> tuple[tuple[AddedConcern, ...], Any]:
    if not isinstance(raw, list):
        return (), raw
    fits: list[AddedConcern] = []
    left: list[Any] = []
    for item in raw:
        rest = dict(item) if isinstance(item, dict) else {}
        text, level = rest.pop("text", None), rest.pop("level", None)
        if isinstance(text, str) and len(text) <= LONGEST and (level is None or level in LEVELS):
            fits += [] if is_blank(text) else [AddedConcern(text, level)]
            left += [rest] if rest else []
        else:
            left.append(item)
    return tuple(fits[:MOST_OWN]), [*left, *_saved(fits[MOST_OWN:])]


def _saved(concerns: Iterable[AddedConcern]) -> list[dict[str, str | None]]:
    return [{"text": item.text, "level": item.level} for item in concerns]


def _to_ask(content: Content, raw: Any) -> tuple[ToAsk, Any]:
    if not isinstance(raw, dict):
        return ToAsk(), raw
    known = set(content.ask_ids)

    def now_called(name: str) -> list[Any]:
        return [content.renamed.asks.get(item, item) if isinstance(item, str) else item for item in _list(raw, name)]

    kept, odd_kept = _sorted_out(now_called("kept"), lambda item: item in known)
    droppable = known - set(kept)
    dropped, odd_dropped = _sorted_out(now_called("dropped"), lambda item: item in droppable)
    own, odd_own = _sorted_out(_list(raw, "own"), lambda item: len(item) <= LONGEST)
    own = tuple(item for item in own if not is_blank(item))
    odd = {"kept": odd_kept, "dropped": odd_dropped, "own": [*odd_own, *own[MOST_OWN:]]}
    wrong = {name: value for name, value in raw.items() if name not in odd or not isinstance(value, list)}
    return ToAsk(kept, dropped, own[:MOST_OWN]), _something({**odd, **wrong})


def _sorted_out(items: list[Any], fits: Callable[[str], bool]) -> tuple[tuple[str, ...], list[Any]]:
    """Return the texts that fit, and the rest, each once."""
    good: list[Any] = []
    odd: list[Any] = []
    for item in {_mark(item): item for item in items}.values():
        kind = good if isinstance(item, str) and fits(item) else odd
        kind.append(item)
    return tuple(good), odd


def _mark(value: Any) -> str:
    """Return what is the same for two values of JSON that are the same, so that none is compared with every other."""
    return json.dumps(value, sort_keys=True)


def _observations(content: Content, raw: Any) -> tuple[dict[str, str], Any]:
    if not isinstance(raw, dict):
        return {}, raw
    sections = {section.id for section in content.sections}
    fits = {
        key: text for key, text in raw.items() if key in sections and isinstance(text, str) and len(text) <= LONGEST
    }
    left = {key: text for key, text in raw.items() if key not in fits}
    return {key: text for key, text in fits.items() if not is_blank(text)}, left


def _both(first: Any, second: Any) -> Any:
    """Return both values as one, in the shape of the record: two that clash become a list."""
    if isinstance(first, dict) and isinstance(second, dict):
        shared = {key: _both(first[key], second[key]) for key in first if key in second}
        return {**first, **second, **shared}
    if first == second:
        return first
    firsts, seconds = (item if isinstance(item, list) else [item] for item in (first, second))
    there = {_mark(item) for item in firsts}
    return [*firsts, *(item for item in seconds if _mark(item) not in there)]


def _something(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, [], {})}


def _list(record: dict[str, Any], name: str) -> list[Any]:
    value = record.get(name)
    return value if isinstance(value, list) else []


def _with_new(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    there = set(first)
    return (*first, *(item for item in second if item not in there))
