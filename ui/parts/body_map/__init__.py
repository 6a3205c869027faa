"""A figure whose areas are buttons: the same answer as a list of ticks, for those who would rather point.

Pressing an area presses its tick box, and the figure shows what the boxes show. So there is one control,
one way into the answers and into the browser's notes, and never two records to be kept alike. It sends
nothing itself: a press costs the one run that its box costs.
"""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from logic.content.body import AREAS, HEIGHT, VIEWS, WIDTH, Spot, View
from logic.outputs.drawing.body_svg import head, path
from ui.server.streamlit_page import filled
from ui.session.guide_content import say

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "guide_body_map",
    html='<div class="guide-body" role="group"></div>',
    css=(_HERE / "body_map.css").read_text(encoding="utf-8"),
    js=filled((_HERE / "body_map.js").read_text(encoding="utf-8")),
    isolate_styles=False,
)


def draw_body_map(name: str, labels: Mapping[str, str], boxes: Mapping[str, str], key: str, hint: str) -> None:
    """Draw the areas that have a label, each pressing the tick box of its key; only the hint where none can be drawn.

    The boxes are in a container around this, drawn before or after it.
    """
    if AREAS.isdisjoint(labels):
        st.caption(hint)
        return
    st.caption(f"{hint} {say('body-map.note')}".strip())
    data = {
        "name": say("body-map.name", question=name),
        "size": [WIDTH, HEIGHT],
        "views": [_view(view, labels, boxes) for view in VIEWS],
    }
    _mount(key=key, data=data)


def _view(view: View, labels: Mapping[str, str], boxes: Mapping[str, str]) -> dict[str, object]:
    sides = (say("body-map.your-left"), say("body-map.your-right"))
    return {
        "name": say(f"body-map.{view.name}"),
        "sides": sides if view.left_first else sides[::-1],
        "bare": [head(view), *(path(place.outline) for place in view.places if place.area not in labels)],
        "areas": [
            {"label": labels[place.area], "box": boxes[place.area], **_area(view, place)}
            for place in view.places
            if place.area in labels
        ],
    }


def _area(view: View, place: Spot) -> dict[str, object]:
    before = VIEWS[: VIEWS.index(view)]
    target = place.target
    return {
        "path": path(place.outline),
        "target": [target.x, target.y, target.width, target.height],
        "middle": place.middle,
        "again": any(place.area == other.area for other_view in before for other in other_view.places),
    }
