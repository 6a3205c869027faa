"""What only a screen can show: a grid whose cells open, and folds. All text in it is escaped."""

from collections.abc import Iterable
from functools import partial

from logic.content.content import Content
from logic.outputs.document import Fold
from logic.outputs.drawing.web_page import templates
from logic.outputs.layouts.comparison import passage_blocks, silence_sentence
from logic.summary.comparison import Grid


def folds(items: Iterable[Fold], *, opened: bool = False) -> str:
    """Return folds one below the other."""
    return templates().get_template("folds.html.jinja").render(folds=items, opened=opened)


def grid(content: Content, laid: Grid, *, opened: bool = False) -> str:
    """Return the grid as a table with the same markup in every cell, and what is folded below it."""
    template = templates().get_template("grid.html.jinja")
    shown, silent = partial(passage_blocks, content), partial(silence_sentence, content)
    return template.render(grid=laid, say=content.say, opened=opened, shown=shown, silent=silent)
