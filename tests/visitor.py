"""A visitor without a browser: the same websocket, the same messages, and any other message besides."""

import http.client
import itertools
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.server_process import Server

PATIENCE = 60

STORE = "guide_browser_store"


class Over(Exception):
    """The visit is over, as its answers were deleted; a browser would load the page anew."""


@dataclass
class Visitor:
    """One page that is open; `elements` is what it shows."""

    server: Server
    line: ClientConnection
    _drawn: dict[tuple[int, ...], Element] = field(default_factory=dict)
    """What stands where. A run that is sent whole begins a page anew, one that is sent in part changes it."""
    session_id: str = ""
    browser: ContextInfo = field(default_factory=ContextInfo)
    """What the browser says of itself with each message: its time zone, its language, its colours."""
    widgets: dict[str, WidgetState] = field(default_factory=dict)
    responses: list[BackendOperationResponse] = field(default_factory=list)
    """Answers to requests that nobody has looked at yet: one may come while a run is waited for."""
    received: list[ForwardMsg] = field(default_factory=list)
    """What has come since changes were last sent."""
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def run(self, *changes: WidgetState, page: str = "") -> float:
        """Send changes as the browser does, on this page; return the seconds until the run had ended."""
        message = self.message(*changes, page=page)
        self.received = []
        begun = time.monotonic()
        self.send(message)
        self.until_drawn()
        # What is pressed is pressed once, and of a control that is gone nothing is told any more.
        self.widgets = {
            key: state for key, state in self.widgets.items() if not _is_trigger(state) and self._shows(key)
        }
        return time.monotonic() - begun

    def message(self, *changes: WidgetState, page: str = "") -> BackMsg:
        """Return what the browser sends of changes on this page."""
        message = BackMsg()
        state = message.rerun_script
        state.page_name = page
        state.context_info.CopyFrom(self.browser)
        for change in changes:
            self.widgets[change.id] = change
        state.widget_states.widgets.extend(self.widgets.values())
        return message

    def send(self, message: BackMsg) -> None:
        self.line.send(message.SerializeToString())

    def next(self) -> ForwardMsg:
        message = ForwardMsg()
        message.ParseFromString(self.line.recv(timeout=PATIENCE, decode=False))
        self.received.append(message)
        return message

    def _take(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session_id = message.new_session.initialize.session_id
            if not message.metadata.run.fragment_ids:
                self._drawn = {}
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._drawn[tuple(message.metadata.delta_path)] = message.delta.new_element
        elif kind == "backend_operation_response":
            self.responses.append(message.backend_operation_response)
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        )

    def _shows(self, widget: str) -> bool:
        drawn = (getattr(item, item.WhichOneof("type") or "", None) for item in self.elements)
        # A component's events go by its own name with something around it.
        return any(name in widget for name in (getattr(control, "id", "") for control in drawn) if name)

    @property
    def elements(self) -> list[Element]:
        return list(self._drawn.values())

    def component(self, name: str) -> str:
        """Return the id of a component by its name."""
        found = (item.bidi_component for item in self.elements if item.WhichOneof("type") == "bidi_component")
        return next(item.id for item in found if name in item.component_name)

    def component_data(self, name: str) -> Any:
        found = (item.bidi_component for item in self.elements if item.WhichOneof("type") == "bidi_component")
        return json.loads(next(item.json for item in found if name in item.component_name))

    def button(self, key: str) -> WidgetState:
        """Return the press of a button."""
        [found] = (item.button.id for item in self.elements if item.button.id.endswith(f"-{key}"))
        return WidgetState(id=found, trigger_value=True)

    def put(self, text: str, kind: str = "take") -> float:
        """Put answers into the session, as a browser that has them stored does at the wish of the person.

        Raises Over where the answers of the session were deleted.
        """
        number = next(self._numbers)
        begun = time.monotonic()
        self.say("said", {"kind": kind, "number": number, "text": text})
        # Having taken them in, the session runs once more.
        while (told := self.component_data(STORE)).get("answered") != number:
            if "over" in told:
                raise Over
            self.until_drawn()
        return time.monotonic() - begun

    def say(self, event: str, value: Any, name: str = STORE) -> float:
        """Send an event of a component."""
        return self.run(*self.event(event, value, name))

    def event(self, event: str, value: Any, name: str = STORE) -> tuple[WidgetState, WidgetState]:
        """Return what the browser sends of an event of a component."""
        base = self.component(name)
        happened = json.dumps([{"event": event, "value": value}])
        return (
            WidgetState(id=base, json_value="{}"),
            WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{base}__events", json_trigger_value=happened),
        )

    def download(self, key: str) -> tuple[str, bytes, Mapping[str, str]]:
        """Press a button of a file; return its address, its bytes and its headers, or an empty address."""
        return self.fetched(self.answer(self.ask_for(self.deferred(key))))

    def deferred(self, key: str) -> str:
        [found] = (item.download_button for item in self.elements if item.download_button.id.endswith(f"-{key}"))
        return str(found.deferred_file_id)

    def ask_for(self, file_id: str) -> str:
        """Ask for the file of a button; return the name of the request."""
        message = BackMsg()
        request = message.backend_operation_request
        request.request_id = str(next(self._numbers))
        request.session_id = self.session_id
        request.deferred_file.file_id = file_id
        self.send(message)
        return str(request.request_id)

    def answer(self, request: str = "") -> BackendOperationResponse:
        """Wait for the answer to a request, or to whichever is answered first."""
        while True:
            for answer in self.responses:
                if request in ("", answer.request_id):
                    self.responses.remove(answer)
                    return answer
            self._take(self.next())

    def fetched(self, answer: BackendOperationResponse) -> tuple[str, bytes, Mapping[str, str]]:
        url = answer.deferred_file.url
        return (url, *fetch(self.server, url)[1:]) if url else ("", b"", {})

    def until_drawn(self) -> None:
        """Wait for a run that the server began by itself."""
        while not self._take(self.next()):
            pass

    def texts(self) -> str:
        """Return every text on the screen."""
        return "\n".join(str(item) for item in self.elements)


def fetch(server: Server, path: str) -> tuple[int, bytes, Mapping[str, str]]:
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        with connection.getresponse() as answer:
            return answer.status, answer.read(), {key.lower(): value for key, value in answer.getheaders()}


@contextmanager
def visit(server: Server, page: str = "", existing: str = "", told: Sequence[WidgetState] = ()) -> Iterator[Visitor]:
    """Open a page and wait until it is drawn; `existing` is the session of a page whose line broke.

    A page that was open before tells of its controls at once.
    """
    with connect(
        f"ws://localhost:{server.port}/_stcore/stream",
        origin=Origin(server.address),
        # As Streamlit's page does: its own name, a token that is not asked for, and the session to go on with.
        subprotocols=[Subprotocol(word) for word in ("streamlit", "none", existing) if word],
        max_size=None,
        # Messages that nobody reads for a while must not keep the line from answering that it lives.
        max_queue=None,
        open_timeout=PATIENCE,
        # A server that answers late is what is measured.
        ping_interval=None,
    ) as line:
        visitor = Visitor(server, line)
        visitor.run(*told, page=page)
        yield visitor


def _is_trigger(state: WidgetState) -> bool:
    return (state.WhichOneof("value") or "").endswith("trigger_value")
