"""Two views side by side: told alike, never mixed, and the same whichever way round they are laid."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.journey import journey
from logic.answers.left_out import OBSERVATIONS
from logic.content.kinds.answer import NOT_SURE, State
from logic.outputs.document import Paragraph, Part, Table
from logic.outputs.layouts.two_views import lay_out_views
from logic.summary.two_views import BothSides, ObservationPair, OneSide, SectionViews, Views, both_views
from tests.any_answers import GUIDE, some_answers
from tests.builders import CHILD, PARENT, guide_of, question, shipped, small, walk, when

say = small().say
ANSWERED, LEFT_OPEN, NOT_ASKED = State.ANSWERED, State.LEFT_OPEN, State.NOT_ASKED
OPEN = OneSide(("Left open",), LEFT_OPEN)


def views_of(first: Answers, second: Answers, *left_out: str) -> Views:
    """The two views of the small guide."""
    return both_views(journey(small(), first), journey(small(), second), frozenset(left_out))


def said(*words: str) -> OneSide:
    """Something that was answered."""
    return OneSide(words, ANSWERED)


def section(views: Views, title: str) -> SectionViews:
    """The section with this title."""
    return next(item for item in views.sections if item.title == title)


def test_views__two_answers_alike__are_what_both_said() -> None:
    """A question on which both agree is told once, as what both said."""
    assert section(views_of(CHILD, PARENT), "Your hand").of("same") == (BothSides("Splint", said("Yes"), said("Yes")),)


@pytest.mark.parametrize(
    "other",
    [
        "Café  au lait",
        "Cafe\u0301 au lait",
        "Caf\u00e9\u200b au\tlait",
        " Caf\u00e9 au\u00a0lait\r\n",
        "\u2066Café\u2069 au lait\0",
    ],
    ids=ascii,
)
def test_views__two_wordings_that_print_alike__are_what_both_said(other: str) -> None:
    """Words, concerns and questions of one's own: what nobody can see is no difference, and one that is seen is."""
    guide = guide_of(
        (
            question("who"),
            question("first-name", "words"),
            question("told", "words"),
            question("matters", "importance", own_words=True),
        )
    )

    def views(text: str) -> SectionViews:
        both = [
            Answers({"told": words}, (AddedConcern(words, "a-lot"),), ToAsk(own=(words,)))
            for words in ("Café au lait", text)
        ]
        first, second = (journey(guide, said) for said in both)
        found = both_views(first, second).sections
        return SectionViews("", tuple(record for item in found for record in item.records))

    alike, unlike = views(other), views("Cafe au lait")

    assert [record.label for record in alike.of("same")] == ["told", say("summary.concerns-added")]
    assert (alike.of("differ"), alike.of("only-one")) == ((), ())
    assert (len(unlike.of("differ")), len(unlike.of("only-one"))) == (1, 2)


def test_views__two_answers_unlike__stand_side_by_side() -> None:
    """Each keeps its own words, in its own column."""
    nights = section(views_of(CHILD, PARENT), "Your nights")

    assert nights.of("differ") == (BothSides("Sleep", said("7 hours"), said("5 hours")),)


def test_views__answer_of_one_alone__says_why_there_is_none_of_the_other() -> None:
    """A question that one was not asked is told apart from one left open."""
    nights = section(views_of(CHILD, PARENT), "Your nights")

    assert nights.of("only-one") == (BothSides("Wakes you", OneSide(("Not asked",), NOT_ASKED), said("Pain")),)


def test_views__not_sure_on_both_sides__is_something_both_said() -> None:
    """Doubt is an answer, and two doubts agree."""
    unsure = Answers({"hours": NOT_SURE})
    (nights,) = views_of(unsure, unsure).sections

    assert [(record.label, record.first.values) for record in nights.of("same")] == [("Sleep", ("Not sure",))]


def test_views__concerns_of_the_guide__are_matters_of_their_own() -> None:
    """Two people may agree on one concern and not on the next."""
    first = Answers({"matters": {"less-pain": "a-lot", "free-hands": "a-little"}})
    second = Answers({"matters": {"less-pain": "a-lot", "free-hands": NOT_SURE}})
    (wishes,) = views_of(first, second).sections

    assert wishes.of("same") == (BothSides("Less pain", said("A lot"), said("A lot")),)
    assert wishes.of("differ") == (BothSides("Free hands", said("A little"), OneSide(("Not sure",), State.NOT_SURE)),)


def test_views__concern_without_a_level__is_left_open() -> None:
    """A concern that only one gave a level to is what only one said."""
    first = Answers({"matters": {"less-pain": "a-lot"}})
    (wishes,) = views_of(first, Answers()).sections

    assert wishes.of("only-one") == (BothSides("Less pain", said("A lot"), OPEN),)


def test_views__importance_off_the_route__was_not_asked() -> None:
    """A concern is open only where it was asked for."""
    matters = small().questions["matters"].model_copy(update={"show_if": when("splint", "=", "yes")})
    content = guide_of(tuple(small().questions[name] for name in ("who", "first-name", "splint")), (matters,))
    routes = [
        journey(content, Answers({"splint": splint, "matters": {"less-pain": "a-lot"}}, (AddedConcern("Noise"),)))
        for splint in ("yes", "no")
    ]

    assert section(both_views(routes[0], routes[1]), "Only section").of("only-one") == (
        BothSides("Less pain", said("A lot"), OneSide(("Not asked",), NOT_ASKED)),
        BothSides("Concerns in own words", said("No answer yet: Noise"), OneSide(("Not named",), LEFT_OPEN)),
    )


def test_views__concerns_in_own_words__are_alike_where_the_words_are() -> None:
    """The same words with another level differ; other words are what only one said."""
    first = Answers(concerns_added=(AddedConcern("Noise", "a-lot"), AddedConcern("Heat", "a-lot")))
    second = Answers(concerns_added=(AddedConcern("Heat", "a-little"), AddedConcern("Cold")))
    (wishes,) = views_of(first, second).sections
    label, none = "Concerns in own words", OneSide(("Not named",), LEFT_OPEN)

    assert wishes.of("differ") == (BothSides(label, said("A lot: Heat"), said("A little: Heat")),)
    assert wishes.of("only-one") == (
        BothSides(label, none, said("No answer yet: Cold")),
        BothSides(label, said("A lot: Noise"), none),
    )


def test_views__same_words_twice_in_one_file__are_both_kept() -> None:
    """Nothing of either view is lost."""
    first = Answers(concerns_added=(AddedConcern("Noise", "a-lot"), AddedConcern("Noise", "a-little")))
    (wishes,) = views_of(first, Answers()).sections

    assert wishes.records[-1].first == said("A lot: Noise", "A little: Noise")


def test_views__questions_to_ask__are_what_was_written_or_kept() -> None:
    """Questions of both are told as what both said."""
    first = Answers({"hours": 7}, to_ask=ToAsk(kept=("ask-hours",), own=("Who pays?",)))
    second = Answers({"hours": 7}, to_ask=ToAsk(own=("Who pays?", "May I swim?")))
    wishes = section(views_of(first, second), "What matters")

    assert [record.first.values for record in wishes.of("same")] == [("Who pays?",)]
    assert [(record.first.values, record.second.values) for record in wishes.of("only-one")] == [
        (("How many hours does it take to help?",), ("Not named",)),
        (("Not named",), ("May I swim?",)),
    ]


def test_views__nothing_said_in_either__has_no_section() -> None:
    """An empty table tells nothing."""
    views = views_of(Answers(), Answers())

    assert views.sections == ()
    assert lay_out_views(small(), views) == (Part("Two views", (Paragraph(say("views.empty"), "note"),)),)


def test_views__section_left_out__is_absent_from_both() -> None:
    """What one person leaves out is not told by the other's view, and neither is a question it suggested."""
    first = Answers({"hours": 7}, to_ask=ToAsk(kept=("ask-hours",)))
    second = Answers({"hours": 5}, to_ask=ToAsk(kept=("ask-hours",)), observations={"nights": "Woke twice."})

    assert views_of(first, second, "nights") == Views("First view", "Second view", (), ())


@pytest.mark.parametrize(
    ("first", "second", "whose"),
    [
        (CHILD, PARENT, ("The person: Kim", "Family: Ada")),
        (CHILD, Answers({"who": "me"}), ("The person: Kim", "The person")),
        (CHILD, CHILD, ("First view (The person: Kim)", "Second view (The person: Kim)")),
        (Answers(), PARENT, ("First view", "Family: Ada")),
        (PARENT, Answers(), ("Family: Ada", "Second view")),
        (Answers(), Answers(), ("First view", "Second view")),
        (Answers({"first-name": "x" * 70}), PARENT, ("x" * 60 + " …", "Family: Ada")),
        (Answers({"first-name": "a\n\n b"}), PARENT, ("a b", "Family: Ada")),
    ],
)
def test_views__whose_they_are__is_told_apart(first: Answers, second: Answers, whose: tuple[str, str]) -> None:
    """The voice and the name stand above a column; two of the same are told apart by their place."""
    views = views_of(first, second)

    assert (views.first, views.second) == whose


def test_views__section_with_the_name_left_out__names_nobody() -> None:
    """Who it was is kept back with the section that says it."""
    views = views_of(CHILD, PARENT, "hand")

    assert (views.first, views.second) == ("First view", "Second view")


def test_views__what_a_therapist_noted__belongs_to_neither() -> None:
    """Observations stand in a table of their own that says so."""
    first, second = replace(CHILD, observations={"hand": "Warm."}), replace(PARENT, observations={"nights": "Woke."})
    views = views_of(first, second)
    noted = lay_out_views(small(), views)[-1]

    assert views.noted == (ObservationPair("Your hand", "Warm.", ""), ObservationPair("Your nights", "", "Woke."))
    assert noted.heading == "What a therapist noted"
    assert noted.blocks == (
        Table(
            say("views.noted-note"),
            ("Section", "In the file of: The person: Kim", "In the file of: Family: Ada"),
            ((("Your hand",), ("Warm.",), ("Nothing noted",)), (("Your nights",), ("Nothing noted",), ("Woke.",))),
        ),
    )
    assert views_of(first, second, OBSERVATIONS).noted == ()


def swapped(views: Views) -> Views:
    """The same with the columns the other way round."""
    return Views(
        views.second,
        views.first,
        tuple(
            replace(item, records=tuple(BothSides(one.label, one.second, one.first) for one in item.records))
            for item in views.sections
        ),
        tuple(ObservationPair(item.title, item.second, item.first) for item in views.noted),
    )


@given(some_answers(), some_answers())
@settings(max_examples=25)
def test_views__laid_the_other_way_round__have_their_columns_swapped_and_nothing_else(
    first: Answers, second: Answers
) -> None:
    """The difference is symmetric: no view comes first in anything but its place."""
    one, other = journey(GUIDE, first), journey(GUIDE, second)
    there, back = both_views(one, other), both_views(other, one)

    # Two that would be called the same are called by their place, which the swap does not move.
    numbered = there.first.startswith(GUIDE.say("views.first")) or there.second.startswith(GUIDE.say("views.second"))
    assert replace(swapped(back), first=there.first, second=there.second) == there
    assert numbered or (back.second, back.first) == (there.first, there.second)


@given(some_answers(), some_answers())
@settings(max_examples=12)
def test_views__any_two__leave_nothing_out_that_one_of_them_said(first: Answers, second: Answers) -> None:
    """Each answer on the route is in exactly one of the three kinds."""
    views = both_views(journey(GUIDE, first), journey(GUIDE, second))
    shown = [record for item in views.sections for record in item.records if record.agreement]
    sorted_out = [
        record for item in views.sections for kind in ("same", "differ", "only-one") for record in item.of(kind)
    ]

    assert sorted(map(repr, shown)) == sorted(map(repr, sorted_out))


def test_views__their_fields__are_what_each_said_and_nothing_that_judges() -> None:
    """There is no place for a word on who is right."""
    assert set(vars(both_views(walk(shipped()), walk(shipped())))) == {"first", "second", "sections", "noted"}
    assert set(vars(BothSides("", OPEN, OPEN))) == {"label", "first", "second"}
