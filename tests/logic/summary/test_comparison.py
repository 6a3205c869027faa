"""Options side by side: equal cells, columns in the reader's order, and what else is looked up beside them."""

import re
from dataclasses import replace
from itertools import permutations
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.answers.answers import AddedConcern
from logic.content.care_steps import CareStep
from logic.content.content import Content
from logic.content.evidence import Claim, Comparison, Option, Row, Statement, Subject, Topic
from logic.content.overview.search import found
from logic.outputs.document import Bullets, Fold, Lines, Paragraph, Table
from logic.outputs.drawing import screen_html
from logic.outputs.drawing.screen_html import folds
from logic.outputs.layouts.care_steps import left_out_blocks, outcome_blocks, topic_folds, way_out_blocks, way_out_folds
from logic.outputs.layouts.comparison import cell_in_words, lay_out_grid
from logic.outputs.layouts.sources import cited_sources, source_lines
from logic.summary.comparison import Grid, Silence, all_options, passages, side_by_side, touched_by
from logic.summary.concerns import RatedConcern, groups
from tests.builders import guide_of, parsed, question, shipped, small, small_with, text_of, walk

OPTIONS = tuple(option.id for option in shipped().comparison.options)
ROWS = frozenset(row.id for row in shipped().comparison.rows)
FOLDED = ["device-problems", "visits-and-travel", "rehab-with-it", "can-be-undone", "cost-and-cover"]


def cells(content: Content, options: tuple[str, ...], rows: frozenset[str] = ROWS) -> list[list[Element]]:
    """The cells of the grid as drawn, by row."""
    page = parsed(screen_html.grid(content, side_by_side(content, options, rows)))
    return [row.findall("td")[:-1] for row in page.findall(".//tbody/tr")]


def sources(content: Content, options: tuple[str, ...], rows: frozenset[str] = ROWS) -> list[Element]:
    """What opens below each row as drawn."""
    page = parsed(screen_html.grid(content, side_by_side(content, options, rows)))
    return [row.findall("td")[-1] for row in page.findall(".//tbody/tr")]


def skeleton(cell: Element) -> list[tuple[str, str]]:
    """Every tag of a cell with its class."""
    return [(item.tag, item.get("class", "")) for item in cell.iter()]


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


class TestGrid:
    @given(st.permutations(OPTIONS))
    def test_permuting_options_permutes_the_columns_and_nothing_else(self, order: list[str]) -> None:
        """Whatever order the reader picks, each option has the very same cells."""
        before = side_by_side(shipped(), OPTIONS, ROWS)
        after = side_by_side(shipped(), order, ROWS)

        assert [option.id for option in after.options] == order
        for one, other in zip(before.rows, after.rows, strict=True):
            assert {cell.option.id: cell for cell in one.cells} == {cell.option.id: cell for cell in other.cells}
            assert [cell.option.id for cell in other.cells] == order

    def test_unknown_and_repeated_options_are_left_out(self) -> None:
        """What an older picture of the content named brings nothing down."""
        grid = side_by_side(shipped(), ("rehab", "gone", "pump", "rehab"), {"good-things", "gone"})

        assert [option.id for option in grid.options] == ["rehab", "pump"]
        assert [row.name for row in grid.rows] == ["Good things"]

    def test_each_cell_is_of_the_type_that_the_content_gives_it(self) -> None:
        """Stated, differing and not stated are told apart, and only the last is without claims."""
        grid = side_by_side(shipped(), OPTIONS, {"good-things"})

        assert [(cell.kind, bool(cell.passages)) for cell in grid.rows[0].cells] == [
            ("differs", True),
            ("differs", True),
            ("states", True),
            ("not-stated", False),
            ("states", True),
        ]

    def test_an_option_and_a_row_added_to_the_content_appear_without_code(self) -> None:
        """A sixth option is a column like the others."""
        old = small().comparison
        options = (*old.options, Option(id="third", name="A third way", about="New."))
        added = Row(id="new-row", name="New row", topics=("comfort",))
        grown = claimed("comfort", {"splint": "unwanted", "third": "unwanted"})
        comparison = Comparison(options=options, rows=(*old.rows, added))
        content = guide_of((question("any"),), comparison=comparison, subjects=grown)
        grid = side_by_side(content, ("third", "splint"), {"good-things", "new-row"})

        assert [[cell.kind for cell in row.cells] for row in grid.rows] == [
            ["not-stated", "differs"],
            ["states", "states"],
        ]


def claimed(topic: str, bears: dict[str, str]) -> tuple[Subject, ...]:
    """The evidence of the small guide, where what is said on one topic bears on other options."""
    (subject,) = small().subjects
    claim = Claim.model_validate({"says": "It can feel tight.", "short": "It can feel tight.", "bears": bears})
    statement = Statement(source="leaflet-a", section="Comfort", claims=(claim,))
    topics = [
        item.model_copy(update={"statements": (statement,)}) if item.id == topic else item for item in subject.topics
    ]
    return (subject.model_copy(update={"topics": tuple(topics)}),)


def texts(grid: Grid, row: str, option: str) -> list[str]:
    """The short forms of a cell."""
    cells = next(item.cells for item in grid.rows if item.id == row)
    return [cited.claim.short for cell in cells if cell.option.id == option for cited in cell.claims]


class TestCellsFromClaims:
    """Nobody files a cell: it follows from the topics and bearings of claims."""

    @pytest.mark.parametrize("option", OPTIONS)
    def test_no_claim_stands_among_good_and_unwanted_things_of_one_option(self, option: str) -> None:
        """What is said for an option and what is said against it have nothing in common."""
        grid = all_options(shipped())
        good, unwanted = (
            {
                (cited.statement.source, cited.claim.says)
                for cell in row.cells
                if cell.option.id == option
                for cited in cell.claims
            }
            for row in grid.rows
            if row.id in ("good-things", "unwanted-things")
        )

        assert good & unwanted == set()

    @pytest.mark.parametrize("option", OPTIONS)
    def test_every_good_or_unwanted_claim_stands_in_its_row_once(self, option: str) -> None:
        """None is left out by whoever wrote the rows, and none counts twice."""
        for row in all_options(shipped()).rows:
            if row.id in ("good-things", "unwanted-things"):
                bearing = row.id.partition("-")[0]
                wanted = {
                    (statement.source, claim.says)
                    for topic in shipped().topics.values()
                    for statement in topic.statements
                    for claim in statement.claims
                    if claim.bears.get(option) == bearing
                }
                found = [
                    (c.statement.source, c.claim.says)
                    for cell in row.cells
                    if cell.option.id == option
                    for c in cell.claims
                ]

                assert sorted(found) == sorted(wanted)

    def test_praise_and_warning_of_tablets_are_in_the_rows_that_they_belong_to(self) -> None:
        """Drowsiness is no good thing of tablets, and fewer side effects no unwanted thing of a pump."""
        grid = all_options(shipped())

        assert "Baclofen often causes drowsiness." in texts(grid, "unwanted-things", "tablets")
        assert not re.search("drows|sleep", " ".join(texts(grid, "good-things", "tablets")), re.IGNORECASE)
        assert not re.search("fewer|none of", " ".join(texts(grid, "unwanted-things", "pump")), re.IGNORECASE)
        assert "None of the side effects that baclofen has by mouth." in texts(grid, "good-things", "pump")

    def test_a_cell_differs_only_where_two_voices_speak_of_its_option(self) -> None:
        """Documents differ on baclofen by mouth; of the pump only two that agree speak there, as one voice."""
        row = next(row for row in all_options(shipped()).rows if row.id == "good-things")
        differing = {cell.option.id: [topic.id for topic in cell.differing] for cell in row.cells}

        assert differing["tablets"] == ["oral-effect"]
        assert differing["pump"] == ["surgery", "upkeep", "pump-side-effects", "permanence"]

    def test_every_side_of_a_disagreement_on_an_option_stands_in_its_column(self) -> None:
        """A side with another bearing stands in another row, and in one at least."""
        grid = all_options(shipped())
        for row in grid.rows:
            for number, cell in enumerate(row.cells):
                column = {(c.statement.source, c.claim.says) for other in grid.rows for c in other.cells[number].claims}
                for topic in cell.differing:
                    sides = {
                        (item.source, claim.says)
                        for item in topic.statements
                        for claim in item.claims
                        if claim.bears.get(cell.option.id) in ("good", "unwanted")
                    }

                    assert sides <= column

    def test_side_effects_and_device_problems_have_a_row_each(self) -> None:
        """Like is laid beside like: the drug's effects for each option that has them, the device's on their own."""
        grid = all_options(shipped(), ("drug-side-effects", "device-problems"))
        spoken = {row.id: [cell.option.id for cell in row.cells if cell.claims] for row in grid.rows}

        assert spoken == {"drug-side-effects": ["pump", "tablets"], "device-problems": ["pump"]}

    def test_a_passage_of_a_step_says_how_documents_differ(self) -> None:
        """A step shows the topic whole."""
        (passage,) = passages(shipped(), ["permanence"])

        assert passage.differs
        assert len(passage.claims) == 4


class TestFolding:
    def test_a_row_on_which_four_of_five_are_silent_is_folded(self) -> None:
        """Nobody reads the same sentence in four cells of five."""
        grid = all_options(shipped())

        assert [row.id for row in grid.folded] == FOLDED
        assert [row for row in grid.whole if sum(bool(cell.claims) for cell in row.cells) < 2] == []
        assert len(grid.whole) + len(grid.folded) == len(ROWS)

    def test_a_row_stays_as_it_is_whatever_options_are_picked(self) -> None:
        """Folding looks at all options of the guide, so a row does not change its form with the columns."""
        grid = side_by_side(shipped(), ("rehab", "as-now"), ROWS)

        assert [row.id for row in grid.folded] == FOLDED

    def test_each_option_has_one_sentence_on_what_is_not_said(self) -> None:
        """It names every row shown on which no document says anything of the option."""
        grid = all_options(shipped(), ("good-things", "can-be-undone", "cost-and-cover"))
        pump, tablets, injections, rehab, now = grid.options
        two = ("Whether it can be undone", "Cost and cover")

        assert grid.silences == (
            Silence(tablets, two),
            Silence(injections, two),
            Silence(rehab, ("Good things", *two)),
            Silence(now, two),
        )
        assert pump not in [item.option for item in grid.silences]

    def test_with_two_options_no_row_is_folded(self) -> None:
        """Of two, one silent option is half of what is compared."""
        assert all_options(small()).folded == ()

    def test_on_the_screen_what_is_folded_stands_once_below_the_table(self) -> None:
        """The option that is spoken of, then a sentence for each of the others."""
        page = parsed(screen_html.grid(shipped(), all_options(shipped(), ("good-things", "can-be-undone"))))
        (folded,) = (item for item in page.iter("section") if item.get("class") == "grid-alone")
        (silent,) = (item for item in page.iter("details") if item.get("class") == "fold grid-silent")

        assert text_of(folded).startswith("Whether it can be undone: Baclofen pump The documents differOne calls it")
        assert [text_of(item) for item in silent.iter("li")][2] == (
            "Stretching, exercise and rehab: The documents say nothing on: Good things; Whether it can be undone."
        )

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


def test_rows_that_concerns_touch__name_the_concerns() -> None:
    """One grid serves the screen and the summary, so that they cannot part."""
    grid = touched_by(shipped(), {"Sleep": ("good-things",), "Cost": ("cost-and-cover", "good-things")})

    assert [(row.id, row.note) for row in grid.rows] == [
        ("good-things", "Shown because these matter a lot: Sleep; Cost."),
        ("cost-and-cover", "Shown because these matter a lot: Cost."),
    ]
    assert touched_by(shipped(), {}).rows == ()


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


def test_the_documents__by_their_short_names__are_told_with_title_and_kind() -> None:
    """Whoever reads a line that cites one finds out which it is."""
    bullets = cited_sources(shipped()).items

    assert bullets[3].text == (
        "Surgeon Bassi: “Baclofen pump: how it aids severe spasticity”. "
        "Mr Sanj Bassi, neurosurgeon, edited by Laura Burgess. Article by a surgeon."
    )
    assert bullets[2].text.endswith("Question-and-answer page, whose last lines read like a chat program's reply.")


class TestEqualCells:
    def test_every_cell_has_the_same_markup_whatever_its_option(self) -> None:
        """Only the word and the shape of its type differ: no option has a class, a style or a tag of its own."""
        drawn = [cell for row in cells(shipped(), OPTIONS) for cell in row]
        shapes = {"states", "differs", "not-stated"}

        assert len(drawn) == len(OPTIONS) * (len(ROWS) - len(FOLDED))
        assert {(cell.get("role"), *sorted(cell.keys())) for cell in drawn} == {("cell", "role")}
        assert {
            tuple((tag, re.sub(f"-({'|'.join(shapes)})$", "", name)) for tag, name in skeleton(c)) for c in drawn
        } == {
            (
                ("td", ""),
                ("p", "grid-option"),
                ("p", "grid-mark"),
                ("span", "cell-shape cell-shape"),
                ("span", ""),
                ("p", ""),
            )
        }

    def test_options_with_the_same_cell_are_drawn_alike_but_for_their_names(self) -> None:
        """Given equal statements, nothing tells one column from another."""
        grid = all_options(shipped(), ("how-given",))
        (row,) = grid.rows
        same = replace(row, cells=tuple(replace(row.cells[0], option=option) for option in grid.options))
        names = "|".join(re.escape(option.name) for option in grid.options)
        *drawn, below = parsed(screen_html.grid(shipped(), replace(grid, rows=(same,)))).findall(".//td")
        parts = below.findall(".//section")

        assert len(drawn) == len(parts) == len(OPTIONS)
        assert len({re.sub(names, "…", text_of(part)) for part in parts}) == 1
        assert len({re.sub(names, "…", text_of(cell)) for cell in drawn}) == 1

    def test_permuting_options_permutes_drawn_cells(self) -> None:
        """Also in the markup, a column moves as a whole and stays as it is."""
        three = ("pump", "tablets", "as-now")
        by_option = dict(zip(three, zip(*cells(shipped(), three), strict=True), strict=True))

        for order in permutations(three):
            for name, column in zip(order, zip(*cells(shipped(), order), strict=True), strict=True):
                assert [text_of(cell) for cell in column] == [text_of(cell) for cell in by_option[name]]

    def test_a_cell_says_its_type_in_words_and_shape(self) -> None:
        """Colour tells nothing."""
        say, differ, silent = cells(shipped(), ("injections", "tablets", "rehab"), frozenset({"good-things"}))[0]

        assert text_of(say).startswith("Injections into a few musclesThe documents sayClinic-style sheet: Botulinum")
        assert text_of(differ).startswith("Medicines by mouthThe documents differWhat they say of baclofen by mouth")
        assert text_of(silent).startswith("Stretching, exercise and rehabThe documents do not sayNone of them")
        assert "That does not mean that there is nothing to say." in text_of(silent)

    def test_what_opens_below_a_row_gives_document_section_and_kind_for_each_option(self) -> None:
        """A statement never stands without where it comes from, and nobody opens one option's without the other's."""
        (below,) = sources(shipped(), ("injections", "rehab"), frozenset({"good-things"}))
        spoken, silent = below.findall(".//section")

        assert text_of(below).startswith("Sources (Good things) Injections into a few muscles")
        assert "Do I need a Pump for Intrathecal Baclofen?" in text_of(spoken)
        assert "(“How is spasticity treated?”, Clinic-style sheet for patients)" in text_of(spoken)
        assert text_of(silent).startswith("Stretching, exercise and rehab None of them speaks of this.")

    def test_a_row_on_which_no_option_shown_is_spoken_of_is_named_among_what_is_not_said(self) -> None:
        """It has no line of its own, and is one sentence of what is folded."""
        page = parsed(screen_html.grid(shipped(), side_by_side(shipped(), ("rehab", "as-now"), ("where-it-fits",))))
        (silent,) = (item for item in page.iter("details") if "grid-silent" in item.get("class", ""))

        assert page.findall(".//tbody/tr") == []
        assert "Stretching, exercise and rehab: The documents say nothing on: Where in the body it fits." in text_of(
            silent
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


class TestMatters:
    def test_concerns_stand_under_the_importance_given(self) -> None:
        """From a lot to no answer; what is the person's own belongs to no row."""
        journey = walk(
            small(), {"matters": {"free-hands": "a-lot"}}, concerns_added=(AddedConcern("Peace", "not-sure"),)
        )

        assert [(group.level, [concern.label for concern in group.concerns]) for group in groups(journey)] == [
            ("a-lot", ["Free hands"]),
            ("not-sure", ["Peace"]),
            ("none", ["Less pain"]),
        ]
        assert groups(journey)[1].concerns == (RatedConcern("Peace", "not-sure"),)

    def test_a_question_off_the_route_has_no_concerns(self) -> None:
        """What was not asked is not shown as open."""
        hidden = question(
            "wishes", "importance", show_if={"all": ({"question": "first", "operator": "=", "value": "a"},)}
        )
        content = guide_of((question("first"), hidden, question("more", "importance")))

        assert [len(group.concerns) for group in groups(walk(content))] == [3]


class TestSearching:
    def test_every_word_has_to_occur_in_any_case(self) -> None:
        """In the title, a statement, the section or the name of a document."""
        assert [topic.id for topic in found(small(), "SIX hours")] == ["hours-worn"]
        assert [topic.id for topic in found(small(), "leaflet b")] == ["hours-worn", "numbness"]
        assert found(small(), "six pumps") == ()

    def test_a_subject_narrows_it_down(self) -> None:
        """Without words all topics of a subject are found, in their order."""
        subject = shipped().subjects[3]

        assert found(shipped(), subject=subject.subject) == subject.topics
        assert len(found(shipped(), "  ")) == len(shipped().topics)


class TestSteps:
    def test_a_trial_has_three_outcomes_and_two_of_them_are_questions(self) -> None:
        """The documents speak of a clear effect alone; the rest is for the doctor."""
        trial = next(step for step in shipped().care_steps if step.outcomes)
        blocks = [outcome_blocks(shipped(), outcome) for outcome in trial.outcomes]

        assert [outcome.name for outcome in trial.outcomes] == ["A clear effect", "No effect", "An unclear result"]
        assert [any(isinstance(block, Lines) for block in made) for made in blocks] == [True, False, False]
        assert [made[0] for made in blocks[1:]] == [Paragraph("No document speaks of this.")] * 2
        assert [isinstance(made[-1], Paragraph) and made[-1].text[:15] for made in blocks] == ["To ask the doct"] * 3

    @pytest.mark.parametrize("step", shipped().care_steps, ids=lambda step: step.id)
    def test_every_step_has_a_way_out_with_a_question(self, step: CareStep) -> None:
        """Where no document speaks of stopping there, that is said."""
        *silent, ask = way_out_blocks(shipped(), step)

        assert isinstance(ask, Paragraph)
        assert ask.text.endswith(step.way_out.question)
        assert bool(silent) != bool(way_out_folds(shipped(), step))

    def test_what_concerns_safety_stands_open_in_a_way_out(self) -> None:
        """Nobody has to press anything to read that baclofen is not stopped suddenly."""
        refills = next(step for step in shipped().care_steps if step.id == "going-for-refills")

        assert [(fold.title, fold.mark, fold.opened) for fold in way_out_folds(shipped(), refills)] == [
            ("Stopping baclofen suddenly (any form)", "", True),
            ("Permanent or reversible", "The documents differ", False),
        ]

    def test_what_the_documents_leave_out_comes_as_questions(self) -> None:
        """A step with nothing left out has no empty list."""
        refills = next(step for step in shipped().care_steps if step.id == "going-for-refills")
        (bullets,) = left_out_blocks(shipped(), refills)

        assert isinstance(bullets, Bullets)
        assert "Pump alarms and what they mean" in [item.text for item in bullets.items]
        assert left_out_blocks(small(), small().care_steps[0]) == ()

    def test_topics_fold_with_a_mark_where_documents_differ(self) -> None:
        """The mark is in words."""
        made = topic_folds(small(), small().topics.values())

        assert [(fold.title, fold.mark) for fold in made] == [
            ("Comfort", ""),
            ("How long it is worn", "The documents differ"),
            ("A numb hand", ""),
        ]

    def test_a_fold_is_open_by_itself_or_with_all(self) -> None:
        """A search opens what it finds."""
        two = (Fold("One", ()), Fold("Two", (Paragraph("<b>"),), "mark", opened=True))

        assert ["open" in item.attrib for item in parsed(folds(two)).iter("details")] == [False, True]
        assert ["open" in item.attrib for item in parsed(folds(two, opened=True)).iter("details")] == [True, True]
        assert "&lt;b&gt;" in folds(two)


def test_a_document_is_told_with_its_kind_its_date_and_what_to_bear_in_mind() -> None:
    """A note stands only where there is one."""
    first, second = (source_lines(small(), source) for source in small().sources)

    assert [line.label for line in first.items] == ["Published by", "Kind", "What it is", "Date", "Numbers"]
    assert [line.label for line in second.items][3] == "To bear in mind"
