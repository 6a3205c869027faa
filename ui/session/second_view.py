"""The second person's view in this session: opened from a file, laid beside the answers, never put into them."""

import streamlit as st

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.answers.left_out import OBSERVATIONS, VIEWS
from logic.files.open_file import Opened
from logic.files.open_pdf import LARGEST_PDF, open_any
from logic.summary.two_views import Views, both_views
from ui.parts.file_opener import open_file
from ui.session.guide_content import content
from ui.session.session import current, session

_KEY = "second-view"
"""`ui.session.session.put_answers` forgets it: whoever the new answers belong to did not open it."""


def choose_file(label: str, note: str, key: str) -> Opened | None:
    """Draw a field for a saved file or a PDF; what came out of it, in the one run that its choice causes."""
    chosen = open_file(label, note, key=key, accept=".json,.pdf", limit=LARGEST_PDF)
    if chosen is None:
        return None
    return Opened(None, refusal="too-large") if chosen.too_large else open_any(content(), chosen.content)


def second() -> Opened | None:
    """Return the second view as it was opened, None where there is none."""
    return st.session_state.get(_KEY)


def put_second(opened: Opened) -> None:
    """Lay a view beside the answers, in place of the one before. It is not left out until that is asked for."""
    st.session_state[_KEY] = opened
    _show_again()


def remove_second() -> None:
    """Forget the second view: it is in no screen and no file from now on."""
    st.session_state.pop(_KEY, None)
    _show_again()


def _show_again() -> None:
    here = session()
    here.left_out -= {VIEWS}
    st.session_state.pop(f"leave-out-{VIEWS}", None)


def left_out_now() -> frozenset[str]:
    """Return the parts left out, without voices that are not there and so cannot be left out."""
    absent = {VIEWS} if second() is None else set[str]()
    absent |= set[str]() if session().answers.observations else {OBSERVATIONS}
    return session().left_out - absent


def views_now(left_out: frozenset[str] = frozenset()) -> Views | None:
    """Return both views without the parts left out, None where there is no second or it is left out."""
    opened = second()
    answers: Answers | None = opened.answers if opened else None
    if answers is None or VIEWS in left_out:
        return None
    return both_views(current(), journey(content(), answers), left_out)
