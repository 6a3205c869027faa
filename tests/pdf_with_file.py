"""A PDF with a save file inside, and the same after somebody worked on it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf

from logic.answers.answers import Answers
from logic.files.open_pdf import open_any
from logic.files.save_file import save
from logic.outputs.document import Document
from logic.outputs.drawing.pdf import Attachment, render
from tests.builders import SAVED_AT, small

MADE = datetime(2026, 11, 21, tzinfo=UTC)
SAID = Answers({"who": "me", "first-name": "Kim", "hours": 5})
OURS = save(small(), SAID, SAVED_AT)
PLAIN = Document("Summary", "en", (), (), "Kim", "Page {page} of {pages}")


@cache
def with_file(text: str = OURS) -> bytes:
    """A PDF with one file inside."""
    return render(PLAIN, made=MADE, attachment=Attachment("my-answers.json", text, "The answers.")).data


@cache
def without_file() -> bytes:
    """A PDF with no file inside."""
    return render(PLAIN, made=MADE).data


def changed(change: Callable[[pikepdf.Pdf], object], data: bytes | None = None, **how: object) -> bytes:
    """A PDF after somebody worked on it."""
    with pikepdf.open(BytesIO(data or with_file())) as file:
        change(file)
        out = BytesIO()
        file.save(out, **how)  # type: ignore[arg-type]  # any of pikepdf's own options
        return out.getvalue()


def attach(file: pikepdf.Pdf, name: str, data: bytes) -> None:
    """Attach a file as other programs do: in the tree of names alone."""
    about = {"description": "", "mime_type": "", "creation_date": "", "mod_date": ""}
    file.attachments[name] = pikepdf.AttachedFileSpec(file, data, filename=name, **about)


def refusal(data: bytes) -> str | None:
    """Why a file is not opened, None where it is."""
    return open_any(small(), data).refusal
