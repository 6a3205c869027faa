"""Where a press or a link leads, whatever the page sends from the place left before it has seen the other."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.server_process import Server
from tests.visitor import STORE, Visitor, visit
from ui.session.guide_content import content, say


def keep(person: Visitor) -> WidgetState:
    """The choice on Start that the answers are kept only until the tab is closed."""
    radio = next(item.radio for item in person.elements if "-keep-choice-" in item.radio.id)
    return WidgetState(id=radio.id, string_value=radio.options[1])


@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_choice_on_its_way_from_the_place_left_counts_and_does_not_lead_back(server: Server, led_by: str) -> None:
    """The page names the place that it shows with all that it sends, and knows of no other yet."""
    first = next(iter(content().screens.values())).title
    with visit(server) as person:
        choice = keep(person)
        if led_by == "button":
            person.run(person.button("begin"))
        else:
            person.run(page="guide")
        assert first in person.texts()
        person.run(choice)

        assert first in person.texts()
        assert person.component_data(STORE)["keep"] is False


def test_a_reader_who_has_seen_the_other_place_can_come_back(server: Server) -> None:
    """What the page sends then tells of no control that is gone."""
    with visit(server) as person:
        person.run(person.button("begin"))
        person.run()

        assert say("start.begin") in person.texts()
