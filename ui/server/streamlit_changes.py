"""A run sends the page what changed, in one piece at its end: the third part of `streamlit_internals`.

Streamlit sends each element anew with every run, one by one, and the page takes away what did not come again. A
choice so sent some fifty messages where one line changes. Here a run's messages wait for its end. Where the page has
just drawn the same places in the same order, only the elements that changed are sent, and the run is named one of
Streamlit's fragments, for these take nothing away. Else all is sent, as Streamlit does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from ui.server.streamlit_messages import session_now

try:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.scriptrunner import get_script_run_ctx
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner, ScriptRunnerEvent
    from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
except ImportError as gone:
    raise SystemExit(f"Streamlit has changed: {gone}. See {__name__}.") from gone

FRAGMENT = "what-changed"
"""A fragment that no element belongs to."""
_REPEATABLE = ("new_element", "add_block", "navigation", "page_config_changed")
"""What does nothing where the page has just had the same. All else counts as changed."""


@dataclass(frozen=True)
class Sent:
    """What one message puts where: its place in the page, and the hash that Streamlit gives to what it carries."""

    kind: str
    path: tuple[int, ...]
    hash: str
    element: str | None = ""
    """Which control it is, empty where it is none, None where the page alone knows."""

    def replaces(self, before: "Sent") -> bool:
        """Whether this comes in the place of what was there, so that nothing has to be taken away.

        Of two controls in one place the page keeps the one before, unseen, until a whole run has ended.
        """
        is_same = self.hash == before.hash or (self.element is not None and self.element == before.element)
        return (self.kind, self.path) == (before.kind, before.path) and is_same


@dataclass
class Batch:
    """The messages of one run, handed over as if they were one."""

    messages: list[ForwardMsg]


@dataclass
class Shown:
    """What the page of one session has drawn, as far as it was sent."""

    page: str = ""
    sent: list[Sent] = field(default_factory=list)
    beginning: ForwardMsg | None = None
    """The message that begins the run under way; how it begins is known only at its end."""
    in_part: bool = False
    """Whether of the run under way only what changed was sent."""
    line_broke: bool = False
    """Whether the page's line broke, so that what was said last may not have come."""

    def forget(self) -> None:
        """Have the next run send all."""
        self.sent = []


_shown: WeakKeyDictionary[AppSession, Shown] = WeakKeyDictionary()


def _shown_by(session: AppSession) -> Shown:
    return _shown.setdefault(session, Shown())


def sent(message: ForwardMsg) -> Sent:
    """Return what a message puts where."""
    kind, path = message.WhichOneof("type"), tuple(message.metadata.delta_path)
    if kind == "ref_hash":
        # The page keeps large elements, and is then sent their hash alone.
        return Sent("new_element", path, message.ref_hash, None)
    if kind != "delta":
        return Sent(str(kind), path, message.hash)
    element = message.delta.new_element
    which = getattr(element, element.WhichOneof("type") or "", None)
    return Sent(str(message.delta.WhichOneof("type")), path, message.hash, getattr(which, "id", ""))


def changed(messages: Sequence[ForwardMsg], now: Sequence[Sent], before: Sequence[Sent]) -> list[ForwardMsg] | None:
    """Return the messages to send, None where all have to be: the places are not the same as before."""
    if len(now) != len(before) or not all(map(Sent.replaces, now, before)):
        return None
    found: list[ForwardMsg] = []
    redrawn: set[tuple[int, ...]] = set()
    for message, here, earlier in zip(messages, now, before, strict=True):
        repeatable = here.kind in _REPEATABLE and not message.delta.new_element.has_one_shot_effect
        # What stands inside of a thing that is drawn anew, or in the same place later in the run, is drawn after it.
        inside = any(here.path[:length] in redrawn for length in range(1, len(here.path) + 1))
        if here.hash != earlier.hash or inside or not repeatable:
            found.append(message)
            redrawn.add(here.path)
    return found


def send_changes() -> None:
    """Hold the messages of each run back to its end, and send of them what changed."""
    ScriptRunner._enqueue_forward_msg = _hold  # type: ignore[method-assign, assignment]  # noqa: SLF001 - as said above
    ScriptRunner._on_script_finished = _finish  # type: ignore[method-assign, assignment]  # noqa: SLF001 - as said above
    AppSession._enqueue_forward_msg = _enqueue  # type: ignore[method-assign, assignment]  # noqa: SLF001 - as said above
    AppSession._clear_queue = _begin_queue  # type: ignore[method-assign, assignment]  # noqa: SLF001 - as said above
    AppSession.register_file_watchers = _connect  # type: ignore[method-assign, assignment]  # as said above


_held: WeakKeyDictionary[ScriptRunner, list[ForwardMsg]] = WeakKeyDictionary()
_finish_run = ScriptRunner._on_script_finished  # noqa: SLF001 - as said above
_enqueue_one = AppSession._enqueue_forward_msg  # noqa: SLF001 - as said above
_register_watchers = AppSession.register_file_watchers


def _hold(runner: ScriptRunner, message: ForwardMsg) -> None:
    # A newer message of the page ends this run here, as ever, but where it is undisturbed.
    runner._session_state._yield_callback()  # noqa: SLF001 - as said above
    _held.setdefault(runner, []).append(message)


_cut: WeakSet[ScriptRequests] = WeakSet()
"""What asks those for a run whose last one was ended early. The next is always theirs."""


def last_run_was_cut() -> bool:
    """Whether the run before this one was ended early, so that nothing of it was sent."""
    context = get_script_run_ctx()
    return context is not None and context.script_requests in _cut


def line_broke() -> bool:
    """Whether the line of this run's page broke since this was last asked."""
    session = session_now()
    if session is None:
        return False
    shown = _shown_by(session)
    broke, shown.line_broke = shown.line_broke, False
    return broke


def _finish(runner: ScriptRunner, context: Any, event: ScriptRunnerEvent, *more: Any) -> None:
    messages = _held.pop(runner, [])
    is_cut = event is ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN
    (_cut.add if is_cut else _cut.discard)(runner._requests)  # noqa: SLF001 - as said above
    if messages and not is_cut:
        runner.on_event.send(runner, event=ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=Batch(messages))
    _finish_run(runner, context, event, *more)


def _enqueue(session: AppSession, message: ForwardMsg | Batch) -> None:
    shown = _shown_by(session)
    if isinstance(message, Batch):
        _send(session, shown, message.messages)
        return
    kind = message.WhichOneof("type")
    if kind == "new_session":
        shown.beginning, shown.in_part = message, False
        if message.new_session.page_script_hash == shown.page and shown.sent:
            return
        # The page empties itself now, though this run may be cut short before it has drawn anything.
        shown.forget()
        _begin(session, shown)
    elif kind == "script_finished":
        if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN and shown.beginning is not None:
            # Nothing of this run was sent, so nothing is to be ended.
            shown.beginning = None
            return
        if shown.in_part:
            message.metadata.run.fragment_ids.append(FRAGMENT)
            message.script_finished = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
        elif shown.beginning is not None:
            _begin(session, shown)
    _enqueue_one(session, message)


def _begin(session: AppSession, shown: Shown) -> None:
    """Send the message that begins a run."""
    if shown.beginning is not None:
        shown.page = shown.beginning.new_session.page_script_hash
        _enqueue_one(session, shown.beginning)
        shown.beginning = None


def _send(session: AppSession, shown: Shown, messages: Sequence[ForwardMsg]) -> None:
    now = [sent(message) for message in messages]
    found = changed(messages, now, shown.sent) if shown.beginning is not None else None
    if found is not None and shown.beginning is not None:
        shown.in_part = True
        shown.beginning.metadata.run.fragment_ids.append(FRAGMENT)
        # Of a fragment's run the page does not look at these.
        for part in ("custom_theme", "app_pages"):
            shown.beginning.new_session.ClearField(part)
    _begin(session, shown)
    shown.sent = now
    for message in messages if found is None else found:
        _enqueue_one(session, message)


def _begin_queue(session: AppSession, *_: Any) -> None:
    # Streamlit throws away what the run before said and the server has not sent yet. Here that stays, and nothing that
    # comes now takes the place of what waits.
    session._browser_queue._delta_index_map = {}  # noqa: SLF001 - as said above


def _connect(session: AppSession) -> None:
    # What was said on a line that broke may not have come, and what was said since then goes by that.
    queue, shown = session._browser_queue, _shown_by(session)  # noqa: SLF001 - as said above
    for message in queue.flush():
        # A page waits for the answer to each press of a download.
        if message.WhichOneof("type") == "backend_operation_response":
            queue.enqueue(message)
    shown.forget()
    shown.line_broke = True
    _register_watchers(session)
