"""Life with refills: the person's figures and the documents' ranges in, trips and hours as ranges out."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import topic_folds
from logic.outputs.layouts.refills import figures, years_table
from logic.summary.refills import MOST_MONTHS, MOST_PEOPLE, MOST_YEARS, Entered, Gap, RefillTimes, gaps
from logic.summary.refills_timeline import timeline
from ui.parts.look_around import draw_blocks, draw_chart, draw_links, draw_wish
from ui.parts.press import anew, changed, draw_button
from ui.session import refills as picked
from ui.session.guide_content import content, say
from ui.session.picks import OWN
from ui.session.visit import visit
from ui.session.widgets import LOOK, seed


def draw() -> None:
    """Draw the figures, what follows from them, and the topics they come from."""
    st.title(say("refills.title"), anchor=False)
    st.markdown(say("refills.note"))
    known = gaps(content())
    if known:
        st.header(say("refills.figures"), anchor=False)
        with st.container(key="plan-figures"):
            _draw_trip()
            _draw_number("people", picked.people(visit()), 1, MOST_PEOPLE, say("refills.people-note"))
            _draw_gap(known)
            _draw_number("years", picked.years(visit()), 1, MOST_YEARS)
        _draw_results()
    else:
        st.info(say("refills.no-figure"))
    draw_links("refills")


def _draw_trip() -> None:
    here, question = visit().picks, picked.trip_question()
    answered = picked.trip_answer(visit())
    if not here.tries_trip:
        here.trip = answered
    key = anew(f"{LOOK}trip", here.trip)

    def write(shown: float | None) -> None:
        here.trip, here.tries_trip = shown, shown != answered

    def back() -> None:
        here.trip, here.tries_trip = answered, False

    with st.container(key="figure-trip"):
        _draw_field(say("refills.trip"), key, write)
        st.caption(_trip_note(answered))
        _draw_refusal(picked.trip(visit()), question.least, question.most)
        if here.tries_trip and answered is not None:
            draw_button(say("refills.trip-again"), f"{LOOK}trip-again", back)


def _trip_note(answered: float | None) -> str:
    """Say whose figure it is."""
    tries = visit().picks.tries_trip
    if answered is None:
        return say("refills.trip-here" if tries else "refills.trip-open")
    return say("refills.trip-tried" if tries else "refills.trip-answer", minutes=int(answered))


def _draw_number(name: str, given: Entered, least: int, most: int, note: str = "") -> None:
    here = visit().picks
    key = seed(f"{LOOK}{name}", getattr(here, name))
    label = say(f"refills.{name.replace('_', '-')}")
    with st.container(key=f"figure-{name}"):
        _draw_field(label, key, partial(here.put, name))
        if note:
            st.caption(note)
        _draw_refusal(given, least, most)


def _draw_field(label: str, key: str, write: Callable[[float | None], None]) -> None:
    st.number_input(label, value=None, step=1.0, format="%g", key=key, on_change=changed, args=(key, write))


def _draw_refusal(given: Entered, least: int, most: int) -> None:
    if given.refusal:
        st.warning(say(f"refills.{given.refusal}", least=least, most=most))


def _draw_gap(known: tuple[Gap, ...]) -> None:
    here = visit().picks
    labels = {picked.gap_name(gap): _gap_label(gap) for gap in known} | {OWN: say("refills.gap-own")}
    key = seed(f"{LOOK}gap", here.gap)
    names = list(labels)
    st.radio(
        say("refills.gap"),
        names,
        format_func=labels.__getitem__,
        key=key,
        on_change=changed,
        args=(key, partial(here.put, "gap")),
    )
    if here.gap == OWN:
        _draw_number("own_gap", picked.own_gap(visit()), 1, MOST_MONTHS)


def _gap_label(gap: Gap) -> str:
    low, high = gap.months.least, gap.months.most
    words = content().counted("count.months", low)
    words = words if low == high else say("refills.to", low=low, high=content().counted("count.months", high))
    if gap.source:
        return say("refills.gap-one", title=gap.source.title, gap=words)
    return say("refills.gap-all", gap=words)


def _draw_results() -> None:
    st.header(say("refills.results"), anchor=False)
    plan = picked.plan_now(visit())
    if plan is None:
        st.info(say("refills.need-gap"))
        return
    draw_blocks(figures(content(), plan))
    _draw_years(plan)
    draw_wish("plan", say("refills.in-summary"))
    st.header(say("refills.documents"), anchor=False)
    st.html(folds(topic_folds(content(), picked.topics())))


def _draw_years(plan: RefillTimes) -> None:
    chart = timeline(content(), plan)
    if chart is None:
        st.info(say("refills.need-years"))
        return
    st.subheader(chart.title, anchor=False)
    draw_chart(chart, "timeline")
    draw_blocks([years_table(content(), plan)])
