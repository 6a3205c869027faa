"""Parts of a document as the narrative of FHIR: the little of XHTML that it allows, with every text escaped."""

from collections.abc import Iterable
from html import escape
from typing import assert_never

from logic.content.clean_text import clean
from logic.outputs.document import Block, BodyFigure, Bullets, Lines, Paragraph, Table
from logic.summary.charts import Chart

Narrative = dict[str, str]


def narrative(blocks: Iterable[Block]) -> Narrative:
    """Return a narrative that says all that the blocks say."""
    inside = "".join(_block(block) for block in blocks)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'}


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_text(block.text)}</p>"
        case Lines():
            items = (f"<dt>{_text(item.label)}</dt><dd>{_text(item.value)}</dd>" for item in block.items)
            return f"<dl>{''.join(items)}</dl>"
        case Bullets():
            items = (_text("\n".join(filter(None, (item.text, item.note)))) for item in block.items)
            return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
        case Chart():
            return f"<p>{_text(block.title)}</p><p>{_text(block.alt)}</p>"
        case BodyFigure():
            # Lines beside it name the same areas, and a narrative holds no drawing.
            return ""
        case Table():
            return _table(block)
        case _ as never:
            assert_never(never)


def _table(table: Table) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{_text(chr(10).join(cell))}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{_text(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br/>")
