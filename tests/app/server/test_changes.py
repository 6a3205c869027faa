"""A run sends the page what changed since the last, in one piece, and all where the page may lack something."""

import json
import random
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from logic.files.save_file import FORMAT, NUMBER
from tests.server_process import Server
from tests.visitor import Visitor, visit
from ui.server import streamlit_changes
from ui.server.streamlit_changes import Batch, _begin_queue, _connect, _enqueue, changed, sent
from ui.session.changed_lines import changed_lines

CHOSEN = {"who-answers": "person", "name": "Ada"}


def text(path: tuple[int, ...], words: str, *, one_shot: bool = False) -> ForwardMsg:
    message = ForwardMsg(hash=words)
    message.metadata.delta_path.extend(path)
    message.delta.new_element.markdown.body = words
    message.delta.new_element.has_one_shot_effect = one_shot
    return message


def block(path: tuple[int, ...], words: str) -> ForwardMsg:
    message = ForwardMsg(hash=words)
    message.metadata.delta_path.extend(path)
    message.delta.add_block.CopyFrom(Block(id=words))
    return message


def control(path: tuple[int, ...], name: str) -> ForwardMsg:
    message = ForwardMsg(hash=name)
    message.metadata.delta_path.extend(path)
    message.delta.new_element.radio.id = name
    return message


def known(path: tuple[int, ...], words: str) -> ForwardMsg:
    message = ForwardMsg(ref_hash=words)
    message.metadata.delta_path.extend(path)
    return message


def found(before: list[ForwardMsg], now: list[ForwardMsg]) -> list[ForwardMsg] | None:
    return changed(now, [sent(message) for message in now], [sent(message) for message in before])


def test_what_is_the_same_is_not_sent_again() -> None:
    """Of three things one has other words, and that one is sent."""
    before = [block((0, 0), "row"), text((0, 0, 0), "one"), text((0, 1), "two")]
    now = [block((0, 0), "row"), text((0, 0, 0), "one"), text((0, 1), "new")]
    assert found(before, now) == now[2:]
    assert found(before, before) == []


def test_a_large_element_that_the_page_has_kept_is_the_same_by_its_hash() -> None:
    """Streamlit then sends the hash alone."""
    assert found([text((0, 0), "large")], [known((0, 0), "large")]) == []
    assert found([known((0, 0), "large")], [text((0, 0), "other")]) is None


def test_what_stands_in_a_block_that_changed_is_sent_with_it() -> None:
    """A block that is drawn anew begins empty."""
    before = [block((0, 0), "row"), text((0, 0, 0), "one"), text((0, 1), "two")]
    now = [block((0, 0), "wider"), text((0, 0, 0), "one"), text((0, 1), "two")]
    assert found(before, now) == now[:2]


def test_the_last_of_several_in_one_place_is_the_one_that_stays() -> None:
    """What came later in the same place is sent after what came before it."""
    before = [text((0, 0), "one"), text((0, 0), "two")]
    now = [text((0, 0), "other"), text((0, 0), "two")]
    assert found(before, now) == now


def test_what_is_done_once_is_done_each_time() -> None:
    """A field that is to show the same again may have been typed into meanwhile."""
    again = [text((0, 0), "field", one_shot=True), text((0, 1), "two")]
    assert found(again, again) == again[:1]


@pytest.mark.parametrize(
    "now",
    [
        [text((0, 0), "one")],
        [text((0, 0), "one"), text((0, 1), "two"), text((0, 2), "three")],
        [text((0, 0), "one"), text((0, 2), "two")],
        [text((0, 0), "one"), block((0, 1), "two")],
        [text((0, 0), "one"), control((0, 1), "three")],
    ],
    ids=["fewer", "more", "elsewhere", "another kind", "another element"],
)
def test_where_the_places_are_others_all_is_sent(now: list[ForwardMsg]) -> None:
    """Only then does the page take away what did not come again."""
    assert found([text((0, 0), "one"), text((0, 1), "two")], now) is None


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_the_changes_of_a_text_make_the_one_of_the_other(before: list[str], after: list[str]) -> None:
    """Whatever the two texts are."""
    lines = list(before)
    for first, gone, instead in reversed(changed_lines(before, after)):
        lines[first : first + gone] = instead
    assert lines == after


def test_two_lines_that_changed_are_told_without_those_between() -> None:
    """The time of saving stands at the top, the answer far below."""
    before = ["time", "one", "two", "three", "four", "end"]
    after = ["later", "one", "two", "THREE", "and", "four", "end"]
    assert changed_lines(before, after) == [(0, 1, ["later"]), (3, 1, ["THREE", "and"])]


class Session:
    """A session as far as it sends."""

    def __init__(self) -> None:
        self._browser_queue = ForwardMsgQueue()
        self._message_enqueued_callback = None

    def draw(self, *elements: ForwardMsg, page: str = "here") -> None:
        self._run(page, Batch(list(elements)), ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))

    def cut_short(self, page: str) -> None:
        self._run(page, ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN))

    def connect(self) -> None:
        _connect(cast("AppSession", self))

    def enqueue(self, message: ForwardMsg | Batch) -> None:
        _enqueue(cast("AppSession", self), message)

    def _run(self, page: str, *messages: ForwardMsg | Batch) -> None:
        _begin_queue(cast("AppSession", self))
        beginning = ForwardMsg()
        beginning.new_session.page_script_hash = page
        for message in (beginning, *messages):
            self.enqueue(message)

    def sent(self) -> list[str]:
        return [message.hash for message in self._browser_queue.flush() if message.hash]


def test_what_a_run_said_is_sent_though_the_next_begins_before() -> None:
    """Streamlit throws it away then: also what a control is to show, which it says but once."""
    session = Session()
    session.draw(text((0, 0), "one"), text((0, 1), "two", one_shot=True))
    session.draw(text((0, 0), "one"), text((0, 1), "other"))
    assert session.sent() == ["one", "two", "other"]
    session.draw(text((0, 0), "one"), text((0, 1), "third"))
    assert session.sent() == ["third"]


def test_what_waits_on_a_line_that_broke_is_sent_anew_and_an_answer_to_a_press_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What waits goes by what may not have come. But the page waits for the answer, and asks no second time."""
    monkeypatch.setattr(streamlit_changes, "_register_watchers", lambda _: None)
    session = Session()
    session.draw(text((0, 0), "one"), text((0, 1), "two"))
    assert session.sent() == ["one", "two"]
    session.draw(text((0, 0), "one"), text((0, 1), "other"))
    answer = ForwardMsg(hash="answer")
    answer.backend_operation_response.request_id = "1"
    session.enqueue(answer)
    session.connect()
    session.draw(text((0, 0), "one"), text((0, 1), "third"))
    assert session.sent() == ["answer", "one", "third"]


def test_a_place_whose_first_run_was_cut_short_is_sent_all() -> None:
    """The page has emptied itself for it, so what the place before showed is not there to stay."""
    session = Session()
    session.draw(text((0, 0), "one"), text((0, 1), "two"))
    assert session.sent() == ["one", "two"]
    session.cut_short(page="there")
    assert session.sent() == []
    session.draw(text((0, 0), "one"), text((0, 1), "other"), page="there")
    assert session.sent() == ["one", "other"]


@pytest.fixture
def person(server: Server) -> Iterator[Visitor]:
    """Somebody at the first screen of the guide, who has answered both of its questions."""
    with visit(server) as visitor:
        visitor.put(json.dumps({"format": {"name": FORMAT, "number": NUMBER}, "answers": CHOSEN}))
        visitor.run(page="guide")
        yield visitor


def chosen(person: Visitor, place: int) -> WidgetState:
    """Who answers, chosen by its place."""
    radio = next(item.radio for item in person.elements if item.radio.id.endswith("-answer-who-answers"))
    return WidgetState(id=radio.id, string_value=radio.options[place])


def seen(person: Visitor) -> list[str]:
    """What the page shows, but for names of files, what components are told, and values that are set once."""
    once = ("file_id:", "json:", " value:", "set_value:", "raw_value:", "one_shot")
    return [line for line in person.texts().splitlines() if not any(word in line for word in once)]


def test_a_choice_sends_what_changed(person: Visitor) -> None:
    """Far less than the screen, and what is shown then is what a page shows that was sent all."""
    person.run(chosen(person, 1), page="guide")
    person.run(chosen(person, 2), page="guide")

    assert len(person.received) <= 15
    assert sum(message.ByteSize() for message in person.received) <= 4000
    shown = seen(person)
    person.run(page="check")
    person.run(page="guide")
    assert shown == seen(person)


def test_choices_in_one_moment_leave_the_page_as_one_that_was_sent_all(person: Visitor) -> None:
    """Each ends the run of the one before somewhere, and each opens or closes other questions."""
    chance = random.Random(7)  # noqa: S311 - nothing is hidden by it
    for _ in range(20):
        for _ in range(chance.randint(1, 3)):
            person.send(person.message(chosen(person, chance.randrange(3)), page="guide"))
        person.run(page="guide")
        # Whatever was still on its way is here before the next is compared.
        person.run(page="guide")
    shown = seen(person)
    person.run(page="check")
    person.run(page="guide")
    assert shown == seen(person)


def test_a_page_that_comes_back_on_a_new_line_is_sent_all(person: Visitor) -> None:
    """What was on its way when the line broke is in no page."""
    person.run(chosen(person, 1), page="guide")
    person.run(chosen(person, 2), page="guide")
    assert [message for message in person.received if message.metadata.run.fragment_ids] != []
    person.line.close()
    with visit(person.server, "guide", existing=person.session_id) as again:
        assert again.session_id == person.session_id
        assert [message for message in again.received if message.metadata.run.fragment_ids] == []
        assert any(item.radio.id.endswith("-answer-who-answers") for item in again.elements)
