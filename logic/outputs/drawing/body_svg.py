"""The figure of a body as a picture of its own, in SVG, for the web page and the screen.

It stands in the page as an image whose data is in its address: Streamlit's `st.html` throws SVG away that
is written into the page itself.
"""

from base64 import b64encode
from html import escape

from logic.content.body import HEIGHT, VIEWS, WIDTH, Outline, View
from logic.outputs.document import BodyFigure, Caption

_GAP, _TOP = 14, 16
"""Between the views, and above them for their names."""


# An image hears of the colours around it only whether they are light or dark.
_COLOURS = "svg{color:#10202b}@media (prefers-color-scheme:dark){svg{color:#eef3f6}}"


def address(figure: BodyFigure) -> str:
    """Return the address of an image that holds the picture itself."""
    return f"data:image/svg+xml;base64,{b64encode(svg(figure).encode()).decode()}"


def svg(figure: BodyFigure) -> str:
    """Return the picture, whose title and description are the figure in words."""
    views = "".join(
        f'<g transform="translate({place * (WIDTH + _GAP)} {_TOP})">{_view(view, caption, figure.marked)}</g>'
        for place, (view, caption) in enumerate(zip(VIEWS, figure.captions, strict=True))
    )
    width, height = len(VIEWS) * (WIDTH + _GAP) - _GAP, HEIGHT + _TOP
    words = f"<title>{escape(figure.title)}</title><desc>{escape(figure.alt)}</desc>"
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12"'
    lines = 'fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {lines}>'
    return f"{opening}{words}<style>{_COLOURS}</style>{views}</svg>"


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
        _words(caption.left, 0, "start", y=12),
        _words(caption.right, WIDTH, "end", y=12),
    )
    return "".join(words) + f'<path d="{head(view)}"/>{areas}'


def _words(text: str, x: float, anchor: str, y: int = -5) -> str:
    place = f'x="{x:g}" y="{y}" text-anchor="{anchor}"'
    return f'<text {place} fill="currentColor" stroke="none">{escape(text)}</text>'
