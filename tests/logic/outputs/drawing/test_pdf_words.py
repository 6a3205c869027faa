"""Whatever is typed comes out of the PDF as it was typed: markup, endless words, and every script."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.outputs.document import Block, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.drawing import fonts, pdf
from logic.outputs.drawing.fonts import Family
from logic.outputs.drawing.pdf import render, unprintable
from tests.printed_pdf import MADE, document, lines, opened, outline, runs


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
