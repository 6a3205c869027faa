"""Walking the app without a browser, on the shipped content."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from logic.answers.answers import Answers
from logic.files.open_file import Opened
from ui.session.guide_content import content
from ui.session.visit import Visit

MAIN = Path(__file__).parent.parent.parent / "ui" / "main.py"
CHECK = content().say("check.title")
SUMMARY = content().say("summary-page.title")
SESSION = Answers(
    {"who-answers": "therapist", "name": "Kim", "pattern": "both-legs", "tablets-tried": "never"},
    observations={"body": "Both ankles beat."},
)
"""What a therapist said with a person in two sections, and noted in one."""


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


def begun() -> AppTest:
    """Return the app at the first screen of the guide."""
    return pressed(opened(), "begin")


def draw_place(name: str) -> None:
    """Draw one place as the entry script does: the pages made, the picks kept."""
    from importlib import import_module  # noqa: PLC0415  # AppTest runs this function as a script of its own

    import streamlit as st  # noqa: PLC0415  # see above

    from ui.parts import pages  # noqa: PLC0415  # see above

    made = pages.make_pages(dict.fromkeys(pages.NAMES, lambda: None))
    st.navigation(list(made.values()), position="hidden")
    import_module(f"ui.screens.{name}").draw()


def at(name: str, said: Answers, second: Opened | None = None, **more: Any) -> AppTest:
    """Return the app at a place, with answers and a second view."""
    app = AppTest.from_function(draw_place, args=(name,), default_timeout=30)
    app.session_state["visit"] = Visit(said, second_view=second, **more)
    return ran(app)


def told(app: AppTest) -> list[str]:
    """Return every message, caption and plain text of a screen."""
    kinds = (app.success, app.warning, app.info, app.caption, app.text, app.markdown)
    return [str(item.value) for kind in kinds for item in kind]


def buttons(app: AppTest) -> list[str]:
    """Return what can be pressed, but for files."""
    return [str(button.label) for button in app.button]
