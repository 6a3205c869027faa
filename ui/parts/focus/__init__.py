"""Move focus to the heading of a new screen, and say it; and give paper the whole text of each field.

Streamlit changes a screen without loading a page, so a screen reader is left where the old button was
and hears nothing. It never sends anything back, so it costs no rerun.
"""

from pathlib import Path

import streamlit as st

from ui.server.streamlit_page import filled
from ui.session.guide_content import content

_HERE = Path(__file__).parent
_JS = filled("".join((_HERE / name).read_text(encoding="utf-8") for name in ("paper.js", "focus.js")))
_mount = st.components.v2.component("guide_focus", js=_JS, isolate_styles=False)


def focus_heading(token: str, *, block: str = "", said: str = "") -> None:
    """Go to the page's h1 when the token is not that of the run before; call once, on every screen.

    Where a block is named, by its key, the button in it is gone to instead. What is said is read out once it changes.
    The first token after a page load moves nothing: the browser starts at the top by itself.
    """
    _mount(key="guide_focus", data={"token": token, "product": content().guide.title, "block": block, "said": said})
