"""Two voices on the guide as it is shipped: page one stays one page, and every voice has its words."""

from datetime import UTC, datetime

import pytest

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.files.open_file import open_file
from logic.outputs.drawing.pdf import Paper, first_page_fits
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from logic.summary.two_views import both_views
from tests.builders import DAY, PERSONAS, shipped

MADE = datetime(2026, 11, 21, tzinfo=UTC)


def answers_of(name: str) -> Answers:
    """The answers of a persona."""
    found = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    assert found is not None
    return found


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("name", sorted(path.stem for path in PERSONAS.glob("*.json")))
def test_page_one__with_a_second_view__is_one_page(name: str, paper: Paper) -> None:
    """The line that tells of a second view costs no second page, on either paper."""
    routes = journey(shipped(), answers_of(name)), journey(shipped(), answers_of("parent-cp"))
    document = lay_out(summarise(routes[0], DAY), views=both_views(*routes))

    assert first_page_fits(document, paper=paper, made=MADE)


def test_voices__each_of_them__has_words_for_the_top_of_the_screen() -> None:
    """Whoever else than the person answers, the screen says so."""
    choices = {choice.id for choice in shipped().questions[shipped().guide.voice].offered}

    assert set(shipped().text["voice"]) == choices - {"person"}
