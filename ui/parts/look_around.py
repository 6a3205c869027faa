"""What the places to look around share: a chart with its words, a wish for the summary, the way to the others."""

from collections.abc import Iterable

import streamlit as st

from logic.outputs.document import Block
from logic.outputs.drawing import charts_plotly, web_page
from logic.summary.charts import Chart
from ui.parts import pages
from ui.parts.press import changed
from ui.session.guide_content import say
from ui.session.visit import visit
from ui.session.widgets import LOOK, seed

STATIC = {"displayModeBar": False, "staticPlot": True}
"""A picture to look at: nothing in it can be pressed, so nothing in it is out of reach for a keyboard."""


def draw_chart(chart: Chart, key: str) -> None:
    """Draw a chart. Plotly's script is fetched only where this is called."""
    st.plotly_chart(charts_plotly.render(chart), key=f"{LOOK}{key}", config=STATIC, alt=chart.alt)


def draw_blocks(blocks: Iterable[Block]) -> None:
    """Draw blocks as on paper. All text in them is escaped."""
    st.html(web_page.blocks(blocks))


def draw_wish(part: str, label: str) -> None:
    """Draw the box that puts a part into the summary, or leaves it out."""
    key = seed(f"{LOOK}wish-{part}", part in visit().picks.in_summary)

    def write(ticked: bool) -> None:
        here = visit().picks
        here.in_summary = here.in_summary | {part} if ticked else here.in_summary - {part}

    st.checkbox(label, key=key, on_change=changed, args=(key, write))


def draw_links(here: str = "") -> None:
    """Draw links to the places to look around, each with a line on it; the one being looked at is left out."""
    if here:
        st.header(say("look.others"), anchor=False)
    with st.container(key="look-links"):
        for name in pages.LOOK:
            if name != here:
                st.page_link(pages.page(name), label=say(f"place.{name}"))
                st.caption(say(f"look.{name}"))
