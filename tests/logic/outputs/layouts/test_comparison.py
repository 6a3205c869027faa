"""The comparison in words: one sentence a cell, and a line for every option on paper."""

from dataclasses import replace

import pytest

from logic.content.evidence import Claim, Statement, Subject, Topic
from logic.outputs.document import Paragraph, Table
from logic.outputs.layouts.comparison import cell_in_words, lay_out_grid
from logic.summary.comparison import all_options, side_by_side
from tests.builders import shipped, small_with


def at_a_glance(row: str, option: str) -> tuple[str, str]:
    """What a cell of the shipped content says before its sources are opened."""
    (found,) = all_options(shipped(), (row,)).rows
    cell = next(cell for cell in found.cells if cell.option.id == option)
    said = cell_in_words(shipped(), cell)
    return said.mark, said.sentence


class TestSentence:
    """One sentence a cell, found in the same way for every option."""

    @pytest.mark.parametrize(
        ("row", "option", "said"),
        [
            (
                "where-it-fits",
                "pump",
                ("The documents say", "Marshfield Clinic: Works best when a large part is affected, such as the legs."),
            ),
            (
                "where-it-fits",
                "tablets",
                (
                    "The documents do not say",
                    "None of them speaks of this. That does not mean that there is nothing to say.",
                ),
            ),
            (
                "visits-and-travel",
                "pump",
                ("The documents differ", "The time between refills goes from one month to six months."),
            ),
            (
                "unwanted-things",
                "tablets",
                (
                    "The documents differ in part",
                    "Unsigned explainer: By mouth, it can cause sleepiness, weakness and confusion.",
                ),
            ),
        ],
    )
    def test_cell__of_each_kind__says_one_thing(self, row: str, option: str, said: tuple[str, str]) -> None:
        """What one document says, how they differ on what most of them speak of, or that they do not say."""
        assert at_a_glance(row, option) == said

    def test_cell__what_is_said_of_several_options_alike__comes_after_what_is_said_of_this_one(self) -> None:
        """Baclofen is the drug of both; what tells the two apart is what the reader came for."""
        _, pump = at_a_glance("if-stopped", "pump")
        _, tablets = at_a_glance("if-stopped", "tablets")

        assert pump == "Clinic-style sheet: Withdrawal is linked to a sudden halt of a pump's supply."
        assert tablets == "Clinic-style sheet: Do not stop baclofen all at once."

    def test_cell__absolute__comes_after_others_and_never_without_who_is_silent(self) -> None:
        """A wording that leaves no exception is one document's alone."""
        (row,) = all_options(shipped(), ("rehab-with-it",)).rows
        cell = next(cell for cell in row.cells if cell.claims)
        absolute = tuple(cited for cited in cell.claims if cited.claim.absolute)
        with_others = cell_in_words(shipped(), cell).sentence
        alone = cell_in_words(shipped(), replace(cell, claims=absolute)).sentence

        assert "in all cases" not in with_others
        assert alone.startswith("Clinic-style sheet: Rehab at home or as an outpatient is needed in all cases. Says no")

    def test_cell__any_of_the_guide__has_at_most_a_few_short_sentences(self) -> None:
        """Thirty words can be read at a glance, and a cell has a mark and a sentence whatever its option."""
        for row in all_options(shipped()).rows:
            for cell in row.cells:
                said = cell_in_words(shipped(), cell)

                assert said.mark
                assert 0 < len(said.sentence.split()) <= 30, said


class TestFolding:
    def test_on_paper_a_folded_row_has_a_line_for_who_is_spoken_of_alone(self) -> None:
        """Then the sentences, a line an option."""
        _, undone, silent = lay_out_grid(shipped(), all_options(shipped(), ("can-be-undone",)))
        (table,), (silences,) = undone.blocks, silent.blocks

        assert isinstance(table, Table)
        assert isinstance(silences, Table)
        assert [line[0] for line in table.rows] == [("Baclofen pump",)]
        assert [line[1] for line in silences.rows] == [("The documents say nothing on: Whether it can be undone.",)] * 4

    def test_on_paper_a_folded_row_of_silent_options_says_so(self) -> None:
        """Also where the one that is spoken of was not picked, the row is there."""
        _, undone, silent = lay_out_grid(shipped(), side_by_side(shipped(), ("rehab", "as-now"), ("can-be-undone",)))

        assert undone.blocks == (Paragraph("The documents do not say."),)
        assert silent.heading == "What the documents do not say"

    def test_on_paper_only_the_one_that_is_spoken_of_needs_no_sentence(self) -> None:
        """Nothing is silent that is shown."""
        made = lay_out_grid(shipped(), side_by_side(shipped(), ("pump",), ("can-be-undone",)))

        assert [part.heading for part in made] == ["Options side by side", "Whether it can be undone"]


def test_an_absolute_that_nothing_contradicts_stands_beside_the_silence_of_the_others() -> None:
    """What is said of all cases is one document's word; who does not speak of it is named in the next line."""
    _, row, *_ = lay_out_grid(shipped(), all_options(shipped(), ("rehab-with-it",)))
    (table,) = row.blocks

    assert isinstance(table, Table)
    said = table.rows[0][1]
    place = next(number for number, text in enumerate(said) if "in all cases" in text)
    assert said[place].startswith("Clinic-style sheet: Rehab at home or as an outpatient is needed in all cases. (“")
    assert said[place + 1].startswith("Says nothing on this: Baclofen Pumps: A permanent way to treat spasticity / ")


def test_an_absolute_on_which_all_speak_and_differ_has_no_silence_beside_it() -> None:
    """Where every document speaks of a topic, nobody is silent."""
    topic = Topic(
        id="comfort",
        about="Comfort",
        statements=tuple(
            Statement(source=name, section="S", claims=(Claim(says=says, short=says, bears={"splint": "good"}),))
            for name, says in (("leaflet-a", "It says that it never hurts."), ("leaflet-b", "It hurts."))
        ),
    )
    content = small_with(subjects=(Subject(subject="All", topics=(topic,)),))
    _, row, *_ = lay_out_grid(content, all_options(content, ("good-things",)))
    (table,) = row.blocks

    assert isinstance(table, Table)
    assert table.rows[0][1] == (
        "Leaflet A: It says that it never hurts. (“S”)",
        "Leaflet B: It hurts. (“S”)",
    )


def content_differ(topic: str) -> str:
    """How the documents differ on a topic, as it is printed."""
    return f"The documents differ. {shipped().topics[topic].differ}"


class TestOnPaper:
    def test_each_row_is_a_table_with_a_line_for_every_option(self) -> None:
        """On paper the options stand below each other, in the same order and form in every row."""
        first, *rows = lay_out_grid(
            shipped(), side_by_side(shipped(), ("as-now", "pump"), {"good-things", "if-stopped"})
        )

        assert first.heading == "Options side by side"
        assert [row.heading for row in rows] == ["Good things", "If it stops suddenly"]
        tables = [block for row in rows for block in row.blocks if isinstance(block, Table)]
        assert [[line[0] for line in table.rows] for table in tables] == [
            [("Keeping things as they are for now",), ("Baclofen pump",)]
        ] * 2
        assert tables[1].rows[0][1] == ("The documents do not say.",)

    def test_a_disagreement_stands_above_its_statements(self) -> None:
        """How the documents differ is said for the topic on which they do."""
        _, row, _ = lay_out_grid(shipped(), side_by_side(shipped(), ("pump", "rehab"), {"can-be-undone"}))
        table = row.blocks[0]

        assert isinstance(table, Table)
        assert table.rows[0][1][:2] == (
            content_differ("permanence"),
            "Marshfield Clinic: Its title calls pumps a permanent way to treat spasticity. (“Title”)",
        )
