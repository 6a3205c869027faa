"""The document as plain text."""

from logic.outputs.document import Block, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.drawing.text import render
from logic.summary.charts import Chart

ROWS = ((("Splint at night",), ("It can feel tight.", "Six hours a night.")), (("No splint",), ("Nothing is said.",)))

DOCUMENT = Document(
    title="Summary",
    language="en",
    opening=(Paragraph("A record.", "note"), Lines((Line("Date", "3 February 2026"), Line("Hope", "One.\n\n  Two.")))),
    parts=(
        Part("Questions", (Bullets((Bullet("Who pays?", "Why: cost."), Bullet("How long?")), boxes=True),)),
        Part("Documents", (Bullets((Bullet("Leaflet A"),)),), level=3),
        Part("Evidence", (Table("Good things", ("Option", "Says"), ROWS),), new_page=True),
        Part("Empty", (Lines(()), Bullets(()))),
    ),
    footer="Night Splint Guide",
    page_label="Page {page} of {pages}",
)

TEXT = """\
Summary
=======

A record.

Date: 3 February 2026
Hope:
    One.

      Two.

Questions
---------

[ ] Who pays?
    Why: cost.
[ ] How long?

Documents

- Leaflet A

Evidence
--------

Good things

Splint at night
    It can feel tight.
    Six hours a night.

No splint
    Nothing is said.

Empty
-----

Night Splint Guide
"""


def rendered(*blocks: Block) -> list[str]:
    """The lines between the title and the footer."""
    return render(Document("T", "en", blocks, (), "F", "")).splitlines()[3:-2]


def test_text__each_kind_of_block__is_drawn_in_characters() -> None:
    """Headings have rules, values are indented, and what can be ticked has a box."""
    assert render(DOCUMENT) == TEXT


def test_text__long_paragraph__is_wrapped_at_78_characters() -> None:
    """A window and a printed page hold the lines."""
    assert rendered(Paragraph("word " * 30)) == [("word " * 15).strip(), ("word " * 15).strip()]


def test_text__long_question_to_tick__hangs_under_its_own_words() -> None:
    """A second line starts where the first one did."""
    assert rendered(Bullets((Bullet("word " * 16),), boxes=True)) == ["[ ] " + ("word " * 15).strip(), "    word"]


def test_text__word_longer_than_a_line__is_left_whole() -> None:
    """An address that is broken cannot be used."""
    assert rendered(Paragraph("x" * 100)) == ["x" * 100]


def test_text__label_and_value_too_long_for_a_line__stand_below_each_other() -> None:
    """Nobody has to look for where a value starts."""
    assert rendered(Lines((Line("Label", "word " * 16),))) == ["Label:", "    " + ("word " * 15).strip(), "    word"]


def test_text__table_with_several_columns__names_each_cell() -> None:
    """Read line by line, a cell still says which column it belongs to."""
    table = Table("Sizes", ("Pump", "Wide", "Thick"), ((("A",), ("3 inches",), ("1 inch",)),))

    assert rendered(table) == ["Sizes", "", "A", "    Wide:", "        3 inches", "    Thick:", "        1 inch"]


def test_text__empty_value__keeps_its_label() -> None:
    """A label without words is still a line."""
    assert rendered(Lines((Line("Label", ""),))) == ["Label: "]


def test_text__chart__is_its_account_in_words() -> None:
    """What cannot be drawn in characters is told."""
    chart = Chart("Refills", "Months", 6, (), (), "Refills. Leaflet A: 1 to 6 months.")

    assert rendered(chart) == ["Refills", "Refills. Leaflet A: 1 to 6 months."]
