"""The catalogue of properties: code, what it proves, and what to say where it does not hold.

The first letter of a code names the kind: N never advises, P paths, B balance, G reading grade.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from logic.answers.answers import Answers


@dataclass(frozen=True)
class Property:
    """One thing that is proved. `message` holds `{what}` where the finding goes."""

    code: str
    proves: str
    message: str


_PROPERTIES = (
    Property(
        "N001",
        "what documents say is the same whatever was answered, and all of it is shown",
        "What is shown of the documents is not what the content holds: {what}.",
    ),
    Property(
        "N002",
        "options have no order: turning them round turns the rows round and changes nothing else",
        "Changing the order of the options changes more than the order: {what}.",
    ),
    Property("N003", "no wording of advice in the content", "“{what}” is a wording of advice."),
    Property(
        "N004", "no wording of advice in any output of any path", "An output prints a wording of advice: “{what}”."
    ),
    Property(
        "N005",
        "an absolute is attributed, and beside what contradicts it or beside the silence of the others",
        "“{what}” stands alone: say whose word it is, and what the others say or that they are silent.",
    ),
    Property(
        "N006",
        "documents of one family are counted once, and no share of documents is told",
        "“{what}” is not the number of voices that speak on this: documents of one family are one voice.",
    ),
    Property(
        "N007", "what is not stated never reads as what does not happen", "Silence does not read as silence: “{what}”."
    ),
    Property(
        "N008",
        "the summary and the document have no field in which a verdict could stand",
        "The field {what} is not among those that hold what was said or what a document says.",
    ),
    Property(
        "N009",
        "no function puts options in an order or gives one a number",
        "The function {what} seems to weigh options.",
    ),
    Property("N010", "nothing in the content is set off from the rest", "“{what}” sets this off from the rest."),
    Property("N011", "every option is drawn alike", "An output draws the options of one row differently: {what}."),
    Property(
        "N012",
        "a disagreement is shown with all its sides, and nothing is averaged",
        "A disagreement is hidden or averaged: {what}.",
    ),
    Property(
        "N013",
        "a statement's words and its figure agree, and so do the numbers of a claim's two wordings",
        "The words and the figure of a statement differ: {what}.",
    ),
    Property(
        "N014",
        "an answer off the route appears in no output",
        "An answer to a question that is not asked shows: {what}.",
    ),
    Property("N015", "no word of praise or blame in the guide's own words", "“{what}” praises or blames."),
    Property(
        "P001",
        "from every screen of every path the end is reached, and Back leads the same way home",
        "The way through the screens breaks: {what}.",
    ),
    Property("P002", "every question is asked on some path", "No path asks “{what}”."),
    Property("P003", "no question is asked twice", "“{what}” is asked twice."),
    Property("P004", "every output can be made", "An output cannot be made: {what}."),
    Property(
        "P005", "a saved file opens again with the same answers", "A saved file does not come back as it was: {what}."
    ),
    Property(
        "P006",
        "past its date of review, every output says so; before it, none does",
        "The date of review is not told as it stands: {what}.",
    ),
    Property(
        "P007",
        "every output has the words for an emergency, the version and that it gives no advice",
        "An output lacks “{what}”.",
    ),
    Property(
        "B001",
        "what speaks for and against an option is within the band, or the content says why these numbers are not",
        "Out of the band without a reason: {what}.",
    ),
    Property(
        "B002",
        "a reason for imbalance is given only where there is one",
        "A reason is given, but nothing is out of the band: {what}.",
    ),
    Property(
        "B003",
        "good things and unwanted things are rows that take just the claims of that bearing, from every topic",
        "The comparison has no row “{what}” that takes all claims of its bearing and no others.",
    ),
    Property(
        "B004",
        "what a claim says and whether it counts for or against an option agree, by words of harm and of benefit",
        "The words do not bear out that this is {what}.",
    ),
    Property("G001", "no screen reads above the ceiling", "It reads above grade 8: {what}."),
    Property("G002", "no sentence is longer than 20 words", "This sentence has more than 20 words: {what}"),
    Property("G003", "the median screen reads at grade 6 or below", "The median screen reads above grade 6: {what}."),
)

PROPERTIES = {item.code: item for item in _PROPERTIES}


@dataclass(frozen=True)
class Breach:
    """One place where a property does not hold, with answers that show it where it takes some."""

    code: str
    where: str
    what: str
    answers: Answers | None = None

    def __str__(self) -> str:
        """Return the place, the code and what is wrong on one line."""
        return f"{self.where}: {self.code} {PROPERTIES[self.code].message.format(what=self.what)}"


def first_of_each(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Return the breaches without repetition of the same code and finding, in their order."""
    kept: dict[tuple[str, str, str], Breach] = {}
    for breach in breaches:
        kept.setdefault((breach.code, breach.where, breach.what), breach)
    return tuple(kept.values())
