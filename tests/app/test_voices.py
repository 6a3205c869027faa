"""Voices without a browser: who speaks, two views, a guided session, and what is left out."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from logic.answers.answers import Answers, ToAsk
from logic.answers.left_out import OBSERVATIONS, VIEWS
from logic.files.open_file import Misfit, Opened
from tests.app.walk import answers, chosen, opened, pressed, ran, shown, title
from ui.session.guide_content import content, say
from ui.session.visit import Visit

VERSION = content().guide.version
CHILD = Answers({"who-answers": "person", "name": "Kim", "spasm-often": "few-a-day", "hope": "To swim again"})
PARENT = Answers({"who-answers": "family", "name": "Ada", "spasm-often": "many-a-day", "how-long": "one-to-five-years"})
SESSION = Answers(
    {"who-answers": "therapist", "name": "Kim", "pattern": "both-legs", "tablets-tried": "never"},
    observations={"body": "Both ankles beat."},
)


def _place(name: str) -> None:
    """Draw one place as the entry script does."""
    from importlib import import_module  # noqa: PLC0415  # AppTest runs this function as a script of its own

    import streamlit as st  # noqa: PLC0415  # see above

    from ui.parts import pages  # noqa: PLC0415  # see above

    made = pages.make_pages(dict.fromkeys(pages.NAMES, lambda: None))
    st.navigation(list(made.values()), position="hidden")
    import_module(f"ui.screens.{name}").draw()


def at(name: str, said: Answers, second: Opened | None = None, **more: Any) -> AppTest:
    """Return the app at a place, with answers and a second view."""
    app = AppTest.from_function(_place, args=(name,), default_timeout=30)
    app.session_state["visit"] = Visit(said, second_view=second, **more)
    return ran(app)


def told(app: AppTest) -> list[str]:
    """Return every message, caption and plain text of a screen."""
    kinds = (app.success, app.warning, app.info, app.caption, app.text, app.markdown)
    return [str(item.value) for kind in kinds for item in kind]


def buttons(app: AppTest) -> list[str]:
    """Return what can be pressed, but for files."""
    return [str(button.label) for button in app.button]


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
    assert ran(app).session_state["visit"].leaving == ("start", "guide")


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


def test_guided_session_opens_where_the_answers_stop_and_says_so() -> None:
    """Nothing but the answers is needed to go on."""
    app = at("guided", SESSION)

    assert title(app) == "Other treatments"
    assert say("guided.stopped", title=title(app), section="Tablets and other treatment so far") in told(app)


def test_guided_session_begun_afresh_says_nothing_of_a_last_time() -> None:
    """The first question is the first one."""
    app = at("guided", Answers({"who-answers": "therapist"}))

    assert title(app) == "Way through"
    assert not [item.value for item in app.info]


def test_guided_session_shows_one_question_at_a_time() -> None:
    """Next and back go by single questions, and the answer is kept."""
    app = at("guided", SESSION)
    first = title(app)
    pressed(app, "guided-next")
    assert title(app) != first
    assert not [item.value for item in app.info]

    pressed(app, "guided-back")

    assert title(app) == first
    assert len([item for item in app.header if item.value == question_named(first)]) == 1


def question_named(label: str) -> str:
    """Return the words of the question with this label."""
    return next(item.question for item in content().questions.values() if item.label == label)


def test_therapist_side_is_hidden_at_a_tap_and_comes_back() -> None:
    """What only the therapist reads is not on the shared screen, and notes are not lost by hiding them."""
    app = at("guided", SESSION)
    area = "answer-observation-tablets"
    app.text_area(key=area).set_value("  Tired today. ")
    ran(app)
    pressed(app, "guided-switch")
    assert [item.key for item in app.text_area if item.key == area] == []
    assert say("guided.side") not in [item.value for item in app.header]
    assert buttons(app)[-1] == say("guided.show")

    pressed(app, "guided-switch")

    assert app.text_area(key=area).value == "Tired today."
    assert answers(app).observations == {"body": "Both ankles beat.", "tablets": "Tired today."}


def test_observation_emptied_is_taken_back() -> None:
    """A note that was deleted is in no file."""
    app = at("guided", SESSION)
    pressed(app, "guided-to-body")
    app.text_area(key="answer-observation-body").set_value(" ")
    ran(app)

    assert answers(app).observations == {}
    assert answers(app).given == SESSION.given


def test_agenda_tells_what_is_done_and_open_and_leads_there() -> None:
    """A section is a press away, at its first open question."""
    app = at("guided", Answers({**SESSION.given, "matters-body": {"sleep": "a-lot"}}))
    labels = buttons(app)
    assert say("guided.open", title="You", count=12) in labels

    pressed(app, "guided-to-you")

    assert title(app) == "Way through"


def test_guided_session_ends_with_the_questions_for_the_doctor() -> None:
    """The last stop is the list, and from there the answers are checked."""
    last = list(content().questions)[-1]
    app = at("guided", Answers({**SESSION.given, last: "no"}, to_ask=ToAsk(own=("Who pays?",))))

    while say("check.title") not in buttons(app):
        pressed(app, "guided-next")

    assert title(app) == "Your questions for the doctor"
    assert app.text_area(key="answer-own-questions").value == "Who pays?"


def test_prompt_and_teach_back_stand_on_the_therapists_side() -> None:
    """The prompt and the teach-back are the guide's own: on the trial day, a missed refill, and stopping."""
    app = at("guided", Answers({"who-answers": "therapist", "hope": "To swim", "tablets-tried": "never"}))
    pressed(app, "guided-back")

    told_back = content().screens["tablets-so-far"].teach_back
    assert str(content().questions["tablets-tried"].prompt) in shown(app)
    assert told_back is not None
    assert "ran out of tablets" in shown(app)
    assert [screen.id for screen in content().screens.values() if screen.teach_back] == [
        "tablets-so-far",
        "visits",
        "the-trial",
    ]


def test_guided_session_is_offered_to_a_therapist_alone() -> None:
    """Others are not led into it."""
    app = chosen(pressed(opened(), "begin"), "who-answers", "person")
    assert say("guided.begin") not in buttons(app)

    chosen(app, "who-answers", "therapist")
    pressed(app, "to-guided")

    assert title(app) == "Way through"
    assert say("voice.therapist") in told(app)
