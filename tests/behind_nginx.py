"""Two servers of the guide behind nginx, as deploy/nginx.conf sets it up."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.server_process import ROOT, Server, free_port, serve, wait_until_healthy


def program(name: str) -> str:
    """Return where a program of the machine is; without it the test fails and says so."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found is None:
        pytest.fail(f"This test needs {name}: scripts/setup-browser", pytrace=False)
    return found


def printed(*command: str | Path) -> str:
    """Return what a program of the machine says, having printed it; the test fails where the program does."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    print(ran.stdout, ran.stderr)  # noqa: T201 - asked for by whoever signs for the hosting
    assert ran.returncode == 0
    return ran.stdout + ran.stderr


def put_up(folder: Path, **places: object) -> Path:
    """Write the configuration with other ports and folders, and without HTTPS; nothing else differs."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for named, other in {
        "8501": places["one"],
        "8502": places["two"],
        "listen 443 ssl;": f"listen {places['front']};",
        "listen 80;": f"listen {free_port()};",
        "/run/nginx.pid": folder / "nginx.pid",
        "/var/log/nginx/guide.log": folder / "nginx.txt",
    }.items():
        assert named in text
        text = text.replace(named, str(other))
    plain = "".join(line for line in text.splitlines(keepends=True) if not line.strip().startswith("ssl_"))
    (folder / "nginx.conf").write_text(plain, encoding="utf-8")
    return folder / "nginx.conf"


@contextmanager
def nginx_before(folder: Path, one: int, two: int) -> Iterator[Server]:
    """Run nginx before two ports."""
    front = free_port()
    conf = put_up(folder, one=one, two=two, front=front)
    command = [program("nginx"), "-p", str(folder), "-c", str(conf), "-g", "daemon off;", "-e", "stderr"]
    process = subprocess.Popen(command)
    try:
        yield Server(front, folder / "nginx.txt", process)
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def two_behind_nginx(folder: Path, second: Path = ROOT) -> Iterator[tuple[Server, dict[str, Server]]]:
    """Run two servers and nginx before them; the second of another project where one is named."""
    with ExitStack() as stack:
        one, two = (
            stack.enter_context(serve(project / "app.py", folder, free_port(), project=project))
            for project in (ROOT, second)
        )
        nginx = stack.enter_context(nginx_before(folder, one.port, two.port))
        wait_until_healthy(nginx)
        yield nginx, {"one": one, "two": two}
