"""The areas of the body that were chosen, as a block: a figure seen from the front and from the back."""

from logic.content.body import AREAS, VIEWS
from logic.content.content import Content
from logic.outputs.document import BodyFigure, Caption


def figure_of(content: Content, label: str, areas: tuple[tuple[str, str], ...]) -> BodyFigure | None:
    """Return the figure with the areas, by id and label, marked; None where none of them can be drawn."""
    drawn = tuple((area, name) for area, name in areas if area in AREAS)
    if not drawn:
        return None
    say = content.say
    left, right = say("body-map.left"), say("body-map.right")
    captions = (
        Caption(say(f"body-map.{view.name}"), *((left, right) if view.left_first else (right, left))) for view in VIEWS
    )
    alt = say("body-map.alt", areas="; ".join(name for _, name in drawn))
    return BodyFigure(say("body-map.title", label=label), alt, tuple(captions), tuple(area for area, _ in drawn))
