"""Give groups of controls a name that is read out.

Streamlit names a group of radio buttons but not a container of checkboxes, so a person who listens
hears "Neck, not checked" without the question. It never sends anything back, so it costs no rerun.
"""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from ui.server.streamlit_page import filled

_JS = filled((Path(__file__).parent / "groups.js").read_text(encoding="utf-8"))
_mount = st.components.v2.component("guide_groups", js=_JS, isolate_styles=False)


def name_groups(names: Mapping[str, str]) -> None:
    """Name containers, by the key each was made with; call once on a screen, after they are drawn."""
    _mount(key="guide_groups", data={"names": dict(names)})
