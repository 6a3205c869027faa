"""The programs of others that are measured beside the guide, in an environment of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.server_process import ROOT

PYTHON = ROOT / ".cache" / "venv-bench" / "bin" / "python"
"""Made by scripts/setup requirements-bench.txt .cache/venv-bench."""


def run(module: str, *arguments: object, others: bool) -> Any:
    """Run a module of bench/ in its own process, in the environment of others or in ours; return what it printed."""
    python = PYTHON if others else Path(sys.executable)
    command = [str(python), "-m", f"bench.{module}", *map(str, arguments)]
    ran = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, stdout=subprocess.PIPE
    )
    return json.loads(ran.stdout)


def version(package: str) -> str:
    """Return the version of a package of theirs."""
    code = f"import importlib.metadata, json; print(json.dumps(importlib.metadata.version({package!r})))"
    return str(json.loads(subprocess.run([PYTHON, "-c", code], check=True, stdout=subprocess.PIPE).stdout))
