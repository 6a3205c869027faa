"""Logs without what people typed: an exception is told by its type and place, never by its text.

The text of an exception often quotes the value that caused it, and Streamlit logs each one whole.
"""

import logging
import traceback
from collections.abc import Callable


def describe(error: BaseException) -> str:
    """Return where an error was raised and of which type it is, oldest cause first."""
    cause = error.__cause__ or error.__context__
    before = f"{describe(cause)}\nthen " if cause is not None else ""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{before}{type(error).__module__}.{type(error).__qualname__} at\n{places}".rstrip()


def install() -> None:
    """Apply to every logger of this process, those of libraries included."""
    logging.setLogRecordFactory(_without_exception_text(logging.getLogRecordFactory()))


def _without_exception_text(make: Callable[..., logging.LogRecord]) -> Callable[..., logging.LogRecord]:
    if getattr(make, "quiet", False):
        return make

    def make_quiet(*args: object, **kwargs: object) -> logging.LogRecord:
        record = make(*args, **kwargs)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg = f"{record.getMessage()}: {describe(error)}"
            record.args = None
            record.exc_info = None
        return record

    make_quiet.quiet = True  # type: ignore[attr-defined]  # a mark, so that installing twice is harmless
    return make_quiet
