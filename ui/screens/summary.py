"""The summary on screen, and as files: each made from one summary when it is asked for."""

from datetime import datetime

import streamlit as st

from logic import save_file
from logic.outputs import layout, pdf, printable, text, web_page
from logic.outputs.blocks import Document
from logic.summary import parts, summarise
from ui import pages
from ui.guide_content import content, say
from ui.state import current, drawn, now, session


def draw() -> None:
    """Draw the choice of what to leave out, the files, and the summary itself."""
    st.title(say("summary-page.title"), anchor=False)
    st.markdown(say("summary-page.note"))
    _draw_left_out()
    made = now()
    document = layout.lay_out(summarise(current(), made.date(), session().left_out))
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
    """Draw one button a file. A file is made when its button is pressed, not before."""
    st.header(say("summary-page.files"), anchor=False)
    answers = session().answers
    with st.container(key="files"):
        _file("pdf", lambda: pdf.render(document, paper="a4", made=made).data, "summary-a4.pdf", "application/pdf")
        _file("pdf-letter", lambda: pdf.render(document, paper="us-letter", made=made).data, "summary-letter.pdf", "application/pdf")
        _file("html", lambda: web_page.render(document).encode(), "summary.html", "text/html")
        _file("text", lambda: text.render(document).encode(), "summary.txt", "text/plain")
    st.header(say("summary-page.save"), anchor=False)
    st.markdown(say("summary-page.save-note"))
    _file("save", lambda: save_file.save(content(), answers, made).encode(), "answers.json", "application/json")


def _file(name: str, make: object, file_name: str, kind: str) -> None:
    st.download_button(
        say(f"summary-page.{name}"),
        make,  # type: ignore[arg-type]  # a function that returns the bytes
        file_name=f"{say('summary-page.file-name')}-{file_name}",
        mime=kind,
        key=f"file-{name}",
        on_click="ignore",
        type="primary" if name == "pdf" else "secondary",
    )
