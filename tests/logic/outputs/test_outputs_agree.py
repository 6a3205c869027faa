"""Every output tells the same: all that is in the document, in its order, to the letter."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise, product

import pytest

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.files.open_file import open_file
from logic.outputs.document import Document
from logic.outputs.drawing import pdf, screen_html, text, web_page
from logic.outputs.layouts.summary import lay_out
from tests.builders import PERSONAS, document_of, parsed, shipped, small, strings, summary_of, text_of

PDFTOTEXT = shutil.which("pdftotext") or "pdftotext"
MADE = datetime(2026, 11, 2, tzinfo=UTC)

HOSTILE = (
    "<script>alert('x')</script><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &quot; </main></body>",
    "**bold** _it_ [link](https://example.org) ![i](https://example.org/i.png) # head `code` | a | b |",
    "{braces} {0} {name!r} {{ jinja }} {% raw %} ${x} %s %(name)s %d",
    '#set page(fill: red) $ sum $ *bold* @label <label> #read("/etc/passwd") \\u{1f600}',
    "\\documentclass \\textbf{x} \\\\ \\n C:\\path\\",
    "__proto__ ../../etc/passwd '; DROP TABLE answers; --",
    "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
    "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6,
    "– — … “quotes” ‘and’ «others» ½ ° × ≠ 💧 é e\u0301 ß",
)  # fmt: skip


def persona(name: str) -> Document:
    """The summary of one of the personas."""
    answers = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    assert answers is not None
    return lay_out(summary_of(shipped(), **vars(answers)))


def hostile() -> Document:
    """A summary in which every place for a person's words is hostile."""
    return document_of(
        small(),
        {"first-name": "\n".join(HOSTILE)},
        concerns_added=tuple(AddedConcern(words, "a-lot") for words in HOSTILE),
        to_ask=ToAsk(own=HOSTILE),
        observations={"hand": HOSTILE[0], "nights": "\n".join(HOSTILE[1:])},
    )


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "hostile": hostile,
    "ms-tablets": lambda: persona("ms-tablets"),
    "longest": lambda: persona("longest"),
    "mostly-open": lambda: persona("mostly-open"),
}
each_document = pytest.mark.parametrize("name", DOCUMENTS)


def missing_in_order(document: Document, told: str, squeeze: str = r"\s+") -> list[str]:
    """What of the document is not in the text, each searched for after the one before it."""
    told, place, missing = re.sub(squeeze, "", told), 0, []
    for wanted in strings(document):
        found = told.find(re.sub(squeeze, "", wanted), place)
        place = max(place, found)
        missing += [wanted] if found < 0 else []
    return missing


@each_document
def test_text__any_document__tells_all_of_it_in_order(name: str) -> None:
    """Nothing is left out or put elsewhere, whatever a person wrote."""
    document = DOCUMENTS[name]()

    assert missing_in_order(document, text.render(document)) == []


@each_document
def test_page__any_document__tells_all_of_it_in_order(name: str) -> None:
    """What a person wrote is text, and never becomes a tag."""
    document = DOCUMENTS[name]()
    (main,) = parsed(web_page.render(document)).iter("main")

    assert missing_in_order(document, "".join(main.itertext())) == []


@each_document
def test_screen__any_document__tells_what_the_page_tells(name: str) -> None:
    """The screen shows the blocks of the page, and beside them only the line that opens the rest."""
    document = DOCUMENTS[name]()
    (main,) = parsed(web_page.render(document)).iter("main")

    drawn = parsed(screen_html.pages(document, "More"))
    (line,) = drawn.iter("summary")
    line.clear()

    assert text_of(main) == text_of(drawn)


@pytest.mark.parametrize(
    ("name", "paper"),
    [("hostile", "a4"), *product(("ms-tablets", "mostly-open"), ("a4", "a4-large"))],  # a name of pages fills a foot
)
def test_pdf__any_document__tells_all_of_it(name: str, paper: pdf.Paper) -> None:
    """The paper holds every text of the document; of its first page, shorter forms where it would be too long."""
    document = DOCUMENTS[name]()
    printed = pdf.render(document, paper=paper, made=MADE)
    told = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=printed.data, capture_output=True, check=True)
    # A long word is broken, a table hyphenates, and a new page brings a footer and the table's header again.
    squeeze = r"[\s\u200b\u00ad\ufffd\u2010-]+"
    footer = re.escape(re.sub(squeeze, "", document.footer))
    again = re.compile(rf"{footer}Page\d+of\d+|OptionWhatthedocumentssay")
    pages = [again.sub("", re.sub(squeeze, "", page)) for page in told.stdout.decode().split("\f")]
    first = next(place for place, part in enumerate(document.parts) if part.new_page)
    wanted = strings(replace(document, opening=(), parts=document.parts[first:]))[:-1]
    lost = [text for text in wanted if not _stands(_printed(text, printed, squeeze), pages)]

    assert lost == []


def _stands(wanted: str, pages: list[str]) -> bool:
    """Whether a text is printed as one, or begins in a column of one page and ends in the same column of the next."""
    cuts = range(1, len(wanted))
    return wanted in "".join(pages) or any(
        wanted[:cut] in page and wanted[cut:] in following for page, following in pairwise(pages) for cut in cuts
    )


def _printed(wanted: str, printed: pdf.Pdf, squeeze: str) -> str:
    """A text without what the PDF marks as not printable."""
    for passage in printed.replaced:
        wanted = wanted.replace(passage, "")
    return re.sub(squeeze, "", wanted)


def test_page__hostile_words__make_no_tag_of_their_own() -> None:
    """The page has the same tags as one with harmless words."""
    tags = {element.tag for element in parsed(web_page.render(hostile())).iter()}

    assert tags <= {element.tag for element in parsed(web_page.render(persona("ms-tablets"))).iter()}


def test_outputs__answers_off_the_route_or_left_out__are_in_none() -> None:
    """What does not count, and what the person keeps back, is in no file."""
    secret = "Xylophone"
    answers = Answers(
        {"first-name": secret, "splint": "yes", "hours": 8, "wakes": ("noise",)},
        concerns_added=(AddedConcern(secret, "a-lot"),),
        to_ask=ToAsk(own=(secret,)),
        observations={"hand": secret},
        kept_aside={"answers": {"gone": secret}},
    )
    document = lay_out(summary_of(small(), left_out=frozenset({"hand", "wishes"}), **vars(answers)))
    printed = pdf.render(document, made=MADE)
    on_paper = subprocess.run([PDFTOTEXT, "-", "-"], input=printed.data, capture_output=True, check=True)

    for told in (text.render(document), web_page.render(document), on_paper.stdout.decode()):
        assert secret not in told
        assert "Noise" not in told
