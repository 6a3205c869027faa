"""A real server of the app in a process of its own, for tests that need one."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.utils import canonicalize_name

from tests.slow_line import SlowMessages

ROOT = Path(__file__).parent.parent
START_SECONDS = 60
SLOW = bool(os.environ.get("SLOW"))
"""Whether all is tried as on a slow device at the end of a slow wire: see `scripts/test slow`."""


@dataclass(frozen=True)
class Server:
    """A server that answers, and the file that takes everything it prints."""

    port: int
    output: Path
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def printed(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End it at once, as a crash does: it gets to say and to save nothing."""
        self.process.kill()
        self.process.wait(timeout=30)


@contextmanager
def serve(
    app: Path,
    folder: Path,
    port: int | None = None,
    *flags: str,
    project: Path = ROOT,
    first: str = "",
    breaks: bool = False,
) -> Iterator[Server]:
    """Run `streamlit run APP` in the project until the block ends; what it prints goes to a file in the folder.

    It lacks what people who set the guide up do not get. `first` is a program that it runs before all else.
    No run may end with an exception, of which the page would show an error, unless a test `breaks` one.
    """
    port = free_port() if port is None else port
    customised = folder / f"server-{port}"
    customised.mkdir(exist_ok=True)
    program = f"import sys\n\nsys.modules.update(dict.fromkeys({modules_dropped()}))\n{first}"
    (customised / "sitecustomize.py").write_text(program, encoding="utf-8")
    listens = free_port() if SLOW else port
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(listens), *flags]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    # The person's own settings and traces stay out of it, and ours can be looked at.
    environment |= {"PYTHONPATH": f"{customised}{os.pathsep}{project}", "HOME": str(folder)}
    with (folder / f"server-{port}.txt").open("a") as output:
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=output, stderr=subprocess.STDOUT)
        server = Server(listens, Path(output.name), process)
        try:
            wait_until_healthy(server)
            with closing(SlowMessages(server, port)) if SLOW else nullcontext() as line:
                yield line.server if line else server
        finally:
            process.terminate()
            process.wait(timeout=30)
    assert breaks or "Uncaught" not in server.printed(), server.printed()


def dropped() -> set[str]:
    """Return the packages that Streamlit asks for and the guide is set up without."""
    lines = (ROOT / "requirements-dropped.txt").read_text(encoding="utf-8").splitlines()
    return {line.split("  # ")[0] for line in lines if not line.startswith("#")}


@cache
def modules_dropped() -> list[str]:
    """Return what these packages are imported as; the tests have them."""
    found = packages_distributions().items()
    return sorted(module for module, packages in found if dropped() & set(map(canonicalize_name, packages)))


def copy_of_the_guide(folder: Path) -> Path:
    """Copy what the guide runs from into the folder, to be changed there; return where its project is."""
    project = folder / "guide"
    project.mkdir(parents=True)
    for name in ("app.py", ".streamlit", "logic", "questions", "ui"):
        put = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        put(ROOT / name, project / name)
    return project


def children(process: int) -> list[int]:
    """Return the numbers of the processes that a process has started."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [int(number) for task in tasks for number in (task / "children").read_text(encoding="ascii").split()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"The server ended at its start:\n{server.printed()}")
        try:
            with closing(http.client.HTTPConnection("localhost", server.port, timeout=1)) as connection:
                connection.request("GET", "/_stcore/health")
                with connection.getresponse() as answer:
                    if answer.status == 200:
                        return
        except (OSError, http.client.HTTPException):
            # Nothing tells when a port opens, so this asks again.
            time.sleep(0.05)
    raise RuntimeError(f"The server did not answer in {START_SECONDS} seconds:\n{server.printed()}")
