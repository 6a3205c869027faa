"""The questions for the doctor that the answers suggest."""

import pytest

from logic.answers.answers import ToAsk
from logic.content.content import Content
from logic.content.kinds.answer import Answer
from logic.content.often_asked import OftenAsked, Theme
from logic.summary.questions_to_ask import by_theme, kept_in_order, raised, suggestions
from tests.builders import small, small_with, walk


def suggested(given: dict[str, Answer], left_out: frozenset[str] = frozenset()) -> list[str]:
    """The ids of what is suggested for these answers."""
    return [ask.id for ask in suggestions(walk(small(), given), left_out)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"splint": "not-sure"}, ["ask-which"]),
        ({"splint": "yes"}, []),
        ({"hours": 0}, ["ask-hours"]),
        ({"hours": "not-sure"}, []),
        ({"splint": "no", "wakes": ("pain", "noise")}, ["ask-pain"]),
        ({"splint": "no", "wakes": ("noise",)}, []),
        ({"splint": "yes", "wakes": ("pain",)}, []),
        ({"matters": {"free-hands": "a-lot"}}, ["ask-free"]),
        ({"matters": {"free-hands": "a-little", "less-pain": "a-lot"}}, []),
        ({"matters": {"free-hands": "not-sure", "less-pain": "not-sure"}}, []),
        (
            {"matters": {"free-hands": "a-lot"}, "splint": "not-sure", "hours": 5},
            ["ask-which", "ask-hours", "ask-free"],
        ),
    ],
)
def test_suggestions__each_kind_of_answer__suggests_in_the_order_of_the_guide(
    given: dict[str, Answer], expected: list[str]
) -> None:
    """What an answer suggests comes first, and what no document covers always follows."""
    assert suggested(given) == [*expected, "open-summer"]


def test_suggestions__section_left_out__suggests_nothing_from_it() -> None:
    """A question to ask would tell what was answered there."""
    assert suggested({"splint": "not-sure", "hours": 5}, frozenset({"hand"})) == ["ask-hours", "open-summer"]


def test_suggestion__from_an_answer__gives_its_reason() -> None:
    """Nobody has to guess why a question is suggested."""
    first, last = suggestions(walk(small(), {"splint": "not-sure"}))

    assert (first.question, first.reason) == ("Which splints are there?", "You were not sure whether you have one.")
    assert (first.covered, last.covered) == (True, False)


def test_suggestions__kept_dropped_or_neither__are_told_apart() -> None:
    """What the person did with a suggestion is theirs; doing nothing is neither."""
    to_ask = ToAsk(kept=("ask-which",), dropped=("open-summer",))
    found = suggestions(walk(small(), {"splint": "not-sure", "hours": 5}, to_ask=to_ask))

    assert {ask.id: ask.kept for ask in found} == {"ask-which": True, "ask-hours": None, "open-summer": False}


def with_themes() -> Content:
    """The small guide with two themes, and two things that people often ask."""
    content = small_with(
        themes=(Theme(id="day", title="By day"), Theme(id="night", title="By night")),
        not_covered=tuple(item.model_copy(update={"theme": "day"}) for item in small().not_covered),
        asked_often=(
            OftenAsked(id="often-cost", theme="day", about="Cost", question="What does it cost?"),
            OftenAsked(id="often-pain", theme="night", about="Pain", question="Why the pain?", raised_by=("ask-pain",)),
            OftenAsked(id="often-heat", theme="day", about="Heat", raised_by=("open-summer",)),
        ),
    )
    sections = tuple(
        section.model_copy(
            update={
                "screens": tuple(
                    screen.model_copy(
                        update={
                            "questions": tuple(
                                asked.model_copy(
                                    update={
                                        "ask": tuple(ask.model_copy(update={"theme": "night"}) for ask in asked.ask)
                                    }
                                )
                                for asked in screen.questions
                            )
                        }
                    )
                    for screen in section.screens
                )
            }
        )
        for section in content.sections
    )
    return content.model_copy(update={"sections": sections})


PAIN: dict[str, Answer] = {"splint": "no", "wakes": ("pain",)}


def test_by_theme__what_answers_suggest__comes_first_and_the_rest_is_there() -> None:
    """Under each theme stands all that can be asked, whatever was answered."""
    found = by_theme(walk(with_themes(), {**PAIN, "hours": 5}))

    assert [(theme.title, [item.id for item in theme.items]) for theme in found] == [
        ("By day", ["open-summer", "often-cost"]),
        ("By night", ["ask-hours", "ask-pain"]),
    ]


def test_often_asked__raised_by_another_question__gives_way_to_it() -> None:
    """Nobody reads the same question twice; without the answer it stands there itself."""
    assert "often-pain" not in [item.id for item in suggestions(walk(with_themes(), PAIN))]
    assert "often-pain" in [item.id for item in suggestions(walk(with_themes()))]


def test_often_asked__that_the_person_keeps__stays_when_an_answer_raises_the_same() -> None:
    """What was picked is never taken away."""
    made = walk(with_themes(), PAIN, to_ask=ToAsk(kept=("often-pain",)))

    assert [item.id for item in kept_in_order(made)] == ["often-pain"]


def test_kept__in_the_order_of_the_person__not_of_the_guide() -> None:
    """The first five are the ones that they most want to ask."""
    made = walk(with_themes(), PAIN, to_ask=ToAsk(kept=("often-cost", "ask-pain", "open-summer", "ask-gone")))

    assert [item.id for item in kept_in_order(made)] == ["often-cost", "ask-pain", "open-summer"]


def test_raised__each_thing_often_asked__has_a_question_in_the_list() -> None:
    """That is what the check of the forty goes by."""
    assert raised(walk(with_themes(), PAIN)) == {
        "often-cost": ("often-cost",),
        "often-pain": ("ask-pain",),
        "often-heat": ("open-summer",),
    }


def test_by_theme__guide_without_themes__is_one_list() -> None:
    """The list is there all the same."""
    assert [(theme.title, [item.id for item in theme.items]) for theme in by_theme(walk(small(), {"hours": 3}))] == [
        ("All questions", ["ask-hours", "open-summer"])
    ]
