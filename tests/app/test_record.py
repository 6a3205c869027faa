"""What a control says after all that it stood for was deleted."""

from streamlit.testing.v1 import AppTest

GONE = """
import streamlit as st
from ui.browser_store.store import record
from ui.session.visit import delete_visit, visit
record("answer-name")
delete_visit()
st.session_state["answer-name"] = "Ada"
record("answer-name")
st.text(dict(visit().answers.given))
"""
"""A control speaks that the session no longer has, and one whose visit is over."""


def test_a_control_that_is_gone_or_of_a_deleted_visit_puts_nothing_into_the_answers() -> None:
    """A message that was on its way when all was deleted neither fails the page nor brings anything back."""
    app = AppTest.from_string(GONE).run()

    assert [item.message for item in app.exception] == []
    assert [item.value for item in app.text] == ["{}"]
