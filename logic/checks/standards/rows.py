"""The standards of decision aids, row by row, each with what shows it. Nothing is ticked by hand.

A row is met where the check named beside it finds it so, and where every test that it cites passed in this run.
The rows are those of the project's own list: IPDAS version 4.0, the NICE standards framework, Washington
State's certification and the National Quality Forum's criteria, in our own words.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from logic.checks.standards import content, keeping, use
from logic.checks.standards.facts import Facts, Finding, met
from logic.checks.standards.tested import CITED, PASSED, Results, lacking

Check = Callable[[Facts], Finding]


@dataclass(frozen=True)
class Requirement:
    """One row. With neither a check nor a test it is not met."""

    id: str
    asks: str
    check: Check | None = None

    @property
    def tests(self) -> tuple[str, ...]:
        """The ids of the tests that it rests on, beside its check."""
        return CITED.get(self.id, ())


REQUIREMENTS = (
    Requirement("D01", "Whom it is for, and whom not", content.audience),
    Requirement("D02", "The condition in a few words", content.condition),
    Requirement("D03", "The decision in a sentence", content.decision),
    Requirement("D04", "Every reasonable option by itself", content.options),
    Requirement("D05", "No change is an option like the others", content.no_change),
    Requirement("D06", "What happens if nothing changes", content.if_nothing_changes),
    Requirement("D07", "What speaks for each option", content.good_things),
    Requirement("D08", "What speaks against each option", content.unwanted_things),
    Requirement("D09", "As much detail for as against", content.equal_detail),
    Requirement("D10", "The same rows in the same order for all", content.same_rows),
    Requirement("D11", "Neutral in words and looks", content.neutral),
    Requirement("D12", "Options can be laid side by side", content.side_by_side_view),
    Requirement("D13", "Silence is never shown as absence", content.silence),
    Requirement("D14", "Living with each option", content.living),
    Requirement("D15", "What each option takes in practice", content.burden),
    Requirement("D16", "Likelihoods told in full, where there are any", content.rates),
    Requirement("D17", "Says where numbers are lacking", content.no_numbers),
    Requirement("D18", "Each claim names its place", content.cited),
    Requirement("D19", "Who wrote each document, and when", content.provenance),
    Requirement("D20", "How the documents were chosen", content.selection),
    Requirement("D21", "Disagreement is shown, not averaged", content.disagreement),
    Requirement("D22", "Copies do not count as support", content.families),
    Requirement("D23", "Reassurance never without its contradiction", content.absolutes),
    Requirement("D24", "Date and version", keeping.dated),
    Requirement("D25", "A date of review, and a banner past it", keeping.expires),
    Requirement("D26", "Who paid", keeping.paid),
    Requirement("D27", "Who made it, and with what training", keeping.made_by),
    Requirement("D28", "Asks what matters", use.values),
    Requirement("D29", "What matters in own words", use.own_values),
    Requirement("D30", "Answers can be changed, and the summary follows", use.trade_offs),
    Requirement("D31", "No recommendation, score or order", use.no_verdict),
    Requirement("D32", "Step by step, with the place shown", use.steps),
    Requirement("D33", "Questions for the visit", use.questions_to_ask),
    Requirement("D34", "A summary with one page first", use.page_one),
    Requirement("D35", "Checks of knowledge that teach", use.teaches),
    Requirement("D36", "Role in deciding, support and pressure", use.deciding),
    Requirement("D37", "Readiness to talk", use.ready),
    Requirement("D38", "Two views kept apart"),
    Requirement("D39", "Plain language, measured", keeping.plain_words),
    Requirement("D40", "Short screens, words explained", keeping.short_screens),
    Requirement("D41", "Each screen says what to do next", keeping.next_action),
    Requirement("D42", "Accessible"),
    Requirement("D43", "A copy for paper and without network", keeping.offline),
    Requirement("D44", "What is said on privacy is true"),
    Requirement("D45", "Save, and carry on later", keeping.resumes),
    Requirement("D46", "Urgent help before anything else", keeping.urgent),
    Requirement("D47", "Needs assessment, review and field test", keeping.needs_people),
    Requirement("D48", "Shown to help people know and choose", keeping.needs_people),
    Requirement("D49", "Accounts of experience, balanced", keeping.accounts),
    Requirement("D50", "What a test can tell", keeping.test_accuracy),
)


def findings(facts: Facts) -> tuple[tuple[Requirement, Finding], ...]:
    """Return every row with what its check and its tests found."""
    return tuple((item, with_tests(_computed(item, facts), item.tests, facts.results)) for item in REQUIREMENTS)


def _computed(item: Requirement, facts: Facts) -> Finding:
    if item.check:
        return item.check(facts)
    return met(True, "") if item.tests else Finding("not met", "no check and no test")


def with_tests(found: Finding, tests: tuple[str, ...], results: Results | None) -> Finding:
    """Return a finding that is met only where it was met and all of these tests passed."""
    if found.status != "met" or not tests:
        return found
    looked_at = f"{found.shown}; " if found.shown else ""
    if results is None:
        return Finding("not tested", f"{looked_at}tested by {_names(tests)}; run scripts/test")
    if failed := lacking(tests, results):
        return Finding("not met", f"{looked_at}did not pass: {_names(failed)}")
    return met(True, f"{looked_at}passed: {_names(tests)}")


def render(facts: Facts) -> str:
    """Return the page of the standards."""
    return "\n".join(_lines(facts)) + "\n"


def _names(tests: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in tests)


def _lines(facts: Facts) -> Iterator[str]:
    found = findings(facts)
    counts = Counter(one.status for _, one in found)
    yield "# The standards of decision aids, computed"
    yield ""
    yield f"For “{facts.content.guide.title}”, content version {facts.content.guide.version}."
    yield "Written by `scripts/docs`; a test fails where this page is not what that writes."
    yield "Nothing here is ticked by hand: a row is met because the check named beside it found it so, and because"
    yield "every test that it cites passed in a run on these very files. This page in `docs/` rests on no run, so"
    yield "there such a row is not tested; after `scripts/test`, `scripts/guide standards` prints what became of it. A"
    yield "row without a check and a test is not met. What a program cannot find out needs people, and is not done."
    yield ""
    yield ", ".join(f"{status}: {count}" for status, count in sorted(counts.items())) + "."
    yield ""
    yield "| row | what is asked | status | check | what it looked at |"
    yield "|---|---|---|---|---|"
    for item, one in found:
        check = f"`{item.check.__name__}`" if item.check else "tests"
        yield f"| {item.id} | {item.asks} | {one.status} | {check} | {one.shown} |"
    yield from _without_tests(facts)


def _without_tests(facts: Facts) -> Iterator[str]:
    yield ""
    yield "## What becomes of a row without one of its tests"
    yield ""
    yield "Computed as if every test cited had passed, and then with one of them gone, or skipped."
    yield ""
    yield "| row | test | with all | deleted | skipped |"
    yield "|---|---|---|---|---|"
    every = {name: PASSED for item in REQUIREMENTS for name in item.tests}
    for item in REQUIREMENTS:
        found = _computed(item, facts)
        before = with_tests(found, item.tests, every).status
        if not item.tests:
            yield f"| {item.id} | none: computed | {before} | {before} | {before} |"
        for name in item.tests:
            gone = {other: outcome for other, outcome in every.items() if other != name}
            after = [with_tests(found, item.tests, results).status for results in (gone, every | {name: "skipped"})]
            yield f"| {item.id} | `{name}` | {before} | {' | '.join(after)} |"
