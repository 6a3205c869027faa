"""The tests that rows of the standards rest on, and what became of each in a run on these very files."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

Results = Mapping[str, str]
"""What became of each test of a run, by its whole id: "passed", "failed" or "skipped"."""

PASSED = "passed"
RESULTS = Path("out") / "tests.json"
"""Where the tests write their results, under the project's root."""

_CODE = ("app.py", ".streamlit", "logic", "questions", "tests", "ui")

CITED: Mapping[str, tuple[str, ...]] = {
    "D10": (
        "tests/browser/test_places.py::test_every_cell_looks_the_same_whatever_its_option",
        "tests/logic/outputs/drawing/test_screen_html.py::TestEqualCells::test_every_cell_has_the_same_markup_whatever_its_option",
    ),
    "D12": (
        "tests/app/test_places.py::TestCompare::test_columns_stand_in_the_order_of_ticking",
        "tests/logic/summary/test_comparison.py::TestGrid::test_permuting_options_permutes_the_columns_and_nothing_else",
    ),
    "D18": (
        "tests/content/test_evidence.py::test_topic__its_figures__are_as_in_the_ground_truth",
        "tests/content/test_evidence.py::test_topic__who_speaks_on_it__is_as_in_the_ground_truth",
    ),
    "D25": ("tests/app/test_review_date.py::test_every_screen__past_its_review_date__says_so",),
    "D29": ("tests/app/test_places.py::TestMatters::test_own_words_are_shown_as_they_were_typed",),
    "D30": (
        "tests/app/test_guide.py::test_branching_answer_changed_hides_and_later_restores_what_depends_on_it",
        "tests/browser/store/test_reload.py::test_an_answer_changed_after_going_back_outlives_a_reload",
    ),
    "D32": ("tests/app/test_guide.py::test_every_section_walked_forwards_and_backwards_keeps_every_answer",),
    "D33": (
        "tests/app/test_questions_to_ask.py::test_suggested_question_kept_and_dropped_reaches_the_summary_as_chosen",
        "tests/logic/summary/test_questions_to_ask.py::test_suggestions__each_kind_of_answer__suggests_in_the_order_of_the_guide",
    ),
    "D34": (
        "tests/browser/test_walk.py::test_walk_with_a_canary_ends_with_a_pdf_and_leaves_no_trace",
        "tests/content/test_personas.py::test_persona__pdf__has_page_one_on_one_page",
        "tests/logic/outputs/test_outputs_agree.py::test_page__any_document__tells_all_of_it_in_order",
        "tests/logic/outputs/test_outputs_agree.py::test_pdf__any_document__tells_all_of_it",
        "tests/logic/outputs/test_outputs_agree.py::test_text__any_document__tells_all_of_it_in_order",
    ),
    "D35": (
        "tests/app/test_guide.py::test_short_item_teaches_after_an_answer_and_lets_the_person_go_on",
        "tests/content/test_content.py::test_items__that_teach__are_eight_and_rest_on_a_document",
    ),
    "D38": (
        "tests/app/test_voices.py::test_second_view_stands_beside_the_answers_and_changes_none_of_them",
        "tests/app/test_voices.py::test_summary_with_a_second_view_holds_it_until_it_is_left_out",
        "tests/logic/outputs/layouts/test_two_views.py::test_outputs__of_two_voices__show_no_words_of_one_under_the_name_of_the_other",
        "tests/logic/command_line/test_summary.py::test_summary__with_a_second_file__lays_the_two_views_side_by_side",
    ),
    "D42": (
        "tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[alone]",
        "tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[fields]",
        "tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[places]",
        "tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[together]",
        "tests/browser/access/test_axe.py::test_every_state_passes_axe_in_every_way[warned]",
        "tests/browser/test_body_map.py::test_figure_and_list_are_one_stop_for_a_keyboard",
        "tests/browser/test_platform.py::test_keyboard_focus_is_ringed",
        "tests/browser/test_platform.py::test_targets_are_large_and_nothing_runs_out_of_the_page",
        "tests/browser/test_platform.py::test_text_contrast_is_7_to_1_and_its_size_18_px",
        "tests/browser/test_walk.py::test_guide_is_walked_by_keyboard_alone",
    ),
    "D44": (
        "tests/app/server/test_answers.py::test_no_answer_sets_a_cookie",
        "tests/app/server/test_first_page.py::test_the_policy_names_the_page_s_own_script_and_no_other_host",
        "tests/browser/store/test_delete.py::test_a_canary_typed_everywhere_is_in_the_browser_s_storage_alone",
        "tests/browser/store/test_delete.py::test_after_deleting_nothing_is_left",
        "tests/browser/test_platform.py::test_what_a_person_types_reaches_no_log_no_address_and_no_file",
        "tests/browser/test_walk.py::test_walk_with_a_canary_ends_with_a_pdf_and_leaves_no_trace",
    ),
    "D45": (
        "tests/browser/test_walk.py::test_saved_file_opens_again_with_the_same_answers",
        "tests/content/test_files_of_before.py::test_file_of_before__own_words_and_questions__are_as_they_were",
        "tests/logic/files/test_carry_over.py::test_open__old_name_of_a_choice__is_carried_over",
        "tests/logic/files/test_carry_over.py::test_open__old_name_of_a_question__is_carried_over",
    ),
    "D46": (
        "tests/app/test_guide.py::test_trouble_with_a_pump_shows_help_in_place_and_next_leads_there",
        "tests/app/test_guide.py::test_urgent_help_comes_before_any_question_on_start",
    ),
}
"""By row: tests that show what no computation here can. Without its case an id stands for every case of that test."""


def lacking(cited: Iterable[str], results: Results) -> tuple[str, ...]:
    """Return the tests that did not pass in the run, in one of their cases or because they were not there."""
    cases: dict[str, list[str]] = {}
    for name, outcome in results.items():
        cases.setdefault(name, []).append(outcome)
        if "[" in name:
            cases.setdefault(name.partition("[")[0], []).append(outcome)
    return tuple(name for name in cited if set(cases.get(name, ())) != {PASSED})


def code_under(root: Path) -> str:
    """Return what tells these files of program, content and tests from any others."""
    seen = hashlib.sha256()
    paths = (path for name in _CODE for path in (root / name, *(root / name).rglob("*")))
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        seen.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        seen.update(path.read_bytes())
    return seen.hexdigest()


def results_under(root: Path) -> Results | None:
    """Return what became of each test on the files as they are now, or nothing where they were not tested."""
    try:
        record = json.loads((root / RESULTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return dict(record["tests"]) if record["code"] == code_under(root) else None
