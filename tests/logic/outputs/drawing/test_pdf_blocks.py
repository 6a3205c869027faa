"""Each block of a PDF as it is seen and as it is read out: headings, tables, lines, lists and tones."""

import pikepdf
import pytest

from logic.outputs.document import Block, Bullet, Bullets, Line, Lines, Paragraph, Part, Table
from logic.outputs.drawing.pdf import render
from tests.printed_pdf import MADE, TABLE, document, lines, opened, outline, tags


def test_render_headings_follow_the_parts() -> None:
    """The title alone is level 1; a part without a heading has none."""
    parts = (Part("One", ()), Part("Two", (), level=3), Part("", (Paragraph("x"),)), Part("Three", ()))

    assert outline(render(document(parts=parts), made=MADE), "H1", "H2", "H3") == ["H1", "H2", "H3", "H2"]


def test_render_heading_straight_under_the_title_skips_no_level() -> None:
    """A part of level 3 that stands under no part of level 2 is raised to it."""
    parts = (Part("One", (), level=3), Part("Two", ()), Part("Three", (), level=3))

    assert outline(render(document(parts=parts), made=MADE), "H1", "H2", "H3") == ["H1", "H2", "H2", "H3"]


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
