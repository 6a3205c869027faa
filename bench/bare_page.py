"""A plain Streamlit page with the same widgets and words as a page of the guide, and nothing else of it.

What to draw stands in the file that BARE_PAGE names; without one the page is empty, as Streamlit's own is.
"""

import json
import os
from pathlib import Path
from typing import Any

import streamlit as st

Draw = dict[str, Any]


def draw(number: int, item: Draw) -> None:
    """Draw one element, as the manual of Streamlit has it."""
    words, key = item["words"], f"widget-{number}"
    match item["kind"]:
        case "radio":
            st.radio(words, item["choices"], index=None, horizontal=item["horizontal"], key=key)
        case "checkbox":
            st.checkbox(words, key=key)
        case "text_area":
            st.text_area(words, key=key)
        case "button":
            st.button(words, key=key)
        case "heading":
            st.header(words)
        case "html":
            st.html(words)
        case _:
            st.markdown(words)


named = os.environ.get("BARE_PAGE")
for place, one in enumerate(
    json.loads(Path(named).read_text(encoding="utf-8")) if named else [{"kind": "heading", "words": "Hello"}]
):
    draw(place, one)
