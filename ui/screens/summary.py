"""The summary on screen, and as files: each made from one summary when it is asked for."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from logic.answers.journey import journey
from logic.answers.left_out import VIEWS, parts, single_answers
from logic.files import save_file
from logic.outputs.document import Document
from logic.outputs.drawing import pdf, screen_html, text, web_page
from logic.summary.share import answers_to_share
from ui.parts import clinic_files, pages
from ui.parts.look_around import draw_wish
from ui.parts.press import Weight, changed, draw_button
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
    """Draw the button of the PDF, two folds with all else that can be done, and page one; or that there is nothing."""
    here = visit()
    if not (here.answers.holds_something or here.second_view or here.picks.in_summary):
        _draw_nothing()
        return
    made = now()
    document = summary_document(here, made, for_paper=False)
    with st.container(key="summary-head"):
        st.title(say("summary-page.title"), anchor=False)
        st.markdown(say("summary-page.note"))
    _draw_pdf(document, made)
    _draw_what_goes_in()
    _draw_other_forms(made)
    with st.container(key="summary-ways", horizontal=True):
        draw_button(say("summary-page.back"), "back-to-check", pages.lead_to, "check")
        label = "views.link" if here.second_view is None else "views.title"
        draw_button(say(label), "to-views", pages.lead_to, "views")
    with st.container(key="summary"):
        page = screen_html.pages(document, say("summary-page.more"))
        if len(page) <= MOST_SHOWN:
            st.html(page)
        else:
            st.warning(say("summary-page.too-long"))


def _draw_nothing() -> None:
    """Lead to the guide. The questions for a clinic hold no answers, so they are there all the same."""
    st.title(say("summary-page.empty-title"), anchor=False)
    st.markdown(say("summary-page.empty"))
    draw_button(say("start.begin"), "to-guide", pages.lead_to, "guide", kind="primary")
    draw_button(say("views.link"), "to-views", pages.lead_to, "views")
    made = now()
    clinic_files.draw(_document_as_of(made), made)


def _draw_what_goes_in() -> None:
    with st.expander(say("summary-page.leave-out")):
        draw_wish(EVIDENCE, say("summary-page.evidence"))
        _draw_inside()
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
        # What was said of the PDF was about another one.
        here.pdf_notice = ""

    st.checkbox(title, key=key, on_change=changed, args=(key, write))


def _draw_single(part: str, title: str) -> None:
    """Draw the answers of a section, each with a box to leave it out alone."""
    answers = single_answers(current(), part)
    if not answers or part in visit().left_out:
        return
    with st.expander(say("summary-page.leave-out-single", section=title)):
        for name, label in answers:
            _draw_box(name, label)


def _draw_pdf(document: Document, made: datetime) -> None:
    """Draw the button of the PDF, and under it what became of the last one. It is made when its button is pressed."""
    with st.container(key="summary-pdf"):
        _draw_file("pdf", "pdf", _pdf_on("a4", made), kind="primary")
        _draw_file("pdf-letter", "pdf", _pdf_on("us-letter", made), kind="tertiary")
        draw_notice()
    if document.overloaded:
        st.markdown(say("summary.overloaded"))
        st.text("\n".join(document.overloaded))
    if lost := pdf.unprintable(document):
        st.markdown(say("summary-page.replaced"))
        st.text("\n".join(lost))


def _document_as_of(made: datetime) -> Callable[[], Document]:
    # Streamlit makes a file outside of a run, where a visit asked for would be nobody's and empty.
    return partial(summary_document, visit(), made)


def _pdf_on(paper: pdf.Paper, made: datetime) -> Any:
    return printing(
        _document_as_of(made), say("summary-page.file-name"), made, paper, partial(_attachment, visit(), made)
    )


def _draw_other_forms(made: datetime) -> None:
    """Draw the fold with all files but the PDF."""
    here, document = visit(), _document_as_of(made)
    with st.expander(say("summary-page.files")), st.container(key="files"):
        _draw_file("pdf-large", "pdf", _pdf_on("a4-large", made))
        _draw_file("html", "html", lambda: web_page.render(document()).encode())
        _draw_file("html-large", "html", lambda: web_page.render(document(), large=True).encode())
        _draw_file("text", "txt", lambda: text.render(document()).encode())
        draw_save(say("summary-page.save"), "file-save")
        st.caption(say("summary-page.save-note"))
        # One place whether it holds something or not, so that the fold below it stays open.
        with st.container():
            if left_out_now(here) - {VIEWS}:
                _draw_file("share", "json", lambda: _shared(here, made).encode())
                st.caption(say("share.file-note"))
        clinic_files.draw(document, made)


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


def _draw_file(name: str, suffix: str, make: Callable[[], Any], kind: Weight = "secondary") -> None:
    file = say("share.file-name" if name == "share" else "summary-page.file-name")
    st.download_button(
        say("share.file" if name == "share" else f"summary-page.{name}"),
        make,
        file_name=f"{file}.{suffix}",
        mime=MEDIA_TYPES[suffix],
        key=f"file-{name}",
        on_click="ignore",
        type=kind,
    )
