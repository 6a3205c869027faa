"""The documents themselves: each is told with its title, its kind and what to bear in mind."""

from logic.outputs.layouts.sources import cited_sources, source_lines
from tests.builders import shipped, small


def test_the_documents__by_their_short_names__are_told_with_title_and_kind() -> None:
    """Whoever reads a line that cites one finds out which it is."""
    bullets = cited_sources(shipped()).items

    assert bullets[3].text == (
        "Surgeon Bassi: “Baclofen pump: how it aids severe spasticity”. "
        "Mr Sanj Bassi, neurosurgeon, edited by Laura Burgess. Article by a surgeon."
    )
    assert bullets[2].text.endswith("Question-and-answer page, whose last lines read like a chat program's reply.")


def test_a_document_is_told_with_its_kind_its_date_and_what_to_bear_in_mind() -> None:
    """A note stands only where there is one."""
    first, second = (source_lines(small(), source) for source in small().sources)

    assert [line.label for line in first.items] == ["Published by", "Kind", "What it is", "Date", "Numbers"]
    assert [line.label for line in second.items][3] == "To bear in mind"
