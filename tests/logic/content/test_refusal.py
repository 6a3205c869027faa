"""Why a number is refused, and what more than a question takes."""

import pytest

from logic.content.kinds.number import Number
from logic.content.kinds.several import Several
from tests.builders import question, small


@pytest.mark.parametrize(
    ("text", "key"),
    [("", None), (" ", None), ("7", None), ("1,5", "question.not-whole"), ("25", "question.out-of-range")],
)
def test_number__what_its_field_shows__is_an_answer_or_has_a_reason(text: str, key: str | None) -> None:
    """Nothing is guessed in silence."""
    asked = question("hours", "number")
    assert isinstance(asked, Number)
    reason = small().say(key, least=0, most=24, unit="hours") if key else None

    assert asked.refusal(text, small().say) == reason


def test_ticks__more_than_the_question_takes__change_nothing() -> None:
    """The first two stay until one of them is taken back."""
    asked = question("first", "several", up_to=2)
    assert isinstance(asked, Several)

    assert asked.changes()["c"](("a", "b"), True) == ("a", "b")
