"""One question on the screen: its control by kind, showing the answer it has. `DRAWERS` lists what draws each kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from logic.content.kinds.answer import LONGEST, NOT_SURE, over
from logic.content.kinds.body_areas import BodyAreas
from logic.content.kinds.choices import ChoicesQuestion
from logic.content.kinds.importance import Importance
from logic.content.kinds.levels import LevelsQuestion
from logic.content.kinds.number import Number
from logic.content.kinds.one import One
from logic.content.kinds.question import Question
from logic.content.kinds.several import Several
from logic.content.kinds.ticks import TicksQuestion
from logic.content.kinds.words import FreeWords
from ui.browser_store.store import record
from ui.parts.body_map import draw_body_map
from ui.parts.listen import draw_listen
from ui.parts.press import draw_button
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import ANSWER, force, seed


@dataclass(frozen=True)
class Drawer:
    """What draws the questions of one kind."""

    draw: Callable[[Any], None]
    grouped: bool = False
    """Whether its controls stand in a group, which has to have a name."""
    clear: str = ""
    """The key of what a button says that takes the answer back, where its controls cannot do so themselves."""


def draw_question(question: Question, *, alone: bool = False) -> None:
    """Draw a question and its control, showing the answer it has; alone on a screen it is the screen's title."""
    _heading(question, alone=alone)
    DRAWERS[type(question)].draw(question)


def _one(question: One) -> None:
    ids, labels = question.ids_to_pick, _labels(question)
    hints = [choice.hint or "" for choice in question.choices] + ([""] if question.not_sure else [])
    given = visit().answers.given.get(question.id)
    key = force(_key(question), given)
    st.radio(
        question.question,
        ids,
        index=None,
        format_func=labels.__getitem__,
        captions=hints if any(hints) else None,
        key=key,
        on_change=record,
        args=(key, ids),
        label_visibility="collapsed",
    )


def _ticks(question: TicksQuestion) -> None:
    labels, ticked = _labels(question), question.ticked(visit().answers.given.get(question.id))
    with st.container(key=f"group-{question.id}"):
        for choice in question.ids_to_pick:
            key = force(_key(question, choice), choice in ticked)
            full = question.too_many(ticked | {choice})
            st.checkbox(labels[choice], key=key, on_change=record, args=(key,), disabled=full)


def _body_areas(question: BodyAreas) -> None:
    labels = {choice.id: choice.label for choice in question.choices}
    boxes = {choice: _key(question, choice) for choice in labels}
    with st.container(key=f"mapped-{question.id}"):
        draw_body_map(question.question, labels, boxes, key=f"body-map-{question.id}", hint=question.hint or "")
        _ticks(question)


def _labels(question: ChoicesQuestion) -> dict[str, str]:
    return {choice.id: choice.label for choice in question.choices} | {NOT_SURE: say("question.not-sure")}


def _levels(question: LevelsQuestion) -> None:
    given = question.given(visit().answers.given.get(question.id))
    with st.container(key=f"group-{question.id}"):
        for choice in question.choices:
            _level(question, choice.label, force(_key(question, choice.id), given.get(choice.id)))
    if question.takes_own_concerns:
        _own_concerns(question)


def _level(question: LevelsQuestion, label: str, key: str) -> None:
    draw_row(label, {level: question.level_in_words(level, say) for level in question.levels}, key)


def draw_row(label: str, choices: Mapping[str, str], key: str) -> None:
    """Draw a few short choices, each with its words, side by side."""
    st.radio(
        label,
        tuple(choices),
        index=None,
        format_func=lambda choice: choices[choice],
        horizontal=True,
        key=key,
        on_change=record,
        args=(key, tuple(choices)),
    )


def _own_concerns(question: LevelsQuestion) -> None:
    """Draw the person's own concerns: a line each, and under them how much each matters."""
    added = visit().answers.concerns_added
    key = seed(_key(question, "own"), "\n".join(item.text for item in added))
    draw_words(say("question.own-concerns"), key)
    for number, item in enumerate(added):
        # What a person typed is drawn as plain text: in a label it could make links and fetch pictures.
        st.text(item.text)
        name = say("question.own-concern", number=number + 1)
        _level(question, name, force(f"{key}-{number}", item.level))


def _number(question: Number) -> None:
    given, key = visit().answers.given.get(question.id), _key(question)
    if given is None:
        # What is no answer stays in the field, with the reason beside it.
        seed(key, "")
    else:
        force(key, "" if given == NOT_SURE else str(given))
    # A browser's own field for numbers drops commas and turns 1e2 into 100 before anybody hears of it.
    shown = st.text_input(question.question, key=key, on_change=record, args=(key,), label_visibility="collapsed")
    st.caption(say("question.unit", unit=question.unit))
    if refusal := question.refusal(shown, say):
        st.warning(refusal)
    if question.not_sure:
        unsure = force(_key(question, NOT_SURE), given == NOT_SURE)
        st.checkbox(say("question.not-sure"), key=unsure, on_change=record, args=(unsure,))


def _words(question: FreeWords) -> None:
    key = seed(_key(question), visit().answers.given.get(question.id, ""))
    draw_words(question.question, key, hidden=True, most=question.most)


def draw_words(label: str, key: str, *, height: int = 120, hidden: bool = False, most: int = LONGEST) -> None:
    """Draw a field for so many characters of own words, so many pixels high; its label can be for listeners alone."""
    # A browser counts an emoji twice, and at its limit a field takes no key and swallows a paste without a word.
    shown = st.text_area(
        label,
        key=key,
        on_change=record,
        args=(key,),
        height=height,
        label_visibility="collapsed" if hidden else "visible",
    )
    if count := over(shown, most):
        st.warning(say("question.too-long", most=most, count=count))


def refuses(questions: Iterable[Question]) -> bool:
    """Whether a field of one of these questions shows more words than an answer holds: going on would lose them."""
    limits = {_key(question): question.most for question in questions if isinstance(question, FreeWords)}
    return any(over(st.session_state.get(key, ""), most) for key, most in limits.items())


def draw_clear(question: Question) -> None:
    """Draw the button that takes an answer back. It is there before there is one, so that nothing moves or goes."""
    if words := DRAWERS[type(question)].clear:
        key = _key(question, "clear")
        draw_button(say(words, label=question.label), key, record, key)


def group_names(questions: Iterable[Question]) -> dict[str, str]:
    """Return what the groups of controls on a screen are called, by the key of their container."""
    grouped = (question for question in questions if DRAWERS[type(question)].grouped)
    return {f"group-{question.id}": question.question for question in grouped}


def _heading(question: Question, *, alone: bool) -> None:
    """Draw the question as a heading, so that every kind looks the same and can be jumped to."""
    (st.title if alone else st.header)(question.question, anchor=False)
    draw_listen(question.question)
    # Where there is a figure, the hint is told with how to use it.
    if question.hint and not isinstance(question, BodyAreas):
        st.caption(question.hint)


def _key(question: Question, part: str = "") -> str:
    return f"{ANSWER}{question.id}" + (f"-{part}" if part else "")


DRAWERS: dict[type[Question], Drawer] = {
    One: Drawer(_one, clear="question.clear"),
    Several: Drawer(_ticks, grouped=True),
    BodyAreas: Drawer(_body_areas, grouped=True),
    Importance: Drawer(_levels, grouped=True, clear="question.clear-all"),
    Number: Drawer(_number),
    FreeWords: Drawer(_words),
}
