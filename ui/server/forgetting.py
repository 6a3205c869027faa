"""Forget ended sessions in good time.

Streamlit holds a session for two minutes after its page was closed, in case the line is only broken. It then
counts as gone, but stays in memory until the next page is closed: on a quiet server, for days.
"""

import asyncio
import gc

from streamlit.runtime import Runtime

EVERY_SECONDS = 30


async def forget_ended_sessions(every: float = EVERY_SECONDS) -> None:
    """Look again and again, for as long as the server runs."""
    while True:
        await asyncio.sleep(every)
        if Runtime.exists():
            forget_now()


def forget_now() -> None:
    """Drop the sessions whose time is over, with what only they still refer to."""
    # Nothing public does this; tests/browser/test_store_delete.py notices when these names go.
    ended = Runtime.instance()._session_mgr._session_storage._cache  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    # Asking for the length is what removes those that are over.
    before = len(ended._data)  # noqa: SLF001 - as above
    if len(ended) < before:
        # They refer to themselves, so counting references alone would keep them.
        gc.collect()
