"""Save files of version 2026.1: all that was said is still there, carried over where a question has changed."""

import json
from typing import Any

import pytest

from logic.answers.journey import journey
from logic.content.kinds.answer import State
from logic.files.open_file import Opened, open_file
from tests.builders import ROOT, shipped

BEFORE = ROOT / "tests" / "fixtures" / "before"
NAMES = sorted(path.stem for path in BEFORE.glob("*.json"))

SPLIT = {
    "tablets-help": ("baclofen-help", "other-tablet-help"),
    "side-effects": ("baclofen-side-effects", "other-tablet-side-effects"),
    "side-effects-bother": ("baclofen-bother", "other-tablet-bother"),
    "device-feel": ("device-in-body", "replacement-feel"),
    "people-around": ("people-around-you",),
}
CONCERNS = {
    "less-pain-and-spasm": [("matters-daily-life", "less-pain"), ("matters-daily-life", "fewer-spasms")],
    "sitting-moving-walking": [("matters-moving", name) for name in ("sitting", "moving", "walking")],
    "washing-dressing-care": [("matters-moving", "washing-and-dressing")],
    "daily-activities": [("matters-moving", "daily-activities")],
}


def opened(name: str) -> Opened:
    """The file as it opens today."""
    return open_file(shipped(), (BEFORE / f"{name}.json").read_bytes())


def record(name: str) -> dict[str, Any]:
    """What the file holds."""
    found: dict[str, Any] = json.loads((BEFORE / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_files_of_before__six_of_them__are_of_the_version_before() -> None:
    """They are kept as they were, to be opened for as long as there is a guide."""
    assert len(NAMES) == 6
    assert {record(name)["content"] for name in NAMES} == {"2026.1"}


@pytest.mark.parametrize("name", NAMES)
def test_file_of_before__opened_today__leaves_nothing_over(name: str) -> None:
    """No answer is refused, and none is dropped in silence: whatever has moved is told."""
    found = opened(name)

    assert (found.refusal, found.misfits) == (None, ())
    assert bool(found.carried) == (name != "mostly-open")


@pytest.mark.parametrize("name", NAMES)
def test_file_of_before__each_answer__stands_under_its_name_of_today(name: str) -> None:
    """Unchanged questions keep their answers; split ones each take over what was said."""
    found = opened(name).answers
    assert found is not None
    given: dict[str, Any] = {
        key: list(value) if isinstance(value, tuple) else value for key, value in found.given.items()
    }
    for question, answer in record(name)["answers"].items():
        if question.startswith("matters-"):
            for concern, level in answer.items():
                for now, choice in CONCERNS.get(concern, [(question, concern)]):
                    assert given[now][choice] == level
        elif question == "how-to-decide" and answer == "hear-more":
            assert given["decision-when"] == "hear-more"
        else:
            for now in SPLIT.get(question, (question,)):
                assert given[now] in (answer, [answer])


@pytest.mark.parametrize("name", NAMES)
def test_file_of_before__own_words_and_questions__are_as_they_were(name: str) -> None:
    """Concerns, questions to ask and observations have not changed their shape."""
    found, before = opened(name).answers, record(name)
    assert found is not None

    assert [{"text": item.text, "level": item.level} for item in found.concerns_added] == before["concerns_added"]
    assert list(found.to_ask.own) == before["questions_to_ask"]["own"]
    assert list(found.to_ask.kept) == before["questions_to_ask"]["kept"]
    assert found.observations == before["observations"]


@pytest.mark.parametrize("name", NAMES)
def test_file_of_before__what_was_said_of_tablets__counts_for_each_that_was_named(name: str) -> None:
    """Where baclofen was named, its help and side effects are on the route, and so are those of another tablet."""
    found = opened(name).answers
    assert found is not None
    steps = journey(shipped(), found).by_question
    named = str(found.given.get("tablets-which"))

    if "baclofen" in named:
        assert steps["baclofen-help"].state is State.ANSWERED
    if "another-tablet" in named or "name-not-known" in named:
        assert steps["other-tablet-help"].state is State.ANSWERED
