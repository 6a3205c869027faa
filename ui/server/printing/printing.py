"""A PDF that is to be made, and what the person gets instead where it cannot be."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from logic.outputs.document import Document
from logic.outputs.drawing import text
from logic.outputs.drawing.pdf import Attachment, Paper
from logic.outputs.drawing.pdf_size import LARGEST, size
from ui.server.printing.process import MakerProcess, NotMade
from ui.server.printing.turns import Busy, Turns, beside

Say = Callable[[str], str]


@dataclass(frozen=True)
class File:
    """What the browser saves."""

    data: bytes
    name: str
    media_type: str
    notice: str = ""
    """The name of the words that say why it is no PDF."""


@dataclass(frozen=True)
class Around:
    """Another file that is made of the PDF, and holds it."""

    make: Callable[[bytes], bytes]
    suffix: str
    media_type: str


@dataclass(frozen=True)
class Printing:
    """What is asked for when the button of a PDF is pressed."""

    document: Document
    name: str
    """Of the file, without its ending."""
    made: datetime
    say: Say
    """The guide's words by their name."""
    tell: Callable[[str], bool]
    """Takes the name of the words that say why there is no PDF, empty where there is one; tells whether that is new."""
    paper: Paper = "a4"
    attachment: Attachment | None = None
    around: Around | None = None

    def job(self) -> bytes:
        """Return what the maker needs of it."""
        asked = {"document": self.document, "paper": self.paper, "made": self.made, "attachment": self.attachment}
        return pickle.dumps(asked)


async def printed(printing: Printing, maker: MakerProcess, turns: Turns) -> File:
    """Return the PDF when its turn has come, or the plain text with a sentence on why it is that."""
    weight = await beside(size, printing.document)
    if weight > LARGEST:
        return await beside(_instead, printing, "pdf.too-long")
    try:
        async with turns.lane(weight).turn():
            data = await maker.make(await beside(printing.job))
    except Busy:
        return await beside(_instead, printing, "pdf.busy")
    except NotMade:
        return await beside(_instead, printing, "pdf.failed")
    if printing.around is None:
        return File(data, f"{printing.name}.pdf", "application/pdf")
    whole = await beside(printing.around.make, data)
    return File(whole, f"{printing.name}.{printing.around.suffix}", printing.around.media_type)


def _instead(printing: Printing, reason: str) -> File:
    why = f"{printing.say(reason)} {printing.say('pdf.instead')}"
    return File(f"{why}\n\n{text.render(printing.document)}".encode(), f"{printing.name}.txt", "text/plain", reason)
