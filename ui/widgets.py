"""One question on the screen: its control by kind, and its answer written down on every change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import streamlit as st

from logic.answers import LONGEST, AddedConcern, fitting
from logic.questions import LEVELS, NOT_SURE, Question
from ui.body_map import draw_body_map
from ui.guide_content import say
from ui.state import WIDGET, answer, drawn, forget_widgets, session


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
    key = drawn(_key(question), session().answers.given.get(question.id))

    def write() -> None:
        answer(question.id, st.session_state[key])

    def clear() -> None:
        st.session_state[key] = None
        answer(question.id, None)

    _heading(question)
    st.radio(
        question.question,
        ids,
        index=None,
        format_func=labels.__getitem__,
        captions=hints if any(hints) else None,
        key=key,
        on_change=write,
        label_visibility="collapsed",
    )
    if st.session_state[key] is not None:
        st.button(say("question.clear"), key=f"{key}-clear", type="tertiary", on_click=clear)


def _several(question: Question) -> None:
    ids = [choice.id for choice in question.choices] + ([NOT_SURE] if question.not_sure else [])
    labels = {choice.id: choice.label for choice in question.choices} | {NOT_SURE: say("question.not-sure")}
    alone = {choice.id for choice in question.choices if choice.alone} | {NOT_SURE}
    given = session().answers.given.get(question.id, ())
    taken = {given} if isinstance(given, str) else set(given) if isinstance(given, tuple) else set()

    def write(changed: str) -> None:
        ticked = {choice for choice in ids if st.session_state[_key(question, choice)]}
        if changed in ticked:
            ticked = {changed} if changed in alone else ticked - alone
        for choice in ids:
            st.session_state[_key(question, choice)] = choice in ticked
        value = NOT_SURE if NOT_SURE in ticked else [choice for choice in ids if choice in ticked]
        answer(question.id, fitting(question, value)[0])

    with st.container(key=f"group-{question.id}"):
        for choice in ids:
            key = drawn(_key(question, choice), choice in taken)
            st.checkbox(labels[choice], key=key, on_change=write, args=(choice,))


def _body_areas(question: Question) -> None:
    labels = {choice.id: choice.label for choice in question.choices}
    boxes = {choice: _key(question, choice) for choice in labels}
    _heading(question)
    with st.container(key=f"mapped-{question.id}"):
        draw_body_map(question.question, labels, boxes, key=f"body-map-{question.id}")
        _several(question)


def _importance(question: Question) -> None:
    def levels() -> dict[str, str]:
        given = session().answers.given.get(question.id)
        return dict(given) if isinstance(given, Mapping) else {}

    def write(concern: str) -> None:
        answer(question.id, fitting(question, {**levels(), concern: st.session_state[_key(question, concern)]})[0])

    def clear() -> None:
        answer(question.id, None)
        for concern in question.choices:
            st.session_state[_key(question, concern.id)] = None

    _heading(question)
    with st.container(key=f"group-{question.id}"):
        for concern in question.choices:
            key = drawn(_key(question, concern.id), levels().get(concern.id))
            _level(concern.label, key, write, concern.id)
    if levels():
        st.button(say("question.clear-all"), key=_key(question, "clear"), type="tertiary", on_click=clear)
    if question.own_words:
        _own_concerns(question)


def _level(label: str, key: str, write: Callable[..., None], *args: object) -> None:
    st.radio(
        label,
        LEVELS,
        index=None,
        format_func=lambda level: say(f"level.{level}"),
        horizontal=True,
        key=key,
        on_change=write,
        args=args,
    )


def _own_concerns(question: Question) -> None:
    """Draw the person's own concerns: a line each, and under them how much each matters."""
    here = session()
    key = drawn(_key(question, "own"), "\n".join(item.text for item in here.answers.concerns_added))

    def write_texts() -> None:
        levels = {item.text: item.level for item in here.answers.concerns_added}
        added = tuple(AddedConcern(text, levels.get(text)) for text in own_lines(st.session_state[key]))
        here.answers = replace(here.answers, concerns_added=added)
        forget_widgets(f"{key}-")

    def write_level(number: int) -> None:
        added = list(here.answers.concerns_added)
        added[number] = replace(added[number], level=st.session_state[f"{key}-{number}"])
        here.answers = replace(here.answers, concerns_added=tuple(added))

    st.text_area(say("question.own-concerns"), key=key, max_chars=LONGEST, on_change=write_texts, height=120)
    for number, item in enumerate(here.answers.concerns_added):
        # What a person typed is drawn as plain text: in a label it could make links and fetch pictures.
        st.text(item.text)
        label = say("question.own-concern", number=number + 1)
        _level(label, drawn(f"{key}-{number}", item.level), write_level, number)


def own_lines(text: str) -> tuple[str, ...]:
    """Return the lines that hold something, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _number(question: Question) -> None:
    given = session().answers.given.get(question.id)
    key = drawn(_key(question), given if isinstance(given, int) else None)
    unsure = drawn(_key(question, NOT_SURE), given == NOT_SURE)

    def write_number() -> None:
        st.session_state[unsure] = False
        answer(question.id, st.session_state[key])

    def write_unsure() -> None:
        st.session_state[key] = None
        answer(question.id, NOT_SURE if st.session_state[unsure] else None)

    _heading(question)
    st.caption(say("question.unit", unit=question.unit))
    st.number_input(
        question.question,
        question.least,
        question.most,
        value=None,
        step=1,
        key=key,
        on_change=write_number,
        label_visibility="collapsed",
    )
    if question.not_sure:
        st.checkbox(say("question.not-sure"), key=unsure, on_change=write_unsure)


def _words(question: Question) -> None:
    given = session().answers.given.get(question.id)
    key = drawn(_key(question), given if isinstance(given, str) else "")

    def write() -> None:
        answer(question.id, st.session_state[key] if st.session_state[key].strip() else None)

    _heading(question)
    st.text_area(
        question.question,
        key=key,
        max_chars=LONGEST,
        on_change=write,
        height=120,
        label_visibility="collapsed",
    )


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
    return f"{WIDGET}{question.id}" + (f"-{part}" if part else "")
