"""The standards of decision aids, row by row, each with the check that computes it. Nothing is ticked by hand.

The rows are those of the project's own list: IPDAS version 4.0, the NICE standards framework, Washington
State's certification and the National Quality Forum's criteria, in our own words.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from logic.checks.standards import content, keeping, use
from logic.checks.standards.facts import Facts, Finding

Check = Callable[[Facts], Finding]


@dataclass(frozen=True)
class Requirement:
    """One row. Without a check it is not met."""

    id: str
    asks: str
    check: Check | None


REQUIREMENTS = tuple(
    Requirement(f"D{number:02}", asks, check)
    for number, (asks, check) in enumerate(
        (
            ("Whom it is for, and whom not", content.audience),
            ("The condition in a few words", content.condition),
            ("The decision in a sentence", content.decision),
            ("Every reasonable option by itself", content.options),
            ("No change is an option like the others", content.no_change),
            ("What happens if nothing changes", content.if_nothing_changes),
            ("What speaks for each option", content.good_things),
            ("What speaks against each option", content.unwanted_things),
            ("As much detail for as against", content.equal_detail),
            ("The same rows in the same order for all", content.same_rows),
            ("Neutral in words and looks", content.neutral),
            ("Options can be laid side by side", content.side_by_side_view),
            ("Silence is never shown as absence", content.silence),
            ("Living with each option", content.living),
            ("What each option takes in practice", content.burden),
            ("Likelihoods told in full, where there are any", content.rates),
            ("Says where numbers are lacking", content.no_numbers),
            ("Each claim names its place", content.cited),
            ("Who wrote each document, and when", content.provenance),
            ("How the documents were chosen", content.selection),
            ("Disagreement is shown, not averaged", content.disagreement),
            ("Copies do not count as support", content.families),
            ("Reassurance never without its contradiction", content.absolutes),
            ("Date and version", keeping.dated),
            ("A date of review, and a banner past it", keeping.expires),
            ("Who paid", keeping.paid),
            ("Who made it, and with what training", keeping.made_by),
            ("Asks what matters", use.values),
            ("What matters in own words", use.own_values),
            ("Answers can be changed, and the summary follows", use.trade_offs),
            ("No recommendation, score or order", use.no_verdict),
            ("Step by step, with the place shown", use.steps),
            ("Questions for the visit", use.questions_to_ask),
            ("A summary with one page first", use.page_one),
            ("Checks of knowledge that teach", use.teaches),
            ("Role in deciding, support and pressure", use.deciding),
            ("Readiness to talk", use.ready),
            ("Two views kept apart", keeping.two_voices),
            ("Plain language, measured", keeping.plain_words),
            ("Short screens, words explained", keeping.short_screens),
            ("Each screen says what to do next", keeping.next_action),
            ("Accessible", keeping.accessible),
            ("A copy for paper and without network", keeping.offline),
            ("What is said on privacy is true", keeping.private),
            ("Save, and carry on later", keeping.resumes),
            ("Urgent help before anything else", keeping.urgent),
            ("Needs assessment, review and field test", keeping.needs_people),
            ("Shown to help people know and choose", keeping.needs_people),
            ("Accounts of experience, balanced", keeping.accounts),
            ("What a test can tell", keeping.test_accuracy),
        ),
        1,
    )
)


def findings(facts: Facts) -> tuple[tuple[Requirement, Finding], ...]:
    """Return every row with what its check found."""
    return tuple((item, item.check(facts) if item.check else Finding("not met", "no check")) for item in REQUIREMENTS)


def render(facts: Facts) -> str:
    """Return the page of the standards."""
    return "\n".join(_lines(facts)) + "\n"


def _lines(facts: Facts) -> Iterator[str]:
    found = findings(facts)
    counts = Counter(finding.status for _, finding in found)
    yield "# The standards of decision aids, computed"
    yield ""
    yield f"For “{facts.content.guide.title}”, content version {facts.content.guide.version}."
    yield "Written by `scripts/docs`; a test fails where this page is not what that writes."
    yield "Nothing here is ticked by hand: a row is met because the check named beside it found it so. A row without a"
    yield "check is not met. What a program cannot find out needs people, and is not done."
    yield ""
    yield ", ".join(f"{status}: {count}" for status, count in sorted(counts.items())) + "."
    yield ""
    yield "| row | what is asked | status | check | what it looked at |"
    yield "|---|---|---|---|---|"
    for item, finding in found:
        check = f"`{item.check.__name__}`" if item.check else "none"
        yield f"| {item.id} | {item.asks} | {finding.status} | {check} | {finding.shown} |"
