"""The summary as a document: what stands on page one, and what follows in full."""

from dataclasses import replace
from typing import Any

from logic.answers.answers import AddedConcern, ToAsk
from logic.content.kinds.answer import Answer
from logic.outputs.document import BodyFigure, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.layouts.page_one import QUESTIONS
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import DAY, document_of, shipped, small, strings, walk

say = small().say


def part(document: Document, heading: str, place: int = 0) -> Part:
    """The part with this heading, or one of several."""
    return [item for item in document.parts if item.heading == heading][place]


def line(document: Document, heading: str, label: str, place: int = 0) -> Line:
    """The line with this label in a part."""
    lines = (
        item for block in part(document, heading, place).blocks if isinstance(block, Lines) for item in block.items
    )
    return next(item for item in lines if item.label == label)


def first_page(document: Document) -> list[str]:
    """The headings before the first new page."""
    pages = [item.new_page for item in document.parts]
    return [item.heading for item in document.parts[: pages.index(True)]]


def test_document__its_parts__begin_a_new_page_once_after_the_first() -> None:
    """The first page holds what a doctor sees at a glance, and all answers begin on the second."""
    document = document_of(small(), {"fingers": ("thumb",)})

    assert first_page(document) == ["Palm", "Sleep at a glance", say("summary.ask"), ""]
    assert [item.heading for item in document.parts if item.new_page] == [say("summary.answers")]


def test_document__its_first_block__says_that_it_gives_no_advice() -> None:
    """Whoever holds the paper is told what it is before anything else."""
    assert document_of(small()).opening[0] == Paragraph(say("summary.advice"), "note")


def test_document__help__stands_large_only_where_a_pump_is_in_place() -> None:
    """The urgent words are on every printed summary, and in a box on that of somebody whom they may concern today."""
    large = part(document_of(shipped(), {"pump-now": "yes"}), say("help.title"))
    small_print = [block for item in document_of(shipped()).parts for block in item.blocks if item.heading == ""]

    assert large.blocks == (Paragraph(say("help.body"), "help"),)
    assert small_print == [Paragraph(f"{say('help.title')} {say('help.body')}", "note")]


def test_document__footer__has_the_name_and_the_version() -> None:
    """A page that comes loose can be put back."""
    named = document_of(small(), {"first-name": "Ada\nByron"})

    assert named.footer == "Ada Byron · Night Splint Guide, content version 1.0"
    assert document_of(small()).footer == "Night Splint Guide, content version 1.0"


def test_document__made_after_the_review_date__says_so_at_the_top() -> None:
    """Old content is not passed off as current."""
    late = summarise(walk(small()), DAY.replace(year=2028))

    overdue = Paragraph(say("summary.overdue", review="15 January 2027"), "note")
    assert overdue in lay_out(late).opening
    assert overdue not in document_of(small()).opening


def test_document__sections_left_out__are_named_at_the_top() -> None:
    """A doctor sees that something is missing, and that the person wanted it so."""
    document = document_of(small(), left_out=frozenset({"nights", "wishes"}))

    assert document.opening[1] == Paragraph(say("summary.left-out", sections="Your nights, What matters"), "note")
    assert "Your nights" not in [item.heading for item in document.parts]


def test_first_page__people__stand_under_the_title_with_name_and_day() -> None:
    """Who it is about, and who wrote it down when, come before all else."""
    lines = next(block for block in document_of(small(), {"who": "me"}).opening if isinstance(block, Lines))

    assert lines.items == (Line("By", "The person"), Line(say("summary.made"), "3 February 2026"))


def test_first_page__figure__stands_beside_what_was_said_of_the_body() -> None:
    """The picture and the words tell the same."""
    hand = part(document_of(small(), {"fingers": ("thumb",)}), "Palm")

    assert hand.beside is False  # nothing of this guide can be drawn
    body = part(document_of(shipped(), {"areas": ("left-thigh",)}), "Where it is, how it gets in the way")
    assert (body.beside, isinstance(body.blocks[0], BodyFigure)) == (True, True)


def test_first_page__nothing_said_on_a_matter__says_so() -> None:
    """An empty place would leave a reader guessing."""
    assert part(document_of(small()), "Sleep at a glance").blocks == (Paragraph(say("summary.nothing-said"), "note"),)


def test_first_page__questions_picked__stand_with_boxes() -> None:
    """The person's own come first, then those they kept."""
    to_ask = ToAsk(kept=("ask-hours",), own=("Who pays?",))
    document = document_of(small(), {"hours": 5, "splint": "not-sure"}, to_ask=to_ask)

    assert part(document, say("summary.ask")).blocks == (
        Bullets((Bullet("Who pays?"), Bullet("How many hours does it take to help?")), boxes=True),
    )
    assert "Which splints are there?" not in strings(document)


def test_first_page__many_questions__are_counted_and_follow_in_full() -> None:
    """The first page has some, and says how many follow."""
    own = tuple(f"Question {number}" for number in range(QUESTIONS + 2))
    document = document_of(small(), to_ask=ToAsk(own=own))
    shown, more = part(document, say("summary.ask")).blocks

    assert shown == Bullets(tuple(Bullet(text) for text in own[:QUESTIONS]), boxes=True)
    assert more == Paragraph(say("summary.ask-more-count", count=2), "note")
    assert part(document, say("summary.ask-all")).blocks == (Bullets(tuple(map(Bullet, own)), boxes=True),)


def test_first_page__nothing_to_ask__says_so() -> None:
    """Suggestions that nobody chose are not printed."""
    assert part(document_of(small()), say("summary.ask")).blocks == (Paragraph(say("summary.ask-none"), "note"),)


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


def test_shorter_pages__own_questions_that_are_long__are_counted_and_not_cut() -> None:
    """A question too long for the first page stands among all questions, and a short one takes its place."""
    long = " ".join(["Could somebody tell me, before anything is decided, what happens?"] * 6)
    document, pages = shorter({}, to_ask=ToAsk(own=(long, "Who pays?")))

    assert long in pages[0]
    assert "Who pays?" in pages[-1]
    assert long not in pages[-1]
    assert long in strings(document)


def test_all_answers__what_was_not_answered__stands_in_a_line_for_each_reason() -> None:
    """Not sure, left open and not asked are three different things to a doctor."""
    given: dict[str, Answer] = {"who": "me", "splint": "not-sure", "hours": 8}
    hand = part(document_of(small(), given), "Your hand")

    assert hand.blocks == (
        Lines((Line("Filled in by", "The person"),), compact=True),
        Paragraph("Not sure: Splint\nLeft open: Name; Where it hurts\nQuestions not asked: 1", "note"),
    )


def test_all_answers__long_words__have_the_whole_width() -> None:
    """A long text in a narrow column is hard to read."""
    document = document_of(small(), {"first-name": "Ada " * 100, "splint": "no"})
    first, second, *_ = part(document, "Your hand").blocks

    assert first == Lines((Line("Name", ("Ada " * 100).strip()),))
    assert second == Lines((Line("Splint", "No"),), compact=True)


def test_first_page__notes_of_a_therapist_and_of_the_writer__are_a_line_each() -> None:
    """A family member's notes are not taken for a therapist's, and each line says that they follow."""
    given: dict[str, Answer] = {"who-answers": "family", "relation": "parent", "carer-load": ("lifting",)}
    document = document_of(shipped(), given, observations={"body": "Stiff."})
    (lines,) = part(document, say("summary.beside")).blocks

    assert lines == Lines(
        (
            Line("The writer’s own notes (Parent)", "on the next pages: Carer: load"),
            Line(say("summary.observations"), "on the next pages: Where it is, how it gets in the way"),
        ),
        compact=True,
    )


def test_notes_of_the_writer__who_wrote_left_out__are_called_by_no_name() -> None:
    """No empty brackets stand where the person kept back who wrote."""
    given: dict[str, Answer] = {"who-answers": "family", "carer-load": ("lifting",)}
    document = document_of(shipped(), given, left_out=frozenset({"who-answers"}))

    assert part(document, say("summary.of-writer")).blocks[0] == Lines((Line("Carer: load", "Lifting by hand"),), True)


def test_of_the_writer__a_therapists_measurements__are_a_table_apart() -> None:
    """Nobody takes them for the person's words."""
    given: dict[str, Answer] = {"who-answers": "therapist", "measurements": "Grip; left hand; 4 kg"}
    document = document_of(shipped(), given)
    title = say("summary.of-writer-named", writer=shipped().questions["who-answers"].choice("therapist").label)  # type: ignore[union-attr]  # it is there
    (table,) = part(document, title).blocks

    assert isinstance(table, Table)
    assert table.rows[0][:3] == (("Grip",), ("left hand",), ("4 kg",))


def test_all_answers__the_way_taken__is_for_the_person_alone() -> None:
    """Which way somebody took through the guide says nothing of them, whether it was answered or left open."""
    for given in ({"way": "short"}, {}):
        assert "Way through" not in " ".join(strings(document_of(shipped(), given)))


def test_all_answers__own_line_breaks__stay() -> None:
    """A person's paragraphs are theirs."""
    document = document_of(small(), {"first-name": "Ada\n\nByron"})

    assert line(document, "Your hand", "Name") == Line("Name", "Ada\n\nByron")


def test_observations__of_a_therapist__have_a_part_of_their_own() -> None:
    """Nobody takes them for the person's words."""
    document = document_of(small(), observations={"hand": "Warm."})

    assert part(document, say("summary.observations")).blocks == (Lines((Line("Your hand", "Warm."),)),)


def test_evidence__row__has_equal_cells_for_every_option() -> None:
    """Each cell is a list of claims, a line each with document and heading, or says that there are none."""
    document = document_of(small(), {"matters": {"free-hands": "a-lot", "less-pain": "a-lot"}}, with_evidence=True)
    tables = [block for item in document.parts for block in item.blocks if isinstance(block, Table)]

    assert [table.header for table in tables] == [(say("summary.option"), say("summary.says"))] * 2
    assert [table.rows for table in tables] == [
        (
            (
                ("Splint at night",),
                (
                    say("evidence.differ", how="One says six hours, the other eight."),
                    "Leaflet A: Six hours. (“Wearing it”)",
                    "Leaflet B: Seven to eight hours. (“Night”)",
                ),
            ),
            (("No splint",), (say("summary.not-stated"),)),
        ),
        (
            (
                ("Splint at night",),
                (
                    "Leaflet A: Tight at first. (“Comfort”)",
                    "Leaflet B: Call the clinic when the hand goes numb. (“Stop”)",
                ),
            ),
            (("No splint",), (say("summary.not-stated"),)),
        ),
    ]


def test_about__documents_and_version__close_the_summary() -> None:
    """A reader learns what it rests on, of which date, and what has not been done."""
    document = document_of(small())

    assert part(document, say("summary.sources")).blocks[0] == Bullets(
        (Bullet("Leaflet A: “Leaflet A”. Clinic A. leaflet."), Bullet("Leaflet B: “Leaflet B”. Clinic B. leaflet."))
    )
    assert part(document, say("summary.about")).blocks == (
        Paragraph("Whether to wear a hand splint at night."),
        Lines(
            (
                Line(say("summary.for"), "People who were offered a splint"),
                Line(say("summary.not-for"), "Emergencies"),
                Line(say("summary.chosen"), "Two leaflets written for these tests."),
                Line(say("about.made-by"), "The testers of this engine."),
                Line(say("about.paid-by"), "Nobody."),
            ),
            compact=True,
        ),
        Paragraph(
            f"{say('summary.version', version='1.0', date='15 January 2026', review='15 January 2027')} "
            "Nobody has reviewed it.",
            "note",
        ),
    )


def test_about__documents_of_one_family__are_called_one_voice() -> None:
    """Two that share wording never count as two."""
    texts = [text for text in strings(document_of(shipped())) if "one voice" in text]

    assert len(texts) == 1
    assert "Baclofen Pump Therapy / Do I need a Pump for Intrathecal Baclofen?" in texts[0]


def test_document__every_text__is_free_of_what_no_output_can_show() -> None:
    """Controls and overrides of direction change how other words look, so they go before anything is drawn."""
    hostile = "a\x00b\x1b[31mc\u202ed\u202c"
    document = document_of(
        small(), {"first-name": hostile}, concerns_added=(AddedConcern(hostile, "a-lot"),), to_ask=ToAsk(own=(hostile,))
    )
    texts = " ".join(strings(document))

    assert "ab[31mcd" in texts
    assert set(texts) & {"\x00", "\x1b", "\u202e", "\u202c"} == set()


def test_page_one__all_sections_left_out__says_neither_that_nothing_was_said_nor_that_nothing_was_asked() -> None:
    """What the person left out is not told as if it had not been said."""
    everything = frozenset(section.id for section in small().sections)
    document = lay_out(summarise(walk(small()), DAY, everything))

    assert first_page(document) == [""]
