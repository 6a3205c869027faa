"""The document as a web page, and its blocks for the screen."""

from logic.outputs.document import Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.drawing.screen_html import pages
from logic.outputs.drawing.web_page import blocks, render
from tests.builders import parsed, text_of

ROWS = ((("Splint at night",), ("It can feel tight.", "Six hours a night.")), (("No splint",), ("Nothing is said.",)))

DOCUMENT = Document(
    title="Summary",
    language="en",
    opening=(Paragraph("A record.", "note"), Lines((Line("Date", "Today"), Line("Hope", "Left open", quiet=True)))),
    parts=(
        Part("Help", (Paragraph("Call.", "help"), Paragraph("Then wait."))),
        Part(
            "Questions", (Bullets((Bullet("Who pays?", "Why: cost."), Bullet("How long?")), boxes=True),), new_page=True
        ),
        Part("Documents", (Bullets((Bullet("Leaflet A"),)), Lines(())), level=3),
        Part("Evidence", (Table("Good things", ("Option", "Says"), ROWS),)),
    ),
    footer="Night Splint Guide",
    page_label="Page {page} of {pages}",
)
PAGE = parsed(render(DOCUMENT))


def texts(path: str) -> list[str]:
    """The text of every element found on the page."""
    return [text_of(element) for element in PAGE.findall(f".{path}")]


def test_page__title_and_headings__are_levels_one_to_three() -> None:
    """The title is the only heading of level 1."""
    assert texts("//title") == texts("//h1") == ["Summary"]
    assert texts("//h2") == ["Help", "Questions", "Evidence"]
    assert texts("//h3") == ["Documents"]


def test_page__language__is_that_of_the_document() -> None:
    """A screen reader has to know in which language to speak."""
    assert [element.get("lang") for element in PAGE.findall("html")] == ["en"]


def test_page__labels_and_values__are_a_description_list() -> None:
    """A label is tied to its value, and what was not answered is drawn less loudly."""
    assert texts("//dt") == ["Date", "Hope"]
    assert texts("//dd") == ["Today", "Left open"]
    assert texts("//div[@class='summary-quiet']/dt") == ["Hope"]


def test_page__lists__have_boxes_where_there_is_something_to_tick() -> None:
    """A reason stands under its question."""
    assert texts("//ul[@class='summary-boxes']/li") == ["Who pays? Why: cost.", "How long?"]
    assert texts("//ul/li") == ["Who pays? Why: cost.", "How long?", "Leaflet A"]


def test_page__table__has_a_caption_and_headers_in_both_directions() -> None:
    """Each cell can be traced to its row and its column."""
    assert texts("//caption") == ["Good things"]
    assert texts("//th[@scope='col']") == ["Option", "Says"]
    assert texts("//th[@scope='row']") == ["Splint at night", "No splint"]
    assert texts("//td/p") == ["It can feel tight.", "Six hours a night.", "Nothing is said."]


def test_page__tones_and_new_page__are_classes() -> None:
    """The style sheet draws the urgent box and breaks the page."""
    assert texts("//p[@class='summary-help']") == ["Call."]
    assert texts("//p[@class='summary-plain']") == ["Then wait."]
    assert texts("//section[@class='summary-new-page']/h2") == ["Questions"]


def test_page__empty_list_of_lines__is_not_drawn() -> None:
    """A list without items would be announced as a list of nothing."""
    assert len(texts("//dl")) == 1


def test_page__by_itself__asks_for_nothing_and_runs_nothing() -> None:
    """A kept file makes no request, and its policy forbids what it does not need."""
    (policy,) = PAGE.findall(".//meta[@http-equiv='Content-Security-Policy']")
    tags = {element.tag for element in PAGE.iter()}
    attributes = {name for element in PAGE.iter() for name in element.attrib}

    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert tags & {"script", "link", "img", "a", "iframe", "object"} == set()
    assert [name for name in attributes if name in {"src", "srcset", "href", "style"} or name.startswith("on")] == []
    assert "url(" not in render(DOCUMENT)
    assert "@import" not in render(DOCUMENT)


def test_page__lines_of_a_text__stay_lines_of_their_own_direction() -> None:
    """Each line is set apart, so that Hebrew in one does not turn the next around."""
    page = parsed(blocks([Paragraph("Hello\nשלום\u2028עולם")]))

    assert [line.text for line in page.iter("bdi")] == ["Hello", "שלום", "עולם"]
    assert len(list(page.iter("br"))) == 2


def test_pages__document_with_a_new_page__has_page_one_in_sight_and_the_rest_in_one_fold() -> None:
    """What comes before the first new page is shown, and what follows opens with one press."""
    title, first, folds = parsed(pages(DOCUMENT, "All pages"))
    (fold,) = folds

    assert text_of(title) == "Summary"
    assert text_of(first) == "A record. DateToday HopeLeft open Help Call. Then wait."
    assert fold.get("open") is None
    assert text_of(fold).startswith("All pages Questions Who pays?")
    assert text_of(fold).endswith("Night Splint Guide")


def test_blocks__few_of_them__are_drawn_as_in_the_document() -> None:
    """A screen may show some blocks alone."""
    (box,) = parsed(blocks([Lines((Line("Date", "Today"),))]))

    assert box.get("class") == "summary"
    assert [text_of(element) for element in box.iter() if element.tag in ("dt", "dd")] == ["Date", "Today"]
