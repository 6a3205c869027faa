"""The kind `body_areas`: pick areas of the body, from the figure or from the list beside it."""

from typing import Literal

from logic.content.kinds.answer import Answer
from logic.content.kinds.question import Choice
from logic.content.kinds.ticks import TicksQuestion


class BodyAreas(TicksQuestion):
    """A question whose choices are areas of the body."""

    kind: Literal["body_areas"] = "body_areas"

    def areas(self, answer: Answer | None) -> tuple[Choice, ...]:
        """Return the areas that were picked, from head to foot as the guide has them."""
        ticked = self.ticked(answer)
        return tuple(choice for choice in self.choices if choice.id in ticked)
