"""The shipped questions: each rests on something, fits every voice, and leads on; and what the guide says of itself."""

import re

from logic.content.loading.word_rules import whole_words
from tests.builders import questions, shipped

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


def test_questions__without_a_topic__are_a_short_list() -> None:
    """Every other question rests on what a document says."""
    lines = {asked.id for asked in questions() if asked.id.endswith("-other")}

    assert {asked.id for asked in questions() if not asked.topics} == WITHOUT_TOPICS | lines


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
