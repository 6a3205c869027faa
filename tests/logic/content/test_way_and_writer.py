"""The short way and whose words an answer is: names in the content that lead nowhere are told."""

import shutil
from pathlib import Path

import pytest

from logic.content.loading.load import load
from tests.builders import ROOT


@pytest.mark.parametrize(
    ("file", "find", "replace", "code"),
    [
        ("guide.yaml", "voice: who\n", "voice: who\nway: nowhere\n", "R016"),
        ("guide.yaml", "voice: who\n", "voice: who\nway: splint\n", "R003"),
        (
            "sections/1-hand.yaml",
            "why: So that the paper",
            "written_by: nobody\n        why: So that the paper",
            "R003",
        ),
    ],
)
def test_name__of_a_way_or_a_writer_that_leads_nowhere__is_a_problem(
    file: str, find: str, replace: str, code: str, tmp_path: Path
) -> None:
    """Whoever slips in a name is told, and the guide does not start."""
    folder = Path(shutil.copytree(ROOT / "tests" / "fixtures" / "small", tmp_path / "guide"))
    text = (folder / file).read_text(encoding="utf-8")
    assert find in text
    (folder / file).write_text(text.replace(find, replace, 1), encoding="utf-8")
    content, problems = load(folder)

    assert content is None
    assert {problem.code for problem in problems} == {code}


def test_way__that_leads_nowhere_while_a_section_cannot_be_read__waits_for_it(tmp_path: Path) -> None:
    """What stands in a broken section may be just the question that is named."""
    folder = Path(shutil.copytree(ROOT / "tests" / "fixtures" / "small", tmp_path / "guide"))
    (folder / "sections" / "2-nights.yaml").write_text("id: [", encoding="utf-8")
    guide = (folder / "guide.yaml").read_text(encoding="utf-8")
    (folder / "guide.yaml").write_text(guide.replace("voice: who\n", "voice: who\nway: nowhere\n"), encoding="utf-8")
    _, problems = load(folder)

    assert "R016" not in {problem.code for problem in problems}
