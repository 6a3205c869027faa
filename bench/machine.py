"""On what was measured: the machine and the versions of what matters."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench import others
from tests.browser.launching import program

OURS, THEIRS = ("streamlit", "typst", "websockets"), ("weasyprint", "pyxform")


def machine() -> str:
    """Return a sentence or two for the reader of the tables."""
    processor = next(
        (
            line.partition(": ")[2]
            for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    packages = [f"{name} {version(name)}" for name in OURS] + [f"{name} {others.version(name)}" for name in THEIRS]
    packages += [_told(program()), _told("nginx", "-v")]
    return (
        f"Measured by one run of `scripts/bench` on {datetime.now(UTC):%d %B %Y at %H:%M} UTC: "
        f"{os.cpu_count()} processors ({processor}), load {os.getloadavg()[0]:.1f} when it began, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {', '.join(packages)}.\n"
    )


def _told(name: str, ask: str = "--version") -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found is None:
        return f"no {name}"
    told = subprocess.run([found, ask], capture_output=True, text=True, check=False)
    return (told.stdout + told.stderr).split("\n")[0].strip()
