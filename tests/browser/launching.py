"""The browser that tests and measurements start."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

WITHOUT = [
    # With each window the browser loads pages of its own for what drops down from the address bar: more than a third of
    # the work of a window that shows the guide, and none of it the guide's.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # Playwright's own list, in whose place this one comes, but for what other systems need.
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
"""What the browser is started without."""
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
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
