"""The reader's clock, apart from all else so that a test can stop it."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def now() -> datetime:
    """Return the present time where the reader is, else in universal time."""
    try:
        return datetime.now(ZoneInfo(st.context.timezone or "UTC"))
    # A zone that is a folder, as Europe is, or a name without end, is refused by the system itself.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime.now(ZoneInfo("UTC"))
