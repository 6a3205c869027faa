"""The server of `app.py` around a script that uses each part of the platform once."""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from app import lifespan, middleware

HERE = Path(__file__).parent
UI = HERE.parents[2] / "ui"

app = st.App(
    HERE / "script.py",
    lifespan=lifespan,
    middleware=middleware,
    # Streamlit serves the static files beside the script, and these are beside another.
    routes=[Mount("/app/static", StaticFiles(directory=UI / "static"))],
)
