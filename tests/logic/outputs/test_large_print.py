"""Large print: every letter has 18 points or more, and nothing is left out for want of room."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import get_args

import pikepdf
import pytest

from logic.outputs.document import Bullet, Bullets, Document, Line, Lines, PageOne, Paragraph, Part, Table
from logic.outputs.drawing import pdf, web_page
from tests.logic.outputs.test_outputs_agree import persona

MADE = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
LARGE = [paper for paper in get_args(pdf.Paper) if paper.endswith("-large")]


def points(printed: pdf.Pdf) -> set[float]:
    """The sizes of all letters in a file."""
    with pikepdf.open(BytesIO(printed.data)) as file:
        steps = [step for page in file.pages for step in pikepdf.parse_content_stream(page)]
    return {round(float(step.operands[1]), 2) for step in steps if str(step.operator) == "Tf"}


@pytest.mark.parametrize("paper", LARGE)
def test_large_print__any_block__has_no_letter_under_18_points(paper: pdf.Paper) -> None:
    """Notes, tables, figures, charts and the foot of the page are as large as the words; else the smallest is 9."""
    document = persona("ms-tablets")

    assert min(points(pdf.render(document, made=MADE))) == 9
    assert min(points(pdf.render(document, paper=paper, made=MADE))) == 18


@pytest.mark.parametrize(("paper", "size"), [("a4-large", (595, 842)), ("us-letter-large", (612, 792))])
def test_large_print__paper__is_the_one_asked_for(paper: pdf.Paper, size: tuple[int, int]) -> None:
    """The pages of large print are those of the reader's printer."""
    with pikepdf.open(BytesIO(pdf.render(persona("mostly-open"), paper=paper, made=MADE).data)) as file:
        assert {tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in file.pages} == {size}


def test_large_print__first_page_too_long__is_printed_whole_on_several() -> None:
    """What paper of the usual size shortens to one page, large print tells in full."""
    whole = (Part("First", (Paragraph("word " * 900),)), Part("Second", (), new_page=True))
    document = Document("Summary", "en", (), whole, "Foot", "{page}")
    document = replace(document, shorter=(PageOne((), (Part("First", (Paragraph("in short"),)),)),))

    def pages(paper: pdf.Paper) -> int:
        with pikepdf.open(BytesIO(pdf.render(document, paper=paper, made=MADE).data)) as file:
            return len(file.pages)

    assert pages("a4") == 2
    assert pages("a4-large") > 3


def test_large_print__table__is_read_row_by_row_with_the_name_of_each_column() -> None:
    """Columns would be a word wide, so each cell follows the name of its column in a list."""
    table = Table("Good things", ("Option", "Says"), ((("Splint",), ("It can feel tight.", "Six hours.")),))
    document = Document("Summary", "en", (table, Lines((Line("Date", "Today"),))), (), "Foot", "{page}")
    document = replace(document, parts=(Part("Ask", (Bullets((Bullet("Who pays?"),), boxes=True),)),))
    with pikepdf.open(BytesIO(pdf.render(document, paper="a4-large", made=MADE).data)) as file:
        names = [str(item.S) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]

    assert "/Table" not in names
    assert names.count("/LI") == 3


def test_large_print__web_page__is_set_in_18_points_with_columns_below_one_another() -> None:
    """The page to print has large letters, and its tables stand as on a phone; the usual one has neither."""
    usual, large = (web_page.render(persona("mostly-open"), large=large) for large in (False, True))

    assert '<html lang="en" class="large">' in large
    assert '<html lang="en">' in usual
    assert "@media (max-width: 34rem)" in usual
    assert "@media (max-width: 34rem)" not in large
    assert "@media all" in large
