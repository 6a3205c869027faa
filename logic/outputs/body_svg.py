"""The figure of a body as SVG for the web page that a person keeps. It takes its colour from the text around it."""

from markupsafe import Markup, escape

from logic.body import HEIGHT, VIEWS, WIDTH, Outline, View
from logic.outputs.blocks import Caption, Figure

_GAP, _TOP = 14, 16
"""Between the views, and above them for their names."""


def render(figure: Figure) -> Markup:
    """Return one element whose title and description are the figure in words."""
    views = "".join(
        f'<g transform="translate({place * (WIDTH + _GAP)} {_TOP})">{_view(view, caption, figure.marked)}</g>'
        for place, (view, caption) in enumerate(zip(VIEWS, figure.captions, strict=True))
    )
    box = f"0 0 {len(VIEWS) * (WIDTH + _GAP) - _GAP} {HEIGHT + _TOP}"
    words = f"<title>{escape(figure.title)}</title><desc>{escape(figure.alt)}</desc>"
    # All that is written into it is escaped, or is a number.
    return Markup(f'<svg role="img" viewBox="{box}" fill="none" stroke="currentColor">{words}{views}</svg>')  # noqa: S704  # see the line above


def path(outline: Outline) -> str:
    """Return an outline as the data of a path."""
    x, y = outline.start
    curves = (" ".join(f"{x:g},{y:g}" for x, y in curve) for curve in outline.curves)
    return f"M{x:g},{y:g}" + "".join(f"C{curve}" for curve in curves) + "Z"


def head(view: View) -> str:
    """Return the head and what is drawn on it as the data of one path."""
    lines = ("M" + " ".join(f"{x:g},{y:g}" for x, y in line) for line in view.lines)
    return path(view.head) + "".join(lines)


def _view(view: View, caption: Caption, marked: tuple[str, ...]) -> str:
    areas = "".join(
        f'<path data-area="{place.area}" d="{path(place.outline)}"'
        + (' fill="currentColor" data-marked="true"/>' if place.area in marked else "/>")
        for place in view.places
    )
    words = (
        _words(caption.name, WIDTH / 2, "middle"),
        _words(caption.left, 0, "start", y=30),
        _words(caption.right, WIDTH, "end", y=30),
    )
    return "".join(words) + f'<path d="{head(view)}"/>{areas}'


def _words(text: str, x: float, anchor: str, y: int = -5) -> str:
    return f'<text x="{x:g}" y="{y}" text-anchor="{anchor}" fill="currentColor" stroke="none">{escape(text)}</text>'
