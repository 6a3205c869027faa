"""What single claims say: the qualifying words of the documents, each with its source and the heading it stands under.

The documents themselves are no part of the project, so what is held here is what a claim may not lose: whom
it speaks of, on what condition, and compared with what.
"""

import re

import pytest

from logic.checks.neutrality.balance import balances
from logic.content.evidence import Claim
from tests.builders import shipped

FAMILY = {"pump-therapy", "itb-candidate"}


def claims(topic: str, source: str) -> dict[str, Claim]:
    """The claims of a document on a topic, by their words."""
    statement = shipped().topics[topic].statement(source)
    assert statement is not None
    return {claim.says: claim for claim in statement.claims}


def the_claim(topic: str, source: str, pattern: str) -> tuple[Claim, str]:
    """The one claim with these words, and the heading under which it stands."""
    statement = shipped().topics[topic].statement(source)
    assert statement is not None
    (found,) = (claim for claim in statement.claims if re.search(pattern, claim.says))
    return found, found.section or statement.section


@pytest.mark.parametrize(
    ("topic", "source", "pattern", "section", "says", "short"),
    [
        (
            "device-risks", "itb-candidate", "uncommon", "What are ITB’s possible dangers …",
            ["as long as they are found and treated soon", "uncommon", "often treatable", "no number"],
            ["if found and treated soon", "uncommon", "often treatable"],
        ),
        (
            "pump-side-effects", "drugpatentwatch", "whole body", "Baclofen pump vs oral baclofen …",
            ["may be fewer side effects", "than with high doses by mouth", "no number"],
            ["maybe fewer", "side effects", "than with high doses by mouth"],
        ),
        (
            "pump-side-effects", "drugpatentwatch", "as a whole", "Opening paragraph",
            ["compared with high doses by mouth", "side effects"],
            ["side effects", "compared with high doses by mouth"],
        ),
        (
            "pump-side-effects", "itb-candidate", "fewer", "What benefits does ITB provide …",
            ["when severe spasticity takes high doses", "often", "no number"],
            ["at high doses", "often", "than baclofen by mouth"],
        ),
        (
            "stopping-suddenly", "itb-candidate", "sudden halt", "What are ITB’s possible dangers …",
            ["withdrawal", "sudden halt of the supply from a pump"],
            ["withdrawal", "sudden halt", "pump's supply"],
        ),
        (
            "who-decides", "pump-therapy", "good results", "Paragraph 8",
            ["the person can decide", "doctor and the family"],
            ["the person decides", "doctor and family"],
        ),
        (
            "who-decides", "itb-candidate", "neurosurgeon", "What occurs if the test is effective?",
            ["neurosurgeon, who puts in the pump", "if the trial works"],
            ["if the trial works", "neurosurgeon is next"],
        ),
        ("trial", "pump-therapy", "can be had", "Paragraph 7", ["before surgery", "can be had"], ["can be had"]),
        (
            "trial", "itb-candidate", "next step", "How can I tell …",
            ["after the assessment", "next step"], ["after the assessment", "next step"],
        ),
        (
            "possible-benefits", "marshfield", "even better", "Baclofen pumps",
            ["even better results", "can bring", "no number"], ["can bring", "even better results"],
        ),
        (
            "oral-side-effects", "marshfield", "drowsiness", "Baclofen pumps",
            ["of baclofen as such", "often", "no number"], ["baclofen often causes"],
        ),
        (
            "oral-side-effects", "itb-candidate", "as such", "Defining baclofen",
            ["of baclofen as such", "headache", "nausea", "weakness", "dizziness", "drowsiness"],
            ["baclofen's side effects", "headache", "nausea", "weakness", "dizziness", "drowsiness"],
        ),
        (
            "what-baclofen-is", "bassi", "diazepam", "What is Baclofen exactly?",
            ["muscle relaxant", "relative of diazepam"], ["muscle relaxant", "relative of diazepam"],
        ),
    ],
)  # fmt: skip
def test_claim__of_a_document__keeps_the_words_that_qualify_it(  # the parts of one claim
    topic: str, source: str, pattern: str, section: str, says: list[str], short: list[str]
) -> None:
    """The condition, the comparison and whom it speaks of stand in both of its wordings, under the right heading."""
    claim, heading = the_claim(topic, source, pattern)

    assert heading == section
    assert [words for words in says if words not in claim.says.lower()] == []
    assert [words for words in short if words not in claim.short.lower()] == []


def test_topics__on_which_documents_part__say_how() -> None:
    """On the trial and on who decides after it, two documents do not say the same."""
    trial, decides = shipped().topics["trial"].differ, shipped().topics["who-decides"].differ

    assert (
        trial == "One says that a trial can be had before surgery. Another makes it the next step after the assessment."
    )
    assert decides is not None
    assert "lets the person decide" in decides
    assert "goes straight on to the surgeon" in decides


def test_document__that_ends_like_a_chat_program__says_so_wherever_it_is_described() -> None:
    """Half of the emergency evidence rests on it, so each line that tells what it is tells this."""
    source = shipped().source["drugpatentwatch"]
    described = (source.kind, source.about, source.note or "")
    emergency = [item for topic in shipped().topics.values() if topic.safety for item in topic.statements]

    assert [text for text in described if "chat program" not in text] == []
    assert "Half of what this guide cites on emergencies" in (source.note or "")
    assert [item.source for item in emergency].count("drugpatentwatch") * 2 == len(emergency)


def test_one_voice__of_the_two_related_documents__is_told_where_they_agree_alone() -> None:
    """On refills, the trial and who decides they say different things, and are two voices there."""
    content = shipped()
    both = {topic.id for topic in content.topics.values() if {item.source for item in topic.statements} >= FAMILY}
    agreed = {topic.id for topic in content.topics.values() if topic.one_voice}

    assert agreed <= both
    assert not agreed & {"refill-interval", "refill-visit", "trial", "who-decides", "dose-adjustment", "surgery"}
    assert agreed >= {"replacement", "pump-size", "how-the-pump-works", "what-baclofen-is", "oral-effect"}
    assert [content.voices_on(content.topics[name], "pump") for name in ("refill-interval", "replacement")] == [5, 3]


def test_claims__every_one_of_them__says_one_thing_of_known_options() -> None:
    """There are more claims than statements, and what speaks of an option says what it is to it."""
    found = [
        (topic.id, statement.source, claim)
        for topic in shipped().topics.values()
        for statement in topic.statements
        for claim in statement.claims
    ]

    assert len(found) == 221
    assert [claim.short for _, _, claim in found if len(claim.short.split()) > 12] == []
    # What tells of the illness alone bears on no option.
    assert {topic for topic, _, claim in found if not claim.bears} == {
        "what-spasticity-is",
        "causes",
        "effect-on-daily-life",
        "how-widespread",
        "other-options",
        "who-decides",
    }


@pytest.mark.parametrize(
    ("option", "good", "unwanted"),
    [("pump", 23, 18), ("tablets", 6, 9), ("injections", 1, 0), ("rehab", 0, 0), ("as-now", 1, 2)],
)
def test_balance__by_claim__is_what_the_content_says_of_it(option: str, good: int, unwanted: int) -> None:
    """Where the documents are unbalanced, the reason names just these numbers."""
    (found,) = (item for item in balances(shipped()) if item.option.id == option)
    reason = found.option.unbalanced

    assert (found.good.claims, found.unwanted.claims) == (good, unwanted)
    assert (reason.good, reason.unwanted) == (good, unwanted) if reason else good == unwanted
