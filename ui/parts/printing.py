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


def printing(
    document: Callable[[], Document],
    name: str,
    made: datetime,
    paper: Paper = "a4",
    attachment: Callable[[], Attachment | None] = lambda: None,
) -> Any:
    """Return what a download button takes for its data: made when it is pressed, by `ui.server.downloads`."""
    tell = _telling()
    return lambda: Printing(document(), name, made, say, tell, paper, attachment())


def printing_around(document: Callable[[], Document], name: str, made: datetime, around: Around) -> Any:
    """Return the same for a file that is made of the PDF and holds it."""
    tell = _telling()
    return lambda: Printing(document(), name, made, say, tell, around=around)


def _telling() -> Callable[[str], bool]:
    # A file is made outside of a run, where a visit asked for would be nobody's.
    here = visit()

    def tell(notice: str) -> bool:
        before, here.pdf_notice = here.pdf_notice, notice
        return notice != before

    return tell


def draw_notice() -> None:
    """Draw why the PDF that was asked for last was not made."""
    if notice := visit().pdf_notice:
        st.warning(f"{say(notice)} {say('pdf.instead-made')}")
