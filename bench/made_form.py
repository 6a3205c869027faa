"""Questions made after one pattern, and the same as a form for pyxform, in its own terms."""

from dataclasses import dataclass

KINDS = ("one", "several", "number", "words", "one")
CHOICES = ("never", "now-and-then", "most-days", "every-day", "all-night")
EARLIER = 7
"""A question that hangs on another hangs on the one so many before it, if that has one choice."""


@dataclass(frozen=True)
class Made:
    """One question."""

    number: int

    @property
    def id(self) -> str:
        """Its name."""
        return f"made-{self.number}"

    @property
    def kind(self) -> str:
        """Its kind."""
        return KINDS[self.number % len(KINDS)]

    @property
    def hangs_on(self) -> str | None:
        """The question that has to be answered in one way for this one to be asked."""
        earlier = self.number - EARLIER
        return Made(earlier).id if earlier >= 0 and self.number % 3 == 0 and Made(earlier).kind == "one" else None


def xlsform(count: int) -> dict[str, list[dict[str, str]]]:
    """Return the same questions as the sheets of an XLSForm."""
    kinds = {"one": "select_one often", "several": "select_multiple often", "number": "integer", "words": "text"}
    survey = []
    for made in map(Made, range(count)):
        row = {
            "type": kinds[made.kind],
            "name": made.id,
            "label": f"How is it with thing {made.number} on a usual day?",
            "hint": "Think of the past two weeks. A rough guess is enough.",
        }
        if made.hangs_on:
            row["relevant"] = f"${{{made.hangs_on}}} = 'most-days'"
        if made.kind == "number":
            row["constraint"] = ". >= 0 and . <= 1440"
        survey.append(row)
    choices = [{"list_name": "often", "name": name, "label": name.replace("-", " ").capitalize()} for name in CHOICES]
    return {"survey": survey, "choices": choices, "settings": [{"form_title": "Made", "form_id": "made"}]}
