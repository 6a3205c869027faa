"""The button of a PDF: what its press asks for, and what the person is told where there is none."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from logic.outputs.document import Document
from logic.outputs.drawing.pdf import Attachment, Paper
from ui.server.printing.printing import Printing
from ui.session.guide_content import say
from ui.session.visit import visit


def printing(
    document: Callable[[], Document],
    name: str,
    made: datetime,
    paper: Paper = "a4",
    attachment: Attachment | None = None,
) -> Any:
    """Return what a download button takes for its data: made when it is pressed, by `ui.server.downloads`."""
    # A file is made outside of a run, where a visit asked for would be nobody's.
    here = visit()

    def tell(notice: str) -> bool:
        before, here.pdf_notice = here.pdf_notice, notice
        return notice != before

    return lambda: Printing(document(), name, made, say, tell, paper, attachment)


def draw_notice() -> None:
    """Draw why the PDF that was asked for last was not made."""
    if notice := visit().pdf_notice:
        st.warning(f"{say(notice)} {say('pdf.instead-made')}")
