"""What a browser says of itself is believed as far as it makes sense, and never faults a page."""

import re
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.hostile import PERSONA
from tests.server_process import Server
from tests.visitor import STORE, visit
from ui.session.guide_content import say

ZONES = (
    "",
    "Nowhere/Atlantis",
    "../../etc/passwd",
    "/etc/localtime",
    "Europe",
    "a" * 5000,
    "Europe/\0Berlin",
    "é",
    ".",
)


@pytest.mark.parametrize("zone", ZONES, ids=range(len(ZONES)))
def test_a_page_is_drawn_whatever_the_browser_says_of_its_time_its_language_and_its_colours(
    server: Server, zone: str
) -> None:
    """The summary, which is dated where the reader is, and its PDF come as for anybody else."""
    said = ContextInfo(timezone=zone, timezone_offset=10**6, locale=zone, url=zone, color_scheme=zone)
    with visit(server) as visitor:
        visitor.browser = said
        visitor.put(PERSONA.read_text(encoding="utf-8"))
        visitor.run(page="summary")

        assert say("summary-page.title") in visitor.texts()
        assert visitor.download("file-pdf")[1].startswith(b"%PDF")
    assert "Traceback" not in server.printed()


@pytest.mark.parametrize("shown", [{"bytes_value": b"x"}, {"string_value": "x"}, {"int_value": 7}], ids=str)
def test_what_no_control_shows_is_not_taken_for_a_choice(server: Server, shown: dict[str, Any]) -> None:
    """Whatever a page says that its controls of comfort show, what is to be kept for it is told as ever."""
    with visit(server) as visitor:
        visitor.run(page="start")
        controls = {
            found for item in visitor.elements for found in re.findall(r'id: "([^"]*-comfort-[^"]*)"', str(item))
        }
        assert len(controls) == 4
        visitor.run(*(WidgetState(id=control, **shown) for control in sorted(controls)), page="start")
        visitor.widgets.clear()
        visitor.run(page="start")

        told = visitor.component_data(STORE)
        assert told["place"].get("comfort", {}).get("size", "usual") == "usual"
        assert say("start.begin") in visitor.texts()
