"""The PDF says to a screen reader, and to a doctor, what the document says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.outputs.document import Block, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.drawing import fonts, pdf
from logic.outputs.drawing.fonts import Family
from logic.outputs.drawing.pdf import Paper, Pdf, first_page_fits, render, unprintable

MADE = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
TABLE = Table("Sleep", ("", "Pump", "Tablets"), ((("Good",), ("a",), ("b", "c")), (("Unwanted",), ("d",), ("",))))


def document(*opening: Block, parts: tuple[Part, ...] = (), language: str = "en") -> Document:
    return Document("Discussion summary", language, opening, parts, "Jo Marten", "Page {page} of {pages}")


def opened(printed: Pdf) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed.data))


def tags(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The tags inside a tag, in reading order."""
    for kid in tag.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def outline(printed: Pdf, *names: str) -> list[str]:
    """The names of the tags in reading order: all, or only these."""
    with opened(printed) as file:
        found = [str(tag.S)[1:] for tag in tags(file.Root.StructTreeRoot)]
    return [name for name in found if not names or name in names]


def letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of an embedded font stands for."""
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def runs(page: pikepdf.Page) -> Iterator[tuple[float, float, str]]:
    """Each run of text on a page: how far down, how far from the left, and what it says."""
    known = {name: letters(font) for name, font in page.Resources.Font.items()}
    font, place = "", (0.0, 0.0)
    for step in pikepdf.parse_content_stream(page):
        operands = step.operands
        match str(step.operator):
            case "cm":
                place = (-float(operands[5]), float(operands[4]))
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ":
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                yield (
                    *place,
                    "".join(known[font].get(codes[i] << 8 | codes[i + 1], "") for i in range(0, len(codes), 2)),
                )


def lines(printed: Pdf) -> list[str]:
    """The lines of all pages, as the eye reads them."""
    found: dict[tuple[int, float], str] = {}
    with opened(printed) as file:
        for number, page in enumerate(file.pages):
            for down, _, text in sorted(runs(page)):
                found[number, down] = found.get((number, down), "") + text
    return [text.strip() for text in found.values()]


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


def test_render_headings_follow_the_parts() -> None:
    """The title alone is level 1; a part without a heading has none."""
    parts = (Part("One", ()), Part("Two", (), level=3), Part("", (Paragraph("x"),)), Part("Three", ()))

    assert outline(render(document(parts=parts), made=MADE), "H1", "H2", "H3") == ["H1", "H2", "H3", "H2"]


def test_render_heading_straight_under_the_title_skips_no_level() -> None:
    """A part of level 3 that stands under no part of level 2 is raised to it."""
    parts = (Part("One", (), level=3), Part("Two", ()), Part("Three", (), level=3))

    assert outline(render(document(parts=parts), made=MADE), "H1", "H2", "H3") == ["H1", "H2", "H2", "H3"]


def test_render_heading_wider_than_the_page_is_broken_and_still_a_bookmark() -> None:
    """A heading of one endless word goes on in the next line, and the bookmark has it whole."""
    printed = render(document(parts=(Part("W" * 60, ()),)), made=MADE)

    assert len(lines(printed)[1].replace("\u200b", "")) < 60
    with opened(printed) as file:
        assert str(file.Root.Outlines.First.First.Title) == "W" * 60


def test_render_table_headers_know_their_columns_and_rows() -> None:
    """Each cell is tied to the header of its column and of its row, and the table has a caption."""
    with opened(render(document(TABLE), made=MADE)) as file:
        cells = [tag for tag in tags(file.Root.StructTreeRoot) if tag.S in ("/TH", "/TD")]
        scopes = [str(cell.A[0].get("/Scope", "")) for cell in cells]
        first_data = [str(name) for name in cells[4].A[0].Headers]

        assert scopes == ["/Column", "/Column", "/Column", "/Row", "", "", "/Row", "", ""]
        assert first_data == [str(cells[1].ID), str(cells[3].ID)]
        assert pikepdf.NameTree(file.Root.StructTreeRoot.IDTree)[first_data[1]].objgen == cells[3].objgen


def test_render_table_has_a_caption_only_where_given() -> None:
    """A caption is part of its table."""
    assert outline(render(document(TABLE), made=MADE), "Table", "Caption") == ["Table", "Caption"]
    assert outline(render(document(Table("", ("", "b"), ())), made=MADE), "Table", "Caption") == ["Table"]


def test_render_table_repeats_its_header_on_each_page() -> None:
    """Where a table goes over the page, the columns are named again, once for the screen reader."""
    printed = render(document(Table("Long", ("", "Pump"), ((("row",), ("words " * 40,)),) * 40)), made=MADE)

    assert len([line for line in lines(printed) if line == "Pump"]) > 2
    assert outline(printed, "THead") == ["THead"]


def test_render_uneven_table_is_refused() -> None:
    """A cell too few would put the others under the wrong header, so it is a fault in the program."""
    with pytest.raises(ValueError, match="unequal"):
        render(document(Table("Sleep", ("", "Pump"), ((("Good",),),))), made=MADE)


def test_render_lines_read_as_label_then_value() -> None:
    """Labels with their values are a list without numbers, in which each label comes before its value."""
    printed = render(
        document(Lines((Line("Where", "Legs\nLeft arm"), Line("Sleep", "Left open", quiet=True)))), made=MADE
    )

    assert outline(printed) == ["Document", "H1", "L", *["LI", "Lbl", "LBody", "P", "P"], *["LI", "Lbl", "LBody", "P"]]
    assert lines(printed)[1:4] == ["WhereLegs", "Left arm", "SleepLeft open"]
    with opened(printed) as file:
        assert [str(tag.A[0].ListNumbering) for tag in tags(file.Root.StructTreeRoot) if tag.S == "/L"] == ["/None"]


def test_render_bullets_have_boxes_where_asked() -> None:
    """A list to tick shows an empty square before each item, and other lists a dot."""
    items = (Bullet("Who do I call?", "You said nights are hard."), Bullet("How often?"))

    ticked, dotted = (lines(render(document(Bullets(items, boxes)), made=MADE)) for boxes in (True, False))

    assert ticked[1:4] == ["☐Who do I call?", "You said nights are hard.", "☐How often?"]
    assert dotted[1:4] == ["•Who do I call?", "You said nights are hard.", "•How often?"]


@pytest.mark.parametrize("empty", [Paragraph(""), Paragraph(" \n ", "help"), Lines(()), Bullets(())])
def test_render_empty_block_leaves_no_trace(empty: Block) -> None:
    """A block without words adds nothing for the eye or the ear, so no empty box either."""
    printed = render(document(empty), made=MADE)

    assert lines(printed) == ["Discussion summary", "Jo MartenPage 1 of 1"]
    assert outline(printed, "P", "LI") == []


def test_render_tones_differ_by_more_than_colour() -> None:
    """Urgent help stands in a border, and a note is set smaller."""

    def strokes_and_sizes(tone: str) -> tuple[int, float]:
        text = Paragraph("Call now", "help" if tone == "help" else "note" if tone == "note" else "plain")
        with opened(render(document(text), made=MADE)) as file:
            drawn = [(str(step.operator), step.operands) for step in pikepdf.parse_content_stream(file.pages[0])]
        return sum(operator == "S" for operator, _ in drawn), float([o for n, o in drawn if n == "Tf"][1][1])

    assert [strokes_and_sizes(tone) for tone in ("plain", "note", "help")] == [(0, 11), (0, 10), (1, 11)]


@pytest.mark.parametrize(
    "hostile",
    [
        '#eval("1")',
        "#sys.inputs",
        "$x$ $ sum $",
        "*b* _e_ `r` ~ -- ...",
        "\\ \\\\ \\u{41} \\textbf{x}",
        "@ref <label> ] [ } {",
        "// comment /* more */",
        "= heading",
        "- item",
        "+ item",
        "/ term: x",
        "<b>x</b> &amp;",
        "{page} {{ x }} %s",
        "'single' \"double\"",
        "https://example.org",
    ],
)
def test_render_markup_in_a_text_comes_out_as_typed(hostile: str) -> None:
    """What a person typed is printed to the letter, wherever it stands, and makes no tag."""
    everywhere = (
        Paragraph(hostile),
        Lines((Line(hostile, hostile),)),
        Bullets((Bullet(hostile, hostile),)),
        Table(hostile, ("", hostile), (((hostile,), (hostile,)),)),
    )
    printed = render(document(*everywhere, parts=(Part(hostile, ()),)), made=MADE)

    assert " ".join(lines(printed)).count(hostile) == 10
    assert outline(printed, "Code", "Formula", "Link", "Em", "Strong", "Reference", "Quote") == []


def test_template_holds_no_way_to_run_or_fetch() -> None:
    """The template evaluates nothing and brings in no package from elsewhere."""
    templates = [path.read_text(encoding="utf-8") for path in (Path(pdf.__file__).parent / "template").iterdir()]

    assert not any(word in text for text in templates for word in ("eval(", "@preview", "read(", "plugin("))


@pytest.mark.parametrize(
    "block", [Paragraph("W" * 300), Lines((Line("l" * 200, "v" * 300),)), Bullets((Bullet("y" * 400),))]
)
def test_render_word_wider_than_its_column_is_broken(block: Block) -> None:
    """A word of hundreds of letters goes on in the next line, within the page."""
    longest = max(len(text.replace("\u200b", "")) for text in lines(render(document(block), made=MADE)))

    assert 20 < longest < 110


def test_render_long_word_in_a_narrow_cell_is_hyphenated() -> None:
    """A known word that is too wide for its cell is parted where the language parts it."""
    cells = (("physiotherapeutically",),) * 6

    assert lines(render(document(Table("", ("",) * 6, (cells,))), made=MADE))[1].startswith("physiother")


def test_render_long_text_loses_nothing() -> None:
    """Ten thousand characters flow over as many pages as they need."""
    printed = render(document(Lines((Line("Own words", "every word counts " * 600),))), made=MADE)

    assert " ".join(lines(printed)).count("counts") == 600
    with opened(printed) as file:
        assert len(file.pages) > 2


def test_render_missing_character_is_marked_and_reported() -> None:
    """Where no font of the guide has a character, a mark stands in its place and the caller is told which."""
    printed = render(document(Paragraph("I feel 不好 today"), Paragraph("不好 😀")), made=MADE)

    assert printed.replaced == ("不好", "😀")
    assert lines(printed)[1:3] == ["I feel \ufffd today", "\ufffd"]


def test_render_shipped_font_that_fails_leaves_plain_latin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where the shipped fonts were counted wrongly, there is a file."""
    first, *others = fonts.shipped()
    wrong = (first, Family(others[0].name, others[0].characters | {"好"}), *others[1:])
    monkeypatch.setattr(pdf, "shipped", lambda: wrong)
    printed = render(document(Paragraph("I feel 好 and ύπνος")), made=MADE)

    assert printed.replaced == ("好", "ύπνος")


def test_render_arabic_stands_at_the_right() -> None:
    """Each line takes the side of its own first letter, and Latin words inside keep their order."""
    printed = render(document(Paragraph("نعم\nyes\n(60 mg)\nنعم (sixty mg)")), made=MADE)
    with opened(printed) as file:
        starts = {text.strip(): left for _, left, text in runs(file.pages[0])}
    right_edge = 595 - 45

    assert starts["yes"] == pytest.approx(45, abs=1)
    assert right_edge - 20 < starts["معن"] < right_edge
    assert starts["(60 mg)"] == pytest.approx(45, abs=1)
    assert 400 < starts["sixty mg"] < right_edge - 40


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


@given(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=60) | st.text("W.\u0645\u0301 \n", max_size=90)
)
def test_render_any_text_anywhere_gives_a_file(text: str) -> None:
    """Whatever is typed, in whichever place, there is a PDF."""
    blocks = (
        Paragraph(text, "note"),
        Paragraph(text, "help"),
        Lines((Line(text, text),)),
        Bullets((Bullet(text, text),), boxes=True),
        Table(text, (text, "b"), (((text,), (text, text)),)),
    )
    whole = Document(f"Summary {text}", "en", blocks, (Part(text, ()),), text, text)

    assert render(whole, made=MADE).data.startswith(b"%PDF-1.7")


def test_unprintable_names_what_will_be_marked_before_the_file_is_made() -> None:
    """A person is told once which passages a mark will stand for."""
    assert unprintable(document(Paragraph("Call 好 at noon"), Paragraph("and 好"))) == ("好",)
