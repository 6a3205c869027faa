"""Messages that mean harm, drawn by a seed, against a server on which somebody else is at work.

The same seed sends the same messages in the same order. Whoever is at work presses a button now and then, and is
asked in the end for all that was answered.
"""

import http.client
import json
import random
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from logic.files.save_file import FORMAT, NUMBER
from tests.server_process import ROOT, Server
from tests.visitor import STORE, Over, Visitor, visit
from ui.parts.pages import NAMES

PERSONA = ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json"

TEXTS: tuple[Callable[[random.Random], str], ...] = (
    lambda _: "a" + "\u0301" * 4990,
    lambda _: "x" * 4990,
    lambda _: "ا" * 4990,
    lambda _: "a\n" * 2490,
    lambda _: "\u202e\u2066" * 2000,
    lambda _: "👩\u200d" * 2000,
    lambda _: "<script>alert(1)</script>" * 150,
    lambda _: "![x](http://elsewhere.example/a.png)" * 100,
    lambda _: '#eval(read("/etc/passwd"))' * 100,
    lambda _: "\ud800".encode(errors="replace").decode() * 4000,
    lambda _: "{{ 7 * 7 }} {% raw %}" * 100,
    lambda _: "\0\x1b[31m" * 1000,
    lambda chance: "".join(chr(chance.randrange(0x20, 0xD7FF)) for _ in range(2000)),
)


@dataclass
class Seen:
    """What the walk saw: how many messages, how long the bystander waited, and how much memory the server had."""

    messages: int = 0
    clicks: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def memory_of(server: Server) -> int:
    """Return the megabytes that the server's own process holds."""
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def record(chance: random.Random) -> dict[str, Any]:
    """Return a save file that is one only in its form."""
    texts = [chance.choice(TEXTS)(chance) for _ in range(chance.randrange(1, 30))]
    said = json.loads(PERSONA.read_text(encoding="utf-8"))["answers"]
    return {
        "format": {"name": FORMAT, "number": NUMBER},
        "answers": {
            name: chance.choice([value, texts[0], [texts[0]], 10**18, {}, None]) for name, value in said.items()
        },
        "concerns_added": [{"text": f"{number}{text}"} for number, text in enumerate(texts)],
        "questions_to_ask": {"own": [f"{number}{text}" for number, text in enumerate(texts)], "kept": texts},
        "observations": dict.fromkeys(said, texts[0]),
        "kept_aside": chance.choice([{}, {"answers": texts}, [1], {"kept_aside": {"answers": {}}}]),
    }


def widget(chance: random.Random, visitor: Visitor) -> WidgetState:
    """Return a value for a widget that is there, of whatever kind."""
    ids = [str(getattr(item, item.WhichOneof("type") or "empty")) for item in visitor.elements]
    found = [part.split('"')[1] for text in ids for part in text.split("\n") if part.startswith("id: ")]
    state = WidgetState(id=chance.choice([*found, "$$ID-none", ""]))
    text = chance.choice(TEXTS)(chance)
    kind = chance.choice(["trigger", "string", "json", "event", "int", "bool", "bytes"])
    match kind:
        case "trigger":
            state.trigger_value = True
        case "string":
            state.string_value = text
        case "json":
            state.json_value = chance.choice(
                ["{", "[]", "null", json.dumps({"noted": text}), json.dumps({"said": [text]})]
            )
        case "event":
            state.json_trigger_value = chance.choice(
                ["{", "null", json.dumps([{"event": "said", "value": {"kind": text}}])]
            )
        case "int":
            state.int_value = chance.randrange(-(2**62), 2**62)
        case "bool":
            state.bool_value = True
        case _:
            state.bytes_value = text.encode(errors="replace")
    return state


def attack(chance: random.Random, visitor: Visitor, victim: Visitor) -> None:
    """Send one hostile message of a kind drawn by chance, and wait where there is an answer to it."""
    kind = chance.choice(["bytes", "widgets", "file", "notes", "press", "steal", "kind", "page", "http"])
    match kind:
        case "bytes":
            visitor.line.send(chance.randbytes(chance.randrange(1, 5000)))
        case "widgets":
            visitor.run(*(widget(chance, visitor) for _ in range(chance.randrange(1, 10))), page=chance.choice(NAMES))
            visitor.widgets.clear()
        case "file":
            visitor.run(page="start")
            visitor.put(json.dumps(record(chance)))
        case "notes":
            notes = [
                {
                    "key": chance.choice(["answer-name", "answer-own-questions", "x"]),
                    "value": chance.choice(TEXTS)(chance),
                    "n": n,
                }
                for n in range(200)
            ]
            session = visitor.component_data(STORE)["session"]
            visitor.say("said", {"kind": "more", "number": chance.randrange(10**6), "session": session, "notes": notes})
        case "press":
            visitor.run(page="summary")
            for _ in range(chance.randrange(1, 12)):
                visitor.ask_for(visitor.deferred(chance.choice(["file-pdf", "file-html", "file-text", "file-save"])))
        case "steal":
            assert not visitor.answer(visitor.ask_for(victim.deferred("file-save"))).deferred_file.url
        case "kind":
            message = BackMsg()
            setattr(message, chance.choice(["clear_cache", "load_git_info", "set_run_on_save", "stop_script"]), True)
            visitor.send(message)
        case "page":
            visitor.run(page=chance.choice(["../..", "none", "\0", "a" * 5000]))
        case _:
            over_http(chance, visitor.server)


def over_http(chance: random.Random, server: Server) -> None:
    path = chance.choice(
        ["/_stcore/upload_file/a/b", "/_stcore/metrics", "/media/../a", "/%2e%2e/%2e%2e/etc/passwd", "/" + "a" * 3000]
    )
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=60)) as connection:
        connection.request(
            chance.choice(["GET", "PUT", "POST", "DELETE", "OPTIONS"]), path, b"x" * chance.choice([0, 10**6])
        )
        with connection.getresponse() as answer:
            assert answer.status >= 400


def walk(server: Server, seed: int, more: Callable[[Seen], bool]) -> Seen:
    """Send hostile messages for as long as there are to be more, with a bystander at work meanwhile."""
    chance, seen = random.Random(seed), Seen()  # noqa: S311 - the same seed sends the same messages
    with visit(server) as bystander:
        bystander.put(PERSONA.read_text(encoding="utf-8"))
        before = _answers_of(bystander)
        while more(seen):
            _some(chance, server, bystander, seen)
            seen.clicks.append(bystander.run(page="check"))
            seen.memory.append(memory_of(server))
            assert _answers_of(bystander) == before
    return seen


def _some(chance: random.Random, server: Server, bystander: Visitor, seen: Seen) -> None:
    """Open a page and send a few messages over it, until one of them ends it."""
    with ExitStack() as stack:
        try:
            visitor = stack.enter_context(visit(server))
            for _ in range(chance.randrange(1, 12)):
                seen.messages += 1
                attack(chance, visitor, bystander)
        except (WebSocketException, TimeoutError, StopIteration, ValueError, Over):
            # The server is free to close the line, and the page need not have what was to be pressed.
            pass


def _answers_of(bystander: Visitor) -> Any:
    bystander.run(page="summary")
    return json.loads(bystander.download("file-save")[1])["answers"]
