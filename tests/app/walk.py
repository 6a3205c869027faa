"""Walking the app without a browser, on the shipped content."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from ui.session.guide_content import content

MAIN = Path(__file__).parent.parent.parent / "ui" / "main.py"
CHECK = content().say("check.title")
SUMMARY = content().say("summary-page.title")


def opened() -> AppTest:
    """Return the app at Start."""
    return ran(AppTest.from_file(MAIN, default_timeout=30))


def ran(app: AppTest) -> AppTest:
    """Run the app once; a fault on the screen is a failed test."""
    app.run()
    assert [item.value for item in app.exception] == []
    return app


def pressed(app: AppTest, key: str) -> AppTest:
    """Press a button."""
    app.button(key=key).click()
    return ran(app)


def chosen(app: AppTest, question: str, choice: str) -> AppTest:
    """Answer a question of one choice."""
    app.radio(key=f"answer-{question}").set_value(choice)
    return ran(app)


def title(app: AppTest) -> str:
    """Return the heading of the screen."""
    return str(app.title[0].value)


def gone_to(app: AppTest, wanted: str) -> AppTest:
    """Press Next until a screen of this title."""
    for _ in range(2 * len(content().screens)):
        if title(app) == wanted:
            return app
        pressed(app, "next")
    raise AssertionError(f"no screen is titled {wanted}")


def answers(app: AppTest) -> Any:
    """Return the answers of the session."""
    return app.session_state["visit"].answers


def shown(app: AppTest) -> str:
    """Return all HTML that the screen holds."""
    return "\n".join(item.proto.body for item in app.main if item.type == "html") + "\n".join(
        item.proto.body for item in app.get("html")
    )
