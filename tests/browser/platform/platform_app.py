"""The server of `app.py` around a script that uses each part of the platform once."""

from pathlib import Path
from typing import Any

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from app import lifespan, middleware
from ui.parts.pages import NAMES
from ui.server.known_paths import KnownPaths

HERE = Path(__file__).parent
UI = HERE.parents[2] / "ui"

for part in middleware:
    if getattr(part.cls, "__name__", "") == KnownPaths.__name__:
        # The script has a place of its own.
        kwargs: dict[str, Any] = part.kwargs
        kwargs["places"] = (*NAMES, "second")

app = st.App(
    HERE / "script.py",
    lifespan=lifespan,
    middleware=middleware,
    # Streamlit serves the static files beside the script, and these are beside another.
    routes=[Mount("/app/static", StaticFiles(directory=UI / "static"))],
)
