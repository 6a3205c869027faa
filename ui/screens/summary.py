"""The summary on screen, and as files: each made from one summary when it is asked for."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from logic import save_file
from logic.outputs import layout, pdf, text, web_page
from logic.outputs.blocks import Document
from logic.summary import parts, summarise
from ui import pages
from ui.extras import extras
from ui.guide_content import content, say
from ui.state import current, drawn, now, session

KINDS = {"pdf": "application/pdf", "html": "text/html", "txt": "text/plain", "json": "application/json"}


def draw() -> None:
    """Draw the choice of what to leave out, the files, and the summary itself."""
    st.title(say("summary-page.title"), anchor=False)
    st.markdown(say("summary-page.note"))
    _draw_left_out()
    made = now()
    document = layout.lay_out(summarise(current(), made.date(), session().left_out), extras())
    _draw_files(document, made)
    if st.button(say("summary-page.back"), key="back-to-check"):
        st.switch_page(pages.page("check"))
    with st.container(key="summary"):
        st.html(web_page.fragment(document))


def _draw_left_out() -> None:
    def write(part: str) -> None:
        here = session()
        here.left_out = here.left_out | {part} if st.session_state[f"leave-out-{part}"] else here.left_out - {part}

    with st.expander(say("summary-page.leave-out")):
        st.markdown(say("summary-page.leave-out-note"))
        for part, title in parts(content()):
            key = drawn(f"leave-out-{part}", part in session().left_out)
            st.checkbox(title, key=key, on_change=write, args=(part,))


def _draw_files(document: Document, made: datetime) -> None:
    """Draw one button a file. A file is made when its button is pressed, and not before."""
    st.header(say("summary-page.files"), anchor=False)
    answers = session().answers
    with st.container(key="files"):
        _draw_file("pdf", "pdf", lambda: pdf.render(document, paper="a4", made=made).data)
        _draw_file("pdf-letter", "pdf", lambda: pdf.render(document, paper="us-letter", made=made).data)
        _draw_file("html", "html", lambda: web_page.render(document).encode())
        _draw_file("text", "txt", lambda: text.render(document).encode())
    if lost := pdf.unprintable(document):
        st.markdown(say("summary-page.replaced"))
        st.text("\n".join(lost))
    st.header(say("summary-page.save-title"), anchor=False)
    st.markdown(say("summary-page.save-note"))
    _draw_file("save", "json", lambda: save_file.save(content(), answers, made).encode())


def _draw_file(name: str, suffix: str, make: Callable[[], bytes]) -> None:
    file = say("summary-page.save-name" if name == "save" else "summary-page.file-name")
    st.download_button(
        say(f"summary-page.{name}"),
        make,
        file_name=f"{file}.{suffix}",
        mime=KINDS[suffix],
        key=f"file-{name}",
        on_click="ignore",
        type="primary" if name == "pdf" else "secondary",
    )
