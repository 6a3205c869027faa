"""What each control of an answer does to the answers: the one place in which a person's change becomes an answer.

The browser notes every click and keystroke in its own storage before the server hears of it, and the notes
come here with the next message, or after a reload. Without a browser, `ui.browser_store.store.record`
makes the note itself.

Putting the same notes on twice, or onto answers that hold some of them already, ends in the same
answers: what a control shows last decides, whatever stood there before. The protocol rests on that.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from logic.answers.answers import LONGEST, AddedConcern, Answer, Answers, fitting
from logic.content.content import Content
from logic.content.questions import LEVELS, NOT_SURE, Question

Value = bool | int | str
Control = Callable[[Answers, Value], Answers]

PREFIX = "answer-"
"""How the key of every control that takes an answer begins."""
KEEP_OR_DROP = ("keep", "drop")
"""The choices for a suggested question, in their order on the screen."""


@dataclass(frozen=True)
class Note:
    """One change: the key of a control, and the place chosen, the tick or the text that it showed."""

    key: str
    value: Value
    content: str
    """The version of the content that was on the screen, by which places of choices are counted."""
    number: int = 0
    """Counts the notes of one page from 1, in the order in which they were made."""


def put_on(content: Content, answers: Answers, notes: Iterable[Note]) -> Answers:
    """Return the answers with the notes put on, in the order in which they were made."""
    known = controls(content)
    for note in notes:
        # In another version the third choice may be another choice.
        if isinstance(note.value, int) and not isinstance(note.value, bool) and note.content != content.guide.version:
            continue
        control = known.get(note.key) or _level_of_own(content, note.key)
        if control is not None:
            answers = control(answers, note.value)
    return answers


def controls(content: Content) -> Mapping[str, Control]:
    """Return what each control does to the answers, by its key. Levels of own concerns come besides."""
    found: dict[str, Control] = {f"{PREFIX}own-questions": _own_questions}
    for question in content.questions.values():
        found |= {f"{PREFIX}{key}": control for key, control in controls_of(question).items()}
        found |= {f"{PREFIX}ask-{ask.id}": partial(_ask, ask.id) for ask in question.ask}
    found |= {f"{PREFIX}ask-{item.id}": partial(_ask, item.id) for item in content.not_covered}
    found |= {f"{PREFIX}observation-{section.id}": partial(_observation, section.id) for section in content.sections}
    return found


def controls_of(question: Question) -> dict[str, Control]:
    """Return what each control of one question does, by what its key ends in."""
    key, choices = question.id, question.choices
    clear = {f"{key}-clear": partial(_clear, question)}
    match question.kind:
        case "one":
            return {key: partial(_one, question), **clear}
        case "several" | "body_areas":
            ids = [choice.id for choice in choices] + ([NOT_SURE] if question.not_sure else [])
            return {f"{key}-{choice}": partial(_tick, question, choice) for choice in ids}
        case "importance":
            levels: dict[str, Control] = {f"{key}-{c.id}": partial(_level, question, c.id) for c in choices}
            own: dict[str, Control] = {f"{key}-own": _own_concerns} if question.own_words else {}
            return {**levels, **own, **clear}
        case "number":
            return {key: partial(_number, question), f"{key}-{NOT_SURE}": partial(_unsure, question)}
        case "words":
            return {key: partial(_words, question)}


def _clear(question: Question, answers: Answers, _: Value) -> Answers:
    return answers.with_answer(question.id, None)


def _one(question: Question, answers: Answers, place: Value) -> Answers:
    ids = [choice.id for choice in question.choices] + ([NOT_SURE] if question.not_sure else [])
    chosen = _at(ids, place)
    return answers if chosen is None else answers.with_answer(question.id, chosen)


def _tick(question: Question, choice: str, answers: Answers, on: Value) -> Answers:
    given = answers.given.get(question.id, ())
    ticked = {given} if isinstance(given, str) else set(given) if isinstance(given, tuple) else set()
    now = ticked | {choice} if on else ticked - {choice}
    return answers.with_answer(question.id, _ticked_after(question, now, choice))


def _ticked_after(question: Question, ticked: set[str], changed: str) -> Answer | None:
    """Return the answer after a tick came or went: one that stands alone clears the others, and they clear it."""
    alone = {choice.id for choice in question.choices if choice.alone} | {NOT_SURE}
    if changed in ticked:
        ticked = {changed} if changed in alone else ticked - alone
    value = NOT_SURE if NOT_SURE in ticked else [choice.id for choice in question.choices if choice.id in ticked]
    return fitting(question, value)[0]


def _level(question: Question, concern: str, answers: Answers, place: Value) -> Answers:
    given = answers.given.get(question.id)
    level = _at(LEVELS, place)
    levels = dict(given) if isinstance(given, Mapping) else {}
    return answers if level is None else answers.with_answer(question.id, {**levels, concern: level})


def _number(question: Question, answers: Answers, text: Value) -> Answers:
    if text == "":
        return answers.with_answer(question.id, None)
    if not isinstance(text, str) or not text.isascii() or not text.isdecimal() or len(text) > 9:
        return answers
    number, _ = fitting(question, int(text))
    return answers if number is None else answers.with_answer(question.id, number)


def _unsure(question: Question, answers: Answers, on: Value) -> Answers:
    return answers.with_answer(question.id, NOT_SURE if on else None)


def _words(question: Question, answers: Answers, text: Value) -> Answers:
    if not isinstance(text, str) or len(text) > LONGEST:
        return answers
    return answers.with_answer(question.id, text if text.strip() else None)


def _own_concerns(answers: Answers, text: Value) -> Answers:
    if not isinstance(text, str) or len(text) > LONGEST:
        return answers
    levels = {item.text: item.level for item in answers.concerns_added}
    return replace(answers, concerns_added=tuple(AddedConcern(line, levels.get(line)) for line in _lines(text)))


def _level_of_own(content: Content, key: str) -> Control | None:
    """Return the control of one own concern, whose key ends in its number."""
    before, _, number = key.rpartition("-")
    owner = before.removeprefix(PREFIX).removesuffix("-own")
    question = content.questions.get(owner)
    if question is None or not question.own_words or before != f"{PREFIX}{owner}-own" or not number.isdecimal():
        return None
    return partial(_put_level_of_own, int(number))


def _put_level_of_own(number: int, answers: Answers, place: Value) -> Answers:
    level, added = _at(LEVELS, place), list(answers.concerns_added)
    if level is None or number >= len(added):
        return answers
    added[number] = replace(added[number], level=level)
    return replace(answers, concerns_added=tuple(added))


def _observation(section: str, answers: Answers, text: Value) -> Answers:
    if not isinstance(text, str) or len(text) > LONGEST:
        return answers
    others = {name: seen for name, seen in answers.observations.items() if name != section}
    return replace(answers, observations={**others, section: text.strip()} if text.strip() else others)


def _own_questions(answers: Answers, text: Value) -> Answers:
    if not isinstance(text, str) or len(text) > LONGEST:
        return answers
    return replace(answers, to_ask=replace(answers.to_ask, own=_lines(text)))


def _ask(ask_id: str, answers: Answers, place: Value) -> Answers:
    chosen = _at(KEEP_OR_DROP, place)
    if chosen is None:
        return answers
    kept = tuple(item for item in answers.to_ask.kept if item != ask_id) + ((ask_id,) if chosen == "keep" else ())
    dropped = tuple(item for item in answers.to_ask.dropped if item != ask_id) + ((ask_id,) if chosen == "drop" else ())
    return replace(answers, to_ask=replace(answers.to_ask, kept=kept, dropped=dropped))


def _at(ids: tuple[str, ...] | list[str], place: Value) -> str | None:
    inside = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(ids)
    return ids[int(place)] if inside else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
