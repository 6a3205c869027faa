"""What a page may ask of Streamlit, and the files that it gets: the second half of `streamlit_internals`.

What of Streamlit's inside is gone by here stands in the list there, and is checked at start with all else.
"""

import asyncio
import itertools
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

try:
    from streamlit.navigation.page import StreamlitPage
    from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
    from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, DeferredFileResponsePayload
    from streamlit.runtime import Runtime, memory_media_file_storage
    from streamlit.runtime.app_session import AppSession
    from streamlit.runtime.backend_operation_handler import BackendOperationDispatcher, DeferredFileHandler
    from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
    from streamlit.runtime.media_file_storage import MediaFileKind
    from streamlit.runtime.scriptrunner import get_script_run_ctx
    from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
except ImportError as gone:
    raise SystemExit(f"Streamlit has changed: {gone}. See {__name__}.") from gone


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


def session_now() -> AppSession | None:
    """Return the same as Streamlit's own, None where its page has said nothing yet."""
    return _sessions.get(session_of_run())


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


_MOST_PLACES = 50
"""Only a page that floods the server names more before it is heard."""
_sessions: WeakValueDictionary[str, AppSession] = WeakValueDictionary()
_numbers = itertools.count(1)
_NUMBER = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_guide_message"
"""By this name each message tells the run that it begins its number, as the page tells what a control shows."""
_places_named: WeakKeyDictionary[AppSession, deque[tuple[int, str]]] = WeakKeyDictionary()
"""The places that a page has named since `places_named` last looked: by a hash, or before it knows any by address.

Each with the number of its message.
"""


def places_named(pages: Mapping[str, StreamlitPage]) -> Iterator[str]:
    """Yield in order the places that this session's page was at or was led to, up to the message that began this run.

    A run says less: Streamlit begins it with the newest of the messages that came before it could, and ends it early
    for the next. A link that was pressed just before something else was then forgotten. What the next message names is
    that one's run to take up: taken up by this one, it would seem to have come before the place that this one is at.
    """
    session, context = session_now(), get_script_run_ctx()
    if session is None or context is None:
        return
    names = {page._script_hash: name for name, page in pages.items()}  # noqa: SLF001 - as said above
    names |= {page.url_path: name for name, page in pages.items()}
    named = _places_named[session]
    begun_by = context.session_state._state._new_widget_state.get_serialized(_NUMBER)  # noqa: SLF001 - as said above
    while begun_by is not None and named and named[0][0] <= begun_by.int_value:
        if name := names.get(named.popleft()[1]):
            yield name


def refuse_messages() -> None:
    """Take no message from a page but those that the guide's pages send, and note for `places_named` what they name."""

    def handle(session: AppSession, message: Any) -> None:
        kind = message.WhichOneof("type")
        if kind == "rerun_script":
            _sessions[session.id] = session
            run = message.rerun_script
            number = next(_numbers)
            named = _places_named.setdefault(session, deque(maxlen=_MOST_PLACES))
            named.append((number, run.page_script_hash or run.page_name))
            run.widget_states.widgets.add(id=_NUMBER, int_value=number)
        if kind in _MESSAGES:
            _handle_message(session, message)

    async def dispatch(
        dispatcher: BackendOperationDispatcher, request: BackendOperationRequest, session_id: str
    ) -> BackendOperationResponse:
        if request.WhichOneof("payload") != "deferred_file":
            return BackendOperationResponse(request_id=request.request_id, error_msg="refused")
        return await _dispatch(dispatcher, request, session_id)

    AppSession.handle_backmsg = handle  # type: ignore[method-assign, assignment]  # as said above
    BackendOperationDispatcher.dispatch = dispatch  # type: ignore[method-assign, assignment]  # as said above


async def until_idle(session: str) -> None:
    """Wait until a session has taken in all that its page has sent by now."""
    while (here := _session(session)) and here._scriptrunner:  # noqa: ASYNC110, SLF001 - there is no event for it
        await asyncio.sleep(0.02)


def draw_again(session: str) -> None:
    """Draw a session once more, if it has not ended."""
    if (here := _session(session)) is not None:
        # The same page and the same widgets, as Streamlit does it where a program has changed.
        here.request_rerun(here._client_state)  # noqa: SLF001 - as said above


def _session(name: str) -> AppSession | None:
    info = Runtime.instance()._session_mgr.get_active_session_info(name)  # noqa: SLF001 - as said above
    return None if info is None else info.session
