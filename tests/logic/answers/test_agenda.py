"""A session stops anywhere and is carried on there, by its answers alone."""

import pytest

from logic.answers.agenda import agenda, first_open, stopped_at, stops
from logic.answers.answers import AddedConcern, ToAsk
from logic.content.kinds.answer import Answer
from tests.builders import small, walk


def test_stops__small_guide__are_its_questions_on_the_route_and_the_questions_to_ask() -> None:
    """One thing at a time, in the order of the guide."""
    found = stops(walk(small(), {"splint": "yes", "hours": 8}))

    assert [stop.title for stop in found] == [
        "Filled in by",
        "Name",
        "Splint",
        "Numb now",
        "Where it hurts",
        "Sleep",
        "What matters",
        "Check: hours",
        "Check and ask",
    ]
    assert [stop.id for stop in found][-2:] == ["wishes-check/know-hours", "wishes-check/"]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({}, "Filled in by"),
        ({"who": "me"}, "Name"),
        ({"who": "me", "hours": 8, "splint": "yes"}, "What matters"),
        ({"splint": "not-sure"}, "Where it hurts"),
        ({"know-hours": "same"}, "Check and ask"),
    ],
)
def test_stopped__any_answers__is_after_the_last_of_them(given: dict[str, Answer], title: str) -> None:
    """A question passed over on the way stays open and does not call anybody back."""
    assert stopped_at(walk(small(), given)).title == title


def test_stopped__question_for_the_doctor_written_early__does_not_move_it() -> None:
    """Those may be written at any time."""
    route = walk(small(), {"who": "me"}, to_ask=ToAsk(own=("Who pays?",)), concerns_added=(AddedConcern("Noise"),))

    assert stopped_at(route).title == "Name"


@pytest.mark.parametrize(
    ("given", "title"),
    [({}, "Filled in by"), ({"who": "me", "splint": "yes"}, "Name"), ({"splint": "yes"}, "Filled in by")],
)
def test_first_open__some_answers__is_the_first_question_passed_over(given: dict[str, Answer], title: str) -> None:
    """Whoever carries on from a file is led to what nobody has answered yet."""
    assert first_open(walk(small(), given)).title == title


def test_agenda__half_way__tells_what_is_done_and_what_is_open() -> None:
    """Each section has its open stops; none counts against anybody."""
    items = agenda(walk(small(), {"who": "me", "first-name": "Kim", "splint": "no", "fingers": ("thumb",)}))

    assert [(item.section.title, [stop.title for stop in item.open]) for item in items] == [
        ("Your hand", []),
        ("Your nights", ["Sleep", "Wakes you"]),
        ("What matters", ["What matters", "Check: hours", "Check and ask"]),
    ]
