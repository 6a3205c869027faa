"""PDFs made beside the server: what goes wrong there ends nothing here, and nobody waits for another's long one."""

import asyncio
import json
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
from tests.server_process import ROOT, Server, serve
from tests.visitor import fetch, visit
from ui.server.printing.maker import MEMORY
from ui.server.printing.printing import Printing, printed
from ui.server.printing.process import MakerProcess, NotMade
from ui.server.printing.turns import MOST_OF_ONE, Busy, Lane, Turns
from ui.session.guide_content import say

MADE = datetime(2026, 11, 2, tzinfo=UTC)
# Joined letters are set anew at each place where the word could break.
SLOW = "ا" * 4900


@pytest.fixture
def maker() -> Iterator[MakerProcess]:
    made = MakerProcess()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("server")) as running:
        yield running


def document(*texts: str) -> Document:
    lines = Lines(tuple(Line("Said", text) for text in texts))
    return Document("Summary", "en", (), (Part("Answers", (lines,)),), "foot", "{page} of {pages}")


def asked(made: Document) -> Printing:
    return Printing(made, "summary", MADE, say, lambda _: False)


def job(made: Document) -> bytes:
    return asked(made).job()


def answers(**more: object) -> str:
    record = json.loads((ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json").read_text(encoding="utf-8"))
    return json.dumps(record | more)


def own_questions(*texts: str) -> str:
    return answers(questions_to_ask={"kept": [], "dropped": [], "own": texts})


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
    slow = document(*[SLOW[:2300]] * 2)
    assert size(slow) < LARGEST
    maker = MakerProcess(cpu_seconds=1)
    file = asyncio.run(printed(asked(slow), maker, Turns()))
    maker.stop()

    assert (file.name, file.media_type, file.notice) == ("summary.txt", "text/plain", "pdf.failed")
    assert file.data.decode().startswith(f"{say('pdf.failed')} {say('pdf.instead')}\n\nSummary")
    assert SLOW[:2300] in file.data.decode()


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


def test_a_light_document_does_not_wait_for_heavy_ones() -> None:
    """While one that is slow is in the making, one that is quick has its turn."""

    async def both() -> None:
        turns = Turns()
        async with turns.lane(LARGEST).turn(), turns.lane(1000).turn(patience=0):
            with pytest.raises(Busy):
                async with turns.lane(LARGEST).turn(patience=0):
                    pass

    asyncio.run(both())


def test_turns_come_in_the_order_of_asking() -> None:
    """Nobody is overtaken by whoever asks more often."""
    order = list[int]()

    async def one(lane: Lane, number: int) -> None:
        async with lane.turn():
            order.append(number)
            await asyncio.sleep(0)

    async def all_of_them() -> None:
        lane = Lane(1)
        await asyncio.gather(*(one(lane, number) for number in range(5)))

    asyncio.run(all_of_them())

    assert order == [0, 1, 2, 3, 4]


def test_a_person_has_one_file_in_the_making_and_a_few_waiting() -> None:
    """Whoever asks for more has no answer to wait for; somebody else is not concerned."""

    async def crowd() -> int:
        turns, begun, go_on = Turns(), list[int](), asyncio.Event()

        async def one() -> None:
            async with turns.of("me"):
                begun.append(1)
                await go_on.wait()

        waiting = [asyncio.create_task(one()) for _ in range(MOST_OF_ONE)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            async with turns.of("me"):
                pass
        async with turns.of("somebody else"):
            at_once = len(begun)
        go_on.set()
        await asyncio.gather(*waiting)
        async with turns.of("me"):
            return at_once

    assert asyncio.run(crowd()) == 1


def test_thousands_of_marks_on_letters_make_a_pdf_and_are_told_of(server: Server) -> None:
    """Twenty such texts once ended the process for everybody."""
    with visit(server) as person, visit(server) as bystander:
        person.put(own_questions(*(f"why {number} a" + "\u0301" * 4900 for number in range(20))))
        person.run(page="summary")
        _, data, headers = person.download("file-pdf")

        assert say("summary.overloaded") in person.texts()
        assert data.startswith(b"%PDF")
        assert headers["content-disposition"].endswith('.pdf"')
        bystander.run(page="summary")
        assert say("summary-page.empty-title") in bystander.texts()


def test_too_much_text_for_a_pdf_comes_as_plain_text_and_the_screen_says_so(server: Server) -> None:
    """The person has everything all the same, under a name that opens."""
    with visit(server) as person:
        person.put(own_questions(*(f"{number} " + "why\n" * 1200 for number in range(25))))
        person.run(page="summary")
        _, data, headers = person.download("file-pdf")
        person.until_drawn()

        assert headers["content-disposition"].endswith('.txt"')
        assert data.decode().startswith(say("pdf.too-long"))
        assert "24 why" in data.decode()
        assert say("pdf.instead-made") in person.texts()


def test_too_much_text_for_the_screen_is_in_the_files_and_the_screen_says_so(server: Server) -> None:
    """Hundreds of thousands of lines are not sent again at each press."""
    with visit(server) as person:
        person.put(own_questions(*("a\n" * 2400 + str(number) for number in range(60))))
        person.run(page="summary")

        assert say("summary-page.too-long") in person.texts()
        assert len(person.texts()) < 1_000_000
        assert b"59" in person.download("file-text")[1]


def test_equal_answers_have_unequal_addresses(server: Server) -> None:
    """Whoever knows what somebody said does not know where the file lies."""
    with visit(server) as one, visit(server) as other:
        addresses = set()
        for person in (one, other):
            person.put(answers())
            person.run(page="summary")
            addresses |= {person.download("file-save")[0], person.download("file-save")[0]}

        assert len(addresses) == 4
        assert all(len(address) > 64 for address in addresses)


def test_a_file_is_made_for_nobody_but_the_session_whose_button_it_is(server: Server) -> None:
    """Another session that names it is told nothing."""
    with visit(server) as one, visit(server) as other:
        one.put(answers())
        one.run(page="summary")
        other.ask_for(one.deferred("file-save"))

        assert other.fetched(other.answer()) == ("", b"", {})
        assert one.download("file-save")[1].startswith(b"{")


def test_deleting_the_answers_ends_every_address_at_once(server: Server) -> None:
    """Files that were made, and buttons that would make one, are gone in the same moment."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")
        address, data, _ = person.download("file-save")
        button = person.deferred("file-save")
        assert fetch(server, address)[:2] == (200, data)
        person.run(person.button("forget"))

        assert fetch(server, address)[0] == 404
        person.ask_for(button)
        assert person.fetched(person.answer())[0] == ""


def test_only_the_last_few_files_of_a_session_are_kept(server: Server) -> None:
    """Pressing a button a hundred times fills no memory."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")
        addresses = [person.download("file-save")[0] for _ in range(7)]

        assert [fetch(server, address)[0] for address in addresses] == [404, *[200] * 6]
