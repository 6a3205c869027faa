"""The browser that tests and measurements start."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program() -> str:
    """Return the browser: Debian's, or the one that CHROMIUM names. Raises FileNotFoundError where it is not installed.

    /usr/lib/chromium/chromium-headless-shell, a package of its own, draws no windows, and so has half the work with
    each page. It meets other moments, and races that the browser seldom shows.
    """
    name = os.environ.get("CHROMIUM", "chromium")
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is needed: scripts/setup-browser")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        yield browser
        browser.close()
