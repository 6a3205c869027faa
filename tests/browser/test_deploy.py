"""The files of deploy/, as far as they run here. Two servers behind nginx are run by store/test_servers.py."""

import http.client
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from select import select
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]  # it ships no types
import pytest
import yaml

from tests.behind_nginx import nginx_before, program
from tests.browser.conftest import NewPage
from tests.browser.person import Person, until
from tests.server_process import ROOT, Server, free_port, serve
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


def run(*command: str | Path) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    print(ran.stdout, ran.stderr)  # noqa: T201 - asked for by whoever signs for the hosting
    assert ran.returncode == 0
    return ran.stdout + ran.stderr


def test_nginx_finds_no_fault_in_its_configuration(tmp_path: Path) -> None:
    """The file as it is, but for a certificate made here and folders of its own."""
    run(program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=guide.example.org",
        "-keyout", tmp_path / "tls.key", "-out", tmp_path / "tls.crt")  # fmt: skip
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for named in ("/etc/guide/tls", "/run/nginx", "/var/log/nginx/guide"):
        assert named in text
        text = text.replace(named, f"{tmp_path}/{named.rpartition('/')[2]}")
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")

    told = run(program("nginx"), "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", "stderr")
    assert "test is successful" in told
    assert "warn" not in told


def test_systemd_finds_the_service_little_exposed(tmp_path: Path) -> None:
    """At most 1.5 of 10 by its own count."""
    unit = shutil.copy(ROOT / "deploy" / "guide@.service", tmp_path / "guide@8501.service")
    told = run(program("systemd-analyze"), "security", "--offline=true", "--no-pager", unit)
    found = re.search(r"exposure level for guide@8501\.service: ([\d.]+)", told)

    assert found
    assert float(found[1]) <= 1.5


ON_ITS_OWN = {
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "server": "nginx",
}


def ask(server: Server, method: str, path: str, body: bytes = b"") -> tuple[int, dict[str, str], str]:
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=30)) as connection:
        connection.request(method, path, body)
        with connection.getresponse() as answer:
            sent = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, sent, answer.read().decode()


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Nginx with no server behind it."""
    with nginx_before(tmp_path_factory.mktemp("away"), free_port(), free_port()) as nginx:
        until(lambda: nginx_answers(nginx), "nginx answers")
        yield nginx


def nginx_answers(nginx: Server) -> bool:
    try:
        return ask(nginx, "GET", "/_stcore/metrics")[0] == 404
    except OSError:
        return False


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 502),
        ("POST", "/", 405),
        ("PUT", "/_stcore/upload_file/a/b", 405),
        ("GET", "/_stcore/upload_file/a/b", 404),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent/mcp", 404),
        ("GET", "/_stcore/script-health-check", 404),
        ("GET", "/component/a/index.html", 404),
        ("GET", "/auth/login", 404),
        ("GET", "/oauth2callback", 404),
        ("GET", "/" + "a" * 9000, 414),
    ],
)
def test_an_answer_of_nginx_itself_bears_the_headers_and_tells_nothing(
    away: Server, method: str, path: str, status: int
) -> None:
    """Each is a sentence for a person, without the version of the program."""
    got, sent, body = ask(away, method, path)

    assert got == status
    assert sent.items() >= ON_ITS_OWN.items()
    assert ("Your answers are in your browser" in body) == (status == 502)
    assert "nginx" not in body


def test_the_log_of_nginx_tells_no_address(away: Server) -> None:
    """Servers that are away, and requests that are refused, are told nobody's address with."""
    ask(away, "GET", "/")
    ask(away, "PUT", "/_stcore/upload_file/a/b", b"x" * 5000)

    assert away.printed() == ""


def test_too_many_requests_of_one_address_are_refused(away: Server) -> None:
    """A thousand at once are let through, since a clinic may share one address; more are not."""
    seen = set[int]()
    with closing(http.client.HTTPConnection("localhost", away.port, timeout=30)) as connection:
        for _ in range(6000):
            connection.request("HEAD", "/")
            with connection.getresponse() as answer:
                seen.add(answer.status)
            if 429 in seen:
                break

    assert seen == {502, 429}


def test_too_many_open_pages_of_one_address_are_refused(tmp_path: Path) -> None:
    """Two hundred wait for a server that takes them all and says nothing; whoever comes after them is told at once."""
    with ExitStack() as stack:
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1000))
        port = silent.getsockname()[1]
        nginx = stack.enter_context(nginx_before(tmp_path, port, port))
        until(lambda: nginx_answers(nginx), "nginx answers")
        pages = [
            stack.enter_context(socket.create_connection(("localhost", nginx.port), timeout=30)) for _ in range(203)
        ]
        for page in pages:
            page.sendall(b"GET /_stcore/stream HTTP/1.1\r\nHost: guide.example.org\r\n\r\n")
        until(lambda: len(select(pages, [], [], 0)[0]) >= 3, "three are answered")

        assert [page.recv(12) for page in select(pages, [], [], 0)[0]] == [b"HTTP/1.1 429"] * 3


def test_every_open_page_has_the_descriptors_that_it_takes() -> None:
    """Four a page at the server, two a page at nginx, for two thousand pages."""
    unit = (ROOT / "deploy" / "guide@.service").read_text(encoding="utf-8")
    front = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")

    assert int(re.findall(r"LimitNOFILE=(\d+)", unit)[0]) >= 4 * 2000
    assert int(re.findall(r"worker_connections (\d+)", front)[0]) >= 2 * 2000
    assert int(re.findall(r"worker_rlimit_nofile (\d+)", front)[0]) >= 2 * 2000
    assert {"MemoryMax", "TasksMax", "OOMPolicy"} <= set(re.findall(r"^(\w+)=", unit, re.MULTILINE))


def test_the_container_rests_on_a_digest_and_takes_only_what_was_tested() -> None:
    """A name can come to mean another image; hashes let no other package in."""
    assert re.search(r"^FROM \S+@sha256:[0-9a-f]{64}$", CONTAINERFILE, re.MULTILINE)
    assert "--require-hashes" in CONTAINERFILE
    assert "HEALTHCHECK" in CONTAINERFILE
