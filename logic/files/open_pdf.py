"""A save file taken out of a PDF of this guide: as hostile as any file until shown otherwise.

A PDF can be built to keep a reader busy or to unpack without end, so what qpdf may use is limited for the
whole process, and only the few objects on the way to an attachment are looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream
from pikepdf.settings import set_qpdf_limits

from logic.answers.answers import Answers
from logic.content.content import Content
from logic.files.open_file import Opened, Refusal, open_file
from logic.files.open_response import DEPTH, is_resource, open_response
from logic.files.read_json import read_json
from logic.files.save_file import LARGEST

LARGEST_PDF = 2_000_000
"""Bytes. A summary of a guide that is filled in to the brim, with its save file, takes under half of it."""

MOST = 20
"""Attachments, or branches of the tree that lists them; no summary has more than one."""

LARGEST_ALL = LARGEST + 100_000
"""Bytes of all attachments together; ours has one."""

_STREAM = 4 * LARGEST
"""Bytes that any one stream may unpack to."""

set_qpdf_limits(
    flate_max_memory=_STREAM,
    png_max_memory=_STREAM,
    tiff_max_memory=_STREAM,
    run_length_max_memory=_STREAM,
    max_stream_filters=2,
)

_BOM = b"\xef\xbb\xbf"
_HEAD, _END, _WITHIN = b"%PDF-", b"%%EOF", 1024
"""How a PDF begins and ends, and how far down viewers look for its beginning."""

# LZW is the one way of packing for which there is no limit. Ours has none of it.
_LZW = re.compile(rb"/(?:L|#4[Cc])(?:Z|#5[Aa])(?=W|#57)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Where the name of a filter stands elsewhere, it can be packed itself, and nobody sees it in time.
_FILTER_ELSEWHERE = re.compile(
    rb"/Filter[\0\t\n\f\r ]*(?:\[[\0\t\n\f\r ]*(?:/[^\0\t\n\f\r ()<>\[\]{}/%]*[\0\t\n\f\r ]*)*)?[\d%]"
)
_FAULTS = (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, ValueError, TypeError)


def open_any(content: Content, data: bytes) -> Opened:
    """Read a save file, the one inside a PDF, or a clinic's answers to our questionnaire. No bytes make it raise."""
    start = data.find(_HEAD, 0, _WITHIN)
    if start < 0 or data.removeprefix(_BOM).lstrip().startswith(b"{"):
        resource = read_json(data, LARGEST_PDF, DEPTH)
        if isinstance(resource, dict) and is_resource(resource):
            return open_response(content, resource)
        return _if_of_this_guide(content, open_file(content, data))
    found = _attached(data[start:])
    if isinstance(found, str):
        return Opened(None, refusal=found)
    opened = [open_file(content, item) for item in dict.fromkeys(found)]
    ours = [item for item in opened if item.answers is not None]
    if len(ours) == 1:
        return _if_of_this_guide(content, ours[0])
    # A file that is ours but cannot be read is told of as such; a letter or a picture is not.
    unread = [item for item in opened if item.refusal not in ("not-text", "not-json", "not-ours")]
    if ours or not unread:
        return Opened(None, refusal="pdf-several" if ours else "pdf-not-ours" if opened else "pdf-empty")
    return unread[0]


def _if_of_this_guide(content: Content, opened: Opened) -> Opened:
    """Refuse a file with answers to no question of this guide: another guide on this engine made it."""
    said = opened.answers
    if said is None or "answers" not in said.kept_aside or replace(said, kept_aside={}) != Answers():
        return opened
    aside = said.kept_aside["answers"]
    known = isinstance(aside, dict) and not content.questions.keys().isdisjoint(aside)
    return opened if known else Opened(None, refusal="other-guide")


def _attached(data: bytes) -> tuple[bytes, ...] | Refusal:
    if len(data) > LARGEST_PDF:
        return "too-large"
    if _FILTER_ELSEWHERE.search(_ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), data)):
        return "pdf-broken"
    # What is called otherwise cannot be unpacked; letters that are something else by chance are not read here.
    readable = _LZW.sub(lambda name: name[0][:-1] + b"X", _without_rest(data))
    try:
        with pikepdf.open(BytesIO(readable), attempt_recovery=False) as pdf:
            return _read(list(_streams(pdf.Root)))
    except pikepdf.PasswordError:
        return "pdf-locked"
    except _FAULTS:
        return "pdf-broken"


def _without_rest(data: bytes) -> bytes:
    """Return the PDF without what a mail program or a bad copy put after its end, where no objects are cut off."""
    end = data.rfind(_END) + len(_END)
    return data if b" obj" in data[end:] else data[:end] if end >= len(_END) else data


def _read(streams: list[Stream]) -> tuple[bytes, ...] | Refusal:
    if len(streams) > MOST:
        return "pdf-several"
    if any(_size(stream) > LARGEST for stream in streams):
        return "too-large"
    read: list[bytes] = []
    for stream in streams:
        read.append(stream.read_bytes())
        # Each of them is opened, so all together may be no more than a little over one that is whole.
        if sum(map(len, read)) > LARGEST_ALL:
            return "too-large"
    return tuple(read)


def _size(stream: Stream) -> int:
    """Return the size that a stream gives itself, which need not be true, or its size as packed."""
    size = _within(stream.get("/Params"), "/Size")
    return max(size if isinstance(size, int) else 0, len(stream.read_raw_bytes()))


def _streams(root: Object) -> Iterator[Stream]:
    """Yield each attached file once: those of the document, and those in the tree of names."""
    seen: set[tuple[int, int]] = set()
    for file in (*_items(_within(root, "/AF")), *_named(_within(_within(root, "/Names"), "/EmbeddedFiles"))):
        held = _within(file, "/EF")
        stream = _within(held, "/F") or _within(held, "/UF")
        if isinstance(stream, Stream) and stream.objgen not in seen:
            seen.add(stream.objgen)
            yield stream


def _named(tree: object) -> Iterator[object]:
    """Yield the files in a tree of names, of which a hostile one can have no end."""
    branches, looked_at = [tree], 0
    while branches and looked_at < MOST:
        branch, looked_at = branches.pop(0), looked_at + 1
        yield from _items(_within(branch, "/Names"))[1::2]
        branches += _items(_within(branch, "/Kids"))


def _items(value: object) -> list[Object]:
    return list(value)[: 4 * MOST] if isinstance(value, Array) else []


def _within(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, Dictionary | Stream) else None
