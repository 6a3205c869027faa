"""The figure of a body: its geometry, and what each output draws and says of the areas that were chosen."""

import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest

from logic.content.body import AREAS, HEIGHT, SMALLEST, VIEWS, WIDTH, Box, Outline, Point, View
from logic.content.kinds.answer import NOT_SURE
from logic.outputs.document import BodyFigure, Document, Lines
from logic.outputs.drawing import body_svg, body_typst, pdf, text, web_page
from logic.outputs.layouts.body import figure_of
from tests.builders import document_of, parsed, shipped, text_of

CHOSEN = ("neck", "back", "left-hand", "right-lower-leg")
IN_WORDS = "Neck; Back of the body; Left wrist and hand; Right lower leg"
each_view = pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])


def points(outline: Outline) -> tuple[Point, ...]:
    """The points that an outline's curves run between and lean towards; it leaves their bounds nowhere."""
    return outline.start, *(point for curve in outline.curves for point in curve)


def holds(box: Box, point: Point) -> bool:
    return box.x <= point[0] <= box.x + box.width and box.y <= point[1] <= box.y + box.height


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def drawn_of(document: Document) -> list[BodyFigure]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, BodyFigure)]


def chosen_figure() -> BodyFigure:
    (drawn,) = drawn_of(document_of(shipped(), {"areas": CHOSEN}))
    return drawn


class TestGeometry:
    def test_areas__of_the_shipped_question__are_all_drawn_and_no_others(self) -> None:
        """A choice added to the question without an outline is noticed here."""
        assert {choice.id for choice in shipped().questions["areas"].offered} == AREAS

    @each_view
    def test_targets__are_large_apart_and_inside_of_the_figure(self, view: View) -> None:
        """No finger presses a neighbour: 20 units are 44 px on the narrowest figure."""
        boxes = [place.target for place in view.places]

        assert [box for box in boxes if min(box.width, box.height) < SMALLEST] == []
        assert [pair for pair in combinations(boxes, 2) if not apart(*pair)] == []
        corners = [point for box in boxes for point in ((box.x, box.y), (box.x + box.width, box.y + box.height))]
        assert [point for point in corners if not holds(Box(0, 0, WIDTH, HEIGHT), point)] == []

    @each_view
    def test_outlines__lie_in_their_targets(self, view: View) -> None:
        """Whoever presses what they see presses that area."""
        strays = [
            (place.area, point)
            for place in view.places
            for point in (*points(place.outline), place.middle)
            if not holds(place.target, point)
        ]

        assert strays == []

    @each_view
    def test_sides__are_the_body_s_own(self, view: View) -> None:
        """From the front the body's left is on the right of the picture, from the back on the left."""
        on_the_left = {place.area.split("-")[0] for place in view.places if place.middle[0] < WIDTH / 2}

        assert on_the_left == {"right" if view.name == "front" else "left"}
        assert view.left_first == (view.name == "back")

    def test_views__differ_in_trunk_and_back_alone(self) -> None:
        """What can be seen from both sides is drawn twice."""
        front, back = ({place.area for place in view.places} for view in VIEWS)

        assert (front - back, back - front) == ({"trunk"}, {"back"})


class TestBlock:
    def test_figure__areas_chosen__marks_them_and_names_them(self) -> None:
        """The words for those who cannot see it name every area that is marked."""
        drawn = chosen_figure()

        assert drawn.marked == CHOSEN
        assert drawn.title == "Where it is, how it gets in the way, on a figure"
        assert drawn.alt == f"A body seen from the front and from the back. Marked on it: {IN_WORDS}."
        assert [(caption.left, caption.right) for caption in drawn.captions] == [("Right", "Left"), ("Left", "Right")]

    def test_figure__area_without_an_outline__is_left_to_the_words(self) -> None:
        """Another guide may ask about parts that this figure does not have."""
        drawn = figure_of(shipped(), "Where", (("thumb", "Thumb"), ("neck", "Neck")))

        assert drawn is not None
        assert drawn.marked == ("neck",)
        assert "Thumb" not in drawn.alt
        assert figure_of(shipped(), "Where", (("thumb", "Thumb"),)) is None

    @pytest.mark.parametrize("given", [{}, {"areas": NOT_SURE}])
    def test_figure__no_area_chosen__is_not_there(self, given: dict[str, str]) -> None:
        """An empty body would look like an answer."""
        assert drawn_of(document_of(shipped(), given)) == []

    def test_figure__in_the_document__stands_on_the_first_page_beside_the_line_that_says_the_same(self) -> None:
        """A doctor sees it at a glance, and reads it next to it."""
        document = document_of(shipped(), {"areas": CHOSEN})
        (place,) = [n for n, part in enumerate(document.parts) if any(isinstance(b, BodyFigure) for b in part.blocks)]
        _, lines = document.parts[place].blocks

        assert place < next(n for n, part in enumerate(document.parts) if part.new_page)
        assert isinstance(lines, Lines)
        assert (lines.items[0].label, lines.items[0].value) == ("Areas", IN_WORDS)


class TestDrawers:
    def test_svg__marks_exactly_the_chosen_areas_on_both_sides(self) -> None:
        """What is seen from both sides is marked on both."""
        svg = parsed(body_svg.svg(chosen_figure()))
        marked = sorted(item.get("data-area", "") for item in svg.iter() if item.get("data-marked"))

        assert marked == sorted(["neck", "neck", "back", *["left-hand"] * 2, *["right-lower-leg"] * 2])
        assert [item.get("fill") for item in svg.iter() if item.get("data-marked")] == ["currentColor"] * 7

    def test_svg__has_the_figure_in_words_as_title_and_description(self) -> None:
        """A screen reader says the same that eyes see."""
        svg = parsed(body_svg.svg(chosen_figure()))

        assert [text_of(item) for name in ("title", "desc") for item in svg.iter(name)] == [
            chosen_figure().title,
            chosen_figure().alt,
        ]

    def test_page__holds_the_picture_itself_as_an_image_with_the_words(self) -> None:
        """It needs no other file, and st.html, which throws SVG away, lets it through."""
        (image,) = parsed(web_page.render(document_of(shipped(), {"areas": CHOSEN}))).iter("img")
        kind, _, data = image.get("src", "").partition(",")

        assert image.get("alt") == chosen_figure().alt
        assert (kind, b64decode(data).decode()) == ("data:image/svg+xml;base64", body_svg.svg(chosen_figure()))

    def test_typst__marks_exactly_the_chosen_areas_with_the_outlines_of_the_figure(self) -> None:
        """The paper has the geometry of the screen."""
        data = body_typst.data(chosen_figure(), str)
        views = data["views"]
        assert isinstance(views, list)

        for drawn, view in zip(views, VIEWS, strict=True):
            seen = {place.area for place in view.places}
            assert {area["area"] for area in drawn["areas"] if area["marked"]} == seen & set(CHOSEN)
            assert [(area["start"], area["curves"]) for area in drawn["areas"]] == [
                (place.outline.start, place.outline.curves) for place in view.places
            ]

    def test_pdf__has_one_figure_whose_alternative_names_the_areas(self) -> None:
        """A reader by ear hears what is marked."""
        document = document_of(shipped(), {"areas": CHOSEN})
        with pikepdf.open(BytesIO(pdf.render(document, made=datetime(2026, 11, 2, tzinfo=UTC)).data)) as printed:
            alternatives = [str(item.Alt) for item in tags(printed.Root.StructTreeRoot) if item.get("/S") == "/Figure"]

        assert alternatives == [chosen_figure().alt]

    def test_text_and_page__say_the_areas_in_full_once_in_lines(self) -> None:
        """The figure adds no words to the text, and to the page none but its own alternative."""
        document = document_of(shipped(), {"areas": CHOSEN})
        in_full = re.findall(re.escape(IN_WORDS), re.sub(r"\s+", " ", text.render(document)))
        page = parsed(web_page.render(document))

        # On the first page, and among all answers.
        assert len(in_full) == text_of(page).count(IN_WORDS) == 2
        assert "seen from" not in text.render(document)


def tags(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in tag.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)
