"""Compare options: the rows and columns that the reader picks, the same cells for every option."""

from functools import partial

import streamlit as st

from logic.outputs.document import Document, Part
from logic.outputs.drawing import screen_html
from logic.outputs.layouts.comparison import lay_out_grid
from logic.outputs.layouts.sources import cited_sources
from logic.summary.comparison import side_by_side
from ui.parts.groups import name_groups
from ui.parts.look_around import draw_links, draw_wish
from ui.parts.press import anew, changed, draw_button
from ui.parts.printing import draw_notice, printing
from ui.session.clock import now
from ui.session.guide_content import content, say
from ui.session.picks import Picks
from ui.session.visit import visit
from ui.session.widgets import LOOK


def draw() -> None:
    """Draw the choice of columns and rows, and the grid."""
    st.title(say("compare.title"), anchor=False)
    st.markdown(say("compare.note"))
    with st.container(key="compare-picks"):
        _draw_options()
        _draw_rows()
    lack = _lack()
    if lack:
        st.info(say(f"compare.{lack}"))
    else:
        _draw_grid()
    draw_links("compare")


def _draw_options() -> None:
    here, options = visit().picks, content().comparison.options

    def write(option: str, picked: bool) -> None:
        others = tuple(name for name in here.options if name != option)
        here.options = (*others, option) if picked else others

    st.header(say("compare.options"), anchor=False)
    st.caption(say("compare.options-note"))
    with st.container(key="compare-options", horizontal=True):
        for option in options:
            key = anew(f"{LOOK}option-{option.id}", option.id in here.options)
            st.checkbox(option.name, key=key, on_change=changed, args=(key, partial(write, option.id)), width="content")
        _button("all-options", "options", tuple(option.id for option in options))


def _draw_rows() -> None:
    here, rows = visit().picks, content().comparison.rows

    def write(row: str, picked: bool) -> None:
        here.rows = here.rows | {row} if picked else here.rows - {row}

    with st.expander(say("compare.rows")), st.container(key="compare-rows", horizontal=True):
        for row in rows:
            key = anew(f"{LOOK}row-{row.id}", row.id in here.rows)
            st.checkbox(row.name, key=key, on_change=changed, args=(key, partial(write, row.id)), width="content")
        _button("all-rows", "rows", frozenset(row.id for row in rows))
        _button("no-rows", "rows", frozenset())
    name_groups({"compare-options": say("compare.options"), "compare-rows": say("compare.rows")})


def _button(name: str, pick: str, value: object) -> None:
    def write() -> None:
        visit().picks.put(pick, value)

    draw_button(say(f"compare.{name}"), f"{LOOK}{name}", write, kind="tertiary")


def _lack() -> str:
    """Return what keeps the grid from being drawn, by the name of its words; empty where nothing does."""
    here = visit().picks
    if len(here.options) < 2:
        return "one" if here.options else "none"
    return "" if here.rows else "no-row"


def _draw_grid() -> None:
    here = visit().picks
    grid = side_by_side(content(), here.options, here.rows)
    with st.container(key="compare-grid"):
        st.html(screen_html.grid(content(), grid))
    draw_wish("compare", say("compare.in-summary"))
    name = say("compare.file-name")
    st.download_button(
        say("compare.pdf"),
        # Streamlit makes a file outside of a run, where picks asked for would be nobody's.
        printing(lambda: _document(here), name.removesuffix(".pdf"), now()),
        file_name=name,
        mime="application/pdf",
        key=f"{LOOK}pdf",
        on_click="ignore",
    )
    draw_notice()


def _document(here: Picks) -> Document:
    """Return the grid alone, as a document to print."""
    guide = content().guide
    note, *parts = lay_out_grid(content(), side_by_side(content(), here.options, here.rows))
    parts.append(Part(say("summary.sources"), (cited_sources(content()),)))
    footer = say("summary.footer", title=guide.title, version=guide.version)
    page_label = say("summary.page", page="{page}", pages="{pages}")
    return Document(note.heading, "en", note.blocks, tuple(parts), footer, page_label)
