"""What a person can leave out: whole sections, and single answers that were given."""

from logic.answers.left_out import parts, single_answers
from tests.builders import shipped, small, walk


def test_single_answers__of_a_section__are_those_that_say_something() -> None:
    """What was left open or not asked tells nothing that could be left out."""
    route = walk(small(), {"who": "me", "splint": "not-sure", "hours": 8})

    assert single_answers(route, "hand") == (("who", "Filled in by"), ("splint", "Splint"))
    assert single_answers(route, "nights") == (("hours", "Sleep"),)


def test_single_answers__what_no_summary_tells__is_none_of_them() -> None:
    """Neither the way taken nor what somebody knows is printed, so there is nothing to leave out."""
    route = walk(shipped(), {"who-answers": "person", "way": "all", "know-dose": "far-less", "ready-options": "yes"})

    assert single_answers(route, "you") == (("who-answers", "Filled in by"),)
    assert single_answers(route, "check") == (("ready-options", "Can tell the options"),)


def test_parts__small_guide__are_its_sections_and_what_others_say() -> None:
    """These are what a person can leave out."""
    assert parts(small()) == (
        ("hand", "Your hand"),
        ("nights", "Your nights"),
        ("wishes", "What matters"),
        ("observations", "The therapist's observations"),
        ("two-views", "Two views"),
    )
