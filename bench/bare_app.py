"""The bare page on a server that is set as the guide's is: its settings, nothing to collect, no waiting for more."""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.server.no_delay import NoDelay

TURN_SECONDS = 0.0005
"""As in app.py of the guide, which starts a server when it is imported."""


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Have the collector leave alone what every run needs."""
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN_SECONDS)
    yield


app = st.App(Path(__file__).parent / "bare_page.py", lifespan=lifespan, middleware=[Middleware(NoDelay)])
