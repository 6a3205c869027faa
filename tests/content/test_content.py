"""The shipped guide: what the documents say is all there, and every question rests on something."""

import json
import re

import pytest

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.content.evidence import Row
from logic.content.kinds.answer import Answer, State
from logic.content.kinds.question import Question
from logic.content.kinds.several import Several
from logic.content.loading.word_rules import whole_words
from logic.files.open_file import open_file
from logic.summary.comparison import all_options
from tests.builders import PERSONAS, ROOT, shipped

# Taken once from the ground truth of this project: every topic, who speaks on it, and with which figure.
TRUTH = json.loads((ROOT / "tests" / "fixtures" / "evidence_figures.json").read_text(encoding="utf-8"))

FAMILY = "clinic-page"

OPTIONS = ["pump", "tablets", "injections", "rehab", "as-now"]
ROWS = [
    "how-given",
    "meant-to-do",
    "where-it-fits",
    "good-things",
    "unwanted-things",
    "drug-side-effects",
    "device-problems",
    "what-starting-takes",
    "visits-and-travel",
    "rehab-with-it",
    "if-stopped",
    "can-be-undone",
    "cost-and-cover",
]

# What no document speaks of, and the guide asks all the same; each says why in `why`.
WITHOUT_TOPICS = {
    "who-answers",
    "way",
    "name",
    "relation",
    "profession",
    "can-say",
    "age",
    "adult-or-child",
    "lives-with",
    "visit-needs",
    "comes-along",
    "spasm-triggers",
    "useful-stiffness",
    "skin-and-splints",
    "transfers-and-falls",
    "other-tablet-bother",
    "first-things",
    "people-around-you",
    "ready-what-matters",
    "ready-support",
}

CONCERNS = {
    "less-pain",
    "fewer-spasms",
    "sleep",
    "sitting",
    "moving",
    "walking",
    "washing-and-dressing",
    "being-alert",
    "keeping-useful-stiffness",
    "avoiding-surgery",
    "avoiding-what-shows",
    "avoiding-repeat-surgery",
    "fewer-visits",
    "being-able-to-stop",
    "risk-if-delivery-stops",
    "control-over-dose",
    "cost-and-cover",
    "less-load-on-carers",
    "daily-activities",
}

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


def questions() -> list[Question]:
    """Every question of the guide."""
    return list(shipped().questions.values())


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


def test_comparison__five_options__have_the_same_thirteen_rows() -> None:
    """No option has a row that another lacks."""
    comparison = shipped().comparison

    assert [option.id for option in comparison.options] == OPTIONS
    assert [row.id for row in comparison.rows] == ROWS
    assert [[cell.option.id for cell in row.cells] for row in all_options(shipped()).rows] == [OPTIONS] * 13


def test_rows__of_the_comparison__hold_no_cell_that_anybody_filed() -> None:
    """A row names topics and bearings for all options alike, and no option, document or statement."""
    assert set(Row.model_fields) == {"id", "name", "topics", "bearings"}
    assert [row.id for row in shipped().comparison.rows if not set(row.topics) <= set(shipped().topics)] == []


@pytest.mark.parametrize("topic", TRUTH["topics"])
def test_topic__any_of_them__is_used_by_a_question_or_a_cell_or_a_warning(topic: str) -> None:
    """What a document says is reached from somewhere in the guide."""
    content = shipped()
    used = {name for asked in questions() for name in asked.topics}
    used |= {name for screen in content.screens.values() for name in screen.warnings}
    cells = (cell for row in all_options(content).rows for cell in row.cells)
    used |= {cited.topic.id for cell in cells for cited in cell.claims}

    assert topic in used | {"history"}


def test_questions__without_a_topic__are_a_short_list() -> None:
    """Every other question rests on what a document says."""
    lines = {asked.id for asked in questions() if asked.id.endswith("-other")}

    assert {asked.id for asked in questions() if not asked.topics} == WITHOUT_TOPICS | lines


def test_questions__their_number__lets_a_tired_person_through() -> None:
    """Seven sections, a few questions a screen, and what one person is asked stays within bounds."""
    sections, screens = shipped().sections, shipped().screens.values()

    assert [section.id for section in sections] == ["you", "body", "tablets", "refills", "trial", "matters", "check"]
    assert [section.id for section in sections if section.consideration] == ["body", "tablets", "refills", "trial"]
    assert max(len(screen.questions) for screen in screens) <= 4


USUAL: dict[str, Answer] = {
    "who-answers": "person",
    "pump-now": "no",
    "spasm-often": "many-a-day",
    "tablets-tried": "taking-now",
    "tablets-which": ("baclofen",),
    "baclofen-side-effects": ("drowsiness",),
}


@pytest.mark.parametrize(("way", "least", "most", "screens"), [("short", 22, 28, 22), ("all", 60, 80, 45)])
def test_way__through_the_guide__is_as_long_as_it_is_meant_to_be(way: str, least: int, most: int, screens: int) -> None:
    """Somebody who takes tablets is asked under thirty questions on the short way."""
    asked, shown = journey(shipped(), Answers({**USUAL, "way": way})).length

    assert least <= asked <= most
    assert shown <= screens


@pytest.mark.parametrize("name", ["mostly-open", "ms-tablets", "parent-cp", "spinal-far", "stroke-few-muscles"])
def test_short_way__of_a_persona__asks_twenty_eight_questions_at_most(name: str) -> None:
    """Whoever stopped tablets says why in place of rating each, and of two drugs baclofen is the one asked about."""
    said = open_file(shipped(), (PERSONAS / f"{name}.json").read_bytes()).answers
    given: dict[str, Answer] = {"way": "short"}
    assert said is not None
    while more := [
        step.question.id
        for step in journey(shipped(), Answers(given)).steps
        if step.state is State.LEFT_OPEN and step.question.id in said.given
    ]:
        given |= {question: said.given[question] for question in more}

    assert 22 <= journey(shipped(), Answers(given)).length[0] <= 28


def test_short_way__nothing_known_yet__asks_between_twenty_two_and_twenty_eight() -> None:
    """That is what Start says before anybody has answered."""
    assert 22 <= journey(shipped(), Answers({"way": "short"})).length[0] <= 28


def test_choices__that_leave_something_unsaid__open_a_line_to_say_it() -> None:
    """Each "something else" and "another" leads to a question in words that only it opens."""
    opened = {
        (clause.question, clause.value)
        for asked in questions()
        if asked.kind == "words" and asked.show_if
        for clause in asked.show_if.clauses
    }
    unsaid = re.compile(r"^(Something|Someone) else$|^Another ", re.IGNORECASE)

    assert [
        (asked.id, choice.id)
        for asked in questions()
        for choice in asked.offered
        if unsaid.match(choice.label) and (asked.id, choice.id) not in opened
    ] == []


def test_feelings__about_what_lies_ahead__have_a_full_scale() -> None:
    """From wanting it to not wanting it, with a step on either side of the middle."""
    scale = ["want-it", "fine-with-it", "have-worries", "rather-not", "would-not-want"]
    felt = [asked for asked in questions() if [choice.id for choice in asked.offered] == scale]

    assert [asked.id for asked in felt] == [
        "trial-feel", "surgery-feel", "device-in-body", "replacement-feel", "rehab-willing"
    ]  # fmt: skip


def test_questions_for_the_doctor__in_every_voice__are_without_i_or_my() -> None:
    """They fit a person, a parent and a therapist, and a child whose parent asks."""
    texts = [ask.question for asked in questions() for ask in asked.ask]
    texts += [item.question for item in shipped().not_covered]
    texts += [item.question for item in shipped().asked_often if item.question]

    assert [text for text in texts if re.search(r"\b(I|my|me|mine)\b", text)] == []


def test_comes_first__of_the_concerns__names_no_option() -> None:
    """What comes first is what a person wants from life, never a treatment."""
    asked = shipped().questions["first-things"]
    assert isinstance(asked, Several)
    offered = {choice.label.lower() for choice in asked.choices}

    assert not [label for label in offered if re.search(r"pump|tablet|injection|rehab", label)]
    assert asked.up_to == 2


def test_concerns__all_nineteen__are_asked_without_a_total() -> None:
    """Each concern is asked once, and each leads to rows of the comparison."""
    concerns = [concern for asked in questions() for concern in asked.concerns]

    assert {choice.id for choice in concerns} == CONCERNS
    assert len(concerns) == 19
    assert [choice.id for choice in concerns if not choice.rows] == []


def test_concerns__together__reach_every_row() -> None:
    """No row is out of reach of what may matter to a person."""
    reached = {row for asked in questions() for concern in asked.concerns for row in concern.rows}

    assert reached == set(ROWS)


def test_items__that_teach__are_eight_and_rest_on_a_document() -> None:
    """They teach and never gate: no condition looks at one of them."""
    taught = {asked.id for asked in questions() if asked.lesson}
    looked_at = {clause.question for asked in questions() if asked.show_if for clause in asked.show_if.clauses}

    assert len(taught) == 8
    assert taught & looked_at == set()


def test_items__on_readiness__give_a_question_for_each_no() -> None:
    """A "no" is as useful as a "yes"."""
    ready = [asked for asked in questions() if asked.id.startswith("ready-")]

    assert [[ask.when for ask in asked.ask] for asked in ready] == [[("no",)]] * 4


def test_not_covered__every_subject__is_offered_as_a_question() -> None:
    """Where all documents are silent, the guide states no fact and offers a question."""
    offered = {item.id: item for item in shipped().not_covered}

    assert set(offered) == set(NOT_COVERED)
    assert set(NOT_COVERED.values()) == set(TRUTH["not_covered"])
    assert [
        item.id for item in offered.values() if not item.question.endswith("?") or "silent" not in item.reason
    ] == []


def test_asks__each_of_them__is_a_question_with_a_reason_and_no_number() -> None:
    """A question for the doctor is put in the person's place, and its reason names what was said."""
    asks = [ask for asked in questions() for ask in asked.ask]

    assert [ask.id for ask in asks if not ask.question.endswith("?")] == []
    assert [ask.id for ask in asks if not ask.reason.startswith("You ")] == []
    assert [ask.id for ask in asks if len(ask.question) > 120] == []


def test_screens__on_tablets_and_stopping__warn_of_stopping_suddenly() -> None:
    """The warning stands where somebody may think of stopping."""
    warned = {screen.id: screen.warnings for screen in shipped().screens.values() if screen.warnings}

    assert {"tablets-so-far", "side-effects-screen", "doses"} <= {
        name for name, topics in warned.items() if "stopping-suddenly" in topics
    }


def test_pump_trouble__said_to_be_now__is_urgent() -> None:
    """Somebody whose pump is in trouble is sent to help before anything else."""
    urgent = [(asked.id, choice.id) for asked in questions() for choice in asked.offered if asked.is_urgent(choice.id)]

    assert urgent == [("pump-trouble", "yes"), ("tablets-stopped", "last-days")]


def test_guide__what_it_says_of_itself__is_plain_about_what_is_missing() -> None:
    """Nobody can take it for reviewed, tested, or complete."""
    guide = shipped().guide
    missing = " ".join(guide.not_done)

    assert "No clinician has reviewed it." in guide.not_done
    assert "field-tested" in missing
    assert "not a systematic review" in guide.evidence_chosen
    assert guide.review_by > guide.date


def test_wordings_of_advice__the_plainest__are_among_those_never_printed() -> None:
    """The list cannot shrink unnoticed."""
    pattern = whole_words(shipped().words.never)
    told = ["You should have it", "we recommend it", "a good candidate", "It suits you", "eligible", "the best choice"]

    assert [text for text in told if not pattern.search(text)] == []
    assert len(shipped().words.never) >= 100
