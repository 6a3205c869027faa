"""The summary on screen, and as files: each made from one summary when it is asked for."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from logic.answers.journey import journey
from logic.answers.left_out import VIEWS, parts, single_answers
from logic.files import save_file
from logic.outputs.document import Document
from logic.outputs.drawing import pdf, text, web_page
from logic.summary.share import answers_to_share
from ui.parts import clinic_files, pages
from ui.parts.look_around import draw_wish
from ui.parts.press import changed, draw_button
from ui.parts.printing import draw_notice, printing
from ui.parts.storage_notices import draw_save
from ui.session.clock import now
from ui.session.guide_content import content, say
from ui.session.second_view import absent_voices, left_out_now
from ui.session.summary_now import EVIDENCE, summary_document
from ui.session.visit import Visit, current, visit
from ui.session.widgets import seed

MEDIA_TYPES = {"pdf": "application/pdf", "html": "text/html", "txt": "text/plain", "json": "application/json"}

MOST_SHOWN = 2_000_000
"""Letters of the summary on the screen. It is sent whole at each run, and everybody's messages wait meanwhile."""


def draw() -> None:
    """Draw the choice of what to leave out, the files, and the summary itself."""
    st.title(say("summary-page.title"), anchor=False)
    st.markdown(say("summary-page.note"))
    _draw_left_out()
    draw_wish(EVIDENCE, say("summary-page.evidence"))
    made = now()
    document = summary_document(visit(), made)
    _draw_files(document, made)
    here = visit()
    clinic_files.draw(lambda: summary_document(here, made), made)
    with st.container(key="summary-ways", horizontal=True):
        draw_button(say("summary-page.back"), "back-to-check", pages.lead_to, "check")
        label = "views.link" if visit().second_view is None else "views.title"
        draw_button(say(label), "to-views", pages.lead_to, "views")
    with st.container(key="summary"):
        page = web_page.fragment(document)
        if len(page) <= MOST_SHOWN:
            st.html(page)
        else:
            st.warning(say("summary-page.too-long"))


def _draw_left_out() -> None:
    with st.expander(say("summary-page.leave-out")):
        st.markdown(say("summary-page.leave-out-note"))
        for part, title in _parts_here():
            _draw_box(part, title)
            _draw_single(part, title)


def _parts_here() -> tuple[tuple[str, str], ...]:
    """Return what can be left out: the voices among it only where they are there."""
    return tuple((part, title) for part, title in parts(content()) if part not in absent_voices(visit()))


def _draw_box(part: str, title: str) -> None:
    key = seed(f"leave-out-{part}", part in visit().left_out)

    def write(ticked: bool) -> None:
        here = visit()
        here.left_out = here.left_out | {part} if ticked else here.left_out - {part}

    st.checkbox(title, key=key, on_change=changed, args=(key, write))


def _draw_single(part: str, title: str) -> None:
    """Draw the answers of a section, each with a box to leave it out alone."""
    answers = single_answers(current(), part)
    if not answers or part in visit().left_out:
        return
    with st.expander(say("summary-page.leave-out-single", section=title)):
        for name, label in answers:
            _draw_box(name, label)


def _draw_files(document: Document, made: datetime) -> None:
    """Draw one button a file. A file is made when its button is pressed, and not before."""
    st.header(say("summary-page.files"), anchor=False)
    # Streamlit makes a file outside of a run, where a visit asked for would be nobody's and empty.
    here = visit()
    name = say("summary-page.file-name")

    def asked_for() -> Document:
        return summary_document(here, made)

    def inside() -> pdf.Attachment | None:
        return _attachment(here, made)

    with st.container(key="files"):
        _draw_file("pdf", "pdf", printing(asked_for, name, made, "a4", inside))
        _draw_file("pdf-letter", "pdf", printing(asked_for, name, made, "us-letter", inside))
        _draw_file("pdf-large", "pdf", printing(asked_for, name, made, "a4-large", inside))
        draw_notice()
        _draw_inside()
        _draw_file("html", "html", lambda: web_page.render(asked_for()).encode())
        _draw_file("html-large", "html", lambda: web_page.render(asked_for(), large=True).encode())
        _draw_file("text", "txt", lambda: text.render(asked_for()).encode())
    if document.overloaded:
        st.markdown(say("summary.overloaded"))
        st.text("\n".join(document.overloaded))
    if lost := pdf.unprintable(document):
        st.markdown(say("summary-page.replaced"))
        st.text("\n".join(lost))
    st.header(say("summary-page.save-title"), anchor=False)
    st.markdown(say("summary-page.save-note"))
    draw_save(say("summary-page.save"), "file-save")
    if left_out_now(here) - {VIEWS}:
        _draw_file("share", "json", lambda: _shared(here, made).encode())
        st.caption(say("share.file-note"))


def _shared(here: Visit, made: datetime) -> str:
    """Return the save file without what is left out."""
    return save_file.save(content(), answers_to_share(journey(content(), here.answers), here.left_out), made)


def _attachment(here: Visit, made: datetime) -> pdf.Attachment | None:
    """Return the file that goes inside the PDF, None where the person does not want it."""
    if not here.file_in_pdf:
        return None
    return pdf.Attachment(f"{say('summary-page.save-name')}.json", _shared(here, made), say("share.inside-about"))


def _draw_inside() -> None:
    # A box that is not drawn forgets what it was, so the record keeps it.
    inside = visit().file_in_pdf
    key = seed("pdf-inside", inside)

    def write(ticked: bool) -> None:
        visit().file_in_pdf = ticked

    st.checkbox(say("share.inside"), key=key, on_change=changed, args=(key, write))
    st.caption(say("share.inside-note" if inside else "share.inside-none"))


def _draw_file(name: str, suffix: str, make: Callable[[], Any]) -> None:
    file = say("share.file-name" if name == "share" else "summary-page.file-name")
    st.download_button(
        say("share.file" if name == "share" else f"summary-page.{name}"),
        make,
        file_name=f"{file}.{suffix}",
        mime=MEDIA_TYPES[suffix],
        key=f"file-{name}",
        on_click="ignore",
        type="primary" if name == "pdf" else "secondary",
    )
