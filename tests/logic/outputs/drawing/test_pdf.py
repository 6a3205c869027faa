"""The PDF as a file: the same each time, tagged, with its fonts inside, on the paper asked for."""

from datetime import UTC, datetime

import pytest

from logic.outputs.document import Paragraph, Part
from logic.outputs.drawing.pdf import Paper, first_page_fits, render
from tests.printed_pdf import MADE, TABLE, document, lines, opened


def test_render_twice_gives_the_same_bytes() -> None:
    """The file depends on the document and the time handed in, and on nothing else."""
    page = document(Paragraph("Sleep"), TABLE)

    assert render(page, made=MADE).data == render(page, made=MADE).data
    assert render(page, made=MADE).data != render(page, made=datetime(2026, 11, 22, tzinfo=UTC)).data


def test_render_time_without_a_zone_is_taken_as_utc() -> None:
    """The clock of the machine has no say in how a time without a zone is read."""
    assert render(document(), made=MADE) == render(document(), made=MADE.replace(tzinfo=None))


def test_render_claims_what_assistive_technology_looks_for() -> None:
    """The file is tagged, has a title and a language, and says that it is PDF/UA-1 and PDF/A-2a."""
    with opened(render(document(Paragraph("Sleep")), made=MADE)) as file, file.open_metadata() as metadata:
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert str(file.Root.Lang) == "en"
        assert metadata["dc:title"] == "Discussion summary"
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


@pytest.mark.parametrize(("language", "said"), [("de", "de"), ("en-GB", "en-GB"), ("zh-Hant-TW", "zh-TW")])
def test_render_language_is_the_documents(language: str, said: str) -> None:
    """A screen reader is told the document's language and region."""
    with opened(render(document(language=language), made=MADE)) as file:
        assert str(file.Root.Lang) == said


def test_render_embeds_every_font() -> None:
    """The file looks the same on a machine without our fonts."""
    with opened(render(document(Paragraph("Sleep ύπνος نوم שינה →")), made=MADE)) as file:
        used = [font.DescendantFonts[0].FontDescriptor for font in file.pages[0].Resources.Font.values()]
        embedded = {str(font.FontName)[8:] for font in used if "/FontFile2" in font}

    assert len(used) == len(embedded)
    assert embedded == {
        "GuideAtkinsonBold",
        "GuideAtkinsonRegular",
        "GuideNotoRegular",
        "GuideNotoArabicRegular",
        "GuideNotoHebrewRegular",
        "GuideNotoSymbolsRegular",
    }


def test_render_heading_wider_than_the_page_is_broken_and_still_a_bookmark() -> None:
    """A heading of one endless word goes on in the next line, and the bookmark has it whole."""
    printed = render(document(parts=(Part("W" * 60, ()),)), made=MADE)

    assert len(lines(printed)[1].replace("\u200b", "")) < 60
    with opened(printed) as file:
        assert str(file.Root.Outlines.First.First.Title) == "W" * 60


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_render_paper_is_the_one_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    """A4 and US Letter pages have the size of their paper."""
    with opened(render(document(TABLE), paper=paper, made=MADE)) as file:
        assert [round(float(edge)) for edge in file.pages[0].mediabox[2:]] == [*size]


def test_render_new_page_begins_where_the_document_says() -> None:
    """A part that asks for a new page gets it, and each page names its place at the foot."""
    parts = (Part("One", (Paragraph("a"),)), Part("Two", (Paragraph("b"),), new_page=True))

    assert lines(render(document(parts=parts), made=MADE)) == [
        *["Discussion summary", "One", "a", "Jo MartenPage 1 of 2"],
        *["Two", "b", "Jo MartenPage 2 of 2"],
    ]


def test_first_page_fits_counts_what_comes_before_the_break() -> None:
    """Only what stands before the first new page has to fit on page one."""
    long = (Paragraph("word " * 3000),)

    assert first_page_fits(document(Paragraph("a"), parts=(Part("More", long, new_page=True),)), made=MADE)
    assert not first_page_fits(document(*long), paper="us-letter", made=MADE)
