"""A table typed as text: rows and cells, and nothing that was typed is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.content.typed_table import rows

COLUMNS = ("Name", "Value", "Note")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Grip; 2 kg; left", (("Grip", "2 kg", "left"),)),
        ("Grip", (("Grip", "", ""),)),
        ("Grip;;left", (("Grip", "", "left"),)),
        ("Grip; 2 kg; left; sore; later", (("Grip", "2 kg", "left; sore; later"),)),
        ("\n  \nOne; 1\nTwo; 2\n", (("One", "1", ""), ("Two", "2", ""))),
    ],
)
def test_rows__of_a_typed_table__have_a_cell_for_each_column(text: str, expected: tuple[tuple[str, ...], ...]) -> None:
    """Too few parts leave cells empty, and too many stay in the last one."""
    assert rows(COLUMNS, text) == expected


@given(st.text(max_size=80))
def test_rows__of_any_text__lose_no_letter(text: str) -> None:
    """All but the semicolons between parts, and blanks around them, is there."""
    told = "".join(cell for row in rows(COLUMNS, text) for cell in row)

    assert [letter for letter in text if letter.isalnum()] == [letter for letter in told if letter.isalnum()]
