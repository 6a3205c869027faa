"""The look of every screen, as one style sheet, and what the first page needs of it."""

from pathlib import Path

from logic.outputs.drawing import web_page
from ui.server.first_page import Words
from ui.server.streamlit_page import filled
from ui.session.guide_content import content, say

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "static" / "fonts"
# Streamlit serves ui/static under this address.
_FONT_ADDRESS = "./app/static/fonts"


def css() -> str:
    """Return the style sheet, that of the blocks of a document included."""
    names = ("theme.css", "frame.css", "screens.css", "places.css", "voices.css", "notice.css", "paper.css")
    ours = ((_HERE / name).read_text(encoding="utf-8") for name in names)
    return filled("".join(ours)) + web_page.block_style()


def fonts() -> tuple[str, ...]:
    """Return the addresses of the letters that the first screen is written in."""
    return tuple(f"{_FONT_ADDRESS}/{file.name}" for file in sorted(_FONTS.glob("*.woff2")))


def words() -> Words:
    """Return what a person reads before the program has started."""
    return Words(
        title=content().guide.title,
        without_script=say("fault.no-script"),
        moment=say("fault.moment"),
        help=(say("help.title"), say("help.body"), say("help.not-here")),
        late=(say("fault.late"), say("fault.late-answers")),
    )
