"""The guide's own server, with a window into its memory for the tests and ended sessions soon forgotten.

Run it as `python -m streamlit run` does app.py. Asked at /app/static/memory/<text, back to front>, it answers how many
of its living objects hold the text; turned round, so that the question is not found itself.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from app import HERE, lifespan, middleware
from ui.server import forgetting


@asynccontextmanager
async def lifespan_that_forgets_soon(app: st.App) -> AsyncIterator[None]:
    async with lifespan(app):
        soon = asyncio.create_task(forgetting.forget_ended_sessions(0.2))
        yield
        soon.cancel()


async def end_forgetting(_: Request) -> PlainTextResponse:
    """End the guide's own task as nothing in it is meant to be able to."""
    [task] = [task for task in asyncio.all_tasks() if task.get_name() == forgetting.__name__]
    task.cancel()
    return PlainTextResponse("ended")


async def memory(request: Request) -> PlainTextResponse:
    backwards = request.path_params["backwards"]
    # What was frozen at the start is looked at too. Collecting is left to the guide: that is what is tested.
    gc.unfreeze()
    found = sum(
        backwards in (held if isinstance(held, str) else held.decode("latin1"))[::-1]
        for holder in gc.get_objects()
        for held in gc.get_referents(holder)
        # Most are too short to be turned round for nothing.
        if isinstance(held, str | bytes) and len(held) >= len(backwards)
    )
    return PlainTextResponse(str(found))


app = st.App(
    Path(HERE) / "ui" / "main.py",
    lifespan=lifespan_that_forgets_soon,
    middleware=middleware,
    routes=[
        Route("/app/static/memory/{backwards}", memory),
        Route("/app/static/end-forgetting", end_forgetting),
        Mount("/app/static", StaticFiles(directory=HERE / "ui" / "static")),
    ],
)
