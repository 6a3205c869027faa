"""Files for download: made in fair turns, kept for the one session that asked, under an address that nobody guesses.

Streamlit makes the address of a file from what is in it, so that whoever knew the answers knew the address; any
session could have any other's file made; and all that was being made went through the same six threads.
"""

import asyncio
import logging
from collections import deque

from ui.server import streamlit_messages as streamlit
from ui.server.printing.printing import File, Printing, printed
from ui.server.printing.process import MakerProcess
from ui.server.printing.turns import Busy, Turns, beside

MOST_KEPT = 6
"""Files kept for one session: one for each button. The oldest goes when there is one more."""

_log = logging.getLogger(__name__)


class Downloads:
    """The files of all sessions of this process, and the program that makes PDFs."""

    def __init__(self) -> None:
        self.maker = MakerProcess()
        self._turns = Turns()
        self._kept: dict[str, deque[str]] = {}
        self._making: dict[str, object] = {}
        self._waiting: dict[tuple[str, str], asyncio.Future[str | None]] = {}

    async def fetch(self, button: str, session: str) -> str | None:
        """Return the address of the file that a button stands for, None where there is none for this session.

        Whoever presses again while the file still waits for its turn gets that one, not another.
        """
        if (waiting := self._waiting.get((button, session))) is not None:
            return await asyncio.shield(waiting)
        waiting = self._waiting[button, session] = asyncio.get_running_loop().create_future()
        address = None
        try:
            async with self._turns.of(session):
                # From here on something may be chosen that is not in this file, and a press asks for another.
                del self._waiting[button, session]
                address = await self._fetched(button, session)
        except Busy:
            return None
        except Exception:  # noqa: BLE001 - the page must have an answer, whatever it is
            _log.exception("A file was not made")
            return None
        finally:
            if self._waiting.get((button, session)) is waiting:
                del self._waiting[button, session]
            waiting.set_result(address)
        return address

    async def _fetched(self, button: str, session: str) -> str | None:
        asked = streamlit.asked_for(button, session)
        if asked is None:
            return None
        self._making[session] = making = object()
        # What was chosen just before may still be on its way into the session, and decides what is in the file.
        await streamlit.until_idle(session)
        made = await beside(asked.make)
        if isinstance(made, Printing):
            file = await printed(made, self.maker, self._turns)
        else:
            file = File(made, asked.name, asked.media_type)
        if self._making.pop(session, None) is not making:
            # The answers were deleted meanwhile, and no file is made of them.
            return None
        if isinstance(made, Printing) and made.tell(file.notice):
            # The answer to the page is handed over by the task that runs now, before that.
            asyncio.get_running_loop().call_soon(streamlit.draw_again, session)
        return self._keep(session, file)

    def _keep(self, session: str, file: File) -> str:
        # The sweep takes files one by one; a session that has none left has ended, or asks for the first one.
        self._kept = {who: names for who, names in self._kept.items() if any(map(streamlit.is_kept, names))}
        kept = self._kept.setdefault(session, deque())
        if len(kept) == MOST_KEPT:
            streamlit.end_file(kept.popleft())
        name, address = streamlit.keep_file(file.data, file.name, file.media_type)
        kept.append(name)
        return address

    def forget(self, session: str) -> None:
        """End every address of the session, at once, and whatever is in the making for it."""
        if not streamlit.has_server():
            return
        self._making.pop(session, None)
        for name in self._kept.pop(session, ()):
            streamlit.end_file(name)
        streamlit.end_buttons(session)


downloads = Downloads()
