"""The button of a PDF: what its press asks for, and what the person is told where there is none."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from logic.outputs.document import Document
from logic.outputs.drawing.pdf import Attachment, Paper
from ui.server.printing.printing import Around, Printing
from ui.session.guide_content import say
from ui.session.visit import visit

SAVED = "pdf.saved"
"""The key of what is said when a PDF has been handed to the browser."""


def printing(
    document: Callable[[], Document],
    name: str,
    made: datetime,
    paper: Paper = "a4",
    attachment: Callable[[], Attachment | None] = lambda: None,
) -> Any:
    """Return what a download button takes for its data: made when it is pressed, by `ui.server.downloads`."""
    tell = _telling(SAVED)
    return lambda: Printing(document(), name, made, say, tell, paper, attachment())


def printing_around(document: Callable[[], Document], name: str, made: datetime, around: Around) -> Any:
    """Return the same for a file that is made of the PDF and holds it."""
    tell = _telling("")
    return lambda: Printing(document(), name, made, say, tell, around=around)


def _telling(made: str) -> Callable[[str], bool]:
    # A file is made outside of a run, where a visit asked for would be nobody's.
    here = visit()

    def tell(notice: str) -> bool:
        before, here.pdf_notice = here.pdf_notice, notice or made
        return here.pdf_notice != before

    return tell


def draw_notice() -> None:
    """Draw what became of the PDF that was asked for last: what to do with it, or why it was not made."""
    notice = visit().pdf_notice
    # One place on the page whether it says something or not, so that nothing below is drawn anew.
    with st.container(key="pdf-notice"):
        if notice == SAVED:
            st.markdown(say(SAVED))
        elif notice:
            st.warning(f"{say(notice)} {say('pdf.instead-made')}")


def said_of_pdf() -> str:
    """Return what is to be read out of the PDF; a warning is read out by itself."""
    return say(SAVED) if visit().pdf_notice == SAVED else ""
