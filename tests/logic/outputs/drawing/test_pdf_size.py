"""What is too much for a PDF is known from the text, before anything is set."""

from datetime import UTC, datetime

import pytest

from logic.outputs.document import Document, Paragraph
from logic.outputs.drawing.pdf import render
from logic.outputs.drawing.pdf_size import LARGEST, TooLong, size


def document(text: str) -> Document:
    return Document("", "en", (Paragraph(text),), (), "", "")


def weight(text: str) -> int:
    return size(document(text)) - size(document(""))


def test_size_counts_the_letters_of_prose() -> None:
    """Ten thousand letters in short words weigh ten thousand."""
    assert weight("walk " * 2000) == 10_000


@pytest.mark.parametrize(
    ("text", "more"),
    [("a\n" * 100, 5600), ("a" * 100, 5600), ("بيت " * 30, 45), ("你" * 100, 0), ("x\u0301 " * 10, 30)],
)
def test_size_of_lines_and_unbroken_words_is_more_than_their_letters(text: str, more: int) -> None:
    """Lines take room, and a long word can break anywhere; scripts without spaces break by themselves."""
    assert weight(text) == len(text) + more


def test_render_of_too_long_a_document_is_refused() -> None:
    """Minutes and gigabytes are not begun."""
    with pytest.raises(TooLong):
        render(document("a\n" * (LARGEST // 25)), made=datetime(2026, 11, 2, tzinfo=UTC))
