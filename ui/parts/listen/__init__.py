"""A button that reads a question aloud, by a voice that is on the device itself: no word leaves it.

It is there where the person wants it and the browser has such a voice. It never sends anything back.
"""

import html
from pathlib import Path

import streamlit as st

from ui.server.streamlit_page import filled
from ui.session.guide_content import say
from ui.session.visit import visit

_JS = filled((Path(__file__).parent / "listen.js").read_text(encoding="utf-8"))
_mount = st.components.v2.component("guide_listen", js=_JS, isolate_styles=False)


def look_for_voices() -> None:
    """Let the page find out whether it can read aloud; call once in a run, where that is offered or wanted."""
    _mount(key="guide_listen")


def draw_listen(question: str) -> None:
    """Draw the button of a question where the person wants it."""
    if visit().comfort.listen:
        name = html.escape(say("comfort.listen-to", question=question), quote=True)
        words = html.escape(say("comfort.listen-button"))
        st.html(f'<button type="button" class="guide-listen" aria-label="{name}">{words}</button>')
