"""Every string that a document prints, in the order in which it is read."""

from logic.checks.texts import texts_of
from logic.outputs.document import (
    BodyFigure,
    Bullet,
    Bullets,
    Caption,
    Document,
    Line,
    Lines,
    Paragraph,
    Part,
    Table,
    with_texts,
)
from logic.summary.charts import Bar, Chart, ChartRow, Tick

BLOCKS = (
    Paragraph("one", "note"),
    Lines((Line("two", "three", quiet=True),), compact=True),
    Bullets((Bullet("four", "five"),), boxes=True),
    Table("six", ("seven", "eight"), ((("nine",), ("ten", "eleven")),)),
    Chart(
        "twelve", "thirteen", 9, (Tick(1, "fourteen"),), (ChartRow("fifteen", "sixteen", (Bar(1, 2),)),), "seventeen"
    ),
    BodyFigure("eighteen", "nineteen", (Caption("twenty", "left", "right"),), ("left-arm",)),
)
EVERY = Document("zero", "en", BLOCKS, (Part("part", BLOCKS[:1], level=3, half=True),), "foot", "{page} of {pages}")
WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty left right part one foot"
)


def test_texts__of_a_document_with_every_block__are_all_that_it_prints() -> None:
    """No block hides a string, and what only says how something is drawn is no text."""
    assert " ".join(texts_of(EVERY)) == WORDS


def test_document__with_its_texts_changed__differs_in_nothing_else() -> None:
    """Every text is changed, and changing them back gives the same document."""
    changed = with_texts(EVERY, str.upper)

    assert " ".join(texts_of(changed)) == WORDS.upper()
    assert changed.page_label == "{PAGE} OF {PAGES}"
    assert with_texts(changed, str.lower) == EVERY
