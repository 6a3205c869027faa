"""Classes of answers, independent parts, and how they are joined into routes."""

from itertools import combinations, product

import pytest

from logic.checks.paths import routes as routes_module
from logic.checks.paths.branching import classes_of, independent_factors
from logic.checks.paths.covering import join_all, join_pairs, size_of
from logic.checks.paths.filling import filled, unsure
from logic.checks.paths.routes import dead_breaches, one_of_each, routes
from logic.content.conditions import Clause, Condition
from logic.content.content import Content
from logic.content.kinds.question import Question
from logic.content.kinds.ticks import TickedChoice
from tests.builders import guide_of, question, shipped, small, when


def clauses(*found: tuple[str, str | int | bool]) -> tuple[Clause, ...]:
    """Clauses on the question q."""
    return tuple(Clause.model_validate({"question": "q", "operator": sign, "value": value}) for sign, value in found)


def names(asked: Question, *found: tuple[str, str | int | bool]) -> list[str]:
    """The names of the classes of a question's answers."""
    return [item.name for item in classes_of(asked, clauses(*found))]


def test_classes__of_one_choice__are_those_tested_another_not_sure_and_left_open() -> None:
    """One other choice stands for all that no clause names."""
    assert names(question("q"), ("=", "a")) == ["a", "another choice", "not sure", "left open"]
    assert names(question("q", not_sure=False), ("=", "a")) == ["a", "another choice", "left open"]


def test_classes__where_every_choice_is_tested__have_no_other() -> None:
    """What no answer can be is no class."""
    assert names(question("q"), ("=", "a"), ("=", "b"), ("=", "c")) == ["a", "b", "c", "not sure", "left open"]


def test_classes__of_several_choices__are_every_subset_of_those_tested() -> None:
    """Two choices can be taken together, and conditions see both."""
    found = names(question("q", "several"), ("=", "a"), ("=", "b"))

    assert found == ["a", "b", "a and b", "another choice", "not sure", "left open"]


def test_classes__of_a_choice_that_stands_alone__are_that_choice_by_itself() -> None:
    """It cannot be taken together with another."""
    choices = (TickedChoice(id="a", label="A"), TickedChoice(id="none", label="None", alone=True))

    assert names(question("q", "several", choices=choices), ("!=", "none")) == [
        "none",
        "another choice",
        "not sure",
        "left open",
    ]


def test_classes__of_many_tested_choices__are_each_and_all_together() -> None:
    """Beyond four, not every subset is a class."""
    choices = tuple(TickedChoice(id=letter, label=letter) for letter in "abcdef")
    found = names(question("q", "several", choices=choices), *(("=", letter) for letter in "abcde"))

    assert found == ["a", "b", "c", "d", "e", "a and b and c and d and e", "another choice", "not sure", "left open"]


def test_classes__of_a_number__lie_on_both_sides_of_each_bound() -> None:
    """Between two bounds one number stands for all."""
    assert names(question("q", "number"), ("<", 6)) == ["0", "6", "not sure", "left open"]
    assert names(question("q", "number"), ("<", 6), (">=", 8)) == ["0", "6", "8", "not sure", "left open"]
    assert names(question("q", "number"), ("=", 24)) == ["0", "24", "not sure", "left open"]


def test_classes__of_words__are_something_written_and_left_open() -> None:
    """What is written decides nothing, only that something is."""
    assert names(question("q", "words"), ("exists", True)) == ["something written", "left open"]


def test_parts__of_the_shipped_guide__know_nothing_of_each_other() -> None:
    """Who writes, the pump, the spasms and the tablets branch apart; what only opens a line stands alone."""
    found = {tuple(part.classes): len(part.routes) for part in independent_factors(shipped())}

    assert found[("who-answers", "relation", "carer-load")] == 15
    assert found[("pump-now", "trial-had")] == 17
    assert found[("spasm-often", "spasm-triggers")] == 13
    # Too many to walk one by one: they are paired.
    assert [len(names) for names, count in found.items() if count == 0] == [5]
    assert len([names for names in found if len(names) == 1]) == 13


def test_parts__linked_by_one_condition__are_one() -> None:
    """Two questions that a third looks at can no longer be taken apart."""
    both = Condition(all=(*when("a", "=", "a").all, *when("b", "=", "a").all))
    guide = guide_of((question("a"), question("b"), question("c", show_if=both)))

    assert [tuple(part.classes) for part in independent_factors(guide)] == [("a", "b")]


def test_part__with_too_many_routes__is_broken_up_into_its_questions() -> None:
    """What cannot be walked one by one is paired, and the walk says so."""
    asked = tuple(question(name) for name in "abcdef")
    linked = Condition(any=tuple(when(item.id, "=", "a").all[0] for item in asked))
    found = routes(guide_of((*asked, question("last", show_if=linked))))

    assert [part.routes for part in found.parts] == [()]
    assert found.ways == 4**6
    assert len(found.joined) < 60
    assert "pairwise, its questions being too many to join" in found.told[0]
    assert "pairwise" in found.told[-1]


def three_parts() -> Content:
    """A guide of three questions that each decide on another."""
    asked = tuple(question(name) for name in "abc")
    return guide_of((*asked, *(question(f"{item.id}-more", show_if=when(item.id, "=", "a")) for item in asked)))


def test_routes__few_enough__are_all_joined() -> None:
    """While there is time, nothing is left to pairs."""
    found = routes(three_parts())

    assert (len(found.joined), found.ways, found.classes) == (64, 64, 12)
    assert found.told[-1] == "The parts joined: exhaustive, all 64 ways."


def test_routes__of_the_shipped_guide__are_joined_in_pairs_and_a_few_hundred() -> None:
    """It has more ways than could be walked, and the walk says how many it goes."""
    found = routes(shipped())

    assert found.ways > 10**14
    assert 100 < len(found.joined) < 400
    assert found.told[-1].startswith(f"The parts joined: pairwise, {len(found.joined)} of {found.ways} ways")


def test_routes__of_a_guide_without_conditions__are_one() -> None:
    """Everybody goes the same way."""
    assert routes(guide_of((question("a"),))).joined == ({},)


def test_pairs__of_any_two_factors__all_meet() -> None:
    """That is what a covering array promises."""
    factors = [range(4), range(3), range(5), range(2)]
    rows = join_pairs(factors)

    for one, other in combinations(range(len(factors)), 2):
        assert {(row[one], row[other]) for row in rows} == set(product(factors[one], factors[other]))
    assert len(rows) < size_of(factors) / 3


def test_pairs__of_one_factor__are_its_levels() -> None:
    """There is nothing to meet."""
    assert join_pairs(["ab"]) == join_all(["ab"]) == (("a",), ("b",))


def test_one_of_each__of_the_routes__holds_every_class() -> None:
    """A few routes are enough to see every class once."""
    found = routes(shipped())
    chosen = one_of_each(found)

    assert {item for route in chosen for item in route.items()} == {
        item for route in found.joined for item in route.items()
    }
    assert len(chosen) < 40


def test_single_answers__of_every_kind__are_each_choice_each_level_and_each_end() -> None:
    """Nothing that can be said with one tap is left out."""
    assert question("q").single_answers() == ("a", "b", "c", "not-sure")
    assert question("q", "several", not_sure=False).single_answers() == (("a",), ("b",), ("c",), ("a", "b", "c"))
    assert question("q", "number").single_answers() == (0, 24, "not-sure")
    assert len(question("q", "importance").single_answers()) == 12
    assert question("q", "words").single_answers() == ("Said in own words.",)


def test_filled__turn_by_turn__gives_each_answer() -> None:
    """The routes together hold every choice of every question."""
    given = [filled(small(), {}, (), turn).given for turn in range(5)]

    assert [item["who"] for item in given] == ["me", "family", "me", "family", "me"]
    assert [item["matters"] for item in given[:2]] == [
        {"less-pain": "a-lot", "free-hands": "a-lot"},
        {"less-pain": "a-little", "free-hands": "a-lot"},
    ]


def test_unsure__wherever_it_can_be_said__is_said() -> None:
    """The route stays what it is."""
    answers = unsure(small(), {"splint": "no"}, {"splint", "hours"})

    assert answers.given == {
        "numb": "not-sure",
        "fingers": "not-sure",
        "wakes": "not-sure",
        "matters": {"less-pain": "not-sure", "free-hands": "not-sure"},
        "know-hours": "not-sure",
        "splint": "no",
    }


def test_dead_question__behind_a_condition_that_never_holds__is_named() -> None:
    """A question that nobody can be asked is a slip of the pen."""
    never = Condition(all=(*when("a", "=", "a").all, *when("a", "=", "b").all))
    guide = guide_of((question("a"), question("b", show_if=never)))

    assert [str(breach) for breach in dead_breaches(guide)] == ["guide: P002 No path asks “b”."]


def test_limit__of_ways_to_join__decides_between_all_and_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same guide can be walked either way."""
    monkeypatch.setattr(routes_module, "JOINED", 10)
    found = routes(three_parts())

    assert len(found.joined) < 30
    assert found.told[-1].startswith(f"The parts joined: pairwise, {len(found.joined)} of 64 ways: every two routes")
