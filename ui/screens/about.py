"""About: the documents, the dates, who made it, what is not done, privacy and accessibility."""

import streamlit as st

from logic.outputs.document import Line, Lines
from logic.outputs.drawing import web_page
from logic.outputs.layouts.sources import source_lines
from ui.session.guide_content import content, say


def draw() -> None:
    """Draw the page from the content alone."""
    guide = content().guide
    st.title(say("about.title"), anchor=False)
    st.markdown(guide.decision)
    st.markdown(say("about.version", version=guide.version, date=guide.date, review=guide.review_by))
    st.header(say("about.documents"), anchor=False)
    st.markdown(guide.evidence_chosen)
    for source in content().sources:
        st.header(source.title, anchor=False)
        st.html(web_page.blocks([source_lines(content(), source)]))
    st.header(say("about.not-covered"), anchor=False)
    st.markdown(say("about.not-covered-note"))
    st.markdown("\n".join(f"- {item.about}" for item in content().not_covered))
    for key in ("made-by", "paid-by"):
        st.header(say(f"about.{key}"), anchor=False)
        st.markdown(getattr(guide, key.replace("-", "_")))
    st.header(say("about.not-done"), anchor=False)
    st.markdown("\n".join(f"- {line}" for line in guide.not_done))
    for key in ("privacy", "accessibility"):
        st.header(say(f"about.{key}"), anchor=False)
        st.markdown(say(f"about.{key}-text"))
    st.header(say("about.words"), anchor=False)
    terms = content().words.glossary
    st.html(web_page.blocks([Lines(tuple(Line(term.term, term.meaning) for term in terms))]))
