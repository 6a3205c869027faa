"""Presses: what each does is a callback, so that no newer message of the page can cut it short."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import ROOT

UI = ROOT / "ui"
PRESS = UI / "parts" / "press.py"
PRESSED = ("button", "form_submit_button", "link_button", "popover", "menu_button")


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of Streamlit's functions in a module, by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "st":
            yield node.func.attr, node


def test_buttons_are_made_in_one_place_which_gives_each_a_callback() -> None:
    """A button whose press is looked for after it was drawn loses it on a slow server."""
    made = [(path, call) for path in sorted(UI.rglob("*.py")) for name, call in calls(path) if name in PRESSED]

    assert [path for path, _ in made] == [PRESS]
    assert "on_click" in [word.arg for word in made[0][1].keywords]


@pytest.mark.parametrize("kind", ["radio", "checkbox", "text_area", "number_input"])
def test_what_is_chosen_or_typed_is_recorded_by_a_callback(kind: str) -> None:
    """Of each kind there is one at least, and none without."""
    made = [call for path in sorted(UI.rglob("*.py")) for name, call in calls(path) if name == kind]

    assert made
    assert [ast.unparse(call) for call in made if "on_change" not in [word.arg for word in call.keywords]] == []


def test_a_message_of_a_component_is_heard_by_a_callback() -> None:
    """All but the browser's notes, which every run and every callback begin with."""
    heard = {
        word.arg: ast.unparse(word.value)
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "_mount"
        for word in node.keywords
        if word.arg and word.arg.startswith("on_")
    }

    assert {name for name, callback in heard.items() if callback == "lambda: None"} == {"on_noted_change"}
    assert set(heard) == {"on_said_change", "on_noted_change", "on_file_change"}


def test_what_a_control_shows_is_read_in_one_place_which_knows_whether_it_is_still_there() -> None:
    """Every change goes through `changed`, itself or by `record`; no other callback asks for a control's value."""
    callbacks = {
        ast.unparse(word.value)
        for path in sorted(UI.rglob("*.py"))
        for _, call in calls(path)
        for word in call.keywords
        if word.arg == "on_change"
    }
    reading = {
        path
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "st.session_state"
    }

    assert callbacks == {"changed", "record"}
    assert reading == {PRESS, UI / "session" / "visit.py", UI / "session" / "widgets.py"}


OVER = """
import streamlit as st
from ui.parts.press import changed, do
from ui.session.visit import delete_visit
heard = []
changed("gone", heard.append)
st.session_state["box"] = True
changed("box", heard.append)
do("button", heard.append, "pressed")
delete_visit()
st.session_state["box"] = True
changed("box", heard.append)
do("button", heard.append, "pressed")
st.text(heard)
"""
"""A control that the session no longer has speaks, one that it has, and each after its visit is over."""


def test_a_control_that_is_gone_or_of_a_visit_that_is_over_does_nothing() -> None:
    """Its message was on its way when all was deleted; before that, each counts once."""
    app = AppTest.from_string(OVER, default_timeout=30).run()

    assert [item.message for item in app.exception] == []
    assert [item.value for item in app.text] == ["[True, 'pressed']"]
