"""Everything in which the guide goes by Streamlit's inside, and a check at start that all of it is still there.

Nothing public does what stands here, so an upgrade may take any of it away. No other module of the guide
imports what Streamlit keeps for itself. What scripts and style sheets go by is listed in `streamlit_page`.
"""

import asyncio
import importlib.util
import secrets
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.types import Receive

from ui.server import streamlit_page

try:
    import streamlit
    from streamlit import config, file_util
    from streamlit.navigation.page import StreamlitPage
    from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
    from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, DeferredFileResponsePayload
    from streamlit.runtime import Runtime, memory_media_file_storage
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.backend_operation_handler import BackendOperationDispatcher, DeferredFileHandler
    from streamlit.runtime.caching.ttl_cache import TTLCache
    from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
    from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
    from streamlit.runtime.media_file_storage import MediaFileKind
    from streamlit.runtime.memory_session_storage import MemorySessionStorage
    from streamlit.runtime.scriptrunner import get_script_run_ctx
    from streamlit.runtime.session_manager import SessionInfo
    from streamlit.runtime.state.safe_session_state import SafeSessionState
    from streamlit.runtime.state.session_state import SessionState, WStates
    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
    from streamlit.web.server.starlette.starlette_websocket import is_host_allowed
    from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
except ImportError as gone:
    raise SystemExit(f"Streamlit has changed: {gone}. See {__name__}.") from gone

__all__ = ["is_host_allowed"]

Page = StreamlitPage
"""What `st.Page` makes."""

PRELOADED = ("streamlit.components.v2.bidi_component", "streamlit.navigation.page")
"""What the first visitor's run would import, so that it is paid for at start."""


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


_ENDED = "ended sessions are forgotten"
_DOWNLOADS = "a download stays until a slow phone has fetched it"
_ADDRESSES = "the address of a download is nobody's to guess, and ends with the answers"
_CALLBACKS = "a callback is never ended half way"
_REFUSED = "a page can ask for nothing but the guide"
_NOTICE = "the screen says why there is no PDF"
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
    Inside(Runtime, "media_file_mgr", _DOWNLOADS),
    Inside(MediaFileManager, "remove_orphaned_files", _DOWNLOADS),
    Inside(MediaFileManager, "_lock", _ADDRESSES),
    Inside(MediaFileManager, "_storage", _ADDRESSES),
    Inside(MediaFileManager, "_file_metadata", _ADDRESSES),
    Inside(MediaFileManager, "_delete_file", _ADDRESSES),
    Inside(MediaFileManager, "_deferred_callables", _ADDRESSES),
    Inside(MediaFileManager, "_deferred_ids_by_session", _ADDRESSES),
    Inside(MediaFileManager, "_drop_deferred_id", _ADDRESSES),
    Inside(AppSession, "handle_backmsg", _REFUSED),
    Inside(BackendOperationDispatcher, "dispatch", _REFUSED),
    Inside(AppSession, "_browser_queue", _NOTICE),
    Inside(AppSession, "request_rerun", _NOTICE),
    Inside(ForwardMsgQueue, "is_empty", _NOTICE),
    Inside(SafeSessionState, "on_script_will_rerun", _CALLBACKS),
    Inside(SafeSessionState, "_yield_callback", _CALLBACKS),
    Inside(WebSocketsSansIOProtocol, "transport", "messages are sent at once"),
)
HIDDEN_OPTIONS = {"runner.postScriptGC": "no full collection of memory after each run"}


def missing() -> list[str]:
    """Return what of all this is gone, each with what the guide needs it for."""
    gone = [str(item) for item in INSIDE if not item.is_there()]
    known = config.get_config_options()
    gone += [f"the option {name}: {use}" for name, use in HIDDEN_OPTIONS.items() if name not in known]
    gone += [f"the module {name}: loaded at start" for name in PRELOADED if importlib.util.find_spec(name) is None]
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
    """Return the transport under a websocket, None where the server has no such thing."""
    return getattr(getattr(receive, "__self__", None), "transport", None)


_remove_files = MediaFileManager.remove_orphaned_files


def keep_files() -> None:
    """Let no run remove files that were made for a download; only `remove_files` does."""
    MediaFileManager.remove_orphaned_files = lambda _: None  # type: ignore[method-assign, assignment]  # as said above


def remove_files() -> None:
    """Remove the files that nobody's page has any more, each the second time that it is found."""
    if Runtime.exists():
        _remove_files(Runtime.instance().media_file_mgr)


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
        # Emptied first: clearing decodes what it takes out, and a value that is no JSON raises there.
        session.session_state._new_widget_state.states.clear()  # noqa: SLF001 - as said above
        session.session_state.clear()
        session._client_state.Clear()  # noqa: SLF001 - as said above


_run_callbacks = SafeSessionState.on_script_will_rerun


def finish_callbacks() -> None:
    """Let nothing end the callbacks of a message before the last of them has returned.

    Streamlit looks for a newer message of the page at each use of its state. Where there is one, it ends what it is
    at: even the callback that is recording an answer, which it does not call again. Of two quick ticks the first
    was then shown and in no record.
    """
    SafeSessionState.on_script_will_rerun = _finish  # type: ignore[method-assign, assignment]  # as said above


def _finish(state: SafeSessionState, *args: Any, **more: Any) -> None:
    look_for_newer = state._yield_callback  # noqa: SLF001 - as said above
    # Set as Streamlit sets it: by plain assignment it would become a value of the state.
    object.__setattr__(state, "_yield_callback", lambda: None)
    try:
        _run_callbacks(state, *args, **more)
    finally:
        object.__setattr__(state, "_yield_callback", look_for_newer)


@dataclass(frozen=True)
class Asked:
    """What a download button stands for: the function that makes the file, its name and its media type."""

    make: Callable[[], Any]
    name: str
    media_type: str


def session_of_run() -> str:
    """Return the session whose run this is, empty outside of a run."""
    context = get_script_run_ctx()
    return context.session_id if context is not None else ""


def asked_for(button: str, session: str) -> Asked | None:
    """Return what a button of this session stands for, None where it is another's or gone."""
    entry = _files()._deferred_callables.get(button)  # noqa: SLF001 - as said above
    if entry is None or entry["session_id"] != session:
        return None
    return Asked(entry["callable"], entry["filename"] or "", entry["mimetype"] or "")


def name_files_by_chance() -> None:
    """Give each file an address of its own. Streamlit makes it from the content: equal answers, equal addresses."""
    memory_media_file_storage._calculate_file_id = lambda *_: secrets.token_hex(32)  # noqa: SLF001 - as said above


def keep_file(data: bytes, name: str, media_type: str) -> tuple[str, str]:
    """Keep a file for download; return its name there, and its address."""
    files = _files()
    storage = files._storage  # noqa: SLF001 - as said above
    with files._lock:  # noqa: SLF001 - as said above
        kept = storage.load_and_get_id(data, media_type, MediaFileKind.DOWNLOADABLE, name)
        files._file_metadata[kept] = MediaFileMetadata(MediaFileKind.DOWNLOADABLE)  # noqa: SLF001 - as said above
        return kept, storage.get_url(kept)


def is_kept(file: str) -> bool:
    """Whether a file for download is still there."""
    return file in _files()._file_metadata  # noqa: SLF001 - as said above


def end_file(file: str) -> None:
    """End the address of a file at once."""
    files = _files()
    with files._lock:  # noqa: SLF001 - as said above
        if is_kept(file):
            files._delete_file(file)  # noqa: SLF001 - as said above


def end_buttons(session: str) -> None:
    """Let no download button of a session, drawn earlier, make anything any more."""
    files = _files()
    with files._lock:  # noqa: SLF001 - as said above
        for button in list(files._deferred_ids_by_session.get(session, ())):  # noqa: SLF001 - as said above
            files._drop_deferred_id(button)  # noqa: SLF001 - as said above


def _files() -> MediaFileManager:
    return Runtime.instance().media_file_mgr


def has_server() -> bool:
    """Whether this process serves at all, and is no test of a page alone."""
    return Runtime.exists()


def make_downloads(fetch: Callable[[str, str], Awaitable[str | None]]) -> None:
    """Have the file of a button made by this function, which returns its address, or None where there is none."""

    async def handle(_: Any, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:
        url = await fetch(request.deferred_file.file_id, session_id)
        if url is None:
            return BackendOperationResponse(request_id=request.request_id, error_msg="not made")
        made = DeferredFileResponsePayload(url=url)
        return BackendOperationResponse(request_id=request.request_id, deferred_file=made)

    DeferredFileHandler.handle = handle  # type: ignore[method-assign, assignment]  # as said above


# What a page of the guide sends. Others would empty the caches of all, ask git, or have files written.
_MESSAGES = ("rerun_script", "stop_script", "app_heartbeat", "backend_operation_request")
_handle_message = AppSession.handle_backmsg
_dispatch = BackendOperationDispatcher.dispatch


def refuse_messages() -> None:
    """Take no message from a page but those that the guide's pages send."""

    def handle(session: AppSession, message: Any) -> None:
        if message.WhichOneof("type") in _MESSAGES:
            _handle_message(session, message)

    async def dispatch(
        dispatcher: BackendOperationDispatcher, request: BackendOperationRequest, session_id: str
    ) -> BackendOperationResponse:
        if request.WhichOneof("payload") != "deferred_file":
            return BackendOperationResponse(request_id=request.request_id, error_msg="refused")
        return await _dispatch(dispatcher, request, session_id)

    AppSession.handle_backmsg = handle  # type: ignore[method-assign, assignment]  # as said above
    BackendOperationDispatcher.dispatch = dispatch  # type: ignore[method-assign, assignment]  # as said above


async def draw_again(session: str) -> None:
    """Draw a session once more. A run that begins throws away what was not yet sent, so that goes first."""
    while (info := Runtime.instance()._session_mgr.get_active_session_info(session)) is not None:  # noqa: SLF001 - as above
        if info.session._browser_queue.is_empty():  # noqa: SLF001 - as said above
            # The same page and the same widgets, as Streamlit does it where a program has changed.
            info.session.request_rerun(info.session._client_state)  # noqa: SLF001 - as said above
            return
        await asyncio.sleep(0.05)
