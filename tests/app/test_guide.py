"""The guide walked without a browser: forwards, backwards, and through a change."""

from streamlit.testing.v1 import AppTest

from logic.content.kinds.answer import NOT_SURE
from logic.content.questions import ALL
from tests.app.walk import CHECK, SUMMARY, answers, begun, chosen, gone_to, opened, pressed, ran, shown, title
from ui.session.guide_content import content


def answer_screen(app: AppTest) -> None:
    """Give every control on the screen an answer, none of which says that something is wrong now."""
    for radio in app.radio:
        if radio.key and "pump" not in radio.key:
            radio.set_value(_first_id(radio.key))
    for box in app.checkbox:
        if box.key and not box.key.endswith(NOT_SURE):
            box.check()
            break
    for area in app.text_area:
        area.set_value(f"words for {area.key}")
    for number in app.text_input:
        number.set_value("7")
    ran(app)


def _first_id(key: str) -> str:
    question = content().questions.get(key.removeprefix("answer-"))
    if question is not None:
        return ALL if question.id == content().guide.way else question.offered[0].id
    return "a-lot"


def test_every_section_walked_forwards_and_backwards_keeps_every_answer() -> None:
    """Answering all the way to the end and going back to the start loses and changes nothing."""
    app = begun()
    seen = []
    while title(app) != CHECK:
        seen.append(app.session_state["visit"].screen)
        answer_screen(app)
        pressed(app, "next")
    given = answers(app)

    assert {content().section_of[screen].id for screen in seen} == {s.id for s in content().sections}
    assert len(given.given) >= 45

    pressed(app, "change-your-questions")
    app.session_state["visit"].changing_from = None
    ran(app)
    # A warning stands alone once, so its screen was gone through in two steps.
    for screen in reversed(dict.fromkeys(seen)):
        assert app.session_state["visit"].screen == screen
        pressed(app, "back")

    assert title(app) == content().guide.title
    assert answers(app) == given


def test_branching_answer_changed_hides_and_later_restores_what_depends_on_it() -> None:
    """Questions on spasms vanish where there are none, and come back with their answers."""
    app = gone_to(begun(), "Spasms")
    chosen(app, "spasm-strength", "medium")

    chosen(app, "spasm-often", "no-spasms")
    assert "answer-spasm-strength" not in [radio.key for radio in app.radio]

    chosen(app, "spasm-often", "few-a-day")
    assert app.radio(key="answer-spasm-strength").value == "medium"


def test_off_route_answer_appears_neither_on_the_check_page_nor_in_the_summary() -> None:
    """An answer whose question is no longer asked is shown nowhere, though it is kept."""
    app = gone_to(begun(), "Spasms")
    chosen(app, "spasm-strength", "medium")
    gone_to(app, CHECK)
    assert "they stop what is being done" in shown(app)

    pressed(app, "change-spasms")
    chosen(app, "spasm-often", "no-spasms")
    pressed(app, "next")

    assert title(app) == CHECK
    assert "they stop what is being done" not in shown(app)
    pressed(app, "onward")
    assert title(app) == SUMMARY
    assert "they stop what is being done" not in shown(app)
    assert answers(app).given["spasm-strength"] == "medium"


def test_change_that_opens_a_later_screen_passes_by_it_on_the_way_back() -> None:
    """Back to the check page leads first past the questions that the change has opened."""
    app = chosen(gone_to(begun(), "Tablets"), "tablets-tried", "never")
    gone_to(app, CHECK)
    pressed(app, "change-tablets-so-far")
    chosen(app, "tablets-tried", "taking-now")

    passed = []
    while title(app) != CHECK:
        passed.append(title(app))
        pressed(app, "next")

    assert passed == ["Tablets", "Which tablets", "Doses"]


def test_change_that_opens_nothing_comes_straight_back() -> None:
    """After a change that opens no question, one press leads back to the check page."""
    app = gone_to(begun(), CHECK)
    pressed(app, "change-how-far")
    assert title(app) == "How far it spreads"
    chosen(app, "pattern", "both-legs")

    pressed(app, "next")

    assert title(app) == CHECK
    assert "Both legs" in shown(app)


def test_short_way_taken_on_start_asks_only_what_page_one_needs() -> None:
    """Start says how long each way is; on the short way Next passes by the rest, and switching loses nothing."""
    app = chosen(opened(), "way", "short")
    assert any("22 questions on 18 screens" in str(item.value) for item in app.markdown)
    pressed(app, "begin")

    passed = []
    while title(app) != CHECK:
        passed.append(title(app))
        pressed(app, "next")
    # Warnings stand alone, once, before their screen.
    passed = [name for name in passed if not name.startswith(content().say("guide.before", title=""))]

    assert len(passed) == 18
    assert "What you know, part 1" not in passed


def test_trouble_with_a_pump_shows_help_in_place_and_next_leads_there() -> None:
    """Nothing jumps by itself: help stands under the answer at once, and the way on leads through it."""
    app = gone_to(begun(), "Your situation")
    chosen(app, "pump-now", "yes")
    gone_to(app, title_of("pump-trouble"))

    chosen(app, "pump-trouble", "yes")

    assert title(app) == title_of("pump-trouble")
    assert shown(app).count(content().say("help.body")) > shown(begun()).count(content().say("help.body"))
    pressed(app, "next")
    assert title(app) == content().say("help.title-page")
    pressed(app, "go-on")
    assert title(app) == title_of("replacement-due")
    pressed(app, "back")
    assert title(app) == title_of("pump-trouble")


def test_trouble_that_a_change_brings_leads_through_help_back_to_the_change() -> None:
    """Whoever came from the check page saves the change after help, and is back there."""
    app = chosen(gone_to(begun(), "Your situation"), "pump-now", "yes")
    gone_to(app, CHECK)
    pressed(app, "change-your-situation")
    chosen(app, "pump-trouble", "yes")
    pressed(app, "next")
    pressed(app, "go-on")
    assert title(app) == title_of("pump-trouble")

    pressed(app, "next")

    assert title(app) == CHECK


def test_urgent_help_comes_before_any_question_on_start() -> None:
    """The first control of Start leads to urgent help."""
    app = opened()
    assert app.button[0].key == "urgent-now"

    pressed(app, "urgent-now")

    assert title(app) == content().say("help.title-page")
    assert answers(app).given == {}


def title_of(question_id: str) -> str:
    """Return the title of the screen that asks a question."""
    return next(s.title for s in content().screens.values() if question_id in [q.id for q in s.questions])


def test_short_item_teaches_after_an_answer_and_lets_the_person_go_on() -> None:
    """A wrong answer shows what the documents say, and Next works all the same."""
    app = gone_to(begun(), "What you know, part 1")
    assert content().say("beside.taught-other") not in shown(app)

    chosen(app, "know-dose", "far-more")

    assert content().say("beside.taught-other") in shown(app)
    pressed(app, "next")
    assert title(app) == "What you know, part 2"


def test_section_left_out_is_absent_from_the_summary_on_screen() -> None:
    """Ticking a section on the summary page takes its answers off it."""
    app = chosen(gone_to(begun(), "How far it spreads"), "pattern", "both-legs")
    gone_to(app, CHECK)
    pressed(app, "onward")
    assert "Both legs" in shown(app)

    app.checkbox(key="leave-out-body").check()
    ran(app)

    assert "Both legs" not in shown(app)


def test_prompt_for_the_therapist_shows_only_when_a_therapist_answers() -> None:
    """A therapist sees a prompt beside the question; others do not."""
    label = content().say("beside.prompt")
    app = chosen(begun(), "who-answers", "person")
    gone_to(app, "Spasms")
    assert label not in shown(app)

    pressed(app, "back")
    gone_to_start(app)
    pressed(app, "begin")
    chosen(app, "who-answers", "therapist")
    gone_to(app, "Spasms")

    assert label in shown(app)


def gone_to_start(app: AppTest) -> None:
    """Press Back until Start."""
    while title(app) != content().guide.title:
        pressed(app, "back")
