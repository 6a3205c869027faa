"""One question on the screen: its control by kind, showing the answer it has."""

from collections.abc import Iterable, Mapping

import streamlit as st

from logic.answers.answers import LONGEST
from logic.content.questions import LEVELS, NOT_SURE, Question
from ui.browser_store.store import record
from ui.parts.body_map import draw_body_map
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import ANSWER, force, seed


def draw_question(question: Question) -> None:
    """Draw the control of a question, showing the answer it has."""
    match question.kind:
        case "one":
            _one(question)
        case "several":
            _heading(question)
            _several(question)
        case "body_areas":
            _body_areas(question)
        case "importance":
            _importance(question)
        case "number":
            _number(question)
        case "words":
            _words(question)


def _one(question: Question) -> None:
    ids = [choice.id for choice in question.choices] + ([NOT_SURE] if question.not_sure else [])
    labels = {choice.id: choice.label for choice in question.choices} | {NOT_SURE: say("question.not-sure")}
    hints = [choice.hint or "" for choice in question.choices] + ([""] if question.not_sure else [])
    given = visit().answers.given.get(question.id)
    key = force(_key(question), given)
    _heading(question)
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
    if given is not None:
        _clear(question, "question.clear")


def _several(question: Question) -> None:
    ids = [choice.id for choice in question.choices] + ([NOT_SURE] if question.not_sure else [])
    labels = {choice.id: choice.label for choice in question.choices} | {NOT_SURE: say("question.not-sure")}
    given = visit().answers.given.get(question.id, ())
    taken = {given} if isinstance(given, str) else set(given) if isinstance(given, tuple) else set()
    with st.container(key=f"group-{question.id}"):
        for choice in ids:
            key = force(_key(question, choice), choice in taken)
            st.checkbox(labels[choice], key=key, on_change=record, args=(key,))


def _body_areas(question: Question) -> None:
    labels = {choice.id: choice.label for choice in question.choices}
    boxes = {choice: _key(question, choice) for choice in labels}
    _heading(question)
    with st.container(key=f"mapped-{question.id}"):
        draw_body_map(question.question, labels, boxes, key=f"body-map-{question.id}")
        _several(question)


def _importance(question: Question) -> None:
    given = visit().answers.given.get(question.id)
    levels = dict(given) if isinstance(given, Mapping) else {}
    _heading(question)
    with st.container(key=f"group-{question.id}"):
        for concern in question.choices:
            _level(concern.label, force(_key(question, concern.id), levels.get(concern.id)))
    if levels:
        _clear(question, "question.clear-all")
    if question.own_words:
        _own_concerns(question)


def _level(label: str, key: str) -> None:
    draw_row(label, {level: say(f"level.{level}") for level in LEVELS}, key)


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


def _own_concerns(question: Question) -> None:
    """Draw the person's own concerns: a line each, and under them how much each matters."""
    added = visit().answers.concerns_added
    key = seed(_key(question, "own"), "\n".join(item.text for item in added))
    draw_words(say("question.own-concerns"), key)
    for number, item in enumerate(added):
        # What a person typed is drawn as plain text: in a label it could make links and fetch pictures.
        st.text(item.text)
        name = say("question.own-concern", number=number + 1)
        _level(name, force(f"{key}-{number}", item.level))


def _number(question: Question) -> None:
    given = visit().answers.given.get(question.id)
    key = force(_key(question), given if isinstance(given, int) else None)
    _heading(question)
    st.caption(say("question.unit", unit=question.unit))
    st.number_input(
        question.question,
        question.least,
        question.most,
        value=None,
        step=1,
        key=key,
        on_change=record,
        args=(key,),
        label_visibility="collapsed",
    )
    if question.not_sure:
        unsure = force(_key(question, NOT_SURE), given == NOT_SURE)
        st.checkbox(say("question.not-sure"), key=unsure, on_change=record, args=(unsure,))


def _words(question: Question) -> None:
    given = visit().answers.given.get(question.id)
    _heading(question)
    key = seed(_key(question), given if isinstance(given, str) else "")
    draw_words(question.question, key, hidden=True)


def draw_words(label: str, key: str, *, height: int = 120, hidden: bool = False) -> None:
    """Draw a field for the person's own words, so many pixels high; its label can be for listeners alone."""
    st.text_area(
        label,
        key=key,
        max_chars=LONGEST,
        on_change=record,
        args=(key,),
        height=height,
        label_visibility="collapsed" if hidden else "visible",
    )


def _clear(question: Question, words: str) -> None:
    key = _key(question, "clear")
    st.button(say(words), key=key, type="tertiary", on_click=record, args=(key,))


def group_names(questions: Iterable[Question]) -> dict[str, str]:
    """Return what the groups of controls on a screen are called, by the key of their container."""
    grouped = ("several", "body_areas", "importance")
    return {f"group-{question.id}": question.question for question in questions if question.kind in grouped}


def _heading(question: Question) -> None:
    """Draw the question as a heading, so that every kind looks the same and can be jumped to."""
    st.header(question.question, anchor=False)
    if question.hint:
        st.caption(question.hint)


def _key(question: Question, part: str = "") -> str:
    return f"{ANSWER}{question.id}" + (f"-{part}" if part else "")
