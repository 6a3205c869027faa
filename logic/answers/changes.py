"""What each control of an answer does to the answers: the one place in which a person's change becomes an answer.

Each kind of question says what its own controls do; the rest of them stand here. A change comes as a note: which
control it was, and what that shows now.

Putting the same notes on twice, or onto answers that hold some of them already, ends in the same answers: what a
control shows last decides, whatever stood there before. The browser's storage rests on that.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial

from logic.answers.answers import MOST_OWN, AddedConcern, Answers
from logic.content.clean_text import is_blank
from logic.content.content import Content
from logic.content.kinds.answer import Change, Value, picked, typed
from logic.content.kinds.importance import LEVELS
from logic.content.kinds.question import Question

Control = Callable[[Answers, Value], Answers]

PREFIX = "answer-"
"""How the key of every control that takes an answer begins."""
_ALIKE = 0.6
"""How much of two lines is the same, from 0 to 1, where one is the other with a slip mended."""
_MOST_COMPARED = 20_000_000
"""Pairs of letters compared for all notes together: two seconds. Ten lines mended at once, fifty times, are fewer."""


@dataclass(frozen=True)
class Note:
    """One change: the key of a control, and the place chosen, the tick or the text that it showed."""

    key: str
    value: Value
    content: str
    """The version of the content that was on the screen, by which places of choices are counted."""
    number: int = 0
    """Counts the notes of one page from 1, in the order in which they were made."""
    words: str = ""
    """What the choice was called on the screen; empty where there is none."""


def with_notes(content: Content, answers: Answers, notes: Iterable[Note]) -> Answers:
    """Return the answers after the notes, in the order in which they were made."""
    compared = 0
    for note in notes:
        control, value = _control(content, note.key), _value_here(content, note)
        if control is None or value is None:
            continue
        if control is _own_concerns:
            compared += _letters_to_compare(answers, value)
            control = partial(_own_concerns, mends=compared <= _MOST_COMPARED)
        answers = control(answers, value)
    return answers


def without_a_place(content: Content, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return, in words, what was noted in another version of the content and has no place in this one."""
    others = [note for note in notes if note.content != content.guide.version and note.value is not False]
    if not others:
        return ()
    lost = (note for note in others if _control(content, note.key) is None or _value_here(content, note) is None)
    said = (note.value if isinstance(note.value, str) else note.words for note in lost)
    return tuple(dict.fromkeys(words for words in said if not is_blank(words)))


def _control(content: Content, key: str) -> Control | None:
    """Return what a control does to the answers, None where this content has no such control."""
    asked = _question_of(content, key)
    if asked is not None:
        return controls_of(asked)[key]
    return _controls_besides(content).get(key) or _level_of_own(content, key) or _place_of_ask(content, key)


def _question_of(content: Content, key: str) -> Question | None:
    """Return the question that a control belongs to, None where it belongs to none."""
    # The name of a question and that of its part can both have hyphens.
    name = f"{key.removeprefix(PREFIX)}-"
    likely = (question for question in content.questions.values() if name.startswith(f"{question.id}-"))
    return next((question for question in likely if key in controls_of(question)), None)


def _value_here(content: Content, note: Note) -> Value | None:
    """Return what a control of this version shows for a note, None where it has no such choice."""
    if note.content == content.guide.version or isinstance(note.value, bool | str):
        return note.value
    # In another version the third choice may be another choice, so the words decide.
    asked = _question_of(content, note.key)
    words = asked.places_in_words(content.say) if asked is not None else None
    if words is None:
        return note.value
    return words.index(note.words) if note.words in words else None


def key_of(name: str, part: str = "") -> str:
    """Return the key of a control: of a question, or of a part of one."""
    return f"{PREFIX}{name}-{part}" if part else f"{PREFIX}{name}"


def _controls_besides(content: Content) -> Mapping[str, Control]:
    """Return what each control that belongs to no question does to the answers. Levels of own concerns come besides."""
    found: dict[str, Control] = {key_of("own-questions"): _own_questions}
    found |= {key_of("ask", name): partial(_ask, name) for name in content.ask_ids}
    return found | {
        key_of("observation", section.id): partial(_observation, section.id) for section in content.sections
    }


def controls_of(question: Question) -> dict[str, Control]:
    """Return what each control of one question does to the answers, by its key."""
    changes = question.changes()
    own: dict[str, Control] = {key_of(question.id, "own"): _own_concerns} if question.takes_own_concerns else {}
    return {key_of(question.id, part): partial(_answer, question, change) for part, change in changes.items()} | own


def _answer(question: Question, change: Change, answers: Answers, value: Value) -> Answers:
    before = answers.given.get(question.id)
    now = change(before, value)
    return answers if now == before else answers.with_answer(question.id, now)


def _letters_to_compare(answers: Answers, value: Value) -> int:
    lines, before = frozenset(_lines(typed(value) or "")), frozenset(item.text for item in answers.concerns_added)
    return sum(map(len, lines - before)) * sum(map(len, before - lines))


def _own_concerns(answers: Answers, value: Value, *, mends: bool = True) -> Answers:
    text = typed(value)
    if text is None:
        return answers
    lines, before = _lines(text), {item.text: item.level for item in answers.concerns_added}
    levels = _levels_kept(before, lines) if mends else before
    return replace(answers, concerns_added=tuple(AddedConcern(line, levels.get(line)) for line in lines))


def _levels_kept(before: Mapping[str, str | None], lines: tuple[str, ...]) -> dict[str, str | None]:
    """Return how much each line matters: as before, or as much as the line that it was mended from."""
    gone = [line for line in before if line not in lines]
    kept = {line: before[line] for line in lines if line in before}
    for line in lines:
        if line not in kept and (mended := get_close_matches(line, gone, n=1, cutoff=_ALIKE)):
            kept[line] = before[mended[0]]
            gone.remove(mended[0])
    return kept


def _level_of_own(content: Content, key: str) -> Control | None:
    """Return the control of one own concern, whose key ends in its number."""
    before, _, number = key.rpartition("-")
    owners = (question.id for question in content.questions.values() if question.takes_own_concerns)
    known = before in [key_of(owner, "own") for owner in owners]
    # Storage can hold any key; Python refuses to read thousands of digits.
    return partial(_give_level_to_own, int(number)) if known and number.isdecimal() and len(number) < 5 else None


def _give_level_to_own(number: int, answers: Answers, place: Value) -> Answers:
    level, added = picked(LEVELS, place), list(answers.concerns_added)
    if level is None or number >= len(added):
        return answers
    added[number] = replace(added[number], level=level)
    return replace(answers, concerns_added=tuple(added))


def _observation(section: str, answers: Answers, value: Value) -> Answers:
    text = typed(value)
    if text is None:
        return answers
    others = {name: seen for name, seen in answers.observations.items() if name != section}
    return replace(answers, observations=others if is_blank(text) else {**others, section: text.strip()})


def _own_questions(answers: Answers, value: Value) -> Answers:
    text = typed(value)
    return answers if text is None else replace(answers, to_ask=replace(answers.to_ask, own=_lines(text)))


def _ask(ask_id: str, answers: Answers, ticked: Value) -> Answers:
    if not isinstance(ticked, bool):
        return answers
    kept = tuple(item for item in answers.to_ask.kept if item != ask_id) + ((ask_id,) if ticked else ())
    dropped = tuple(item for item in answers.to_ask.dropped if item != ask_id) + (() if ticked else (ask_id,))
    return replace(answers, to_ask=replace(answers.to_ask, kept=kept, dropped=dropped))


def place_key(ask_id: str, place: int) -> str:
    """Return the key of what puts a kept question at a place of the person's list, counted from 0."""
    return key_of(f"ask-{ask_id}", f"to-{place}")


def _place_of_ask(content: Content, key: str) -> Control | None:
    """Return the control that puts a kept question at a place: its key says which and where."""
    before, _, number = key.rpartition("-to-")
    name = before.removeprefix(key_of("ask-"))
    known = before == key_of("ask", name) and name in content.ask_ids
    return partial(_put_ask_at, name, int(number)) if known and number.isdecimal() and len(number) < 5 else None


def _put_ask_at(ask_id: str, place: int, answers: Answers, _: Value) -> Answers:
    kept = [item for item in answers.to_ask.kept if item != ask_id]
    if len(kept) == len(answers.to_ask.kept):
        return answers
    kept.insert(place, ask_id)
    return replace(answers, to_ask=replace(answers.to_ask, kept=tuple(kept)))


def _lines(text: str) -> tuple[str, ...]:
    """Return each line once. What comes after the most that there may be stays together as the last of them."""
    lines = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if not is_blank(line)))
    return lines if len(lines) <= MOST_OWN else (*lines[: MOST_OWN - 1], " ".join(lines[MOST_OWN - 1 :]))
