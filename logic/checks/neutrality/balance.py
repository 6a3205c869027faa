"""What stands for and against each option: claims counted, held within a band, and said where it is not.

Within one option the two sides may differ by a fifth or so: 0.8 to 1.25 in claims and in words, since
one claim in five is about as much as a reader would notice. Two grades of reading apart, one side
would be harder to take in than the other. What documents say is never trimmed to fit: outside the band
the content gives a reason, in the words that readers see too. Across options the figures are reported only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from logic.checks.breaches import Breach
from logic.checks.neutrality.emphasis import marks
from logic.checks.reading.grade import reading, words
from logic.content.content import Content
from logic.content.evidence import Option
from logic.summary.comparison import GridCell, all_options

GOOD, UNWANTED = "good-things", "unwanted-things"
"""The rows that every guide has: what speaks for an option, and what speaks against it."""

BAND = (0.8, 1.25)
GRADES = 2.0


@dataclass(frozen=True)
class Side:
    """One side of an option, as every document's claims on it put it."""

    claims: int
    words: int
    grade: float
    marks: int
    """Anything that sets words off from the rest."""


@dataclass(frozen=True)
class Balance:
    """Both sides of one option, and what is out of the band."""

    option: Option
    good: Side
    unwanted: Side
    outside: tuple[str, ...]


def balances(content: Content) -> tuple[Balance, ...]:
    """Return the balance of every option, none where a row is missing."""
    grid = all_options(content, (GOOD, UNWANTED))
    cells = {row.id: row.cells for row in grid.rows}
    if len(cells) < len((GOOD, UNWANTED)):
        return ()
    return tuple(_balance(content, *pair) for pair in zip(cells[GOOD], cells[UNWANTED], strict=True))


def balance_breaches(content: Content) -> Iterator[Breach]:
    """Find imbalance without a reason, a reason without imbalance, and a missing row."""
    known = {row.id: row for row in content.comparison.rows}
    for name, bearing in ((GOOD, "good"), (UNWANTED, "unwanted")):
        if name not in known or (known[name].topics, known[name].bearings) != ((), (bearing,)):
            yield Breach("B003", "rows", name)
    for item in balances(content):
        where = f"option {item.option.id}"
        counts, reason = (item.good.claims, item.unwanted.claims), item.option.unbalanced
        if item.outside and (reason is None or (reason.good, reason.unwanted) != counts):
            yield Breach("B001", where, "; ".join(item.outside))
        if reason and not item.outside:
            yield Breach("B002", where, reason.why)


def _balance(content: Content, good: GridCell, unwanted: GridCell) -> Balance:
    one, other = _side(content, good), _side(content, unwanted)
    return Balance(good.option, one, other, tuple(_outside(one, other)))


def _side(content: Content, cell: GridCell) -> Side:
    says = [cited.claim.says for cited in cell.claims]
    grade = reading(says, content.words.reading_exceptions).grade
    return Side(len(says), sum(len(words(text)) for text in says), grade, sum(len(tuple(marks(text))) for text in says))


def _outside(good: Side, unwanted: Side) -> Iterator[str]:
    for name in ("claims", "words"):
        one, other = getattr(good, name), getattr(unwanted, name)
        if one != other and not (other and BAND[0] <= one / other <= BAND[1]):
            yield f"{one} to {other} {name}"
    if good.claims and unwanted.claims and abs(good.grade - unwanted.grade) > GRADES:
        yield f"grade {good.grade} to grade {unwanted.grade}"
    if good.marks != unwanted.marks:
        yield f"{good.marks} to {unwanted.marks} marks"
