"""What a person can leave out: whole sections, and single answers that were given."""

from logic.answers.left_out import single_answers
from tests.builders import small, walk


def test_single_answers__of_a_section__are_those_that_say_something() -> None:
    """What was left open or not asked tells nothing that could be left out."""
    route = walk(small(), {"who": "me", "splint": "not-sure", "hours": 8})

    assert single_answers(route, "hand") == (("who", "Filled in by"), ("splint", "Splint"))
    assert single_answers(route, "nights") == (("hours", "Sleep"),)
