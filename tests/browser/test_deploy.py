"""The files of deploy/, as far as they run here. Nginx: test_nginx.py; two servers behind it: store/test_servers.py."""

import re
import shutil
from pathlib import Path
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]  # it ships no types
import pytest
import yaml

from tests.behind_nginx import printed, program
from tests.browser.conftest import NewPage
from tests.browser.person import Person
from tests.browser.waiting import until
from tests.server_process import ROOT, serve
from ui.server import known_paths
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


def parts() -> dict[str, dict[str, Any]]:
    """Return the objects of the cluster by their kind."""
    found = yaml.safe_load_all((ROOT / "deploy" / "cluster.yaml").read_text(encoding="utf-8"))
    return {str(item["kind"]): item for item in found}


def test_the_cluster_runs_this_version_of_the_guide() -> None:
    """Its parts fit together by name and port, and it never runs one server alone."""
    found = parts()
    pods = found["Deployment"]["spec"]["template"]
    [container], labels = pods["spec"]["containers"], pods["metadata"]["labels"]
    [path] = found["Ingress"]["spec"]["rules"][0]["http"]["paths"]

    assert container["image"] == f"guide:{content().guide.version}"
    assert container["ports"] == [{"name": "http", "containerPort": 8501}]
    assert found["HorizontalPodAutoscaler"]["spec"]["minReplicas"] >= 2
    assert found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == found["Deployment"]["metadata"]["name"]
    assert found["Service"]["spec"] == {
        "selector": labels,
        "ports": [{"name": "http", "port": 80, "targetPort": "http"}],
    }
    assert found["PodDisruptionBudget"]["spec"]["selector"] == {"matchLabels": labels}
    assert found["NetworkPolicy"]["spec"]["podSelector"] == {"matchLabels": labels}
    assert path["backend"]["service"] == {"name": found["Service"]["metadata"]["name"], "port": {"name": "http"}}
    assert {item["metadata"].get("namespace", "guide") for item in found.values()} == {"guide"}


@pytest.mark.parametrize("kind", parts())
def test_each_object_of_the_cluster_fits_its_schema(kind: str) -> None:
    """By the schemas of Kubernetes itself, in which no unknown field passes."""
    version = kubernetes_validate.validate(parts()[kind], "1.37", strict=True)

    print(f"{kind} fits the schema of Kubernetes {version}")  # noqa: T201 - asked for by whoever signs for the hosting


def test_an_object_with_a_misspelt_field_does_not_fit() -> None:
    """So the test above looks."""
    wrong = parts()["Deployment"]
    wrong["spec"]["template"]["spec"]["automountServiceAcountToken"] = False

    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, "1.37", strict=True)


def test_the_pods_are_what_the_restricted_standard_asks() -> None:
    """The standard is held by the namespace, and each of its rules by the pods."""
    found = parts()
    pod = found["Deployment"]["spec"]["template"]["spec"]
    [container] = pod["containers"]

    assert found["Namespace"]["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"
    assert pod["securityContext"]["runAsNonRoot"]
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == {
        "readOnlyRootFilesystem": True,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
    }
    assert found["NetworkPolicy"]["spec"]["egress"] == []


def test_a_person_stays_with_one_container_and_a_sick_one_is_replaced() -> None:
    """The cookie of the way in is as nginx's; health is asked from the start on; not all stand on one machine."""
    found = parts()
    sticky = found["Service"]["metadata"]["annotations"]
    pod = found["Deployment"]["spec"]["template"]["spec"]
    [container] = pod["containers"]
    cookie = {name.rpartition(".")[2]: value for name, value in sticky.items() if ".sticky.cookie" in name}

    assert cookie == {
        "cookie": "true",
        "name": "guide_server",
        "secure": "true",
        "httponly": "true",
        "samesite": "strict",
    }
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": known_paths.HEALTH, "port": "http"}
    assert {item["topologyKey"] for item in pod["topologySpreadConstraints"]} == {
        "kubernetes.io/hostname",
        "topology.kubernetes.io/zone",
    }


def test_systemd_finds_the_service_little_exposed(tmp_path: Path) -> None:
    """At most 1.5 of 10 by its own count."""
    unit = shutil.copy(ROOT / "deploy" / "guide@.service", tmp_path / "guide@8501.service")
    told = printed(program("systemd-analyze"), "security", "--offline=true", "--no-pager", unit)
    found = re.search(r"exposure level for guide@8501\.service: ([\d.]+)", told)

    assert found
    assert float(found[1]) <= 1.5


def test_every_open_page_has_the_descriptors_that_it_takes() -> None:
    """Four a page at the server, two a page at nginx, for two thousand pages."""
    unit = (ROOT / "deploy" / "guide@.service").read_text(encoding="utf-8")
    front = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")

    assert int(re.findall(r"LimitNOFILE=(\d+)", unit)[0]) >= 4 * 2000
    assert int(re.findall(r"worker_connections (\d+)", front)[0]) >= 2 * 2000
    assert int(re.findall(r"worker_rlimit_nofile (\d+)", front)[0]) >= 2 * 2000
    assert {"MemoryMax", "TasksMax", "OOMPolicy"} <= set(re.findall(r"^(\w+)=", unit, re.MULTILINE))


def test_no_memory_of_the_service_comes_to_a_disk() -> None:
    """Answers are in it while pages are open, and an image of it, or a part that was put aside, would hold them."""
    unit = (ROOT / "deploy" / "guide@.service").read_text(encoding="utf-8").splitlines()

    assert {"LimitCORE=0", "MemorySwapMax=0"} <= set(unit)


def test_the_container_rests_on_a_digest_and_takes_only_what_was_tested() -> None:
    """A name can come to mean another image; hashes let no other package in."""
    assert re.search(r"^FROM \S+@sha256:[0-9a-f]{64}$", CONTAINERFILE, re.MULTILINE)
    assert "--require-hashes" in CONTAINERFILE
    assert "HEALTHCHECK" in CONTAINERFILE
