"""The shipped evidence: what the documents say is all there, with every figure, and what they leave out is asked."""

import json
import re

import pytest

from logic.summary.comparison import all_options
from tests.builders import ROOT, questions, shipped

# Taken once from the ground truth of this project: every topic, who speaks on it, and with which figure.
TRUTH = json.loads((ROOT / "tests" / "fixtures" / "evidence_figures.json").read_text(encoding="utf-8"))

FAMILY = "clinic-page"

# The project's id for each subject on which all documents are silent.
NOT_COVERED = {
    "open-mri": "MRI scans and other medical procedures with a pump",
    "open-alarms": "pump alarms and what they mean",
    "open-travel-heat": "travel by air, altitude, diving, heat (saunas, hot tubs)",
    "open-pregnancy": "pregnancy",
    "open-early-signs": "early warning signs of too little or too much baclofen, listed one by one",
    "open-useful-stiffness": "stiffness that a person relies on to stand, transfer or walk",
    "open-unclear-trial": "what happens if the trial injection has an unclear result",
    "open-numbers": "how often each problem happens, in numbers",
    "open-body-and-history": "body size, age limits, infections, allergies and earlier surgery",
    "open-other-procedures": "which other procedures exist beside injections",
    "open-combining": "combining a pump with tablets or injections",
    "open-night-help": "who to call at night, and what to do until help comes",
}


def test_evidence__its_topics__are_those_of_the_ground_truth() -> None:
    """No topic is missing, and none was made up."""
    assert set(shipped().topics) == set(TRUTH["topics"])
    assert len(shipped().topics) == 38


@pytest.mark.parametrize("topic", TRUTH["topics"])
def test_topic__who_speaks_on_it__is_as_in_the_ground_truth(topic: str) -> None:
    """No document is left out of a topic, and none is made to speak where it is silent."""
    assert {item.source for item in shipped().topics[topic].statements} == set(TRUTH["topics"][topic])


@pytest.mark.parametrize("topic", TRUTH["topics"])
def test_topic__its_figures__are_as_in_the_ground_truth(topic: str) -> None:
    """Every number is the document's own, in its own unit."""
    figures = {
        item.source: item.figure.model_dump(exclude_none=True) if item.figure else None
        for item in shipped().topics[topic].statements
    }

    assert figures == TRUTH["topics"][topic]


def test_topics__that_differ_or_warn__are_as_in_the_ground_truth() -> None:
    """Where documents disagree, and where it is about safety, the guide says so."""
    assert {topic.id for topic in shipped().topics.values() if topic.differ} == set(TRUTH["differ"])
    assert {topic.id for topic in shipped().topics.values() if topic.safety} == set(TRUTH["safety"])


@pytest.mark.parametrize(("topic", "source", "numbers"), [
    ("dose-size", "bassi", {"1000"}),
    ("trial", "pump-therapy", {"2", "4"}),
    ("pump-size", "pump-therapy", {"1", "3"}),
    ("pump-size", "itb-candidate", {"1", "3"}),
    ("refill-interval", "pump-therapy", {"1", "3"}),
    ("refill-interval", "bassi", {"4"}),
    ("refill-interval", "itb-candidate", {"1", "6"}),
    ("replacement", "pump-therapy", {"5", "7"}),
    ("replacement", "bassi", {"8"}),
    ("replacement", "itb-candidate", {"5", "7"}),
    ("history", "bassi", {"1998"}),
    ("history", "itb-candidate", {"1990"}),
])  # fmt: skip
def test_statement__with_a_figure__says_the_same_numbers(topic: str, source: str, numbers: set[str]) -> None:
    """The words and the figure behind them cannot drift apart."""
    statement = shipped().topics[topic].statement(source)
    assert statement is not None
    words = {"one": "1", "once": "1", "two": "2", "twice": "2", "three": "3", "four": "4", "six": "6", "seven": "7"}
    found = {words.get(word, word) for word in re.findall(r"\w+", statement.says.lower().replace(",", ""))}

    assert numbers <= found


def test_sources__five_documents__are_honest_about_themselves() -> None:
    """None is dated, none gives a rate, and one says itself that it lists no sources."""
    sources = shipped().source

    assert list(sources) == ["marshfield", "pump-therapy", "drugpatentwatch", "bassi", "itb-candidate"]
    assert {(source.dated, source.gives_rates) for source in sources.values()} == {(False, False)}
    assert [source.id for source in sources.values() if "lists no sources" in (source.note or "")] == [
        "drugpatentwatch"
    ]


def test_sources__two_of_one_family__are_one_voice() -> None:
    """Two documents share wording, and count once where they agree."""
    families = {source.id: source.family for source in shipped().sources if source.family}

    assert families == {"pump-therapy": FAMILY, "itb-candidate": FAMILY}


@pytest.mark.parametrize("topic", TRUTH["topics"])
def test_topic__any_of_them__is_used_by_a_question_or_a_cell_or_a_warning(topic: str) -> None:
    """What a document says is reached from somewhere in the guide."""
    content = shipped()
    used = {name for asked in questions() for name in asked.topics}
    used |= {name for screen in content.screens.values() for name in screen.warnings}
    cells = (cell for row in all_options(content).rows for cell in row.cells)
    used |= {cited.topic.id for cell in cells for cited in cell.claims}

    assert topic in used | {"history"}


def test_not_covered__every_subject__is_offered_as_a_question() -> None:
    """Where all documents are silent, the guide states no fact and offers a question."""
    offered = {item.id: item for item in shipped().not_covered}

    assert set(offered) == set(NOT_COVERED)
    assert set(NOT_COVERED.values()) == set(TRUTH["not_covered"])
    assert [
        item.id for item in offered.values() if not item.question.endswith("?") or "silent" not in item.reason
    ] == []
