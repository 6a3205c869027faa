"""Take the small pictures of docs/screens/ and the README: `.venv/bin/python -m bench.pictures`, from the root.

It starts a server and a browser of its own, and needs pdftoppm. The person in the pictures is made up.
"""

import base64
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.access.states import lay, screen_asking
from tests.browser.conftest import Watched
from tests.browser.launching import launched
from tests.server_process import ROOT, Server, serve
from ui.session.guide_content import content, say

OUT = ROOT / "docs" / "screens"
PERSONA = ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json"
ANSWERS = json.loads(PERSONA.read_text(encoding="utf-8"))["answers"]
PHONE, SMALL, LAPTOP, ZOOMED = (390, 844), (320, 700), (1280, 800), (320, 200)
# By name of the picture: the window, the place or the question of the guide, and how the reader likes it.
TAKEN: dict[str, tuple[tuple[int, int], str, dict[str, Any]]] = {
    "start-phone": (PHONE, "start", {}),
    "question-phone": (PHONE, "guide:daily-help", {}),
    "body-phone": (PHONE, "guide:areas", {}),
    "matters-small-phone": (SMALL, "guide:matters-daily-life", {}),
    "question-forced-colours": (PHONE, "guide:pump-now", {"forced_colors": "active"}),
    "question-zoomed": (ZOOMED, "guide:stiffness", {}),
    "question-dark": (LAPTOP, "guide:stiffness", {"color_scheme": "dark"}),
    "compare-laptop": (LAPTOP, "compare", {}),
    "compare-phone": (PHONE, "compare", {}),
    "summary-phone": (PHONE, "summary", {}),
}


def opened(browser: Browser, server: Server, size: tuple[int, int], ways: dict[str, Any]) -> Watched:
    """Return a page in a window of this size."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **ways)
    return Watched(context.new_page(), server)


def at(watched: Watched, place: str) -> Page:
    """Open what a picture shows, with a made-up person's answers."""
    name, _, question = place.partition(":")
    page = watched.page
    if question:
        lay(watched, ANSWERS, screen_asking(question), question=question)
        # Streamlit fetches its controls when they are first asked for.
        page.locator(f".st-key-question-{question} :is(input, textarea)").first.wait_for(state="attached")
    else:
        if name != "start":
            lay(watched, ANSWERS, next(iter(content().screens)))
        watched.open("" if name == "start" else name)
    if name == "start":
        expect(page.get_by_role("button", name=say("start.begin"), exact=True)).to_be_visible()
    if name == "compare":
        page.locator(".grid").evaluate("grid => grid.scrollIntoView({block: 'start'})")
        page.locator("[data-testid=stMain]").evaluate("main => main.scrollBy(0, -80)")
    page.wait_for_load_state("networkidle")
    return page


def keep(browser: Browser, picture: bytes, name: str) -> None:
    """Write a picture as WebP, which is half as large."""
    page = browser.new_page()
    small = page.evaluate(AS_WEBP, f"data:image/png;base64,{base64.b64encode(picture).decode()}")
    (OUT / f"{name}.webp").write_bytes(base64.b64decode(small.partition(",")[2]))
    page.close()


AS_WEBP = """async picture => {
  const image = new Image()
  image.src = picture
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext("2d").drawImage(image, 0, 0)
  const reader = new FileReader()
  reader.readAsDataURL(await canvas.convertToBlob({ type: "image/webp", quality: 0.8 }))
  await new Promise(done => { reader.onload = done })
  return reader.result
}"""


def page_one() -> bytes:
    """Return the first page of the same person's summary."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "summary.pdf")
        guide = [str(ROOT / "scripts" / "guide"), "summary", str(PERSONA), "--to", "pdf", "--out", file]
        subprocess.run(guide, check=True)
        drawn = [shutil.which("pdftoppm") or "pdftoppm", "-png", "-r", "90", "-singlefile", file]
        return subprocess.run(drawn, check=True, capture_output=True).stdout


def main() -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(ROOT / "app.py", Path(folder)) as server,
        launched() as browser,
    ):
        keep(browser, page_one(), "summary-page-one")
        for name, (size, place, ways) in TAKEN.items():
            page = at(opened(browser, server, size, ways), place)
            keep(browser, page.screenshot(), name)
            page.context.close()


if __name__ == "__main__":
    main()
