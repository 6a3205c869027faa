"""The server of the guide as it stands, one for the tests of a file."""

from collections.abc import Iterator

import pytest

from tests.server_process import ROOT, Server, serve


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("server")) as running:
        yield running
