"""Small drawings, made for this project, beside what the documents say on a topic; the words under each tell it all."""

import html
from base64 import b64encode
from functools import cache
from pathlib import Path

from ui.session.guide_content import say

_HERE = Path(__file__).parent

_OF_TOPIC = {
    "how-the-pump-works": "pump",
    "surgery": "pump",
    "trial": "trial",
    "pump-size": "size",
    "refill-visit": "refill",
}


@cache
def picture_html(topic: str) -> str:
    """Return the drawing that explains a topic with its words, empty where there is none."""
    name = _OF_TOPIC.get(topic)
    if name is None:
        return ""
    # An image by its address: `st.html` throws away drawings that are written into the page.
    data = b64encode((_HERE / f"{name}.svg").read_bytes()).decode()
    words = html.escape(say(f"picture.{name}"))
    return (
        f'<figure class="guide-picture"><img alt="" src="data:image/svg+xml;base64,{data}">'
        f"<figcaption>{words}</figcaption></figure>"
    )
