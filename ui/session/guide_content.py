"""The content that this server shows: read once, shared by every session, never changed."""

from functools import cache
from pathlib import Path

from logic.content.content import Content
from logic.content.loading.load import load

FOLDER = Path(__file__).parents[2] / "questions"


class ContentProblem(RuntimeError):
    """The content has errors; the message lists every one with its place and fix."""


@cache
def content() -> Content:
    """Return the content. Raises ContentProblem, so that a server with broken content does not start."""
    found, problems = load(FOLDER, "questions")
    if found is None:
        raise ContentProblem("\n".join(map(str, problems)))
    return found


def say(key: str, **values: object) -> str:
    """Return the interface's words under `group.name`."""
    return content().say(key, **values)
