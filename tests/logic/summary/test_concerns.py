"""Concerns by the importance that was given to them."""

from logic.answers.answers import AddedConcern
from logic.summary.concerns import RatedConcern, groups
from tests.builders import guide_of, question, small, walk


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
