"""The steps of care: their outcomes, the way out of each, and what the documents leave out."""

import pytest

from logic.content.care_steps import CareStep
from logic.outputs.document import Bullets, Lines, Paragraph
from logic.outputs.layouts.care_steps import left_out_blocks, outcome_blocks, topic_folds, way_out_blocks, way_out_folds
from tests.builders import shipped, small


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
