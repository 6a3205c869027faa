"""What only a screen can show: what opens. All text in it is escaped."""

from collections.abc import Iterable
from functools import partial
from itertools import takewhile

from logic.content.content import Content
from logic.outputs.document import Document, Fold
from logic.outputs.drawing.web_page import templates
from logic.outputs.layouts.comparison import cell_in_words, passage_blocks, silence_sentence
from logic.summary.comparison import Grid


def folds(items: Iterable[Fold], *, opened: bool = False) -> str:
    """Return folds one below the other."""
    return templates().get_template("folds.html.jinja").render(folds=items, opened=opened)


def grid(content: Content, laid: Grid) -> str:
    """Return the grid as a table with the same markup for every option, and below it where but one is spoken of."""
    return (
        templates()
        .get_template("grid.html.jinja")
        .render(
            grid=laid,
            # Rows on which all options shown are silent are named in the sentences on silence.
            spoken=[row for row in laid.whole if any(cell.claims for cell in row.cells)],
            say=content.say,
            says=partial(cell_in_words, content),
            shown=partial(passage_blocks, content),
            silent=partial(silence_sentence, content),
        )
    )


def pages(document: Document, more: str) -> str:
    """Return the first page of a document, and the others behind a line that says `more`."""
    first = tuple(takewhile(lambda part: not part.new_page, document.parts))
    following = document.parts[len(first) :]
    return (
        templates()
        .get_template("pages.html.jinja")
        .render(document=document, first=first, following=following, more=more)
    )
