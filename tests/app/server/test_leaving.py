"""Where a press or a link leads, and what is shown there, whatever the page sends before it has seen that."""

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from streamlit.proto.Radio_pb2 import Radio
from streamlit.proto.WidgetStates_pb2 import WidgetState

from logic.content.kinds.one import One
from logic.files.save_file import FORMAT, NUMBER
from tests.moments import EVERY
from tests.server_process import Server
from tests.visitor import STORE, Visitor, visit
from tests.waiting_server import Waiting, serve_waiting
from ui.session.guide_content import content, say

FIRST = next(iter(content().screens.values())).title
FAMILY = cast("One", content().questions["who-answers"]).labels(("family",))
EACH_LOOK = 20
MANY = 10_000
"""More looks than any run has."""


def keep(person: Visitor) -> WidgetState:
    """The choice on Start that the answers are kept only until the tab is closed."""
    radio = next(item.radio for item in person.elements if "-keep-choice-" in item.radio.id)
    return WidgetState(id=radio.id, string_value=radio.options[1])


def send_press(person: Visitor, led_by: str) -> None:
    """Press what leads from Start into the guide, and wait for nothing."""
    press = [person.button("begin")] if led_by == "button" else []
    person.send(person.message(*press, page="" if press else "guide"))
    for state in press:
        person.widgets.pop(state.id)


@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_choice_on_its_way_from_the_place_left_counts_and_does_not_lead_back(server: Server, led_by: str) -> None:
    """The page names the place that it shows with all that it sends, and knows of no other yet."""
    with visit(server) as person:
        choice = keep(person)
        if led_by == "button":
            person.run(person.button("begin"))
        else:
            person.run(page="guide")
        assert FIRST in person.texts()
        person.run(choice)

        assert FIRST in person.texts()
        assert person.component_data(STORE)["keep"] is False


@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_choice_on_its_way_counts_and_does_not_lead_back_where_two_places_were_asked_for(
    server: Server, led_by: str
) -> None:
    """The page shows yet what it showed at first, and the last that was asked for is wanted."""
    with visit(server) as person:
        # A page tells with all that it sends what its controls show.
        late = person.message(keep(person))
        send_press(person, led_by)
        person.until_drawn()
        person.send(person.message(page="about"))
        person.until_drawn()
        person.send(late)
        person.until_drawn()

        assert say("about.title") in person.texts()
        assert person.component_data(STORE)["keep"] is False


@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_press_and_a_choice_that_come_together_both_count(server: Server, led_by: str) -> None:
    """Of messages that came before a run could begin, Streamlit begins it with the newest alone."""
    with visit(server) as person:
        choice = keep(person)
        send_press(person, led_by)
        person.send(person.message(choice))
        while FIRST not in person.texts() or person.component_data(STORE)["keep"] is None:
            person.until_drawn()

        assert person.component_data(STORE)["keep"] is False


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Waiting]:
    with serve_waiting(tmp_path_factory.mktemp("waiting")) as served:
        yield served


def looks_of(waiting: Waiting, led_by: str) -> int:
    """Return how many looks a run has that a press leads into the guide by, where nothing ends it."""
    with visit(waiting.server) as person:
        waiting.wait_after(MANY)
        send_press(person, led_by)
        person.until_drawn()
    return MANY - waiting.stop()


@pytest.mark.parametrize("led_by", ["button", "link"])
def test_a_press_counts_at_whichever_look_a_choice_ends_its_run(waiting: Waiting, led_by: str) -> None:
    """At each of the first and at some of the others; scripts/soak tries all."""
    looks = looks_of(waiting, led_by)
    assert looks > EACH_LOOK
    for look in [*range(EACH_LOOK), *range(EACH_LOOK, looks, 1 if EVERY else 10)]:
        with visit(waiting.server) as person:
            choice = keep(person)
            waiting.wait_after(look)
            send_press(person, led_by)
            waiting.until_reached()
            person.send(person.message(choice))
            while person.component_data(STORE)["keep"] is None:
                person.until_drawn()

            assert FIRST in person.texts(), look


ANSWERED = {"answer-who-answers": FAMILY, "answer-name": "Ada"}


def begin_with_answers(person: Visitor) -> None:
    answers = {"who-answers": "family", "name": "Ada"}
    person.put(json.dumps({"format": {"name": FORMAT, "number": NUMBER}, "answers": answers}))
    person.run(person.button("begin"))


def shown_last(person: Visitor) -> dict[str, str]:
    """Return what the page was told last that these controls are to show."""
    told = {}
    for message in person.received:
        element = message.delta.new_element
        control: Any = getattr(element, element.WhichOneof("type") or "", None)
        for key in ANSWERED:
            if getattr(control, "id", "").endswith(f"-{key}") and control.set_value:
                told[key] = control.raw_value if isinstance(control, Radio) else control.value
    return told


def test_controls_show_the_answers_at_whichever_look_a_newer_message_ends_their_run(waiting: Waiting) -> None:
    """Streamlit says once what a control is to show, and the page hears nothing of a run that is ended early."""
    with visit(waiting.server) as person:
        begin_with_answers(person)

        def go_back(look: int) -> None:
            person.run(person.button("next"), page="guide")
            waiting.wait_after(look)
            person.received = []
            person.send(person.message(person.button("back"), page="guide"))
            person.widgets.clear()

        go_back(MANY)
        person.until_drawn()
        looks = MANY - waiting.stop()
        assert looks > EACH_LOOK
        for look in [*range(0, looks, 1 if EVERY else 10), looks - 1]:
            go_back(look)
            waiting.until_reached()
            person.send(person.message(page="guide"))
            while FIRST not in person.texts():
                person.until_drawn()

            assert shown_last(person) == ANSWERED, look


def test_controls_show_the_answers_where_the_line_broke_before_the_page_heard_of_them(server: Server) -> None:
    """What of it has come, the page tells when the line is back."""
    with visit(server) as person:
        begin_with_answers(person)
        person.run(person.button("next"), page="guide")
        person.run(person.button("back"), page="guide")
    with visit(server, page="guide", existing=person.session_id) as again:
        assert FIRST in again.texts()
        assert shown_last(again) == ANSWERED


def test_a_place_left_while_its_controls_were_set_can_be_gone_back_to(waiting: Waiting) -> None:
    """What is set in a run that is ended early stays in the session, though the page shows and tells nothing of it."""
    other = json.dumps({"format": {"name": FORMAT, "number": NUMBER}, "answers": {"name": "Zoë"}})

    def set_name(person: Visitor, look: int) -> None:
        begin_with_answers(person)
        waiting.wait_after(look)
        told = person.event("said", {"kind": "take", "number": 2, "text": other})
        person.send(person.message(*told, page="guide"))
        person.widgets.clear()

    with visit(waiting.server) as person:
        set_name(person, MANY)
        while "Zoë" not in person.texts():
            person.until_drawn()
        looks = MANY - waiting.stop()
    assert looks > EACH_LOOK
    # It is one look that matters: the one at the name as it is set.
    for look in range(looks):
        with visit(waiting.server) as person:
            set_name(person, look)
            waiting.until_reached()
            person.send(person.message(page="about"))
            while say("about.title") not in person.texts():
                person.until_drawn()
            person.run(page="guide")

            assert FIRST in person.texts(), look


@pytest.mark.parametrize("then", ["button", "link"])
def test_the_last_of_two_places_that_were_asked_for_together_is_shown(waiting: Waiting, then: str) -> None:
    """Whoever presses something else before a link has led anywhere means the other."""
    for look in range(EACH_LOOK):
        with visit(waiting.server) as person:
            waiting.wait_after(look)
            person.send(person.message(page="about"))
            waiting.until_reached()
            send_press(person, then)
            while FIRST not in person.texts():
                person.until_drawn()

            assert say("about.title") not in person.texts(), look


def test_a_reader_who_has_seen_the_other_place_can_come_back(server: Server) -> None:
    """What the page sends then tells of no control that is gone."""
    with visit(server) as person:
        person.run(person.button("begin"))
        person.run()

        assert say("start.begin") in person.texts()


def test_a_press_that_comes_with_what_is_stored_counts_from_the_screen_that_was_stored(server: Server) -> None:
    """After a line that was down both can be the first that a new server hears."""
    first, second, third = list(content().screens)[:3]
    found = {"kind": "found", "number": 1, "session": "ended", "place": {"screen": second}}
    with visit(server, "guide") as before:
        before.run(page="guide")
        told = (*before.event("said", found), before.button("next"))
    with visit(server, "guide", told=told) as person:
        while person.component_data(STORE)["place"]["screen"] in (first, second):
            person.until_drawn()

        assert content().screens[third].title in person.texts()


def test_once_the_answers_are_deleted_the_page_says_that_alone(server: Server) -> None:
    """It stands until the browser has emptied its storage, and that can take a while."""
    with visit(server) as person:
        begin_with_answers(person)
        person.run(page="summary")
        person.run(person.button("forget"))

        assert [item.WhichOneof("type") for item in person.elements] == ["bidi_component", "markdown"]
        assert say("store.deleting") in person.texts()
