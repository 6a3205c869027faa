"""Forget ended sessions in good time, and nobody's download too soon.

Streamlit holds a session for two minutes after its page was closed, in case the line is only broken. It then
counts as gone, but stays in memory until the next page is closed: on a quiet server, for days. A file that was
made for a download goes at the end of the next run but one of anybody's: on a busy server, before a slow phone
has fetched it. Here both go at fixed times: a session within 30 seconds of its end, a file 30 to 60 seconds
after nobody's page has it any more.
"""

import asyncio
import gc
import logging

from ui.server import streamlit_internals

EVERY_SECONDS = 30

_log = logging.getLogger(__name__)


class Forgetting:
    """The task that looks, for as long as the server runs."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look; called once, on the server's loop."""
        self._task = asyncio.create_task(forget_ended_sessions(), name=__name__)

    def stop(self) -> None:
        """End it with the server."""
        if self._task is not None:
            self._task.cancel()

    def goes_on(self) -> bool:
        """Whether it still looks. The health check asks: a server that forgets nobody is to be replaced."""
        return self._task is not None and not self._task.done()


async def forget_ended_sessions(every: float = EVERY_SECONDS) -> None:
    """Look again and again, for as long as the server runs, whatever goes wrong in between."""
    while True:
        await asyncio.sleep(every)
        try:
            forget_now()
        except Exception:  # noqa: BLE001 - whatever it is, the next look must come
            _log.exception("Ended sessions could not be looked for; the next look is in %s seconds.", every)


def forget_now() -> None:
    """Drop the sessions whose time is over, with what only they still refer to. One that fails stops no other."""
    for session in streamlit_internals.ended_sessions():
        try:
            streamlit_internals.forget(session)
        except Exception:  # noqa: BLE001 - whatever it is, the other sessions have ended too
            _log.exception("An ended session could not be forgotten in the usual way.")
    # Sessions refer to themselves, so counting references alone would keep them.
    gc.collect()
    streamlit_internals.remove_files()


forgetting = Forgetting()
