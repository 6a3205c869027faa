"""The journey: what is asked, what counts, and where a screen stands."""

import pytest

from logic.answers.answers import AddedConcern, Answers
from logic.answers.journey import Position, journey, with_way
from logic.content.content import Content
from logic.content.kinds.answer import Answer, State
from logic.content.kinds.one import OneChoice
from tests.builders import guide_of, question, small, walk, when

CHAIN = guide_of(
    (question("first"),),
    (question("second", show_if=when("first", "=", "b")),),
    (question("third", show_if=when("second", "=", "a")), question("always")),
    (question("last", show_if=when("first", "=", "b")),),
)


def asked(given: dict[str, str]) -> list[str]:
    """The ids of the questions on the route through the chain."""
    return [step.question.id for step in walk(CHAIN, dict(given)).steps if step.state is not State.NOT_ASKED]


def screens(given: dict[str, str]) -> list[str]:
    """The ids of the screens on the route through the chain."""
    return [screen.id for screen in walk(CHAIN, dict(given)).screens]


def test_hidden_question__with_an_old_answer__hides_what_depends_on_it() -> None:
    """An answer off the route counts for nothing further on."""
    assert asked({"first": "a", "second": "a"}) == ["first", "always"]


def test_hidden_question__shown_again__has_its_old_answer() -> None:
    """Nothing that was said is lost by a change of mind."""
    before = Answers({"first": "b", "second": "a", "third": "c"})
    there_and_back = before.with_answer("first", "a").with_answer("first", "b")

    assert walk(CHAIN, before.with_answer("first", "a").given).by_question["third"].answer is None
    assert journey(CHAIN, there_and_back).by_question["third"].answer == "c"


def test_step__off_the_route__shows_no_answer() -> None:
    """Whoever reads a step cannot come upon an answer that does not count."""
    step = walk(CHAIN, {"first": "a", "second": "a"}).by_question["second"]

    assert (step.state, step.answer) == (State.NOT_ASKED, None)


def test_steps__four_questions__are_in_four_states() -> None:
    """Answered, not sure, left open and not asked are told apart."""
    content = guide_of(
        (question("one"), question("two"), question("three"), question("four", show_if=when("three", "=", "a")))
    )

    states = [step.state for step in walk(content, {"one": "a", "two": "not-sure", "four": "a"}).steps]

    assert states == [State.ANSWERED, State.NOT_SURE, State.LEFT_OPEN, State.NOT_ASKED]


def test_left_open_question__spaces_as_words__has_no_answer_for_others() -> None:
    """Empty words are no answer, so a condition sees none."""
    content = guide_of((question("one", "words"), question("two", show_if=when("one", "exists", True))))

    assert walk(content, {"one": "  "}).by_question["two"].state is State.NOT_ASKED


def test_screens__nothing_to_ask_on_one__leave_it_out() -> None:
    """A screen without a question on the route is not on the route."""
    assert screens({"first": "a"}) == ["screen-1", "screen-3"]
    assert screens({"first": "b"}) == ["screen-1", "screen-2", "screen-3", "screen-4"]


def test_screens__one_that_shows_something__stays_without_a_question() -> None:
    """The list of questions for the doctor is there whatever is asked beside it."""
    section = small().sections[2]
    only_list = section.screens[1].model_copy(update={"questions": ()})
    content = guide_of((question("one"),))
    content = guide_of(
        (question("one"),),
        sections=(content.sections[0].model_copy(update={"screens": (*content.sections[0].screens, only_list)}),),
    )

    assert [screen.id for screen in walk(content).screens] == ["screen-1", "wishes-check"]


def test_asked_on__screen_with_a_hidden_question__gives_the_others() -> None:
    """A screen draws only what is asked."""
    asked_there = walk(CHAIN, {"first": "a"}).asked_on(CHAIN.screens["screen-3"])

    assert [step.question.id for step in asked_there] == ["always"]


@pytest.mark.parametrize(
    ("here", "following", "before"),
    [
        ("screen-1", "screen-3", None),
        ("screen-2", "screen-3", "screen-1"),
        ("screen-3", None, "screen-1"),
        ("screen-4", None, "screen-3"),
    ],
)
def test_next_and_previous__from_any_screen__step_over_those_off_the_route(
    here: str, following: str | None, before: str | None
) -> None:
    """Screens 2 and 4 have left the route, and still know their neighbours."""
    route = walk(CHAIN, {"first": "a"})
    after, earlier = route.next_screen(here), route.previous_screen(here)

    assert (after.id if after else None, earlier.id if earlier else None) == (following, before)


@pytest.mark.parametrize(
    ("given", "screen", "expected"),
    [
        ({}, "hand-who", Position(section=1, sections=3, screen=1, screens=2)),
        ({}, "nights-hours", Position(section=2, sections=3, screen=1, screens=1)),
        ({}, "wishes-check", Position(section=3, sections=3, screen=2, screens=2)),
    ],
)
def test_place__screen_of_the_route__counts_from_one(given: dict[str, str], screen: str, expected: Position) -> None:
    """A person is told section 3 of 3, and screen 2 of 2 within it."""
    assert walk(small(), dict(given)).place(screen) == expected


def test_place__screen_before_has_left_the_route__counts_those_on_it() -> None:
    """Screens are counted as the person meets them."""
    assert walk(CHAIN, {"first": "a"}).place("screen-3") == Position(section=1, sections=1, screen=2, screens=2)


def test_opened_since__new_question_after_this_screen__is_found() -> None:
    """An answer changed from the check page may open questions that want a visit."""
    earlier, now = walk(CHAIN, {"first": "a"}), walk(CHAIN, {"first": "b"})
    opened = now.opened_since(earlier, "screen-1")

    assert opened is not None
    assert opened.id == "screen-2"


def test_opened_since__new_question_before_this_screen__is_none() -> None:
    """Only what comes after the screen is still to come."""
    earlier, now = walk(CHAIN, {"first": "a"}), walk(CHAIN, {"first": "b"})

    assert now.opened_since(earlier, "screen-4") is None


def test_opened_since__question_that_comes_back_with_its_answer__is_passed_over() -> None:
    """What was answered before needs no visit."""
    old = {"second": "b", "last": "a"}
    earlier, now = walk(CHAIN, {"first": "a", **old}), walk(CHAIN, {"first": "b", **old})

    assert now.opened_since(earlier, "screen-1") is None


@pytest.mark.parametrize(
    ("given", "urgent"),
    [
        ({"splint": "yes", "numb": "yes"}, True),
        ({"splint": "yes", "numb": "no"}, False),
        ({"splint": "yes"}, False),
        ({"splint": "no", "numb": "yes"}, False),
    ],
)
def test_urgent__choice_that_needs_help_now__counts_on_the_route_only(given: dict[str, str], urgent: bool) -> None:
    """Somebody without a splint cannot be sent to help for it by an old answer."""
    assert walk(small(), dict(given)).urgent is urgent


def two_ways() -> Content:
    """A guide with a short way: one question of four is on it, beside the one that asks for the way."""
    ways = (OneChoice(id="short", label="Short"), OneChoice(id="all", label="All"))
    content = guide_of(
        (question("way", choices=ways, short=True),),
        (question("needed", short=True), question("extra")),
        (question("more"),),
        (question("wishes", "importance", own_words=True),),
    )
    return content.model_copy(update={"guide": content.guide.model_copy(update={"way": "way"})})


def on_route(given: dict[str, str], *added: AddedConcern) -> list[str]:
    """The ids of the questions on the route through the guide with two ways."""
    steps = walk(two_ways(), dict(given), concerns_added=added).steps
    return [step.question.id for step in steps if step.state is not State.NOT_ASKED]


def test_short_way__nothing_answered__asks_only_what_is_marked() -> None:
    """What page one needs is asked, and nothing else."""
    assert on_route({"way": "short"}) == ["way", "needed"]
    assert on_route({"way": "all"}) == on_route({}) == ["way", "needed", "extra", "more", "wishes"]


def test_short_way__after_more_was_answered__keeps_every_answer_on_the_route() -> None:
    """Nothing that was answered is lost by switching, and it still counts for what depends on it."""
    assert on_route({"way": "short", "more": "a"}) == ["way", "needed", "more"]
    assert on_route({"way": "short"}, AddedConcern("Mine", None)) == ["way", "needed", "wishes"]


def test_short_way__question_on_a_condition__is_asked_there_only_where_that_holds() -> None:
    """With all questions it is asked in any case, and an answer to it stays on both ways."""
    ways = (OneChoice(id="short", label="Short"), OneChoice(id="all", label="All"))
    other = question("other", short=True, short_if=when("needed", "!=", "a"))
    content = guide_of(
        (question("way", choices=ways, short=True), question("needed", short=True), other),
        guide=small().guide.model_copy(update={"way": "way", "voice": "needed", "name": "needed", "page_one": ()}),
    )

    def asked(given: dict[str, Answer]) -> list[str]:
        return [step.question.id for step in walk(content, given).steps if step.state is not State.NOT_ASKED]

    assert asked({"way": "short", "needed": "b"}) == ["way", "needed", "other"]
    assert asked({"way": "short", "needed": "a"}) == ["way", "needed"]
    assert asked({"way": "all", "needed": "a"}) == ["way", "needed", "other"]
    assert asked({"way": "short", "needed": "a", "other": "c"}) == ["way", "needed", "other"]


def test_short_way__there_and_back__is_the_same_journey() -> None:
    """Switching changes only what is asked; the question on the way itself is not counted."""
    before = walk(two_ways(), {"way": "all", "extra": "b"})

    assert with_way(with_way(before, "short"), "all") == before
    assert with_way(before, "short").length == (2, 2)
    assert before.length == (4, 4)


def test_with_way__of_a_guide_with_one_way__changes_nothing() -> None:
    """Not every guide has a short way."""
    made = walk(small(), {"splint": "no"})

    assert with_way(made, "short") is made


def test_place__of_a_screen_that_has_left_the_route__is_where_it_would_stand() -> None:
    """Taking back the only answer on a screen does not leave its reader nowhere."""
    made = walk(two_ways(), {"way": "short"})

    assert made.place("screen-3") == Position(1, 1, 3, 3)
