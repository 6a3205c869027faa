"""Everything in which the guide goes by Streamlit's inside, and a check at start that all of it is still there.

Nothing public does what stands here, so an upgrade may take any of it away. No other module of the guide
imports what Streamlit keeps for itself. What scripts and style sheets go by is listed in `streamlit_page`.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.types import Receive

from ui.server import streamlit_page
from ui.server.streamlit_messages import end_buttons

try:
    import streamlit
    from streamlit import config, file_util
    from streamlit.navigation.page import StreamlitPage
    from streamlit.runtime import Runtime
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.backend_operation_handler import BackendOperationDispatcher
    from streamlit.runtime.caching.ttl_cache import TTLCache
    from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
    from streamlit.runtime.media_file_manager import MediaFileManager
    from streamlit.runtime.memory_session_storage import MemorySessionStorage
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
    from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, get_script_run_ctx
    from streamlit.runtime.scriptrunner_utils.shared_run_state import SharedRunState
    from streamlit.runtime.scriptrunner_utils.thread_safe_set import ThreadSafeSet
    from streamlit.runtime.session_manager import SessionInfo
    from streamlit.runtime.state.common import user_key_from_element_id
    from streamlit.runtime.state.safe_session_state import SafeSessionState
    from streamlit.runtime.state.session_state import SessionState, WStates
    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
    from streamlit.web.server.starlette.starlette_websocket import is_host_allowed
    from uvicorn.protocols.http.h11_impl import RequestResponseCycle
    from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
except ImportError as gone:
    raise SystemExit(f"Streamlit has changed: {gone}. See {__name__}.") from gone

__all__ = ["is_host_allowed"]

Page = StreamlitPage
"""What `st.Page` makes."""


class StreamlitChanged(RuntimeError):
    """Streamlit no longer has what the guide goes by; the message lists all that is gone, with its use."""


@dataclass(frozen=True)
class Inside:
    """One attribute of a class of Streamlit's, or of the server that it runs on."""

    owner: type
    name: str
    use: str

    def is_there(self) -> bool:
        """Whether the class, or each object that it makes, has it."""
        making = getattr(vars(self.owner).get("__init__"), "__code__", None)
        set_there = making.co_names if making is not None else ()
        return hasattr(self.owner, self.name) or self.name in (*vars(self.owner).get("__annotations__", ()), *set_there)

    def __str__(self) -> str:
        return f"{self.owner.__module__}.{self.owner.__qualname__}.{self.name}: {self.use}"


_DELETED = "what was deleted comes back by no widget"
_ENDED = "ended sessions are forgotten"
_DOWNLOADS = "a download stays until a slow phone has fetched it"
_ADDRESSES = "the address of a download is nobody's to guess, and ends with the answers"
_CALLBACKS = "a callback is never ended half way"
_REFUSED = "a page can ask for nothing but the guide"
_NOTICE = "the screen says why there is no PDF"
_LEADS = "a press or a link leads where it says on a slow line"
_CHANGES = "a run sends what changed, and in one piece"
INSIDE = (
    Inside(Runtime, "_session_mgr", _ENDED),
    Inside(WebsocketSessionManager, "_session_storage", _ENDED),
    Inside(MemorySessionStorage, "_cache", _ENDED),
    Inside(TTLCache, "expire", _ENDED),
    Inside(SessionInfo, "session", _ENDED),
    Inside(AppSession, "shutdown", _ENDED),
    Inside(AppSession, "session_state", _ENDED),
    Inside(AppSession, "_client_state", _ENDED),
    Inside(SessionState, "_new_widget_state", _ENDED),
    Inside(WStates, "states", _ENDED),
    Inside(ScriptRunContext, "session_state", _DELETED),
    Inside(SafeSessionState, "_state", _DELETED),
    Inside(SessionState, "clear", _DELETED),
    Inside(Runtime, "media_file_mgr", _DOWNLOADS),
    Inside(MediaFileManager, "remove_orphaned_files", _DOWNLOADS),
    Inside(MediaFileManager, "_remove_orphaned_deferred_callables", _DOWNLOADS),
    Inside(MediaFileManager, "_files_by_session_and_coord", _DOWNLOADS),
    Inside(MediaFileManager, "_lock", _ADDRESSES),
    Inside(MediaFileManager, "_storage", _ADDRESSES),
    Inside(MediaFileManager, "_file_metadata", _ADDRESSES),
    Inside(MediaFileManager, "_delete_file", _ADDRESSES),
    Inside(MediaFileManager, "_deferred_callables", _ADDRESSES),
    Inside(MediaFileManager, "_deferred_ids_by_session", _ADDRESSES),
    Inside(MediaFileManager, "_drop_deferred_id", _ADDRESSES),
    Inside(ScriptRunContext, "shared", _LEADS),
    Inside(SharedRunState, "widget_user_keys_this_run", _LEADS),
    Inside(ThreadSafeSet, "snapshot", _LEADS),
    Inside(StreamlitPage, "_script_hash", _LEADS),
    Inside(WStates, "get_serialized", _LEADS),
    Inside(AppSession, "handle_backmsg", _REFUSED),
    Inside(BackendOperationDispatcher, "dispatch", _REFUSED),
    Inside(AppSession, "_browser_queue", _CHANGES),
    Inside(ForwardMsgQueue, "_delta_index_map", _CHANGES),
    Inside(ForwardMsgQueue, "flush", _CHANGES),
    Inside(ForwardMsgQueue, "enqueue", _CHANGES),
    Inside(AppSession, "request_rerun", _NOTICE),
    Inside(ScriptRunner, "_enqueue_forward_msg", _CHANGES),
    Inside(ScriptRunner, "_on_script_finished", _CHANGES),
    Inside(ScriptRunner, "_session_state", _CHANGES),
    Inside(ScriptRunner, "on_event", _CHANGES),
    Inside(ScriptRunner, "_requests", _CHANGES),
    Inside(ScriptRunContext, "script_requests", _CHANGES),
    Inside(AppSession, "_enqueue_forward_msg", _CHANGES),
    Inside(AppSession, "_clear_queue", _CHANGES),
    Inside(AppSession, "register_file_watchers", _CHANGES),
    Inside(AppSession, "_scriptrunner", "a file holds what was chosen just before it was asked for"),
    Inside(SafeSessionState, "on_script_will_rerun", _CALLBACKS),
    Inside(SafeSessionState, "_yield_callback", _CALLBACKS),
    Inside(WebSocketsSansIOProtocol, "transport", "messages are sent at once"),
    Inside(RequestResponseCycle, "transport", "answers are sent at once"),
)
HIDDEN_OPTIONS = {
    "global.maxCachedMessageAge": "a page has the large elements that it says it has",
    "runner.postScriptGC": "no full collection of memory after each run",
}


def missing() -> list[str]:
    """Return what of all this is gone, each with what the guide needs it for."""
    gone = [str(item) for item in INSIDE if not item.is_there()]
    known = config.get_config_options()
    gone += [f"the option {name}: {use}" for name, use in HIDDEN_OPTIONS.items() if name not in known]
    return gone + streamlit_page.missing(static_folder() / "static" / "js")


def check() -> None:
    """Raise StreamlitChanged where anything that the guide goes by is gone."""
    if gone := missing():
        listed = "\n".join(f"  {item}" for item in gone)
        raise StreamlitChanged(
            f"Streamlit {streamlit.__version__} no longer has what the guide goes by:\n{listed}\n"
            "Install the version that is pinned, or mend ui/server/streamlit_internals.py and streamlit_page.py."
        )


def static_folder() -> Path:
    """Return where Streamlit keeps its page, scripts and styles."""
    return Path(file_util.get_static_dir())


def transport_of(receive: Receive) -> Any:
    """Return the transport under a websocket or a request, None where the server has no such thing."""
    return getattr(getattr(receive, "__self__", None), "transport", None)


_remove_files = MediaFileManager.remove_orphaned_files


def keep_files() -> None:
    """Let no run remove files that were made for a download, nor what makes them; only `remove_files` does."""
    MediaFileManager.remove_orphaned_files = lambda _: None  # type: ignore[method-assign, assignment]  # as said above
    MediaFileManager._remove_orphaned_deferred_callables = _remove_buttons  # type: ignore[method-assign, assignment]  # noqa: SLF001 - as said above


def remove_files() -> None:
    """Remove the files and buttons that nobody's page has any more, each the second time that it is found."""
    if Runtime.exists():
        _remove_files(Runtime.instance().media_file_mgr)


_orphaned: set[str] = set()
"""The buttons of files that no run had drawn last when this was looked for before."""


def _remove_buttons(files: MediaFileManager) -> None:
    # Each run draws them anew, and a press of one as it was before can be on its way over a slow line.
    drawn = {one for by_place in files._files_by_session_and_coord.values() for one in by_place.values()}  # noqa: SLF001 - as said above
    found = files._deferred_callables.keys() - drawn  # noqa: SLF001 - as said above
    for button in found & _orphaned:
        files._drop_deferred_id(button)  # noqa: SLF001 - as said above
    _orphaned.clear()
    _orphaned.update(found)


def ended_sessions() -> Iterator[AppSession]:
    """Yield the sessions whose time is over, which Streamlit itself keeps until another one ends."""
    if Runtime.exists():
        storage = Runtime.instance()._session_mgr._session_storage._cache  # type: ignore[attr-defined]  # noqa: SLF001 - as said above
        for _, info in storage.expire():
            yield info.session


def forget(session: AppSession) -> None:
    """Shut a session down and empty it, since the runtime's loop holds on to the last that it served."""
    try:
        session.shutdown()
    finally:
        end_buttons(session.id)
        # Emptied first: clearing decodes what it takes out, and a value that is no JSON raises there.
        session.session_state._new_widget_state.states.clear()  # noqa: SLF001 - as said above
        session.session_state.clear()
        session._client_state.Clear()  # noqa: SLF001 - as said above


def empty_session() -> None:
    """Empty the session of this run at once: its values, its widgets, and whatever the widgets would call.

    Key by key, as one can without the inside, what a widget calls would stay and would then miss its key.
    """
    context = get_script_run_ctx()
    if context is not None:
        context.session_state._state.clear()  # noqa: SLF001 - as said above


def keys_drawn() -> frozenset[str]:
    """Return the keys of the controls that this run has drawn so far. The state has those of the run before, too."""
    context = get_script_run_ctx()
    return context.shared.widget_user_keys_this_run.snapshot() if context is not None else frozenset()


def keys_told() -> frozenset[str]:
    """Return the keys of the controls that the page has, as it told with the message that began this run.

    To be asked before anything is drawn: from then on those of the run are among them.
    """
    context = get_script_run_ctx()
    told = context.session_state._state._new_widget_state.states if context is not None else ()  # noqa: SLF001 - as said above
    return frozenset(filter(None, map(user_key_from_element_id, told)))


_run_callbacks = SafeSessionState.on_script_will_rerun


def finish_callbacks() -> None:
    """Let nothing end the callbacks of a message before the last of them has returned.

    Streamlit looks for a newer message of the page at each use of its state. Where there is one, it ends what it is
    at: even the callback that is recording an answer, which it does not call again. Of two quick ticks the first
    was then shown and in no record.
    """
    SafeSessionState.on_script_will_rerun = _finish  # type: ignore[method-assign, assignment]  # as said above


def _finish(state: SafeSessionState, *args: Any, **more: Any) -> None:
    with _undisturbed(state):
        _run_callbacks(state, *args, **more)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no newer message of the page end this run before all in this block is done, as `finish_callbacks` does."""
    context = get_script_run_ctx()
    with _undisturbed(context.session_state) if context is not None else nullcontext():
        yield


@contextmanager
def _undisturbed(state: SafeSessionState) -> Iterator[None]:
    look_for_newer = state._yield_callback  # noqa: SLF001 - as said above
    # Set as Streamlit sets it: by plain assignment it would become a value of the state.
    object.__setattr__(state, "_yield_callback", lambda: None)
    try:
        yield
    finally:
        object.__setattr__(state, "_yield_callback", look_for_newer)
