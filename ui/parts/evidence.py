"""Beside a question, one tap away: why it is asked, what the documents say, a word for the therapist.

What is drawn of a topic is made from the content alone and kept for the life of the process.
"""

import html
from functools import cache

import streamlit as st

from logic.content.kinds.question import Question
from logic.content.questions import Screen
from logic.outputs.document import Line, Lines, Paragraph
from logic.outputs.drawing import web_page
from logic.outputs.layouts.topic import lay_out_topic, statement_lines
from ui.parts.pictures import picture_html
from ui.parts.question import draw_clear
from ui.session.guide_content import content, say
from ui.session.visit import visit


def draw_beside(question: Question, *, alone: bool = False) -> None:
    """Draw what stands folded up under a question: why it is asked, what the documents say, and taking it back."""
    therapist = visit().answers.given.get(content().guide.voice) == "therapist"
    with st.expander(say("beside.more", label=question.label)):
        st.html(beside_html(question.id, therapist=therapist, level=2 if alone else 3))
        draw_clear(question)


def draw_teaching(question: Question) -> None:
    """After an answer, draw what the documents say. It teaches and counts nothing."""
    given = visit().answers.given.get(question.id)
    if question.lesson is None or given is None:
        return
    key = "beside.taught-same" if given == question.lesson.right else "beside.taught-other"
    st.html(_taught(say(key), question.lesson.statements))


def draw_warnings(screen: Screen) -> None:
    """Draw the warnings that belong on a screen whole, with the documents that give them."""
    for topic_id in screen.warnings:
        with st.container(key=f"warning-{topic_id}"):
            st.header(_warning(topic_id), anchor=False)
            st.html(warning_html(topic_id))


def draw_warning_lines(screen: Screen) -> None:
    """Draw the warnings that belong on a screen as a line each, which opens."""
    for topic_id in screen.warnings:
        with st.expander(_warning(topic_id)):
            st.html(warning_html(topic_id))


def _warning(topic_id: str) -> str:
    return say("beside.warning", about=content().topics[topic_id].about)


@cache
def warning_html(topic_id: str) -> str:
    """Return what the documents say on the topic of a warning."""
    return web_page.blocks([statement_lines(content(), content().topics[topic_id].statements)])


def draw_terms(screen: Screen) -> None:
    """Draw the glossary's words that occur on this screen."""
    if html := terms_html(screen.id):
        with st.expander(say("beside.terms")):
            st.html(html)


@cache
def beside_html(question_id: str, *, therapist: bool, level: int) -> str:
    """Return what stands folded up under a question, in parts with headings of this level."""
    question = content().questions[question_id]
    begun = [section.intro for section in content().sections if section.questions[:1] == (question,)]
    parts = [("beside.section", _paragraph(intro)) for intro in begun]
    parts.append(("beside.why", _paragraph(question.why)))
    if question.topics:
        parts.append(("beside.documents", topics_html(question.topics, level + 1)))
    if question.prompt and therapist:
        parts.append(("beside.prompt", _paragraph(question.prompt)))
    return "".join(f"<h{level}>{html.escape(say(key))}</h{level}>{told}" for key, told in parts)


@cache
def topics_html(topic_ids: tuple[str, ...], level: int = 3) -> str:
    """Return what every document says on these topics, each under a heading of this level."""
    topics = (content().topics[topic_id] for topic_id in topic_ids)
    parts = (
        f"<h{level}>{html.escape(topic.about)}</h{level}>{picture_html(topic.id)}"
        f"{web_page.blocks(lay_out_topic(content(), topic))}"
        for topic in topics
    )
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
