"""The one record of a visit: made once, reached by one function, replaced when the answers are deleted."""

import ast
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from logic.answers.answers import Answers
from logic.files.open_file import Opened
from tests.app.walk import MAIN, chosen, opened, pressed, ran
from tests.builders import ROOT
from ui.session.guide_content import say
from ui.session.picks import Picks
from ui.session.storage import Storage
from ui.session.visit import Guided, Leaving, Visit


def visit_of(app: AppTest) -> Any:
    return app.session_state["visit"]


def literal_keys(text: str) -> list[str]:
    """Return the keys that a module names itself when it reads or writes Streamlit's state."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "st.session_state":
            found.append(node.slice)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("st.session_state."):
            found += node.args[:1]
    return [node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_no_screen_keeps_anything_of_a_visit_under_a_key_of_its_own() -> None:
    """What a control shows goes into the record, and nothing else is kept by name."""
    found = {
        key for path in sorted((ROOT / "ui").rglob("*.py")) for key in literal_keys(path.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_the_record_is_made_once_and_is_the_same_in_every_run() -> None:
    """A choice made in one run stands in the same record in the next."""
    app = opened()
    before = visit_of(app)
    pressed(app, "begin")
    chosen(app, "who-answers", "family")

    assert visit_of(app) is before
    assert before.answers == Answers({"who-answers": "family"})


def test_deleting_empties_the_session_for_good() -> None:
    """Nothing said, picked, opened or hidden is left, and what came in the same message is not taken in."""
    app = pressed(opened(), "begin")
    visit = visit_of(app)
    visit.picks = Picks(trip=45, tries_trip=True)
    visit.opened = visit.second_view = Opened(Answers({"name": "Ada"}))
    visit.guided, visit.side_hidden = Guided("name"), True
    chosen(app, "who-answers", "therapist")
    app.radio(key="answer-who-answers").set_value("family")
    pressed(app, "forget")
    new = visit_of(app)

    assert [item.value for item in app.caption] == [say("store.deleting")]
    assert len(app.radio) == len(app.button) == 0
    assert new == Visit(storage=Storage(new.storage.id, settled=True, over=True), screen=new.screen)
    assert new.storage.id != visit.storage.id
    assert [key for key in ("answer-who-answers", "answer-name") if key in app.session_state] == []


def test_other_answers_replace_what_belonged_to_the_ones_before_and_leave_the_rest() -> None:
    """Picks, the place in a guided session and the second view go; what is hidden and where things are kept stays."""
    app = opened()
    visit = visit_of(app)
    visit.answers, visit.opened = Answers({"name": "Kim"}), Opened(Answers({"name": "Ada"}))
    visit.picks, visit.guided, visit.side_hidden = Picks(years=3), Guided("name"), True
    visit.second_view, visit.storage.keep = Opened(Answers()), False
    app.run()
    pressed(app, "replace")

    assert visit.answers == Answers({"name": "Ada"})
    assert (visit.picks, visit.guided, visit.second_view) == (Picks(), Guided(), None)
    assert (visit.side_hidden, visit.storage.keep) == (True, False)


def led(app: AppTest, place: str) -> AppTest:
    """Go to a place, as a press that leads there does."""
    here = visit_of(app)
    here.leaving = None if here.place == place else Leaving(here.place, place, frozenset())
    return ran(app)


ADA = Opened(Answers({"name": "Ada"}))
SAID = {
    "a file is open": ("start", {"opened": ADA, "opened_taken": True}, say("open.taken", count=1)),
    "a file is refused": ("start", {"opened": Opened(None, "not-ours")}, say("open.not-ours")),
    "a question was asked of a file": ("start", {"opened": ADA}, say("open.replace")),
    "a second view is open": ("views", {"second_notice": "views.opened"}, say("views.opened")),
    "a second view is refused": ("views", {"second_notice": "open.not-ours"}, say("open.not-ours")),
    "a file for the summary was not made": ("summary", {"pdf_notice": "pdf.failed"}, say("pdf.failed")),
    "a comparison was not made": ("compare", {"pdf_notice": "pdf.failed"}, say("pdf.failed")),
}


@pytest.mark.parametrize(("place", "record", "words"), SAID.values(), ids=SAID)
def test_what_is_said_of_a_file_is_said_where_it_was_asked_for_and_once(
    place: str, record: dict[str, Any], words: str
) -> None:
    """It stays while the person does, and who comes back finds nothing of it: answers may be others by then."""

    def told() -> bool:
        return any(words in str(item.value) for item in (*app.success, *app.warning))

    app = led(opened(), place)
    visit_of(app).answers = Answers({"name": "Kim"})
    for name, value in record.items():
        setattr(visit_of(app), name, value)
    assert (ran(app), told(), ran(app), told())[1::2] == (True, True)
    led(led(app, "about"), place)

    assert not told()


def test_a_new_record_is_that_of_somebody_who_has_done_nothing() -> None:
    """It is at the first screen, and two of them share nothing."""
    one, other = Visit(), Visit()
    one.picks.put("years", 3)

    assert AppTest.from_file(MAIN, default_timeout=30).run().session_state["visit"].screen == one.screen
    assert other.picks == Picks()
    assert one.storage.id != other.storage.id
