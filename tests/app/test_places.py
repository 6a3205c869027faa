"""The places to look around, without a browser: picks, figures, what is said where something is missing."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import NumberInput

from logic.answers.answers import AddedConcern, Answers
from tests.app.walk import draw_place, ran
from ui.parts.pages import LOOK
from ui.session.guide_content import content, say
from ui.session.picks import Picks
from ui.session.visit import Visit

OPTIONS = [option.id for option in content().comparison.options]


def at(name: str, answers: Answers | None = None, **picks: Any) -> AppTest:
    """Return the app at a place, with these answers and picks."""
    app = AppTest.from_function(draw_place, args=(name,), default_timeout=30)
    app.session_state["visit"] = Visit(answers or Answers(), picks=Picks(**picks))
    return ran(app)


def html(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def picks(app: AppTest) -> Any:
    return app.session_state["visit"].picks


def tick(app: AppTest, key: str, *, on: bool = True) -> AppTest:
    [box] = (box for box in app.checkbox if str(box.key).startswith(f"look-{key}"))
    (box.check if on else box.uncheck)()
    return ran(app)


def enter(app: AppTest, key: str, value: float | None) -> AppTest:
    figure(app, key).set_value(value)
    return ran(app)


def figure(app: AppTest, key: str) -> NumberInput:
    """Return a field; of one that the server has changed another stands in its place, under another number."""
    [field] = (field for field in app.number_input if str(field.key).startswith(f"look-{key}"))
    return field


def charts(app: AppTest) -> list[Any]:
    return list(app.get("plotly_chart"))


@pytest.mark.parametrize("name", ["look", *LOOK])
def test_each_place_has_one_title_and_leads_to_the_others(name: str) -> None:
    """Nobody is stuck in a place."""
    app = at(name)

    assert [item.value for item in app.title] == [say(f"{name}.title")]
    assert len(app.get("page_link")) == len([place for place in LOOK if place != name])


class TestCompare:
    def test_columns_stand_in_the_order_of_ticking(self) -> None:
        """What is unticked and ticked again comes last."""
        app = tick(tick(at("compare"), "option-pump", on=False), "option-pump")

        assert picks(app).options == (OPTIONS[1], "pump")
        assert html(app).index("Medicines by mouth") < html(app).index("Baclofen pump")

        app.button(key="look-all-options").click()
        assert picks(ran(app)).options == tuple(OPTIONS)

    @pytest.mark.parametrize(("options", "words"), [((), "none"), (("pump",), "one")])
    def test_fewer_than_two_options_are_answered_in_words(self, options: tuple[str, ...], words: str) -> None:
        """There is nothing to lay side by side, and the reader is told what to tick."""
        app = at("compare", options=options)

        assert [item.value for item in app.info] == [say(f"compare.{words}")]
        assert html(app) == ""

    def test_rows_are_picked_and_none_is_answered_in_words(self) -> None:
        """A row that is unticked is gone, and no row at all is said to be too few."""
        app = tick(at("compare"), "row-good-things", on=False)
        assert "Good things" not in html(app)
        assert "Unwanted things" in html(app)

        app.button(key="look-no-rows").click()
        assert [item.value for item in ran(app).info] == [say("compare.no-row")]
        app.button(key="look-all-rows").click()
        assert "Good things" in html(ran(app))

    def test_two_options_stand_side_by_side_until_the_reader_picks(self) -> None:
        """As many as fit beside each other on a phone, the first two of the content; any other is one press away."""
        app = at("compare")

        assert picks(app).options == (OPTIONS[0], OPTIONS[1])
        assert [box.label for box in app.checkbox if box.value and "option-" in str(box.key)] == [
            option.name for option in content().comparison.options[:2]
        ]


class TestDocuments:
    def test_topics_with_a_disagreement_stand_first(self) -> None:
        """Under their own heading, and marked in words."""
        app = at("documents")
        headings = [item.value for item in app.header]

        assert headings.index(say("documents.differ")) < headings.index(say("documents.others"))
        assert html(app).index("How often the pump is refilled") < html(app).index("Getting to the clinic")

    def test_a_search_and_a_subject_narrow_the_topics(self) -> None:
        """Topics found are open; where none is found, that is said."""
        app = at("documents")
        app.text_input(key="look-search").set_value("iphone")
        ran(app)
        assert say("documents.found-one") in [item.value for item in app.markdown]
        assert '<details class="fold" open><summary><span class="fold-title">How big the pump is' in html(app)

        app.text_input(key="look-search").set_value("<script>")
        assert say("documents.nothing") in [item.value for item in ran(app).markdown]

        app.text_input(key="look-search").set_value("")
        app.selectbox(key="look-subject").set_value("Refills and upkeep")
        assert say("documents.found", count=6) in [item.value for item in ran(app).markdown]

    def test_each_range_is_a_picture_with_words_and_a_table(self) -> None:
        """The two topics with ranges are drawn, and what is drawn is said."""
        app = at("documents")

        assert [chart.proto.alt[:16] for chart in charts(app)] == ["One row for each"] * 2
        assert html(app).count("The same as a table:") == 2


class TestRefills:
    def test_an_answer_is_the_figure_and_another_one_stays_here(self) -> None:
        """The trip comes from the guide, visibly; trying another figure changes no answer."""
        app = at("refills", Answers({"trip-time": 45}))
        assert figure(app, "trip").value == 45
        assert say("refills.trip-answer", minutes=45) in [item.value for item in app.caption]
        assert "3 hours to 18 hours" in html(app)

        enter(app, "trip", 90)
        assert say("refills.trip-tried", minutes=45) in [item.value for item in app.caption]
        assert "6 hours to 36 hours" in html(app)
        assert app.session_state["visit"].answers == Answers({"trip-time": 45})

        app.button(key="look-trip-again").click()
        assert figure(ran(app), "trip").value == 45

    @pytest.mark.parametrize("given", [{}, {"trip-time": "not-sure"}])
    def test_nothing_is_filled_in_that_nobody_gave(self, given: dict[str, str]) -> None:
        """Without a figure there are no hours, no picture, and a word on what is missing."""
        app = at("refills", Answers(given))

        assert [item.value for item in app.number_input] == [None] * 3
        assert say("refills.trip-open") in [item.value for item in app.caption]
        assert [item.value for item in app.info] == [say("refills.need-years")]
        assert "Not computed: no trip time was entered." in html(app)
        assert charts(app) == []

    @pytest.mark.parametrize(
        ("field", "entered", "words"),
        [
            ("trip", -1.0, "Enter 0 or more."),
            ("trip", 1441.0, "Enter 1440 or less."),
            ("people", 0.0, "Enter 1 or more."),
            ("people", 2.5, "Enter a whole number, without a decimal point."),
            ("years", 0.0, "Enter 1 or more."),
            ("years", 1e300, "Enter 50 or less."),
        ],
    )
    def test_a_figure_that_cannot_be_used_is_answered_in_words(self, field: str, entered: float, words: str) -> None:
        """Below the field stands what to enter, and nothing is computed with it."""
        app = enter(at("refills"), field, entered)

        assert [item.value for item in app.warning] == [words]
        assert charts(app) == []

    def test_a_gap_of_ones_own_takes_the_place_of_the_documents(self) -> None:
        """Until it is entered nothing is computed; then it is said to be one's own."""
        app = at("refills")
        app.radio(key="look-gap").set_value("own")
        assert [item.value for item in ran(app).info] == [say("refills.need-gap")]

        enter(app, "own_gap", 5)
        assert "a refill every 5 months, as entered" in html(app)
        assert "2 to 3 trips" in html(app)

    def test_years_bring_the_picture_and_the_table_by_year(self) -> None:
        """The timeline is drawn with its words, and the same years stand in a table."""
        app = enter(at("refills", Answers({"trip-time": 45})), "years", 10)

        assert [chart.proto.alt[:19] for chart in charts(app)] == ["All on one axis. Ea"]
        assert "Year by year" in html(app)


class TestMatters:
    def test_own_words_are_shown_as_they_were_typed(self) -> None:
        """A person's own concern stands under its importance, and no tag in it is a tag."""
        answers = Answers({"matters-body": {"avoiding-surgery": "a-lot"}}, (AddedConcern("<img src=x>", "a-lot"),))
        app = at("matters", answers)

        assert "&lt;img src=x&gt;" in html(app)
        assert "<img" not in html(app)
        assert say("summary.evidence-row", concerns="Avoiding surgery") in html(app)
        assert [item.value for item in app.info] == []

    def test_without_answers_the_page_says_so(self) -> None:
        """Nothing is grouped and no row is shown."""
        assert [item.value for item in at("matters").info] == [say("matters.none"), say("matters.evidence-none")]


class TestSummary:
    def test_what_was_asked_for_is_in_the_summary_and_nothing_else(self) -> None:
        """The comparison, the pictures and the figures go in one by one."""
        compared = tick(at("compare"), "wish-compare")
        assert picks(compared).in_summary == {"compare"}
        kept = html(at("summary", in_summary=picks(compared).in_summary))
        assert kept.count(f"<h2>{say('compare.part')}</h2>") == 1
        assert f"<h2>{say('refills.title')}</h2>" not in kept

        answers = Answers({"trip-time": 45})
        more = html(at("summary", answers, in_summary=frozenset({"plan", "ranges"}), years=10.0))
        assert f"<h2>{say('refills.title')}</h2>" in more
        assert f"<h2>{say('chart.title')}</h2>" in more
        assert say("compare.part") not in more

    def test_a_comparison_of_one_option_is_no_part_of_it(self) -> None:
        """The wish stays, and takes effect once there are two options again."""
        assert say("compare.part") not in html(at("summary", in_summary=frozenset({"compare"}), options=("pump",)))

    def test_a_wish_can_be_taken_back(self) -> None:
        """Unticking the box takes the part out."""
        app = tick(at("documents", in_summary=frozenset({"ranges", "plan"})), "wish-ranges", on=False)

        assert picks(app).in_summary == {"plan"}
