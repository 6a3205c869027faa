"""The files of a session: whatever was typed there is one, at an address that is nobody else's."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from tests.hostile import PERSONA
from tests.server_process import Server, children
from tests.visitor import fetch, visit
from ui.session.guide_content import say


def answers(**more: object) -> str:
    record = json.loads(PERSONA.read_text(encoding="utf-8"))
    return json.dumps(record | more)


def own_questions(*texts: str) -> str:
    return answers(questions_to_ask={"kept": [], "dropped": [], "own": texts})


@contextmanager
def makers_standing_still(server: Server) -> Iterator[None]:
    """Stop what makes PDFs until all in the block is done, as if each took long."""
    makers = children(server.process.pid)
    for maker in makers:
        os.kill(maker, signal.SIGSTOP)
    try:
        yield
    finally:
        for maker in makers:
            os.kill(maker, signal.SIGCONT)


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


def test_a_file_in_the_making_is_thrown_away_when_the_answers_are_deleted(server: Server) -> None:
    """It was asked for before, and would be there after. The maker stands still meanwhile, as if it took long."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")
        with makers_standing_still(server):
            asked = person.ask_for(person.deferred("file-pdf"))
            person.run(person.button("forget"))
        answer = person.answer(asked)

        assert (answer.deferred_file.url, answer.error_msg) == ("", "not made")


def test_an_impatient_hand_gets_one_file_more_than_the_one_in_the_making(server: Server) -> None:
    """Twelve presses once meant eight files, one after the other, and four answers that there is none."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")
        with makers_standing_still(server):
            presses = [person.ask_for(person.deferred("file-pdf"))]
            # What is sent is handled in turn: once the page has run, the file is in the making.
            person.run(page="summary")
            presses += [person.ask_for(person.deferred("file-pdf")) for _ in range(11)]
            person.run(page="summary")
        files = [person.fetched(person.answer(asked)) for asked in presses]

        assert all(data.startswith(b"%PDF") for _, data, _ in files)
        assert len({address for address, _, _ in files}) == 2


def test_only_the_last_few_files_of_a_session_are_kept(server: Server) -> None:
    """Pressing a button a hundred times fills no memory."""
    with visit(server) as person:
        person.put(answers())
        person.run(page="summary")
        addresses = [person.download("file-save")[0] for _ in range(7)]

        assert [fetch(server, address)[0] for address in addresses] == [404, *[200] * 6]
