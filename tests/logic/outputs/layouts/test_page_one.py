"""Page one of the summary as a document: what stands on it, and what gives way where it would be too long."""

from dataclasses import replace
from typing import Any

from logic.answers.answers import ToAsk
from logic.content.kinds.answer import Answer
from logic.outputs.document import BodyFigure, Bullet, Bullets, Document, Line, Lines, Paragraph
from logic.outputs.layouts.page_one import QUESTIONS
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import DAY, document_of, line_of, part_of, shipped, small, strings, walk

say = small().say


def first_page(document: Document) -> list[str]:
    """The headings before the first new page."""
    pages = [item.new_page for item in document.parts]
    return [item.heading for item in document.parts[: pages.index(True)]]


def test_document__its_parts__begin_a_new_page_once_after_the_first() -> None:
    """The first page holds what a doctor sees at a glance, and all answers begin on the second."""
    document = document_of(small(), {"fingers": ("thumb",)})

    assert first_page(document) == ["Palm", "Sleep at a glance", say("summary.ask"), ""]
    assert [item.heading for item in document.parts if item.new_page] == [say("summary.answers")]


def test_first_page__people__stand_under_the_title_with_name_and_day() -> None:
    """Who it is about, and who wrote it down when, come before all else."""
    lines = next(block for block in document_of(small(), {"who": "me"}).opening if isinstance(block, Lines))

    assert lines.items == (Line("By", "The person"), Line(say("summary.made"), "3 February 2026"))


def test_first_page__figure__stands_beside_what_was_said_of_the_body() -> None:
    """The picture and the words tell the same."""
    hand = part_of(document_of(small(), {"fingers": ("thumb",)}), "Palm")

    assert hand.beside is False  # nothing of this guide can be drawn
    body = part_of(document_of(shipped(), {"areas": ("left-thigh",)}), "Where it is, how it gets in the way")
    assert (body.beside, isinstance(body.blocks[0], BodyFigure)) == (True, True)


def test_first_page__nothing_said_on_a_matter__says_so() -> None:
    """An empty place would leave a reader guessing."""
    assert part_of(document_of(small()), "Sleep at a glance").blocks == (
        Paragraph(say("summary.nothing-said"), "note"),
    )


def test_first_page__questions_picked__stand_with_boxes() -> None:
    """The person's own come first, then those they kept."""
    to_ask = ToAsk(kept=("ask-hours",), own=("Who pays?",))
    document = document_of(small(), {"hours": 5, "splint": "not-sure"}, to_ask=to_ask)

    assert part_of(document, say("summary.ask")).blocks == (
        Bullets((Bullet("Who pays?"), Bullet("How many hours does it take to help?")), boxes=True),
    )
    assert "Which splints are there?" not in strings(document)


def test_first_page__many_questions__are_counted_and_follow_in_full() -> None:
    """The first page has some, and says how many follow."""
    own = tuple(f"Question {number}" for number in range(QUESTIONS + 2))
    document = document_of(small(), to_ask=ToAsk(own=own))
    shown, more = part_of(document, say("summary.ask")).blocks

    assert shown == Bullets(tuple(Bullet(text) for text in own[:QUESTIONS]), boxes=True)
    assert more == Paragraph(say("summary.ask-more-count", count=2), "note")
    assert part_of(document, say("summary.ask-all")).blocks == (Bullets(tuple(map(Bullet, own)), boxes=True),)


def test_first_page__nothing_to_ask__says_so() -> None:
    """Suggestions that nobody chose are not printed."""
    assert part_of(document_of(small()), say("summary.ask")).blocks == (Paragraph(say("summary.ask-none"), "note"),)


def shorter(given: dict[str, Answer], **more: Any) -> tuple[Document, list[str]]:
    """The document, and each of its shorter first pages as one text."""
    document = document_of(shipped(), given, **more)
    pages = (replace(document, opening=first.opening, parts=first.parts) for first in document.shorter)
    return document, [" ".join(strings(page)) for page in pages]


def test_shorter_pages__of_long_words__point_to_them_and_cut_none() -> None:
    """Lists and minor lines give way before a person's own words, and these move whole or not at all."""
    words = "My knees pull together. " * 40
    document, pages = shorter({"worst-area": words, "trip-barriers": ("weather", "cost"), "deal-breaker": "No more."})

    assert all("My knees" not in page for page in pages if words.strip() not in page)
    last = [page for page in pages if "No more." in page][-1]
    assert all("Weather" not in page for page in pages if words.strip() not in page)
    assert ("My knees" in last, say("summary.all-below") in last) == (False, True)
    assert words.strip() in strings(document)


def test_shorter_pages__hope_and_deal_breaker__give_way_last() -> None:
    """What comes first for a person stands on page one when all other own words have moved."""
    hope, other = "I hope to sleep. " * 12, "They pull together at night. " * 12
    _, pages = shorter({"hope": hope, "worst-area": other, "comes-along": other})
    here = [(hope.strip() in page, other.strip() in page) for page in pages]

    assert here.index((True, False)) < here.index((False, True))
    assert say("summary.whole-below") in pages[-1]


def test_shorter_pages__areas_that_the_figure_shows__are_shortened_before_other_lists() -> None:
    """The picture tells all of them, so they are the first to go."""
    areas = tuple(item.id for item in shipped().questions["areas"].offered)
    given: dict[str, Answer] = {"areas": areas, "gets-in-the-way": ("pain", "sleep", "tiredness", "walking")}
    _, pages = shorter(given)

    assert any("Neck; and 16 more" in page and "Pain; Broken sleep; Tiredness; Walking" in page for page in pages)


def test_shorter_pages__minor_lines__go_one_by_one_from_the_last_before_other_lists_are_shortened() -> None:
    """A page is not left half empty because all of them had no room, and no list is cut while one still stands."""
    minor = ("More time", "No, there is no hurry", "Weather")
    given: dict[str, Answer] = {
        "visit-needs": ("more-time",),
        "decision-when": "no-hurry",
        "trip-barriers": ("weather",),
        "gets-in-the-way": ("pain", "sleep", "tiredness", "sitting", "walking", "joints"),
    }
    _, pages = shorter(given)
    here = list(dict.fromkeys(tuple(words in page for words in minor) for page in pages))
    whole = [page for page in pages if "A joint that no longer moves fully" in page]

    assert here == [(True, True, True), (True, True, False), (True, False, False), (False, False, False)]
    assert [page for page in pages if "Weather" in page] == [page for page in whole if "Weather" in page]
    assert "More time" not in whole[-1]


def test_shorter_pages__group_whose_lines_have_all_gone__says_where_they_stand() -> None:
    """A heading with nothing under it would read as if nothing had been said."""
    document, pages = shorter({"trip-barriers": ("weather",)})

    assert f"Getting to refills {say('summary.whole-below')}" in pages[-1]
    assert "Getting to refills Made hard by Weather" in " ".join(strings(document))


def test_shorter_pages__name_as_long_as_a_page__moves_like_other_words_and_stands_in_no_footer() -> None:
    """It filled page one and ran off the foot of every page; a name of usual length stays in both."""
    long, usual = shorter({"name": "Ada " * 300}), shorter({"name": "Ada Byron"})

    assert f"Name {say('summary.whole-below')}" in long[1][-1]
    assert ("Ada " * 300).strip() in strings(long[0])
    assert ("Ada" in long[0].footer, "Ada" in usual[0].footer) == (False, True)
    assert all("Name Ada Byron" in page for page in usual[1])


def test_shorter_pages__words_on_who_writes__stand_among_all_answers_too() -> None:
    """Where page one has no room for them, it says that they stand there."""
    words = "Physiotherapist at the day hospital. " * 40
    document, pages = shorter({"who-answers": "therapist", "profession": words})

    assert words.strip() not in pages[-1]
    assert line_of(document, "You", "Therapist's profession").value == words.strip()


def test_shorter_pages__own_questions_that_are_long__are_counted_and_not_cut() -> None:
    """A question too long for the first page stands among all questions, and a short one takes its place."""
    long = " ".join(["Could somebody tell me, before anything is decided, what happens?"] * 6)
    document, pages = shorter({}, to_ask=ToAsk(own=(long, "Who pays?")))

    assert long in pages[0]
    assert "Who pays?" in pages[-1]
    assert long not in pages[-1]
    assert long in strings(document)


def test_first_page__notes_of_a_therapist_and_of_the_writer__are_a_line_each() -> None:
    """A family member's notes are not taken for a therapist's, and each line says that they follow."""
    given: dict[str, Answer] = {"who-answers": "family", "relation": "parent", "carer-load": ("lifting",)}
    document = document_of(shipped(), given, observations={"body": "Stiff."})
    (lines,) = part_of(document, say("summary.beside")).blocks

    assert lines == Lines(
        (
            Line("The writer’s own notes (Parent)", "on the next pages: Carer: load"),
            Line(say("summary.observations"), "on the next pages: Where it is, how it gets in the way"),
        ),
        compact=True,
    )


def test_page_one__all_sections_left_out__says_neither_that_nothing_was_said_nor_that_nothing_was_asked() -> None:
    """What the person left out is not told as if it had not been said."""
    everything = frozenset(section.id for section in small().sections)
    document = lay_out(summarise(walk(small()), DAY, everything))

    assert first_page(document) == [""]
