"""How far a person has come is counted in the questions that are asked of them."""

from logic.answers.agenda import Stop, stops
from logic.answers.journey import Journey
from logic.answers.progress import progress
from logic.content.kinds.answer import Answer
from tests.builders import small, walk


def found(journey: Journey, *titles: str) -> list[Stop]:
    """Return the stops of these titles."""
    return [stop for stop in stops(journey) if stop.title in titles]


def test_progress__one_question__is_its_number_among_those_of_its_section() -> None:
    """The second of the questions of the first section."""
    journey = walk(small(), {})
    place = progress(journey, found(journey, "Name"))

    assert (place.section, place.sections, place.first, place.last) == (1, 3, 2, 2)


def test_progress__question_not_asked__is_not_counted() -> None:
    """An answer that opens a question makes one more of them."""
    without: dict[str, Answer] = {"splint": "no"}
    opened: dict[str, Answer] = {"splint": "yes"}
    fewer, more = (walk(small(), given) for given in (without, opened))

    counted = [progress(journey, found(journey, "Name")).questions for journey in (fewer, more)]

    assert counted == [4, 5]


def test_progress__several_questions__are_told_from_first_to_last() -> None:
    """A screen of two questions tells both numbers."""
    journey = walk(small(), {})
    place = progress(journey, found(journey, "Filled in by", "Name"))

    assert (place.first, place.last) == (1, 2)


def test_progress__what_is_no_question__has_no_number() -> None:
    """The list of questions to ask is a part of the last section and none of its questions."""
    journey = walk(small(), {})
    place = progress(journey, stops(journey)[-1:])

    assert (place.section, place.first, place.last) == (3, 0, 0)


def test_progress__from_stop_to_stop__the_bar_grows_and_never_jumps_back() -> None:
    """Whatever is answered, going on leads on."""
    journey = walk(small(), {"splint": "yes"})
    parts = [progress(journey, [stop]).part for stop in stops(journey)]

    assert parts == sorted(set(parts))
    assert parts[0] == 0
    assert parts[-1] < 1
