"""The kind `several`: pick any number of choices."""

from typing import Literal

from logic.content.kinds.ticks import TicksQuestion


class Several(TicksQuestion):
    """A question with a list to tick."""

    kind: Literal["several"] = "several"
