"""Logs without what people typed."""

import logging
from pathlib import Path

import pytest

from ui.server import quiet_logs


def test_a_logged_exception_tells_its_type_and_place_but_not_its_text(caplog: pytest.LogCaptureFixture) -> None:
    """What a person typed is often quoted by the exception that it caused, and by the one before it."""
    before = logging.getLogRecordFactory()
    quiet_logs.install()
    quiet_logs.install()
    try:
        try:
            int("I feel " + "sad")
        except ValueError as first:
            try:
                raise KeyError("sad" * 2) from first
            except KeyError:
                logging.getLogger("tests").exception("Went wrong")
    finally:
        logging.setLogRecordFactory(before)

    assert "builtins.ValueError" in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert Path(__file__).name in caplog.text
    assert "sadsad" not in caplog.text
    assert "I feel sad" not in caplog.text
