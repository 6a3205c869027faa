"""PDFs made beside the server: what goes wrong there ends nothing here, and a person has the text all the same."""

import asyncio
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logic.outputs.document import Document, Line, Lines, Part
from logic.outputs.drawing import pdf
from logic.outputs.drawing.pdf_size import LARGEST, size
from tests.server_process import ROOT
from ui.server.printing.maker import MEMORY
from ui.server.printing.printing import Printing, printed
from ui.server.printing.process import MakerProcess, NotMade
from ui.server.printing.turns import Turns
from ui.session.guide_content import say

MADE = datetime(2026, 11, 2, tzinfo=UTC)
# Letters that are joined take long: these nearly two seconds of a processor.
SLOW = "بب " * 74_000


@pytest.fixture
def maker() -> Iterator[MakerProcess]:
    made = MakerProcess()
    yield made
    made.stop()


def document(*texts: str) -> Document:
    lines = Lines(tuple(Line("Said", text) for text in texts))
    return Document("Summary", "en", (), (Part("Answers", (lines,)),), "foot", "{page} of {pages}")


def asked(made: Document) -> Printing:
    return Printing(made, "summary", MADE, say, lambda _: False)


def job(made: Document) -> bytes:
    return asked(made).job()


def test_the_maker_makes_the_same_pdf_as_this_process(maker: MakerProcess) -> None:
    """The bytes do not depend on where they were made."""
    made = document("walking is hard", "بيت")

    assert asyncio.run(maker.make(job(made))) == pdf.render(made, made=MADE).data


def test_a_maker_that_was_killed_is_started_again(maker: MakerProcess) -> None:
    """Whoever asks next has a PDF all the same."""
    maker.start()
    assert maker.number
    os.kill(maker.number, signal.SIGKILL)

    assert asyncio.run(maker.make(job(document("sleep")))).startswith(b"%PDF")


def memory_of(process: int) -> bytes:
    """Return all that a process of ours can write to, as it stands."""
    maps = Path(f"/proc/{process}/maps").read_text(encoding="ascii", errors="replace").splitlines()
    spans = [line.split()[0].split("-") for line in maps if " rw" in line]
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        return b"".join(
            os.pread(memory.fileno(), int(end, 16) - int(start, 16), int(start, 16)) for start, end in spans
        )


def test_the_program_that_is_copied_holds_nothing_of_a_document_that_was_made(maker: MakerProcess) -> None:
    """A copy of it had the document, and is gone; what this program does know is found, so the search searches."""
    words = "My-Legs-Jump-4418"
    assert asyncio.run(maker.make(job(document(words)))).startswith(b"%PDF")
    assert maker.number
    held = memory_of(maker.number)

    assert b"RLIMIT_FSIZE" in held
    assert words.encode() not in held


@pytest.mark.parametrize("sent", [b"", b"no pickle", pickle.dumps({"document": "none"})])
def test_a_job_that_fails_is_not_made_and_the_next_one_is(maker: MakerProcess, sent: bytes) -> None:
    """One process a document: it ends alone."""

    async def both() -> bytes:
        with pytest.raises(NotMade):
            await maker.make(sent)
        return await maker.make(job(document("sleep")))

    maker.start()
    number = maker.number

    assert asyncio.run(both()).startswith(b"%PDF")
    assert maker.number == number


def test_a_document_that_takes_too_long_is_ended_and_comes_as_plain_text() -> None:
    """Small enough to be tried, it is stopped by the limit of processor time; the person has the text, and a reason."""
    slow = document(SLOW)
    assert size(slow) < LARGEST
    maker = MakerProcess(cpu_seconds=1)
    file = asyncio.run(printed(asked(slow), maker, Turns()))
    maker.stop()

    assert (file.name, file.media_type, file.notice) == ("summary.txt", "text/plain", "pdf.failed")
    assert file.data.decode().startswith(f"{say('pdf.failed')} {say('pdf.instead')}\n\nSummary")
    assert SLOW.strip() in " ".join(file.data.decode().split())


def test_a_document_that_is_too_long_comes_as_plain_text_and_is_not_tried(maker: MakerProcess) -> None:
    """Its size is known from its text."""
    file = asyncio.run(printed(asked(document("a\n" * (LARGEST // 25))), maker, Turns()))

    assert (file.name, file.notice) == ("summary.txt", "pdf.too-long")
    assert maker.number is None


def test_a_document_that_is_made_takes_back_what_was_told(maker: MakerProcess) -> None:
    """The sentence on the screen is about the PDF pressed last."""
    file = asyncio.run(printed(asked(document("sleep")), maker, Turns()))

    assert (file.name, file.media_type, file.notice) == ("summary.pdf", "application/pdf", "")
    assert file.data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("attempt", "ends"),
    [
        (f"bytearray({MEMORY + 50_000_000})", "MemoryError"),
        ("print(resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_FSIZE))", "(0, 0) (0, 0)"),
        ("print(resource.getrlimit(resource.RLIMIT_CPU))", "(5, 5)"),
        ("import tempfile; tempfile.TemporaryFile()", "No usable temporary directory"),
    ],
)
def test_a_copy_of_the_maker_can_take_no_more_than_its_share(attempt: str, ends: str) -> None:
    """Memory, processor time and files are limited by the system, whatever the typesetter does."""
    program = f"import resource, signal\nfrom ui.server.printing.maker import limit\nlimit(5)\n{attempt}"
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ends in ran.stdout + ran.stderr
