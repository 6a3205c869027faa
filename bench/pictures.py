"""Take the small pictures of docs/screens/ and the README: `.venv/bin/python -m bench.pictures`, from the root.

It starts a server and a browser of its own. The person in the pictures is made up.
"""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.access.states import lay, screen_asking
from tests.browser.conftest import ARGUMENTS, Watched
from tests.server_process import ROOT, Server, serve
from ui.session.guide_content import content

OUT = ROOT / "docs" / "screens"
ANSWERS = json.loads((ROOT / "tests" / "fixtures" / "personas" / "ms-tablets.json").read_text(encoding="utf-8"))[
    "answers"
]
PHONE, SMALL, LAPTOP, ZOOMED = (390, 844), (320, 700), (1280, 800), (320, 200)
# By name of the picture: the window, the place or the screen of the guide, and how the reader likes it.
TAKEN: dict[str, tuple[tuple[int, int], str, dict[str, Any]]] = {
    "start-phone": (PHONE, "start", {}),
    "question-phone": (PHONE, "guide:daily-help", {}),
    "body-phone": (PHONE, "guide:areas", {}),
    "matters-small-phone": (SMALL, "guide:matters-daily-life", {}),
    "question-forced-colours": (PHONE, "guide:pump-now", {"forced_colors": "active"}),
    "question-zoomed": (ZOOMED, "guide:stiffness", {}),
    "start-laptop": (LAPTOP, "start", {}),
    "question-dark": (LAPTOP, "guide:stiffness", {"color_scheme": "dark"}),
    "compare-laptop": (LAPTOP, "compare", {}),
    "summary-phone": (PHONE, "summary", {}),
}


def opened(browser: Browser, server: Server, size: tuple[int, int], ways: dict[str, Any]) -> Watched:
    """Return a page in a window of this size."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **ways)
    return Watched(context.new_page(), server)


def at(watched: Watched, place: str) -> Page:
    """Open what a picture shows, with a made-up person's answers."""
    name, _, question = place.partition(":")
    if question:
        lay(watched, ANSWERS, screen_asking(question), question=question)
    else:
        if name != "start":
            lay(watched, ANSWERS, next(iter(content().screens)))
        watched.open("" if name == "start" else name)
    watched.page.wait_for_load_state("networkidle")
    return watched.page


def main() -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(ROOT / "app.py", Path(folder)) as server,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, (size, place, ways) in TAKEN.items():
            page = at(opened(browser, server, size, ways), place)
            page.screenshot(path=OUT / f"{name}.jpg", type="jpeg", quality=70)
            page.context.close()


if __name__ == "__main__":
    main()
