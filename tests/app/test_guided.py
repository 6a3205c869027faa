"""A guided session: it opens where the answers stop, asks one question at a time, and has a therapist's side."""

from logic.answers.answers import Answers, ToAsk
from tests.app.walk import SESSION, answers, at, buttons, chosen, opened, pressed, ran, shown, title, told
from ui.session.guide_content import content, say


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
