"""The document as HTML: a page of its own to keep and print, and the same blocks for the screen."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from logic.outputs.document import Block, Document
from logic.outputs.drawing import body_svg, charts_svg

_FOLDER = Path(__file__).parent / "web"
_NARROW = "@media (max-width: 34rem)"


def render(document: Document, *, large: bool = False) -> str:
    """Return a whole page that needs no other file and makes no request; in large print, of 18 points or more."""
    # Large letters leave as little room for columns as a phone does.
    style = block_style().replace(_NARROW, "@media all") if large else block_style()
    return (
        templates().get_template("page.html.jinja").render(document=document, style=style + _page_style(), large=large)
    )


def blocks(items: Iterable[Block]) -> str:
    """Return a few blocks for the screen. All text in them is escaped."""
    return f'<div class="summary">{templates().get_template("blocks.html.jinja").render(blocks=items)}</div>'


@cache
def block_style() -> str:
    """Return the style sheet of the blocks, which the screen uses too."""
    return (_FOLDER / "blocks.css").read_text(encoding="utf-8")


@cache
def _page_style() -> str:
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


@cache
def templates() -> Environment:
    """Return the templates of `web/`. Whatever they are given is escaped."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["kind"] = lambda block: type(block).__name__
    made.filters["svg"] = charts_svg.render
    made.filters["address"] = body_svg.address
    return made
