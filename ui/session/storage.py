"""What one visit knows of the browser's storage; `ui.browser_store` keeps it up to date."""

import secrets
from dataclasses import dataclass, field

from logic.answers.answers import Answers
from logic.files import save_file
from logic.files.open_file import Opened
from ui.session.changed_lines import changed_lines
from ui.session.clock import now
from ui.session.guide_content import content

MOST_TOLD = 50
"""So many runs without a word of the page, and it is told all anew."""


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
    heard: int = 0
    """The last run whose answers the page has said it has."""
    _text: tuple[Answers, str] | None = None
    _told: dict[int, str] = field(default_factory=dict)
    """What the page was told of the answers, by the number of the run."""

    def text(self, answers: Answers) -> str:
        """Return the answers as a save file; the same text until they change."""
        if self._text is None or self._text[0] is not answers:
            self._text = (answers, save_file.save(content(), answers, now()))
        return self._text[1]

    def told(self, answers: Answers) -> str | dict[str, object]:
        """Return the answers as a save file, or what changed in it since a run that the page has heard."""
        text, before = self.text(answers), self._told.get(self.heard)
        if before is None or len(self._told) > MOST_TOLD:
            self._told = {self.run: text}
            return text
        self._told = {run: one for run, one in self._told.items() if run >= self.heard} | {self.run: text}
        return {"since": self.heard, "lines": changed_lines(before.split("\n"), text.split("\n"))}
