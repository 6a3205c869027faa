"""Faults put into the program while it runs, and what catches each on a walk through the small guide."""

from collections.abc import Callable
from functools import cache

import pytest

from logic.checks.paths import walk as paths
from logic.checks.paths.walk import walk
from logic.content.content import Content
from tests.builders import small
from tests.code_mutants import beside_evidence, evidence


def caught(name: str, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The codes that tell of the fault, in the order of finding."""
    breaches_without_a_fault()
    with patch.context() as context:
        content = FAULTS[name](context) or small()
        context.setattr(paths, "PDFS", 1)
        found = walk(content).breaches
    return tuple(dict.fromkeys(breach.code for breach in found if str(breach) not in breaches_without_a_fault()))


@cache
def breaches_without_a_fault() -> frozenset[str]:
    """What a walk finds in the small guide as it is: nothing, says a test."""
    return frozenset(str(breach) for breach in walk(small()).breaches)


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], Content | None]] = {
    fault.__name__.replace("_", " "): fault
    for fault in (
        evidence.evidence_hidden_by_an_answer,
        evidence.evidence_reworded_by_an_answer,
        evidence.option_dropped_from_a_row,
        evidence.options_sorted,
        evidence.fuller_option_first,
        evidence.good_things_take_everything,
        evidence.sentence_on_silence_left_out,
        evidence.colour_by_option,
        evidence.colour_by_place,
        beside_evidence.off_route_answer_printed,
        evidence.disagreement_left_out,
        evidence.not_stated_as_none,
        evidence.not_stated_left_empty,
        evidence.absolute_left_alone,
        beside_evidence.advice_in_the_summary,
        beside_evidence.score_in_the_text,
        beside_evidence.help_left_out,
        beside_evidence.never_out_of_date,
        beside_evidence.always_out_of_date,
        beside_evidence.saved_file_loses_an_answer,
        beside_evidence.next_skips_a_screen,
        beside_evidence.back_goes_in_a_circle,
        beside_evidence.question_asked_twice,
        beside_evidence.output_that_fails,
        beside_evidence.pdf_that_fails,
        beside_evidence.field_for_a_verdict,
        beside_evidence.function_that_ranks,
    )
}
"""Every fault by its name."""
