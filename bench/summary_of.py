"""The summary of a save file, as the parts of the benchmark print it."""

from functools import cache
from pathlib import Path

from logic.__main__ import SHIPPED
from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.content.content import Content
from logic.content.loading.load import load
from logic.files.open_file import open_file
from logic.outputs.document import Document
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import Summary, summarise
from tests.builders import SAVED_AT


@cache
def shipped() -> Content:
    """Return the content of the guide."""
    content, _ = load(SHIPPED)
    if content is None:
        raise RuntimeError("The guide has problems: scripts/guide check")
    return content


def answers(file: Path) -> Answers:
    """Return the answers of a save file."""
    opened = open_file(shipped(), file.read_bytes())
    if opened.answers is None:
        raise RuntimeError(f"{file} cannot be opened: {opened.refusal}")
    return opened.answers


def summary(given: Answers) -> Summary:
    """Return the summary of these answers."""
    return summarise(journey(shipped(), given), SAVED_AT.date())


def document(file: Path) -> Document:
    """Return the document that is printed of a save file."""
    return lay_out(summary(answers(file)))
