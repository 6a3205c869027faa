"""The server's half of the store: notes put onto answers as their controls would, and messages believed with care."""

import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from logic.answers.answers import Answers
from logic.answers.changes import Note, controls_of, key_of, with_notes
from tests.app.walk import MAIN, answers, ran
from ui.browser_store.messages import message_from
from ui.session.guide_content import content

VERSION = content().guide.version
QUESTION_OF = {key: question.id for question in content().questions.values() for key in controls_of(question)}
"""The question that each control answers, by its key."""
QUESTIONS = """
from ui.parts.question import draw_question
from ui.session.guide_content import content
for question in {names}:
    draw_question(content().questions[question])
"""
TO_ASK = """
from ui.parts.questions_to_ask import draw_questions_to_ask
from ui.session.visit import current
draw_questions_to_ask(current())
"""


def noted(key: str, value: bool | int | str) -> Note:
    return Note(key, value, VERSION)


def changes(app: AppTest) -> list[tuple[str, Any, Any]]:
    """Return a change for each control on the screen: its key, its new value, and what the browser would note."""
    radios = [(box.key, box.options[-1], len(box.options) - 1) for box in app.radio]
    ticks = [(box.key, True, True) for box in app.checkbox]
    areas = [(area.key, "one\n two", "one\n two") for area in app.text_area]
    numbers = [(box.key, "7", "7") for box in app.text_input]
    return [(key or "", value, note) for key, value, note in (*radios, *ticks, *areas, *numbers)]


def set_to(app: AppTest, key: str, value: Any) -> None:
    for kind in (app.radio, app.checkbox, app.text_area, app.text_input):
        for control in kind:
            if control.key == key:
                # A radio is set by the choice's id, which AppTest finds by its label.
                control.set_value(value)
                return
    raise AssertionError(key)


def worked(script: str, turn: int) -> set[str]:
    """Work one control of each question by hand, the first, the second or a later one; return which they were.

    Notes that say the same have to end in the same answers, and each of them has to change these.
    """
    app = ran(AppTest.from_string(script, default_timeout=30))
    before, taken, notes = answers(app), Counter[str](), []
    for key, value, note in changes(app):
        owner = QUESTION_OF.get(key, key)
        if taken[owner] == turn:
            set_to(app, key, value)
            notes.append(noted(key, note))
        taken[owner] += 1
    ran(app)

    assert with_notes(content(), before, notes) == answers(app)
    assert [note.key for note in notes if with_notes(content(), before, [note]) == before] == []
    return {note.key for note in notes}


def test_a_note_does_to_the_answers_what_its_control_does() -> None:
    """Each control of every question, with all that have one left on one page and one control of each at a time.

    The button that takes an answer back is pressed in tests of its own.
    """
    counts = Counter(QUESTION_OF.values())
    turns = [[name for name, count in counts.items() if count > turn] for turn in range(max(counts.values()))]
    controls = {key for key in QUESTION_OF if not key.endswith("-clear")}

    assert set().union(*(worked(QUESTIONS.format(names=names), turn) for turn, names in enumerate(turns))) == controls


def test_a_note_does_to_the_questions_to_ask_what_its_control_does() -> None:
    """Each question that is offered is dropped, and one is written."""
    found = worked(TO_ASK, 0)

    assert found <= {key_of("own-questions"), *(key_of("ask", name) for name in content().ask_ids)}
    assert len(found) > 40


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=8,
)
KINDS = st.sampled_from(["found", "more", "take", "delete", "deleted", "moved"])
MESSAGES = st.fixed_dictionaries(
    {"kind": KINDS, "number": st.integers()},
    optional={
        "text": JSON,
        "notes": JSON | st.lists(st.fixed_dictionaries({"key": st.just("answer-name"), "value": JSON})),
        "place": JSON,
        "keep": JSON,
        "session": JSON,
        "too_large": JSON,
    },
)


@given(raw=JSON | MESSAGES)
def test_no_message_of_the_browser_makes_it_raise(raw: Any) -> None:
    """Whatever storage holds, and whoever put it there."""
    message = message_from(raw)
    if message is not None:
        message.opened(content())
        with_notes(content(), Answers(), message.notes)


def test_a_place_that_no_longer_exists_is_the_nearest_before_it() -> None:
    """Odd values around it are as if they were not there."""
    script = """
import json, streamlit as st
from ui.browser_store.position import position_of, restore_position
from ui.session.visit import visit
for place in json.loads(st.session_state["places"]):
    restore_position(visit(), place)
    st.text(json.dumps(position_of(visit())))
"""
    first, child = next(iter(content().screens)), "trial"
    off_route = next(s for s in content().screens.values() if s.questions and all(q.show_if for q in s.questions))
    odd = [[], 3, {"screen": 4}, "x"]
    places: list[Any] = [{"screen": "gone"}, {"screen": off_route.id}, {"left_out": [child, "gone", 7]}]
    places += [{"looking": item, "left_out": item, "guided": item, "screen": item, "changing": item} for item in odd]
    app = AppTest.from_string(script, default_timeout=30)
    app.session_state["places"] = json.dumps(places)
    app.run()
    found = [json.loads(item.value) for item in app.text]

    assert [item.value for item in app.exception] == []
    assert found[0]["screen"] == first
    assert list(content().screens).index(found[1]["screen"]) < list(content().screens).index(off_route.id)
    assert found[2]["left_out"] == [child]
    assert all(item["left_out"] == [] and item["changing"] is False for item in found[3:])


def test_what_was_kept_out_of_the_pdf_or_hidden_is_still_so_after_a_reload() -> None:
    """Who was told that the PDF holds no file is given none; what a therapist hid is not shown to the one beside."""
    script = """
import streamlit as st
from ui.browser_store.position import position_of, restore_position
from ui.session.visit import Visit
before, after = Visit(file_in_pdf=False, side_hidden=True), Visit()
restore_position(after, position_of(before))
st.text((after.file_in_pdf, after.side_hidden))
"""
    app = AppTest.from_string(script, default_timeout=30).run()

    assert [item.value for item in app.text] == ["(False, True)"]


def test_the_app_runs_without_a_browser_that_answers() -> None:
    """The component never replies here, and every place still draws."""
    app = AppTest.from_file(MAIN, default_timeout=30).run()

    assert [item.value for item in app.exception] == []
    assert app.session_state["visit"].storage.settled is False


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
    app = AppTest.from_string(GONE, default_timeout=30).run()

    assert [item.message for item in app.exception] == []
    assert [item.value for item in app.text] == ["{}"]
