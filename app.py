"""The server's entry: `streamlit run app.py`.

It prepares the process once, at start, so that a rerun does as little as possible, and puts the
security headers around everything that Streamlit answers.
"""

import gc
import importlib
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from logic.outputs.drawing import fonts
from ui import theme
from ui.browser_store.script import script
from ui.parts import frame, pages
from ui.server import (
    compression,
    downloads,
    first_page,
    headers,
    known_paths,
    no_delay,
    quiet_logs,
    streamlit_changes,
    streamlit_internals,
    streamlit_messages,
)
from ui.server.forgetting import forgetting
from ui.session import guide_content

HERE = Path(__file__).parent

TURN_SECONDS = 0.0005
"""How long one run may compute while another waits. A run hands its messages over one by one and waits for its turn at
each: with Python's 5 ms, a click beside somebody's megabyte took the server twice as long."""


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load what every session shares, then tell the collector to leave it alone."""
    # Most of what the first visitor's run would load.
    importlib.import_module("ui.screens.summary")
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN_SECONDS)
    forgetting.start()
    # Started before anybody asks, since it takes a second to load the typesetter.
    downloads.downloads.maker.start()
    yield
    forgetting.stop()
    downloads.downloads.maker.stop()


quiet_logs.install()
try:
    streamlit_internals.check()
    guide_content.content()
    # Read once: whatever becomes of the files, every summary can still be drawn.
    fonts.shipped()
except (streamlit_internals.StreamlitChanged, guide_content.ContentProblem, fonts.FontsMissing) as problem:
    # Whoever starts it sees the list of problems, not the program's inside.
    sys.exit(str(problem))
streamlit_internals.keep_files()
streamlit_internals.finish_callbacks()
streamlit_messages.refuse_messages()
streamlit_messages.name_files_by_chance()
streamlit_messages.make_downloads(downloads.downloads.fetch)
streamlit_changes.send_changes()
page = first_page.build(first_page.streamlit_page(), theme.words(), theme.css(), script(), theme.fonts())
policy = headers.content_security_policy(headers.script_hashes(page))

middleware = [
    Middleware(no_delay.NoDelay),
    Middleware(headers.SecurityHeaders, policy=policy),
    Middleware(
        known_paths.KnownPaths,
        places=pages.NAMES,
        title=theme.words().title,
        words=(guide_content.say("fault.no-page"), guide_content.say("fault.to-start")),
        is_well=forgetting.goes_on,
    ),
    Middleware(first_page.FirstPage, page=page),
    Middleware(compression.Compression),
]

app = st.App(HERE / "ui" / "main.py", lifespan=lifespan, middleware=middleware, on_script_error=frame.draw_fault)
