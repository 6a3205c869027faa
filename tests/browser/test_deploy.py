"""The files of deploy/, as far as they run here. nginx.conf is run by test_store_servers.py."""

import shutil
from pathlib import Path

import pytest
import yaml

from tests.browser.conftest import NewPage
from tests.browser.person import Person, until
from tests.server_process import ROOT, serve
from ui.session.guide_content import content

CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")


def copied_as_into_the_container(folder: Path) -> Path:
    """Do what its COPY lines say."""
    (folder / "guide").mkdir()
    for line in CONTAINERFILE.splitlines():
        if line.startswith("COPY"):
            *names, _ = line.removeprefix("COPY ").split()
            for name in names:
                put = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
                put(ROOT / name, folder / "guide" / name)
    return folder / "guide"


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_what_the_container_copies_is_enough_and_nothing_is_written_there(
    new_page: NewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it can run on a disk that is read only."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    project = copied_as_into_the_container(tmp_path)
    before = files(project)
    with serve(project / "app.py", tmp_path, project=project) as server:
        person = Person(new_page(server)).open()
        person.choose("who-answers", 1)
        until(lambda: bool(person.answers()), "the answer is kept")
        person.page.goto(f"{server.address}/summary")
        person.watched.settled()
        person.page.close()

        assert files(project) == before


def test_the_cluster_runs_this_version_of_the_guide() -> None:
    """Its parts fit together by name and port, and it never runs one server alone."""
    deployment, service, ingress = yaml.safe_load_all((ROOT / "deploy" / "cluster.yaml").read_text(encoding="utf-8"))
    container = deployment["spec"]["template"]["spec"]["containers"][0]
    [path] = ingress["spec"]["rules"][0]["http"]["paths"]

    assert container["image"] == f"guide:{content().guide.version}"
    assert container["ports"] == [{"containerPort": 8501}]
    assert deployment["spec"]["replicas"] >= 2
    assert service["spec"]["selector"] == deployment["spec"]["template"]["metadata"]["labels"]
    assert service["spec"]["ports"] == [{"port": 80, "targetPort": 8501}]
    assert path["backend"]["service"] == {"name": service["metadata"]["name"], "port": {"number": 80}}
