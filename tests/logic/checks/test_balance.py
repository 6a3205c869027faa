"""The balance of what stands for and against each option, and the reasons where it is uneven."""

import pytest

from logic.checks.breaches import Breach
from logic.checks.neutrality.balance import balance_breaches, balances
from logic.content.content import Content
from logic.content.evidence import Cell, Comparison, Option, Row, Statement, Subject, Topic, Unbalanced
from tests.builders import small

WHY = Unbalanced(good=1, unwanted=1, why="The leaflets say little.")


def guide(good: list[str], unwanted: list[str], unbalanced: Unbalanced | None = None) -> Content:
    """A guide with one option of which these things are said."""
    topics, cells = [], []
    for side, texts in (("good", good), ("bad", unwanted)):
        names = [f"{side}-{number}" for number, _ in enumerate(texts)]
        topics += [
            Topic(id=name, about=name, statements=(Statement(source="leaflet-a", section="Part", says=text),))
            for name, text in zip(names, texts, strict=True)
        ]
        cells.append(Cell(states=tuple(names)) if names else Cell(not_stated=True))
    options = tuple(
        Option(id=name, name=name, about="It.", unbalanced=unbalanced if name == "one" else None)
        for name in ("one", "two")
    )
    rows = tuple(
        Row(id=name, name=name, cells={"one": cell, "two": Cell(not_stated=True)})
        for name, cell in zip(("good-things", "unwanted-things"), cells, strict=True)
    )
    changes = {
        "subjects": (Subject(subject="All", topics=(*topics, *small().topics.values())),),
        "comparison": Comparison(options=options, rows=rows),
    }
    return Content.model_validate({name: getattr(small(), name) for name in Content.model_fields} | changes)


def found(content: Content) -> list[tuple[str, str]]:
    """The code and the finding of each breach."""
    return [(breach.code, breach.what) for breach in balance_breaches(content)]


def test_balance__of_equal_sides__is_within_the_band() -> None:
    """As much is said for as against."""
    assert found(guide(["It can help."], ["It can hurt."])) == []


def test_balance__of_two_silent_sides__is_within_the_band() -> None:
    """Where no document speaks, nothing is uneven."""
    assert found(guide([], [])) == []


def test_balance__of_more_statements_on_one_side__is_out_of_it() -> None:
    """One statement against two is told."""
    assert found(guide(["It can help."], ["It hurts.", "At night."])) == [("B001", "1 to 2 statements; 3 to 4 words")]


def test_balance__of_one_side_alone__is_out_of_it() -> None:
    """Praise beside silence is uneven, and so is blame."""
    assert found(guide(["It can help."], [])) == [("B001", "1 to 0 statements; 3 to 0 words")]
    assert found(guide([], ["It can hurt."])) == [("B001", "0 to 1 statements; 0 to 3 words")]


def test_balance__of_longer_words_on_one_side__is_out_of_it() -> None:
    """What is harder to read weighs less."""
    ((code, what),) = found(guide(["It can help."], ["Deterioration necessitates hospitalisation."]))

    assert code == "B001"
    assert what.startswith("grade ")


def test_balance__of_a_mark_on_one_side__is_out_of_it() -> None:
    """A cry catches the eye."""
    assert found(guide(["It can help!"], ["It can hurt."])) == [("B001", "1 to 0 marks")]


def test_reason__for_just_these_numbers__lets_imbalance_pass() -> None:
    """The documents are uneven: it is said and nothing is trimmed."""
    uneven = ["It can help for a long night."], ["It can hurt."]

    assert found(guide(*uneven, unbalanced=WHY)) == []
    assert found(guide(*uneven)) == [("B001", "7 to 3 words")]


def test_reason__written_for_other_numbers__has_to_be_thought_over() -> None:
    """A reason given once is no leave to cut what is said."""
    assert found(guide(["It can help."], [], unbalanced=WHY)) == [("B001", "1 to 0 statements; 3 to 0 words")]


def test_reason__without_imbalance__is_a_breach() -> None:
    """An excuse for nothing would tell readers what is not so."""
    assert found(guide(["It can help."], ["It can hurt."], unbalanced=WHY)) == [("B002", "The leaflets say little.")]


@pytest.mark.parametrize("lost", ["good-things", "unwanted-things"])
def test_row__of_good_or_unwanted_things_that_is_missing__is_a_breach(lost: str) -> None:
    """Without both rows there is nothing to weigh."""
    whole = guide([], [])
    rows = tuple(row for row in whole.comparison.rows if row.id != lost)
    comparison = whole.comparison.model_copy(update={"rows": rows})
    content = whole.model_copy(update={"comparison": comparison})

    assert list(balance_breaches(content)) == [Breach("B003", "rows", lost)]
    assert balances(content) == ()
