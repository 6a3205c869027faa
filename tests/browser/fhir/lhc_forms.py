"""LHC-Forms of the National Library of Medicine in a real browser: our questionnaire in other hands."""

import functools
import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.server_process import ROOT

VERSION = "40.1.3"
FOLDER = ROOT / ".cache" / f"lforms-{VERSION}" / "dist" / "lforms"
ABSENT = f"LHC-FORMS {VERSION} IS NOT HERE, SO NO BROWSER JUDGED OUR FHIR. Run scripts/setup-forms if npm is in reach."

_PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form</title>
<link rel="icon" href="data:,"><link href="webcomponent/styles.css" rel="stylesheet"></head><body><div id="form"></div>
<script src="webcomponent/assets/lib/zone.min.js"></script><script src="webcomponent/runtime.js"></script>
<script src="webcomponent/polyfills.js"></script><script src="webcomponent/main.js"></script>
<script src="fhir/R4/lformsFHIR.min.js"></script></body></html>"""
_DRAW = """async ([form, response]) => {
  let drawn = LForms.Util.convertFHIRQuestionnaireToLForms(form, "R4")
  if (response) drawn = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", response, drawn, "R4")
  await LForms.Util.addFormToPage(drawn, "form", {})
}"""
_SHOWN = """() => [...document.querySelectorAll("#form [id^='item-']")]
  .filter((item) => { const box = item.getBoundingClientRect(); return box.width > 0 && box.height > 0 })
  .map((item) => item.id)"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(_PAGE)
        return None

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@dataclass
class Forms:
    """A page of LHC-Forms, and everything it complained of or asked of others."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def draw(self, form: dict[str, Any], response: dict[str, Any] | None = None) -> None:
        """Draw a questionnaire, with what a response holds filled in."""
        self.page.evaluate(_DRAW, [form, response])

    def shown(self) -> set[str]:
        """Return the link ids of the items that can be seen."""
        return {name.removeprefix("item-").partition("/")[0] for name in self.page.evaluate(_SHOWN)}

    def exported(self) -> dict[str, Any]:
        """Return the response that it makes of what stands in the form."""
        made = self.page.evaluate("() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')")
        return dict(json.loads(json.dumps(made)))

    def play(self, item: dict[str, Any]) -> None:
        """Answer one item of a response as a person does, with the mouse and the keyboard."""
        box = self.page.locator(f'[id^="item-{item["linkId"]}/1"]').first
        for answer in item["answer"]:
            if "valueCoding" in answer:
                _option(box, answer["valueCoding"]["display"]).click()
            else:
                text = str(answer["valueQuantity"]["value"]) if "valueQuantity" in answer else answer["valueString"]
                entry = box.locator("input:visible, textarea:visible").first
                entry.fill(text)
                entry.press("Tab")


def _option(box: Locator, label: str) -> Locator:
    found = box.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}\s*$"))
    expect(found.first).to_be_visible()
    return found.first


def _elsewhere(url: str, address: str) -> list[str]:
    return [] if url.startswith((address, "data:")) else [url]


@contextmanager
def forms_in(browser: Browser) -> Iterator[Forms]:
    """Open LHC-Forms from its folder; nothing of it comes from elsewhere."""
    server = http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(_Handler, directory=str(FOLDER)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{server.server_port}"
    page = browser.new_page(viewport={"width": 1000, "height": 1200})
    forms = Forms(page)
    page.on("pageerror", lambda error: forms.complaints.append(f"uncaught: {error}"))
    page.on("console", lambda said: forms.complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: forms.complaints.extend(_elsewhere(asked.url, address)))
    page.goto(address)
    page.wait_for_function("window.LForms && LForms.Util && LForms.FHIR")
    yield forms
    page.close()
    server.shutdown()
    server.server_close()


def without_empty_groups(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the items that hold an answer.

    Where a response is filled in that holds answers to questions not asked, LHC-Forms drops the answers and
    leaves their group behind, with nothing in it.
    """
    for item in items:
        inside = list(without_empty_groups(item.get("item", [])))
        if inside or "answer" in item:
            yield {**item, **({"item": inside} if inside else {})}


def is_here() -> bool:
    """Return whether the package was fetched."""
    return Path(FOLDER).is_dir()
