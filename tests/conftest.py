"""How long Hypothesis looks for counter-examples, here and in CI, and the record of what became of each test.

The record says of which files it is, so that it holds only for these. Calls of pytest on the same files add to it.
"""

import fcntl
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from logic.checks.standards.tested import PASSED, RESULTS, code_under, results_under

ROOT = Path(__file__).parent.parent

# A limit of time would fail a sound property on a busy machine.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("here", PATIENT, max_examples=15)
settings.register_profile("ci", PATIENT, max_examples=100, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


class Record:
    """What became of each test of this run, as the standards cite it."""

    def __init__(self) -> None:
        self.code = code_under(ROOT)
        self.tests: dict[str, str] = {}

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the worst of setting up, running and taking down."""
        if report.outcome != PASSED or report.when == "call":
            self.tests[report.nodeid] = report.outcome if self.tests.get(report.nodeid) != "failed" else "failed"

    @pytest.hookimpl
    def pytest_sessionfinish(self) -> None:
        """Add it to the record, unless files changed meanwhile. Another call of pytest may be writing it, too."""
        if not self.tests or code_under(ROOT) != self.code:
            return
        file = ROOT / RESULTS
        file.parent.mkdir(exist_ok=True)
        with file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            tests = {**(results_under(ROOT) or {}), **self.tests}
            file.write_text(json.dumps({"code": self.code, "tests": dict(sorted(tests.items()))}), encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the two that wait for a program of their own."""
    items.sort(key=lambda item: item.path.name not in ("test_mutants.py", "test_proofs.py"))


def pytest_configure(config: pytest.Config) -> None:
    """Keep the record where the whole run is seen, and in none of its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Record())
