"""The settings for comfort on Start. They last as long as the answers do, and no address holds them."""

from dataclasses import asdict
from typing import Any

import streamlit as st

from ui.parts.press import anew, changed
from ui.session.comfort import SIZES, comfort_from
from ui.session.guide_content import say
from ui.session.visit import visit


def draw_comfort() -> None:
    """Offer larger and wider words, one question at a time, which is also how a phone has it, and reading aloud."""
    with st.container(key="comfort"):
        _draw_size()
        _draw_box("wide", write=lambda shown: _choose(wide=shown), shown=visit().comfort.wide)
        known = visit().narrow or visit().one_at_a_time is not None
        with st.container(key="comfort-one" if known else "comfort-unknown"):
            _draw_box("one", write=_write_one, shown=visit().one_question)
        # Shown by ui/theme/screens.css alone where the browser has a voice of its own: see ui/parts/listen.
        with st.container(key="comfort-listen"):
            _draw_box("listen", write=lambda shown: _choose(listen=shown), shown=visit().comfort.listen)


def _draw_size() -> None:
    key = anew("comfort-size", visit().comfort.size)
    st.radio(
        say("comfort.size"),
        SIZES,
        format_func=lambda size: say(f"comfort.size-{size}"),
        horizontal=True,
        key=key,
        on_change=changed,
        args=(key, lambda shown: _choose(size=shown)),
    )


def _draw_box(name: str, *, write: Any, shown: bool) -> None:
    key = anew(f"comfort-{name}-box", shown)
    st.checkbox(say(f"comfort.{name}"), key=key, on_change=changed, args=(key, write))


def _choose(**chosen: Any) -> None:
    visit().comfort = comfort_from(asdict(visit().comfort) | chosen)


def _write_one(shown: bool) -> None:
    visit().one_at_a_time = shown
