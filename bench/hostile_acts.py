"""What else a visitor can do to a server than to have much stored: files, presses, messages, pages by the hundred."""

import base64
import http.client
import json
import os
import random
import socket
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from functools import cache
from io import BytesIO

import pikepdf
from websockets.exceptions import WebSocketException

from bench.hostile_records import accepted, as_record
from logic.files.save_file import FORMAT, NUMBER
from tests.hostile import attack
from tests.server_process import Server
from tests.visitor import STORE, Visitor, visit
from ui.session.guide_content import content

Act = Callable[[Server, Visitor], object]

OWNER = next(question.id for question in content().questions.values() if question.takes_own_concerns)


@cache
def _heavy() -> str:
    """Return about the most that a PDF is still made of."""
    return as_record(accepted("walking is hard at night "))


def opened(make: Callable[[], bytes]) -> Act:
    """Return the opening of a file at Start."""

    def act(_: Server, person: Visitor) -> str:
        data = make()
        sent = {"name": "a.pdf", "base64": base64.b64encode(data).decode()}
        person.say("file", sent, "guide_file_opener")
        return f"{len(data):,} bytes looked at"

    return act


def with_attachments(count: int, data: Callable[[int], bytes]) -> bytes:
    """Return a PDF with files inside."""
    with pikepdf.new() as pdf:
        for number in range(count):
            about = {"description": "", "mime_type": "", "creation_date": "", "mod_date": ""}
            name = f"{number}.json"
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data(number), filename=name, **about)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def _questions(start: int) -> bytes:
    own = [f"{start} {number}" for number in range(3000)]
    record = {"format": {"name": FORMAT, "number": NUMBER}, "questions_to_ask": {"own": own}}
    return json.dumps(record).encode()


def many_presses(_: Server, person: Visitor) -> str:
    """Press the button of a heavy PDF twelve times without waiting."""
    person.put(_heavy())
    person.run(page="summary")
    pressed = [person.ask_for(person.deferred("file-pdf")) for number in range(12)]
    answers = [person.answer() for number in range(len(pressed))]
    return f"{sum(bool(answer.deferred_file.url) for answer in answers)} of 12 made"


def many_people(server: Server, person: Visitor) -> str:
    """Let twelve people press a heavy PDF at once, and then somebody a usual one."""
    with ExitStack() as stack:
        people = [stack.enter_context(visit(server)) for _ in range(12)]
        for one in people:
            one.put(_heavy())
            one.run(page="summary")
        person.put(as_record({}))
        person.run(page="summary")
        for one in people:
            one.ask_for(one.deferred("file-pdf"))
        data = person.download("file-pdf")[1]
    return f"another's PDF: {len(data):,} bytes"


def many_pages(server: Server, _: Visitor) -> str:
    """Open a hundred pages and keep them open."""
    with ExitStack() as stack:
        return f"{len([stack.enter_context(visit(server)) for _ in range(100)])} pages"


def upload(server: Server, _: Visitor) -> str:
    """Send 500 MB to where Streamlit takes files."""
    with socket.create_connection(("localhost", server.port), timeout=20) as line:
        line.sendall(b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000000\r\n\r\n")
        sent = 0
        with suppress(OSError):
            while sent < 500_000_000:
                sent += line.send(b"x" * 1_000_000)
        return f"refused after {sent:,} bytes"


def requests(server: Server, _: Visitor) -> str:
    """Ask two thousand times for what is not there, over one line."""
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=20)) as line:
        for number in range(2000):
            line.request("GET", f"/{'a' * 2000}{number}")
            with line.getresponse() as answer:
                answer.read()
    return "2,000 refusals"


def messages(make: Callable[[], bytes], count: int) -> Act:
    """Return the sending of bytes over the websocket, and a usual click after them."""

    def act(server: Server, person: Visitor) -> str:
        ended = 0
        with ExitStack() as stack:
            one = stack.enter_context(visit(server))
            for _ in range(count):
                try:
                    one.line.send(make())
                except WebSocketException:
                    ended += 1
                    one = stack.enter_context(visit(server))
            person.run(page="guide")
        return f"{count} messages, {ended} ended their page"

    return act


def notes(_: Server, person: Visitor) -> str:
    """Note 500 changes of 4,000 letters each in one message."""
    session = person.component_data(STORE)["session"]
    made = [{"key": "answer-own-questions", "value": f"{n}\n" * 800, "n": n} for n in range(500)]
    person.say("said", {"kind": "more", "number": 1, "session": session, "notes": made})
    return "500 notes"


def concerns(_: Server, person: Visitor) -> str:
    """Change 100 own concerns, all alike, fifty times: each line looks for the one that it was mended from."""
    session = person.component_data(STORE)["session"]
    lines = ["\n".join(f"{'ab' * 22}{n} {turn}" for n in range(100)) for turn in range(50)]
    made = [{"key": f"answer-{OWNER}-own", "value": text, "n": n} for n, text in enumerate(lines)]
    person.say("said", {"kind": "more", "number": 1, "session": session, "notes": made})
    return "50 notes"


def at_random(_: Server, person: Visitor) -> str:
    """Send sixty messages of every hostile kind, by a seed."""
    chance, sent = random.Random(12), 0  # noqa: S311 - the same seed sends the same messages
    with visit(person.server) as victim:
        victim.run(page="summary")
        while sent < 60:
            with suppress(WebSocketException, TimeoutError, StopIteration, ValueError), visit(person.server) as one:
                while sent < 60:
                    sent += 1
                    attack(chance, one, victim)
    return f"{sent} messages"


ACTS: dict[str, Act] = {
    "a heavy PDF pressed twelve times": many_presses,
    "twelve people press a heavy PDF": many_people,
    "a hundred pages opened": many_pages,
    "an upload of 500 MB": upload,
    "2,000 addresses that are not there": requests,
    "500 notes in a message": notes,
    "50 changes of 100 own concerns that are alike": concerns,
    "200 messages of random bytes": messages(lambda: os.urandom(5000), 200),
    "20 messages of 3 MB": messages(lambda: os.urandom(3_000_000), 20),
    "60 messages by chance": at_random,
    "a PDF with twenty files of 3,000 questions": opened(lambda: with_attachments(20, _questions)),
    "a PDF that unpacks to 300 MB": opened(lambda: with_attachments(1, lambda _: bytes(300_000_000))),
    "a PDF of nothing but names of filters": opened(lambda: b"%PDF-1.7\n" + b"/Filter[/a/a " * 75_000),
    "a file of nothing but brackets": opened(lambda: b"[" * 990_000),
    "a file of numbers without end": opened(lambda: b'{"a":[' + b"9" * 4000 + (b"," + b"9" * 4000) * 240 + b"]}"),
    "a file of random bytes": opened(lambda: os.urandom(990_000)),
}
