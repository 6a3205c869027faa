"""The figure of a body as the data that `template/figure.typ` draws in the PDF: outlines, and words made printable."""

from collections.abc import Callable

from logic.content.body import HEIGHT, VIEWS, WIDTH, Outline
from logic.outputs.document import BodyFigure

Json = dict[str, object]


def data(figure: BodyFigure, say: Callable[[str], object]) -> Json:
    """Return each view with its areas, the marked ones told apart."""
    return {
        "kind": "figure",
        "alt": say(figure.alt),
        "width": WIDTH,
        "height": HEIGHT,
        "views": [
            {
                "name": say(caption.name),
                "left": say(caption.left),
                "right": say(caption.right),
                "head": _outline(view.head),
                "lines": view.lines,
                "areas": [
                    {"area": place.area, "marked": place.area in figure.marked, **_outline(place.outline)}
                    for place in view.places
                ],
            }
            for view, caption in zip(VIEWS, figure.captions, strict=True)
        ],
    }


def _outline(outline: Outline) -> Json:
    return {"start": outline.start, "curves": outline.curves}
