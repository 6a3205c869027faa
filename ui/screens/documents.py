"""What the documents say: every topic, disagreements first, with who is silent and who wrote what."""

from functools import cache

import streamlit as st

from logic.content.evidence import Topic
from logic.content.overview.search import found
from logic.outputs.document import Fold
from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import topic_folds
from logic.outputs.layouts.ranges import after_chart, before_chart, ranges
from logic.outputs.layouts.sources import source_lines
from ui.parts.look_around import draw_blocks, draw_chart, draw_links, draw_wish
from ui.session.guide_content import content, say
from ui.session.widgets import LOOK

EVERY = ""


def draw() -> None:
    """Draw the search, the topics and the pictures of ranges."""
    st.title(say("documents.title"), anchor=False)
    st.markdown(say("documents.note"))
    for titles in content().families.values():
        st.markdown(say("documents.family", titles=titles))
    with st.expander(say("documents.who")):
        st.html(_who())
    word = st.text_input(say("documents.search"), key=f"{LOOK}search", max_chars=100)
    subjects = [EVERY, *(subject.subject for subject in content().subjects)]
    names = {EVERY: say("documents.all-subjects")}
    subject = st.selectbox(
        say("documents.subject"), subjects, key=f"{LOOK}subject", format_func=lambda name: names.get(name, name)
    )
    shown = found(content(), word or "", subject or None)
    st.markdown(_how_many(len(shown)))
    _draw_topics("differ", [topic for topic in shown if topic.differ], opened=bool(word))
    _draw_topics("others", [topic for topic in shown if not topic.differ], opened=bool(word))
    _draw_ranges()
    draw_links("documents")


def _how_many(number: int) -> str:
    if not number:
        return say("documents.nothing")
    return content().counted("documents.found", number)


def _draw_topics(group: str, topics: list[Topic], *, opened: bool) -> None:
    if topics:
        st.header(say(f"documents.{group}"), anchor=False)
        st.html(_folds(tuple(topic.id for topic in topics), opened))


@cache
def _folds(topics: tuple[str, ...], opened: bool) -> str:
    return folds(topic_folds(content(), (content().topics[name] for name in topics)), opened=opened)


@cache
def _who() -> str:
    return folds((Fold(source.title, (source_lines(content(), source),)) for source in content().sources), opened=True)


def _draw_ranges() -> None:
    st.header(say("documents.ranges"), anchor=False)
    pictures = ranges(content())
    st.markdown(say("chart.note") if pictures else say("chart.empty"))
    for topic, chart in pictures:
        st.subheader(topic.about, anchor=False)
        draw_blocks(before_chart(content(), topic))
        draw_chart(chart, f"range-{topic.id}")
        draw_blocks(after_chart(content(), topic, chart))
    if pictures:
        draw_wish("ranges", say("documents.in-summary"))
