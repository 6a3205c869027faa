"""Voices without a browser: who speaks, two views, and what is left out."""

import pytest

from logic.answers.answers import Answers
from logic.answers.left_out import OBSERVATIONS, VIEWS
from logic.files.open_file import Misfit, Opened
from tests.app.walk import SESSION, answers, at, buttons, chosen, opened, pressed, ran, shown, title, told
from ui.session.guide_content import content, say

VERSION = content().guide.version
CHILD = Answers({"who-answers": "person", "name": "Kim", "spasm-often": "few-a-day", "hope": "To swim again"})
PARENT = Answers({"who-answers": "family", "name": "Ada", "spasm-often": "many-a-day", "how-long": "one-to-five-years"})


@pytest.mark.parametrize("voice", ["with-person", "family", "therapist"])
def test_voice_is_told_at_the_top_of_every_screen_but_where_it_is_asked(voice: str) -> None:
    """Whoever looks at a screen learns whose words these are; where it is asked, a line would move what is pressed."""
    app = chosen(pressed(opened(), "begin"), "who-answers", voice)
    assert say(f"voice.{voice}") not in told(app)

    for button in ("next", "next"):
        assert say(f"voice.{voice}") in told(pressed(app, button))


def test_person_alone_is_told_nothing_of_who_they_are() -> None:
    """A line at the top is for those who read the words of another, or write for them."""
    app = pressed(chosen(pressed(opened(), "begin"), "who-answers", "person"), "next")

    assert not [words for words in told(app) if words in content().text["voice"].values()]


def test_voice_not_said_is_not_guessed() -> None:
    """Until somebody says who they are, the screen says nothing of it."""
    assert set(told(opened())).isdisjoint(content().text["voice"].values())


def test_second_view_stands_beside_the_answers_and_changes_none_of_them() -> None:
    """Both are told alike, each under its own name."""
    app = at("views", CHILD, Opened(PARENT, content=VERSION))
    page = shown(app)

    for words in (": Kim", ": Ada", "A few times a day", "Many times a day", say("views.differ"), "To swim again"):
        assert words in page
    assert answers(app) == CHILD


def test_view_under_another_name_is_asked_about_before_it_is_laid_beside() -> None:
    """A file of somebody else is not shown until the person says so, and after a no it is nowhere."""
    asked = at("views", CHILD)
    asked.session_state["visit"].second_offered = Opened(PARENT, content=VERSION)
    ran(asked)
    assert say("views.other-name", ours="Kim", theirs="Ada") in told(asked)
    assert "Many times a day" not in shown(asked)

    no = pressed(asked, "views-not")
    assert "Many times a day" not in shown(no)
    assert (no.session_state["visit"].second_view, no.session_state["visit"].second_offered) == (None, None)

    no.session_state["visit"].second_offered = Opened(PARENT, content=VERSION)
    yes = pressed(ran(no), "views-all-the-same")
    assert "Many times a day" in shown(yes)
    assert say("views.opened") in told(yes)


def test_second_view_removed_is_removed_from_the_screen_and_from_the_session() -> None:
    """Nothing of it is left to be shown or written anywhere."""
    app = pressed(at("views", CHILD, Opened(PARENT, content=VERSION)), "views-remove")

    assert "Ada" not in shown(app)
    assert say("views.removed") in told(app)
    assert app.session_state["visit"].second_view is None
    assert answers(app) == CHILD


def test_second_view_of_another_version_is_opened_and_says_so_as_plain_text() -> None:
    """What no longer fits is listed; nothing that a file says of itself is read as markup."""
    second = Opened(PARENT, content="**2019**", misfits=(Misfit("Old question", "[link](https://example.org)"),))
    app = at("views", CHILD, second)
    plain = [str(item.value) for item in app.text]

    assert say("views.version", theirs="**2019**", ours=VERSION) in plain
    assert "Old question: [link](https://example.org)" in plain
    assert "Many times a day" in shown(app)


def test_second_view_goes_when_the_answers_of_somebody_else_come() -> None:
    """A therapist who opens the next person's file must not lay the last one's family beside it."""
    app = opened()
    visit = app.session_state["visit"]
    visit.answers, visit.second_view, visit.opened = CHILD, Opened(PARENT), Opened(SESSION)
    pressed(ran(app), "replace")

    assert answers(app) == SESSION
    assert app.session_state["visit"].second_view is None


def test_summary_with_a_second_view_holds_it_until_it_is_left_out() -> None:
    """One tap keeps the other voice back."""
    app = at("summary", CHILD, Opened(PARENT))
    assert say("summary.beside") in shown(app)
    assert "Ada" in shown(app)

    app.checkbox(key=f"leave-out-{VIEWS}").check()
    ran(app)

    assert "Ada" not in shown(app)
    assert "Kim" in shown(app)


def test_summary_with_nothing_answered_says_so_and_leads_to_the_guide() -> None:
    """There is no page of what is left open, and no button of a PDF that would hold nothing."""
    app = at("summary", Answers())

    assert title(app) == say("summary-page.empty-title")
    assert shown(app) == ""
    assert buttons(app) == [say("start.begin"), say("views.link")]
    app.button(key="to-guide").click()
    leaving = ran(app).session_state["visit"].leaving

    assert (leaving.here, leaving.there) == ("start", "guide")


def test_summary_without_other_voices_offers_none_to_leave_out() -> None:
    """What is not there cannot be left out, and is not said to be."""
    app = at("summary", CHILD, left_out=frozenset({VIEWS, OBSERVATIONS}))
    keys = [box.key for box in app.checkbox]

    assert f"leave-out-{VIEWS}" not in keys
    assert f"leave-out-{OBSERVATIONS}" not in keys
    assert "Left out" not in shown(app)


def test_observations_left_out_are_absent_and_the_answers_stay() -> None:
    """A therapist's notes are a voice of their own."""
    app = at("summary", SESSION)
    assert "Both ankles beat." in shown(app)

    app.checkbox(key=f"leave-out-{OBSERVATIONS}").check()
    ran(app)

    assert "Both ankles beat." not in shown(app)
    assert "Both legs" in shown(app)


def test_file_inside_the_pdf_is_left_out_by_one_tap_and_a_line_says_what_is_so() -> None:
    """Beside the download stands plainly what the PDF holds."""
    app = at("summary", CHILD)
    assert say("share.inside-note") in told(app)

    app.checkbox(key="pdf-inside").uncheck()
    ran(app)

    assert say("share.inside-none") in told(app)
    assert say("share.inside-note") not in told(app)


def test_file_to_share_is_offered_where_something_is_left_out() -> None:
    """Without anything left out it would be the file to carry on with."""
    app = at("summary", CHILD)
    assert say("share.file-note") not in told(app)

    app.checkbox(key="leave-out-body").check()
    ran(app)

    assert say("share.file-note") in told(app)
