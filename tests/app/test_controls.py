"""What each control does with an answer: ticked, cleared, refused, not sure, and in words of one's own."""

import pytest
from streamlit.testing.v1 import AppTest

from logic.content.kinds.answer import NOT_SURE
from tests.app.walk import answers, begun, chosen, gone_to, pressed, ran, title
from ui.session.guide_content import content


def test_answer_cleared_is_left_open() -> None:
    """Clearing a choice takes the answer back."""
    app = chosen(gone_to(begun(), "How far it spreads"), "pattern", "both-legs")
    assert answers(app).given == {"pattern": "both-legs"}

    pressed(app, "answer-pattern-clear")

    assert answers(app).given == {}
    assert app.radio(key="answer-pattern").value is None


def test_third_of_two_choices_cannot_be_ticked() -> None:
    """Where at most two can be chosen, the other boxes rest until one is free again."""
    app = gone_to(begun(), "What comes first")
    for box in ("sleep", "walking"):
        app.checkbox(key=f"answer-first-things-{box}").check()
        ran(app)

    assert app.checkbox(key="answer-first-things-sitting").disabled
    app.checkbox(key="answer-first-things-sleep").uncheck()
    ran(app)
    assert answers(app).given["first-things"] == ("walking",)
    assert not app.checkbox(key="answer-first-things-sitting").disabled


def test_choice_that_stands_alone_clears_the_others() -> None:
    """A choice and "None of these" cannot both be ticked: the last one counts."""
    app = gone_to(begun(), "Your days")
    for box in ("pain", "sleep", "none-of-these"):
        app.checkbox(key=f"answer-gets-in-the-way-{box}").check()
        ran(app)
    assert answers(app).given["gets-in-the-way"] == ("none-of-these",)

    app.checkbox(key="answer-gets-in-the-way-pain").check()
    ran(app)

    assert answers(app).given["gets-in-the-way"] == ("pain",)
    assert app.checkbox(key="answer-gets-in-the-way-none-of-these").value is False


def test_not_sure_of_a_number_takes_the_number_back() -> None:
    """A trip is either so many minutes or not known."""
    app = gone_to(begun(), "The trip")
    app.text_input(key="answer-trip-time").set_value("45")
    ran(app)
    assert answers(app).given["trip-time"] == 45

    app.checkbox(key="answer-trip-time-not-sure").check()
    ran(app)

    assert answers(app).given["trip-time"] == NOT_SURE
    assert app.text_input(key="answer-trip-time").value == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [("4500", "out-of-range"), ("1.5", "not-whole"), ("1,5", "not-whole"), ("1e2", "not-whole"), ("-3", "not-whole")],
)
def test_number_that_is_refused_leaves_the_question_open_and_says_why(typed: str, why: str) -> None:
    """An answer from before is not printed in its place, and what was typed can be mended where it stands."""
    app = gone_to(begun(), "The trip")
    app.text_input(key="answer-trip-time").set_value("40")
    ran(app)
    app.text_input(key="answer-trip-time").set_value(typed)
    ran(app)

    assert "trip-time" not in answers(app).given
    assert app.text_input(key="answer-trip-time").value == typed
    assert [box.value for box in app.warning] == [content().say(f"question.{why}", least=0, most=1440)]

    app.text_input(key="answer-trip-time").set_value("٤٥")
    ran(app)

    assert answers(app).given["trip-time"] == 45
    assert app.text_input(key="answer-trip-time").value == "45"
    assert not app.warning


def test_own_concern_gets_a_level_and_keeps_it_when_another_is_added() -> None:
    """A concern in own words can be given an importance, which stays with its words."""
    app = gone_to(begun(), "Living with treatment")
    app.text_area(key="answer-matters-living-own").set_value("My garden\n\n  The stairs ")
    ran(app)
    app.radio(key="answer-matters-living-own-1").set_value("a-lot")
    ran(app)

    app.text_area(key="answer-matters-living-own").set_value("The stairs\nMusic\nMy garden")
    ran(app)

    added = [(item.text, item.level) for item in answers(app).concerns_added]
    assert added == [("The stairs", "a-lot"), ("Music", None), ("My garden", None)]
    assert app.radio(key="answer-matters-living-own-0").value == "a-lot"


def test_words_over_the_limit_are_told_beside_the_field_and_next_waits_until_they_are_shortened() -> None:
    """A long paste stays in its field, with what to do; nothing of it is kept or lost in silence."""
    app = gone_to(begun(), "The cause, and your hopes")
    app.text_area(key="answer-hope").input("To sleep.")
    ran(app)
    app.text_area(key="answer-hope").input("😀" * 5003)
    pressed(app, "next")

    assert title(app) == "The cause, and your hopes"
    assert app.text_area(key="answer-hope").value == "😀" * 5003
    assert [item.value for item in app.warning] == [content().say("question.too-long", count=3, most=5000)]
    assert answers(app).given["hope"] == "To sleep."

    app.text_area(key="answer-hope").input("😀" * 5000)
    pressed(app, "next")

    assert answers(app).given["hope"] == "😀" * 5000
    assert title(app) != "The cause, and your hopes"


def test_fields_of_own_words_have_no_second_limit_of_the_browsers() -> None:
    """A browser counts an emoji as two, and would freeze a field that has room."""
    app = gone_to(begun(), "The cause, and your hopes")

    assert [area.proto.max_chars for area in app.text_area] == [0]


def drawn_for(area: str) -> AppTest:
    """Run the component for a question with one choice."""
    call = f"draw_body_map('Where?', {{'{area}': 'Here'}}, {{'{area}': 'box'}}, 'map', 'Press.')"
    app = AppTest.from_string(f"from ui.parts.body_map import draw_body_map\n{call}", default_timeout=30)
    app.run()
    return app


def test_choices_that_cannot_be_drawn_leave_the_list_alone() -> None:
    """A guide on other parts of the body gets no figure with nothing to press."""
    without, drawn = drawn_for("thumb"), drawn_for("neck")

    assert (len(without.caption), len(without.get("bidi_component"))) == (1, 0)
    assert (len(drawn.caption), len(drawn.get("bidi_component"))) == (1, 1)
