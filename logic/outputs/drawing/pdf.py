"""A document as PDF: tagged for assistive technology (PDF/UA-1) and made to last (PDF/A-2a; 3a with a file inside).

The template in `template/` decides how it looks. It is handed the document as one JSON string, so
nothing that a person typed is ever read as markup.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Literal, assert_never

import pikepdf
import typst
from pikepdf import Name, String

from logic.outputs.document import Block, BodyFigure, Bullets, Document, Lines, Paragraph, Part, Table
from logic.outputs.drawing import body_typst, charts_typst
from logic.outputs.drawing.fonts import SHIPPED, Family, fonts, shipped
from logic.outputs.drawing.pdf_size import LARGEST, WORDS, TooLong, size
from logic.outputs.drawing.printable import printable
from logic.summary.charts import Chart

Paper = Literal["a4", "us-letter", "a4-large", "us-letter-large"]
"""What it is printed on, and whether in large print: no letter smaller than 18 points."""

Json = dict[str, object]
Say = Callable[[str], object]

TEMPLATE = Path(__file__).parent / "template"


@dataclass(frozen=True)
class Attachment:
    """A file that goes along inside the PDF, as text, with a line on what it is."""

    name: str
    text: str
    about: str


@dataclass(frozen=True)
class Pdf:
    """The file, and the passages in it that a mark stands for because no font has them."""

    data: bytes
    replaced: tuple[str, ...]


def render(document: Document, *, paper: Paper = "a4", made: datetime, attachment: Attachment | None = None) -> Pdf:
    """The document on paper; the same document, paper, time and attachment give the same bytes.

    Raises TooLong where setting it would take too much time and memory.
    """
    if size(document) > LARGEST:
        raise TooLong
    # A font may turn out unfit for some text. With fewer there are more marks, but there is always a file.
    with suppress(typst.TypstError):
        return _render(document, paper, made, shipped(), attachment)
    return _render(document, paper, made, shipped()[:1], attachment)


def unprintable(document: Document) -> tuple[str, ...]:
    """The passages that a mark will stand for, told before the file is made."""
    texts: list[str] = []
    _data(document, texts.append)
    return tuple(dict.fromkeys(lost for text in texts for lost in printable(text, shipped()).replaced))


def first_page_fits(document: Document, *, paper: Paper = "a4", made: datetime) -> bool:
    """Whether all that comes before the first new page is on one page."""
    opening = tuple(takewhile(lambda part: not part.new_page, document.parts))
    # What breaks the page stays, as a heading alone: without it there is no first page to be set in a size that fits.
    following = tuple(replace(part, blocks=()) for part in document.parts[len(opening) :][:1])
    shortened = replace(document, parts=(*opening, *following))
    with pikepdf.open(BytesIO(render(shortened, paper=paper, made=made).data)) as pdf:
        return len(pdf.pages) == 1 + len(following)


def _render(
    document: Document, paper: Paper, made: datetime, families: tuple[Family, ...], attachment: Attachment | None
) -> Pdf:
    replaced: dict[str, None] = {}

    def say(text: str) -> list[Json]:
        shown = printable(text, families)
        replaced.update(dict.fromkeys(shown.replaced))
        return _lines(shown.text)

    data = _data(document, say) | {"fonts": SHIPPED, "attachment": attachment and vars(attachment)}
    written = typst.compile(
        str(TEMPLATE / "main.typ"),
        root=str(TEMPLATE),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data), "paper": paper},
        pdf_standards=["ua-1", "a-3a" if attachment else "a-2a"],
        timestamp=int((made if made.tzinfo else made.replace(tzinfo=UTC)).timestamp()),
    )
    return Pdf(_with_tags_mended(written), tuple(replaced))


def _data(document: Document, say: Say) -> Json:
    parts = document.parts
    language, _, rest = document.language.partition("-")
    return {
        "lang": language.lower(),
        "region": next((tag.upper() for tag in rest.split("-") if len(tag) == 2), None),
        "title": say(document.title),
        "opening": [_block(block, say) for block in document.opening],
        "parts": _parts(parts, say),
        "shorter": [
            {"opening": [_block(block, say) for block in first.opening], "parts": _parts(first.parts, say)}
            for first in document.shorter
        ],
        "footer": say(document.footer),
        "page_label": say(document.page_label),
    }


def _parts(parts: tuple[Part, ...], say: Say) -> list[Json]:
    return [_part(part, say, under=parts[:place]) for place, part in enumerate(parts)]


def _part(part: Part, say: Say, *, under: tuple[Part, ...]) -> Json:
    return {
        "heading": say(part.heading),
        # Straight under the title, level 3 would skip a level, and a reader by ear would look for it.
        "level": part.level if any(above.level == 2 for above in under) else 2,
        "new_page": part.new_page,
        "half": part.half,
        "beside": part.beside,
        "blocks": [_block(block, say) for block in part.blocks],
    }


def _block(block: Block, say: Say) -> Json:
    match block:
        case Paragraph(text, tone):
            return {"kind": "paragraph", "tone": tone, "text": say(text)}
        case Lines(items, compact):
            rows = [{"label": say(row.label), "value": say(row.value), "quiet": row.quiet} for row in items]
            return {"kind": "lines", "items": rows, "compact": compact}
        case Bullets(items, boxes):
            bullets = [{"text": say(item.text), "note": say(item.note)} for item in items]
            return {"kind": "bullets", "items": bullets, "boxes": boxes}
        case Chart():
            return charts_typst.data(block, say)
        case BodyFigure():
            return body_typst.data(block, say)
        case Table(caption, header, rows):
            if any(len(row) != len(header) for row in rows):
                raise ValueError(f"The table {caption!r} has rows of unequal length.")
            cells = [[[say(text) for text in cell] for cell in row] for row in rows]
            return {"kind": "table", "caption": say(caption), "header": [say(text) for text in header], "rows": cells}
        case _ as never:
            assert_never(never)


def _lines(text: str) -> list[Json]:
    """Each line with its direction and the length of its longest word; at most one empty line in a row."""
    lines = re.sub(r"\n\s*\n", "\n\n", text.strip()).split("\n") if text.strip() else []
    return [
        {"text": line.strip(), "dir": _direction(line), "longest": max(map(len, WORDS.findall(line)), default=0)}
        for line in lines
    ]


def _direction(line: str) -> str | None:
    """The direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(character) for character in line)
    return next(({"L": "ltr"}.get(kind, "rtl") for kind in kinds if kind in ("L", "R", "AL")), None)


def _with_tags_mended(data: bytes) -> bytes:
    """The file with the two things said in its tags that typst has no words for yet.

    The first cell of a table's row is that row's header. The labels of lines are not a numbering.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        for tag in _tags(tree):
            if tag.S == "/Table":
                _mark_row_headers(tag, pikepdf.NameTree(tree.IDTree))
            elif tag.S == "/L" and tag.A[0].ListNumbering == "/Decimal":
                tag.A[0].ListNumbering = Name("/None")
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _mark_row_headers(table: pikepdf.Object, ids: pikepdf.NameTree) -> None:
    rows = [row for group in _elements(table) if group.S == "/TBody" for row in _elements(group)]
    for number, row in enumerate(rows, 1):
        header, *cells = _elements(row)
        # Typst names each column's header, so a name under the first of them is this table's own.
        name = f"{header.A[0].Headers[0]}-row{number}"
        header.S, header.A[0].Scope, header.ID = Name.TH, Name.Row, String(name)
        ids[name] = header
        for cell in cells:
            cell.A[0].Headers.append(header.ID)


def _tags(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _elements(tag):
        yield kid
        yield from _tags(kid)


def _elements(tag: pikepdf.Object) -> list[pikepdf.Object]:
    """The tags inside a tag, without the text and the annotations in it."""
    return [kid for kid in tag.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
