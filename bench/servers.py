"""The servers that are measured beside each other: the guide, and a bare page as set by Streamlit and as set by us."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.proto.Element_pb2 import Element

from tests.server_process import ROOT, Server, serve
from ui.session.guide_content import content

BENCH = ROOT / "bench"
USUAL_FILE = ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json"
USUAL = USUAL_FILE.read_text(encoding="utf-8")
"""The answers of a usual person, which everybody who is made up here has given already."""
PLAIN = ("--server.headless=true", "--browser.gatherUsageStats=false", "--server.address=localhost")
"""Without these Streamlit opens a browser, calls home and listens to the whole net. Nothing else is set."""
GUIDE, TUNED, DEFAULT = "the guide", "bare page, tuned", "bare page, default settings"


@contextmanager
def guide(folder: Path) -> Iterator[Server]:
    """Run the guide."""
    with serve(ROOT / "app.py", folder) as server:
        yield server


@contextmanager
def bare(folder: Path, items: list[dict[str, Any]] | None, *, tuned: bool) -> Iterator[Server]:
    """Run a bare page with these elements, with the settings of the guide or with none; an empty page without any."""
    os.environ.pop("BARE_PAGE", None)
    if items is not None:
        described = folder / "bare.json"
        described.write_text(json.dumps(items), encoding="utf-8")
        os.environ["BARE_PAGE"] = str(described)
    app = BENCH / ("bare_app.py" if tuned else "bare_page.py")
    with serve(app, folder, None, *(() if tuned else PLAIN), project=ROOT if tuned else folder) as server:
        yield server


def described(elements: list[Element]) -> list[dict[str, Any]]:
    """Return what a page shows, as `bare_page.py` draws it: links as text, and no component of ours."""
    return [item for element in elements if (item := _described(element))]


def _described(element: Element) -> dict[str, Any] | None:
    kind = element.WhichOneof("type")
    shown = getattr(element, str(kind))
    match kind:
        case "radio":
            return {
                "kind": kind, "words": shown.label, "choices": list(shown.options), "horizontal": shown.horizontal
            }  # fmt: skip
        case "checkbox" | "text_area":
            return {"kind": kind, "words": shown.label}
        case "button" | "download_button":
            return {"kind": "button", "words": shown.label}
        case "heading" | "html" | "markdown":
            return {"kind": kind, "words": shown.body}
        case "page_link":
            return {"kind": "markdown", "words": shown.label}
    return None


def found(screen: str, number: int = 1) -> dict[str, Any]:
    """Return what a browser says first that has answers stored, and a place in the guide."""
    place = {"screen": screen, "warned": list(content().topics)}
    return {"kind": "found", "number": number, "session": None, "text": USUAL, "narrow": False, "place": place}
