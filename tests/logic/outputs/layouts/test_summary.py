"""The summary as a document: what stands around page one, and what follows it in full."""

from logic.answers.answers import AddedConcern, ToAsk
from logic.content.kinds.answer import Answer
from logic.outputs.document import Bullet, Bullets, Line, Lines, Paragraph, Table
from logic.outputs.layouts.summary import lay_out
from logic.summary.summary import summarise
from tests.builders import DAY, document_of, line_of, part_of, shipped, small, strings, walk

say = small().say


def test_document__its_first_block__says_that_it_gives_no_advice() -> None:
    """Whoever holds the paper is told what it is before anything else."""
    assert document_of(small()).opening[0] == Paragraph(say("summary.advice"), "note")


def test_document__help__stands_large_only_where_a_pump_is_in_place() -> None:
    """The urgent words are on every printed summary, and in a box on that of somebody whom they may concern today."""
    large = part_of(document_of(shipped(), {"pump-now": "yes"}), say("help.title"))
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

    assert document.opening[1] == Paragraph(say("summary.left-out", sections="Your nights; What matters"), "note")
    assert "Your nights" not in [item.heading for item in document.parts]


def test_all_answers__what_was_not_answered__stands_in_a_line_for_each_reason() -> None:
    """Not sure, left open and not asked are three different things to a doctor."""
    given: dict[str, Answer] = {"who": "me", "splint": "not-sure", "hours": 8}
    hand = part_of(document_of(small(), given), "Your hand")

    assert hand.blocks == (
        Lines((Line("Filled in by", "The person"),), compact=True),
        Paragraph("Not sure: Splint\nLeft open: Name; Where it hurts\nQuestions not asked: 1", "note"),
    )


def test_all_answers__long_words__have_the_whole_width() -> None:
    """A long text in a narrow column is hard to read."""
    document = document_of(small(), {"first-name": "Ada " * 100, "splint": "no"})
    first, second, *_ = part_of(document, "Your hand").blocks

    assert first == Lines((Line("Name", ("Ada " * 100).strip()),))
    assert second == Lines((Line("Splint", "No"),), compact=True)


def test_notes_of_the_writer__who_wrote_left_out__are_called_by_no_name() -> None:
    """No empty brackets stand where the person kept back who wrote."""
    given: dict[str, Answer] = {"who-answers": "family", "carer-load": ("lifting",)}
    document = document_of(shipped(), given, left_out=frozenset({"who-answers"}))

    assert part_of(document, say("summary.of-writer")).blocks[0] == Lines(
        (Line("Carer: load", "Lifting by hand"),), True
    )


def test_of_the_writer__a_therapists_measurements__are_a_table_apart() -> None:
    """Nobody takes them for the person's words."""
    given: dict[str, Answer] = {"who-answers": "therapist", "measurements": "Grip; left hand; 4 kg"}
    document = document_of(shipped(), given)
    title = say("summary.of-writer-named", writer=shipped().questions["who-answers"].choice("therapist").label)  # type: ignore[union-attr]  # it is there
    (table,) = part_of(document, title).blocks

    assert isinstance(table, Table)
    assert table.rows[0][:3] == (("Grip",), ("left hand",), ("4 kg",))


def test_all_answers__the_way_taken__is_for_the_person_alone() -> None:
    """Which way somebody took through the guide says nothing of them, whether it was answered or left open."""
    for given in ({"way": "short"}, {}):
        assert "Way through" not in " ".join(strings(document_of(shipped(), given)))


def test_all_answers__own_line_breaks__stay() -> None:
    """A person's paragraphs are theirs."""
    document = document_of(small(), {"first-name": "Ada\n\nByron"})

    assert line_of(document, "Your hand", "Name") == Line("Name", "Ada\n\nByron")


def test_observations__of_a_therapist__have_a_part_of_their_own() -> None:
    """Nobody takes them for the person's words."""
    document = document_of(small(), observations={"hand": "Warm."})

    assert part_of(document, say("summary.observations")).blocks == (Lines((Line("Your hand", "Warm."),)),)


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

    assert part_of(document, say("summary.sources")).blocks[0] == Bullets(
        (Bullet("Leaflet A: “Leaflet A”. Clinic A. leaflet."), Bullet("Leaflet B: “Leaflet B”. Clinic B. leaflet."))
    )
    assert part_of(document, say("summary.about")).blocks == (
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
