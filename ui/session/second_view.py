"""The second person's view in this visit: opened from a file, laid beside the answers, never put into them."""

from collections.abc import Callable

import streamlit as st

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.answers.left_out import OBSERVATIONS, VIEWS
from logic.files.open_file import Opened
from logic.files.open_pdf import LARGEST_PDF, open_any
from logic.summary.two_views import Views, both_views
from ui.parts.file_opener import OpenedFile, draw_opener
from ui.session.guide_content import content
from ui.session.visit import Visit, visit


def draw_chooser(label: str, note: str, key: str, take: Callable[[Opened], None]) -> None:
    """Draw a field for a saved file or a PDF; `take` gets what was in it."""

    def open_chosen(chosen: OpenedFile) -> None:
        take(Opened(None, refusal="too-large") if chosen.too_large else open_any(content(), chosen.content))

    draw_opener((label, note), key, open_chosen, accept=".json,.pdf", limit=LARGEST_PDF)


def put_second_view(opened: Opened) -> None:
    """Lay a view beside the answers, in place of the one before. It is not left out until that is asked for."""
    visit().second_view = opened
    _show_again()


def remove_second_view() -> None:
    """Forget the second view: it is in no screen and no file from now on."""
    visit().second_view = None
    _show_again()


def _show_again() -> None:
    visit().left_out -= {VIEWS}
    st.session_state.pop(f"leave-out-{VIEWS}", None)


def absent_voices(here: Visit) -> frozenset[str]:
    """Return the voices that are not there, and so cannot be left out."""
    present = (VIEWS, here.second_view is not None), (OBSERVATIONS, bool(here.answers.observations))
    return frozenset(voice for voice, is_there in present if not is_there)


def left_out_now(here: Visit) -> frozenset[str]:
    """Return what is left out, without voices that are not there."""
    return here.left_out - absent_voices(here)


def views_now(here: Visit, left_out: frozenset[str] = frozenset()) -> Views | None:
    """Return both views without what is left out, None where there is no second or it is left out."""
    opened = here.second_view
    answers: Answers | None = opened.answers if opened else None
    if answers is None or VIEWS in left_out:
        return None
    return both_views(journey(content(), here.answers), journey(content(), answers), left_out)
