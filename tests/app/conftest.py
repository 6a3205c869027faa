"""What every test of the app without a browser has."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.server_process import ROOT, Server, serve


@pytest.fixture(autouse=True, scope="session")
def packages_read_once() -> Iterator[None]:
    """Each AppTest reads what all installed packages say of themselves, though that is the same for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of the guide as it stands. Who changes or ends it has one of their own."""
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("server")) as running:
        yield running
