"""The questions for the doctor: offered by theme, kept in the person's order, printed as chosen."""

from logic.answers.journey import journey
from logic.summary.questions_to_ask import suggestions
from tests.app.walk import answers, begun, gone_to, pressed, ran, shown
from ui.session.guide_content import content


def test_five_questions_for_the_doctor_are_in_sight_and_the_rest_stand_by_theme() -> None:
    """Each is a box to tick, once on the screen, and the reasons of a group stand behind one line."""
    app = gone_to(begun(), "Your questions for the doctor")
    boxes = [str(box.key).removeprefix("answer-ask-") for box in app.checkbox if "answer-ask-" in str(box.key)]
    offered = [item.id for item in suggestions(journey(content(), answers(app)))]
    folds = [item.label for item in app.expander]

    assert boxes[:5] == offered[:5]
    assert sorted(boxes) == sorted(offered)
    assert folds.index(content().say("ask.why")) == 0
    assert [box for box in app.checkbox if box.value and "answer-ask-" in str(box.key)] == []


def test_question_kept_from_a_theme_can_be_moved_up() -> None:
    """The person's list has the order that they give it."""
    app = gone_to(begun(), "Your questions for the doctor")
    for name in ("open-mri", "often-cost", "often-team"):
        app.checkbox(key=f"answer-ask-{name}").check()
        ran(app)

    pressed(app, "answer-ask-often-team-to-1")
    pressed(app, "answer-ask-often-team-to-0")

    assert answers(app).to_ask.kept == ("often-team", "open-mri", "often-cost")


def test_suggested_question_kept_and_dropped_reaches_the_summary_as_chosen() -> None:
    """A kept question is printed, a dropped one is not, and one's own comes first."""
    app = gone_to(begun(), "Your questions for the doctor")
    app.text_area(key="answer-own-questions").set_value("Can I still swim?")
    app.checkbox(key="answer-ask-open-mri").check()
    ran(app)
    app.checkbox(key="answer-ask-open-alarms").check()
    ran(app)
    app.checkbox(key="answer-ask-open-alarms").uncheck()
    ran(app)
    pressed(app, "next")
    pressed(app, "onward")

    asks = {item.id: item.question for item in content().not_covered}
    page = shown(app)
    assert page.index("Can I still swim?") < page.index(asks["open-mri"])
    assert asks["open-alarms"] not in page
