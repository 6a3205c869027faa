"""What one visit knows of the browser's storage; `ui.browser_store` keeps it up to date."""

import secrets
from dataclasses import dataclass, field

from logic.answers.answers import Answers
from logic.files import save_file
from logic.files.open_file import Opened
from ui.session.clock import now
from ui.session.guide_content import content


@dataclass
class Storage:
    """What is stored, as far as the browser has told."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    """Tells this visit from the one before a restart."""
    settled: bool = False
    """Whether what was stored has been read, or there is known to be nothing."""
    keep: bool | None = None
    """The person's choice: on this device, or until the tab closes. None until it is made."""
    run: int = 0
    answered: int = 0
    """The number of the last of the browser's messages that was answered."""
    applied: int = 0
    """The number of the last of the page's notes that the answers hold."""
    pressed: int = 0
    """The number of the last press that was heard: until a run that knows it is drawn, the page takes no other."""
    opened: Opened | None = None
    """What came back from the browser, until the person has seen what of it did not fit."""
    unplaced: tuple[str, ...] = ()
    """What was answered in another version of the guide and has no place in this one, until the person has seen it."""
    unread: bool = False
    """Whether what is stored could not be read, so that the browser leaves it alone."""
    deleted: bool = False
    """Whether this visit began with the answers being deleted, which Start then says."""
    over: bool = False
    """Whether the answers were deleted in this visit: it holds nothing from then on, and the page is loaded anew."""
    _text: tuple[Answers, str] | None = None

    def text(self, answers: Answers) -> str:
        """Return the answers as a save file; the same text until they change."""
        if self._text is None or self._text[0] is not answers:
            self._text = (answers, save_file.save(content(), answers, now()))
        return self._text[1]
