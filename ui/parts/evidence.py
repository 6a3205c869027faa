"""Beside a question, one tap away: why it is asked, what the documents say, a word for the therapist.

What is drawn of a topic is made from the content alone and kept for the life of the process.
"""

from functools import cache

import streamlit as st

from logic.content.kinds.question import Question
from logic.content.questions import Screen
from logic.outputs.document import Line, Lines, Paragraph
from logic.outputs.drawing import web_page
from logic.outputs.layouts.topic import lay_out_topic, statement_lines
from ui.session.guide_content import content, say
from ui.session.visit import visit


def draw_beside(question: Question) -> None:
    """Draw what stands folded up under a question."""
    with st.expander(say("beside.why")):
        st.html(why_html(question.id))
    if question.topics:
        with st.expander(say("beside.documents")):
            st.html(topics_html(question.topics))
    if question.prompt and visit().answers.given.get(content().guide.voice) == "therapist":
        with st.expander(say("beside.prompt")):
            st.html(_paragraph(question.prompt))


def draw_teaching(question: Question) -> None:
    """After an answer, draw what the documents say. It teaches and counts nothing."""
    given = visit().answers.given.get(question.id)
    if question.lesson is None or given is None:
        return
    key = "beside.taught-same" if given == question.lesson.right else "beside.taught-other"
    st.html(_taught(say(key), question.lesson.statements))


def draw_warnings(screen: Screen) -> None:
    """Draw the warnings that belong on a screen, with the documents that give them."""
    for topic_id in screen.warnings:
        with st.container(key=f"warning-{topic_id}"):
            topic = content().topics[topic_id]
            st.header(say("beside.warning", about=topic.about), anchor=False)
            st.html(web_page.blocks([statement_lines(content(), topic.statements)]))


def draw_terms(screen: Screen) -> None:
    """Draw the glossary's words that occur on this screen."""
    if html := terms_html(screen.id):
        with st.expander(say("beside.terms")):
            st.html(html)


@cache
def why_html(question_id: str) -> str:
    """Return why a question is asked."""
    return _paragraph(content().questions[question_id].why)


@cache
def topics_html(topic_ids: tuple[str, ...]) -> str:
    """Return what every document says on these topics."""
    topics = (content().topics[topic_id] for topic_id in topic_ids)
    parts = (f"<h3>{topic.about}</h3>{web_page.blocks(lay_out_topic(content(), topic))}" for topic in topics)
    return "".join(parts)


@cache
def terms_html(screen_id: str) -> str:
    """Return the words of the glossary that a screen uses, empty where it uses none."""
    found = content().terms_on(screen_id)
    return web_page.blocks([Lines(tuple(Line(term.term, term.meaning) for term in found))]) if found else ""


@cache
def _taught(opening: str, references: tuple[str, ...]) -> str:
    found = [statement for reference in references for _, statement in content().statements(reference)]
    return web_page.blocks([Paragraph(opening), statement_lines(content(), found)])


@cache
def _paragraph(text: str) -> str:
    return web_page.blocks([Paragraph(text)])
