"""The summary as a document: what stands on page one, and what follows in full."""

import pytest

from logic.answers.answers import AddedConcern, ToAsk
from logic.content.kinds.answer import Answer
from logic.outputs.document import Block, Bullet, Bullets, Document, Line, Lines, Paragraph, Part, Table
from logic.outputs.layouts.summary import (
    PAGE_ONE_MATTERS,
    PAGE_ONE_QUESTION,
    PAGE_ONE_QUESTIONS,
    PAGE_ONE_VALUE,
    lay_out,
)
from logic.summary.summary import summarise
from tests.builders import DAY, document_of, guide_of, question, shipped, small, strings, walk

say = small().say


def more(start: str) -> str:
    """The start of a text that was cut, in the words that say so."""
    return say("summary.cut", start=start)


def why(reason: str) -> str:
    """A reason, in the words that introduce it."""
    return say("summary.ask-reason", reason=reason)


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
    document = document_of(small())

    assert first_page(document) == [
        "Your nights",
        say("summary.matters"),
        say("summary.ask-suggested"),
        say("help.title"),
    ]
    assert [item.heading for item in document.parts if item.new_page] == [say("summary.answers")]


def test_document__its_first_block__says_that_it_gives_no_advice() -> None:
    """Whoever holds the paper is told what it is before anything else."""
    assert document_of(small()).opening[0] == Paragraph(say("summary.advice"), "note")


def test_document__help__stands_in_a_box_on_the_first_page() -> None:
    """The urgent box is on every printed summary, and its words are those of the content."""
    (box,) = part(document_of(shipped()), say("help.title")).blocks

    assert box == Paragraph(shipped().say("help.body"), "help")


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * PAGE_ONE_VALUE, "x" * PAGE_ONE_VALUE),
        ("x" * (PAGE_ONE_VALUE + 1), more("x" * PAGE_ONE_VALUE)),
        ("one " + "x" * PAGE_ONE_VALUE, more("one")),
        ("冷" * (PAGE_ONE_VALUE // 2), "冷" * (PAGE_ONE_VALUE // 2)),
        ("冷" * PAGE_ONE_VALUE, more("冷" * (PAGE_ONE_VALUE // 2))),
        ("one\n\n two", "one two"),
        ("{name} %s {0}", "{name} %s {0}"),
    ],
)
def test_first_page__long_words__are_cut_between_words_and_given_in_full_later(text: str, shown: str) -> None:
    """One page holds a glance, and the next pages hold every word."""
    asked = question("asked", "words", page_one=True)
    content = guide_of((question("who"), question("first-name", "words"), asked))
    document = document_of(content, {"asked": text})
    opening = next(block for block in document.opening if isinstance(block, Lines))

    assert Line("asked", shown) in opening.items
    assert line(document, "Only section", "asked") == Line("asked", text)


def test_first_page__much_that_matters__is_cut() -> None:
    """What matters a lot is one paragraph, however long the person's own concerns are."""
    concern = AddedConcern("x" * PAGE_ONE_MATTERS, "a-lot")
    document = document_of(small(), {"matters": {"less-pain": "a-lot"}}, concerns_added=(concern,))

    assert part(document, say("summary.matters")).blocks[0] == Paragraph(more("Less pain;"))


def test_first_page__nothing_matters_a_lot__says_so() -> None:
    """An empty place would leave a reader guessing."""
    block, *_ = part(document_of(small()), say("summary.matters")).blocks

    assert block == Paragraph(say("summary.nothing-matters"))


def test_first_page__questions_picked__stand_before_all_else_with_boxes() -> None:
    """The person's own come first, then those they kept; suggestions wait for the next pages."""
    to_ask = ToAsk(kept=("ask-hours",), own=("Who pays?",))
    document = document_of(small(), {"hours": 5, "splint": "not-sure"}, to_ask=to_ask)

    assert part(document, say("summary.ask")).blocks == (
        Bullets((Bullet("Who pays?"), Bullet("How many hours does it take to help?")), boxes=True),
    )


def test_first_page__many_questions__are_cut_and_counted() -> None:
    """The first page has some, and says how many follow."""
    own = tuple(f"Question {number}" for number in range(PAGE_ONE_QUESTIONS + 2))
    blocks = part(document_of(small(), to_ask=ToAsk(own=own)), say("summary.ask")).blocks

    assert isinstance(blocks[0], Bullets)
    assert [bullet.text for bullet in blocks[0].items] == list(own[:PAGE_ONE_QUESTIONS])
    assert blocks[1] == Paragraph(say("summary.ask-more-count", count=2), "note")


def test_first_page__long_question__is_cut_and_given_in_full_later() -> None:
    """A question is never lost, only shortened on the first page."""
    own = "word " * PAGE_ONE_QUESTION
    document = document_of(small(), to_ask=ToAsk(own=(own,)))
    short, *_ = [text for text in strings(document) if text.startswith("word")]

    assert short == more(("word " * (PAGE_ONE_QUESTION // 5)).strip())
    assert own in strings(document)


def test_first_page__no_question_picked__shows_what_is_suggested_and_says_so() -> None:
    """A suggestion is never passed off as the person's choice."""
    blocks = part(document_of(small(), {"splint": "not-sure"}), say("summary.ask-suggested")).blocks

    assert blocks == (
        Paragraph(say("summary.ask-suggested-note"), "note"),
        Bullets((Bullet("Which splints are there?"),), boxes=True),
    )


def test_first_page__nothing_to_ask__says_so() -> None:
    """What no document covers is not suggested by an answer, so it waits for the next pages."""
    blocks = part(document_of(small()), say("summary.ask-suggested")).blocks

    assert blocks == (Paragraph(say("summary.ask-none"), "note"),)


def test_all_answers__what_was_not_answered__is_drawn_quietly() -> None:
    """An answer stands out beside a gap."""
    document = document_of(small(), {"splint": "no"})

    assert line(document, "Your hand", "Splint") == Line("Splint", "No")
    assert line(document, "Your hand", "Name") == Line("Name", say("state.left-open"), quiet=True)


def test_all_answers__own_line_breaks__stay() -> None:
    """A person's paragraphs are theirs."""
    document = document_of(small(), {"first-name": "Ada\n\nByron"})

    assert line(document, "Your hand", "Name") == Line("Name", "Ada\n\nByron")


def test_all_questions__three_groups__are_told_apart_with_reasons() -> None:
    """What the person picked, what the guide suggests, and what no document covers."""
    to_ask = ToAsk(kept=("ask-hours",), own=("Who pays?",))
    document = document_of(small(), {"hours": 5, "splint": "not-sure"}, to_ask=to_ask)
    groups = ("ask", "ask-suggested", "ask-uncovered")

    assert [part(document, say(f"summary.{group}"), -1).blocks for group in groups] == [
        (
            Bullets(
                (Bullet("Who pays?"), Bullet("How many hours does it take to help?", why("The leaflets differ."))),
                boxes=True,
            ),
        ),
        (Bullets((Bullet("Which splints are there?", why("You were not sure whether you have one.")),), boxes=True),),
        (Bullets((Bullet("What about hot nights?", why("The leaflets say nothing on it.")),), boxes=True),),
    ]


def test_all_questions__every_one_dropped__leaves_no_heading() -> None:
    """A heading promises something under it."""
    document = document_of(small(), to_ask=ToAsk(dropped=("open-summer",)))

    assert say("summary.ask-all") not in [item.heading for item in document.parts]


def test_observations__of_a_therapist__have_a_part_of_their_own() -> None:
    """Nobody takes them for the person's words."""
    document = document_of(small(), observations={"hand": "Warm."})

    assert part(document, say("summary.observations")).blocks == (Lines((Line("Your hand", "Warm."),)),)


def test_evidence__row__has_equal_cells_for_every_option() -> None:
    """Each cell is a list of claims, a line each with document and heading, or says that there are none."""
    document = document_of(small(), {"matters": {"free-hands": "a-lot", "less-pain": "a-lot"}})
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


def test_disagreement__that_no_row_shows__has_a_part_with_every_side() -> None:
    """No side is picked."""
    document = document_of(small(), {"hours": 5})
    blocks: tuple[Block, ...] = part(document, "How long it is worn").blocks

    assert blocks == (
        Paragraph(say("evidence.differ", how="One says six hours, the other eight.")),
        Lines(
            (
                Line("Leaflet A", "Six hours a night. (“Wearing it”)"),
                Line("Leaflet B", "Seven to eight hours. (“Night”)"),
            )
        ),
    )


def test_not_answered__three_reasons__are_told_apart() -> None:
    """Not sure, left open and not asked are three different things to a doctor."""
    given: dict[str, Answer] = {"who": "me", "splint": "not-sure", "hours": 8, "wakes": ("pain",), "know-hours": "same"}

    assert part(document_of(small(), given), say("summary.open")).blocks == (
        Lines(
            (
                Line(say("summary.open-not-sure"), "Splint"),
                Line(say("summary.open-left"), "Name; Where it hurts; What matters"),
                Line(say("summary.open-not-asked"), "Numb now"),
            )
        ),
    )


def test_not_answered__everything_answered__says_so() -> None:
    """An empty list would look like a mistake."""
    content = guide_of((question("who"), question("first-name", "words")))
    document = document_of(content, {"who": "a", "first-name": "Ada"})

    assert part(document, say("summary.open")).blocks == (Paragraph(say("summary.nothing-open")),)


def test_about__documents_and_version__close_the_summary() -> None:
    """A reader learns what it rests on, of which date, and what has not been done."""
    document = document_of(small())

    assert part(document, say("summary.sources")).blocks[0] == Bullets(
        (Bullet("Leaflet A: “Leaflet A”. Clinic A.", "leaflet"), Bullet("Leaflet B: “Leaflet B”. Clinic B.", "leaflet"))
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
            )
        ),
        Paragraph(say("summary.version", version="1.0", date="15 January 2026", review="15 January 2027"), "note"),
        Paragraph("Nobody has reviewed it.", "note"),
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


def test_page_one__all_sections_left_out__says_neither_that_nothing_matters_nor_that_nothing_was_asked() -> None:
    """What the person left out is not told as if it had not been said."""
    everything = frozenset(section.id for section in small().sections)
    document = lay_out(summarise(walk(small()), DAY, everything))

    assert document.parts[0].heading == say("help.title")
