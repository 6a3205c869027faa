"""Forget ended sessions in good time, and nobody's download too soon.

Streamlit holds a session for two minutes after its page was closed, in case the line is only broken. It then
counts as gone, but stays in memory until the next page is closed: on a quiet server, for days. A file that was
made for a download goes at the end of the next run but one of anybody's: on a busy server, before a slow phone
has fetched it. Here both go at fixed times: a session within 30 seconds of its end, a file 30 to 60 seconds
after nobody's page has it any more.
"""

import asyncio
import gc

from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager

EVERY_SECONDS = 30

_remove_files = MediaFileManager.remove_orphaned_files


def install() -> None:
    """Take the removing of files over from the runs."""
    MediaFileManager.remove_orphaned_files = lambda _: None  # type: ignore[method-assign, assignment]  # as said above


async def forget_ended_sessions(every: float = EVERY_SECONDS) -> None:
    """Look again and again, for as long as the server runs."""
    while True:
        await asyncio.sleep(every)
        if Runtime.exists():
            forget_now()


def forget_now() -> None:
    """Drop the sessions whose time is over, with what only they still refer to."""
    runtime = Runtime.instance()
    # Nothing public does this; tests/browser/store/test_delete.py notices when these names go.
    ended = runtime._session_mgr._session_storage._cache  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    for _, info in ended.expire():
        info.session.shutdown()
        # The runtime's loop holds on to the session that it served last until another one comes.
        info.session.session_state.clear()
        info.session._client_state.Clear()  # noqa: SLF001 - as above
    # Sessions refer to themselves, so counting references alone would keep them.
    gc.collect()
    # The first time a file is marked, the second time it goes.
    _remove_files(runtime.media_file_mgr)
