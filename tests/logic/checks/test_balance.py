"""The balance of what stands for and against each option, and the reasons where it is uneven."""

import pytest

from logic.checks.breaches import Breach
from logic.checks.neutrality.balance import balance_breaches, balances
from logic.checks.neutrality.bearings import bearing_breaches
from logic.content.content import Content
from logic.content.evidence import Claim, Comparison, Option, Row, Statement, Subject, Topic, Unbalanced
from tests.builders import small

WHY = Unbalanced(good=1, unwanted=1, why="The leaflets say little.")


def guide(good: list[str], unwanted: list[str], unbalanced: Unbalanced | None = None) -> Content:
    """A guide with one option of which these things are said."""
    claims = [
        Claim.model_validate({"says": text, "short": text, "bears": {"one": side}})
        for side, texts in (("good", good), ("unwanted", unwanted))
        for text in texts
    ]
    topics = [
        Topic(id=f"topic-{n}", about="It", statements=(Statement(source="leaflet-a", section="Part", claims=(claim,)),))
        for n, claim in enumerate(claims)
    ]
    options = tuple(
        Option(id=name, name=name, about="It.", unbalanced=unbalanced if name == "one" else None)
        for name in ("one", "two")
    )
    rows = (
        Row(id="good-things", name="Good things", bearings=("good",)),
        Row(id="unwanted-things", name="Unwanted things", bearings=("unwanted",)),
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


def test_balance__of_more_claims_on_one_side__is_out_of_it() -> None:
    """One claim against two is told."""
    assert found(guide(["It can help."], ["It hurts.", "At night."])) == [("B001", "1 to 2 claims; 3 to 4 words")]


def test_balance__of_one_side_alone__is_out_of_it() -> None:
    """Praise beside silence is uneven, and so is blame."""
    assert found(guide(["It can help."], [])) == [("B001", "1 to 0 claims; 3 to 0 words")]
    assert found(guide([], ["It can hurt."])) == [("B001", "0 to 1 claims; 0 to 3 words")]


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
    assert found(guide(["It can help."], [], unbalanced=WHY)) == [("B001", "1 to 0 claims; 3 to 0 words")]


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


def test_claim__under_two_topics__counts_once() -> None:
    """One thing that one document says is one thing, however often the guide shows it."""
    assert found(guide(["It can help.", "It can help."], ["It can hurt."])) == []


@pytest.mark.parametrize("change", [{"topics": ("comfort",)}, {"bearings": ("good", "describes")}, {"bearings": ()}])
def test_row__of_good_things_that_takes_others_or_leaves_some_out__is_a_breach(change: dict[str, object]) -> None:
    """What counts for an option cannot be picked by whoever writes the rows."""
    whole = guide([], [])
    good, unwanted = whole.comparison.rows
    rows = (good.model_copy(update=change), unwanted)
    content = whole.model_copy(update={"comparison": whole.comparison.model_copy(update={"rows": rows})})

    assert Breach("B003", "rows", "good-things") in list(balance_breaches(content))


WORDS = small().words.model_copy(update={"benefit": ("help", "fewer side effects"), "harm": ("hurt", "side effects")})


@pytest.mark.parametrize(
    ("good", "unwanted", "wrong"),
    [
        (["It can help."], ["It can hurt.", "It has side effects."], []),
        (["It has fewer side effects."], [], []),
        ([], ["It has fewer side effects."], ["unwanted for one: “It has fewer side effects.”"]),
        (["It hurts."], [], ["good for one: “It hurts.”"]),
        ([], ["It helps."], ["unwanted for one: “It helps.”"]),
    ],
)
def test_claim__filed_on_the_other_side__is_found_by_its_words(
    good: list[str], unwanted: list[str], wrong: list[str]
) -> None:
    """A good claim filed as unwanted has no word of harm, or one of benefit."""
    content = guide(good, unwanted).model_copy(update={"words": WORDS})

    assert [breach.what for breach in bearing_breaches(content) if "leaflet-a on topic" in breach.where] == wrong


def test_claim__where_no_words_are_listed__bears_out_neither() -> None:
    """A guide without the two lists is told so, claim by claim."""
    content = guide(["It can help."], []).model_copy(
        update={"words": small().words.model_copy(update={"benefit": (), "harm": ()})}
    )

    assert "good for one: “It can help.”" in [breach.what for breach in bearing_breaches(content)]
