"""What each form of a summary says, read back: the text, the web page, both papers and the clinic's document."""

import re
import shutil
import subprocess
from xml.etree.ElementTree import Element, fromstring

from logic.answers.journey import Journey, journey
from logic.outputs.drawing import pdf, text, web_page
from logic.outputs.fhir.document import document_bundle
from logic.outputs.layouts.summary import lay_out
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.builders import SAVED_AT, folded, parsed, text_of
from tests.fhir_made import file_of

PDFTOTEXT = shutil.which("pdftotext") or "pdftotext"


def on_paper(here: Journey, left_out: frozenset[str], paper: pdf.Paper) -> str:
    """What a reader of the pages takes out of them again, page one first."""
    printed = pdf.render(lay_out(summarise(here, SAVED_AT.date(), left_out)), made=SAVED_AT, paper=paper)
    read = subprocess.run([PDFTOTEXT, "-raw", "-", "-"], input=printed.data, capture_output=True, check=True)
    return read.stdout.decode()


def in_every_form(here: Journey, left_out: frozenset[str] = frozenset()) -> dict[str, str]:
    """What the text, the web page, both papers and the clinic's document say, by form, without line breaks."""
    document = lay_out(summarise(here, SAVED_AT.date(), left_out))
    (page,) = parsed(web_page.render(document)).iter("main")
    shared = journey(here.content, answers_to_share(here, left_out))
    composition = document_bundle(file_of(shared, left_out))["entry"][0]["resource"]
    told = [item["title"] + " " + "".join(narrative(item).itertext()) for item in composition["section"]]
    return {
        "text": folded(text.render(document)),
        "page": text_of(page),
        "a4": folded(on_paper(here, left_out, "a4")),
        "letter": folded(on_paper(here, left_out, "us-letter")),
        "clinic": folded(" ".join(told)),
    }


def bare(words: str) -> str:
    """The words without what a line's end may stand at."""
    return re.sub(r"[\s-]+", "", words)


def narrative(section: dict[str, dict[str, str]]) -> Element:
    """What a section of the clinic's document says in words, as a tree."""
    return fromstring(section["text"]["div"])  # noqa: S314 - it is our own page
