"""The checks of the standards on what the guide holds: options, evidence, sources and how it was made."""

from logic.checks.neutrality.balance import GOOD, UNWANTED, balance_breaches, balances
from logic.checks.reading.grade import CEILING, reading
from logic.checks.standards.facts import Facts, Finding, met
from logic.content.content import Content
from logic.summary.comparison import all_options

CONDITION = 150
"""Words that describe the condition: enough to find one's way, no more."""


def audience(facts: Facts) -> Finding:
    """D01."""
    guide = facts.content.guide
    return met(facts.prints(*guide.audience, *guide.not_for), "guide: audience, not_for; printed in every output")


def condition(facts: Facts) -> Finding:
    """D02."""
    topic = facts.content.topics.get(facts.content.guide.roles.condition or "")
    texts = [item.says for item in topic.statements] if topic else []
    read = reading(texts, facts.content.words.reading_exceptions)
    fits = topic and read.words <= CONDITION and read.grade <= CEILING
    return met(fits, f"topic {topic.id if topic else 'not named'}: {read.words} words, grade {read.grade}")


def decision(facts: Facts) -> Finding:
    """D03."""
    text = facts.content.guide.decision
    return met(text.count(".") == 1 and facts.prints(text), "guide: decision, one sentence, printed in every output")


def options(facts: Facts) -> Finding:
    """D04."""
    found = facts.content.comparison.options
    names = {option.name for option in found}
    return met(
        len(names) == len(found) >= 2 and _no_change(facts.content), f"{len(found)} options, each with its own name"
    )


def no_change(facts: Facts) -> Finding:
    """D05."""
    name = facts.content.guide.roles.no_change
    return met(_no_change(facts.content) and _whole(facts.content), f"option {name}: a cell on each of the rows")


def _no_change(content: Content) -> bool:
    return content.guide.roles.no_change in {option.id for option in content.comparison.options}


def _whole(content: Content) -> bool:
    """Tell whether every option has every row, and on no row all options are silent."""
    grid = all_options(content)
    options = len(content.comparison.options)
    return all(len(row.cells) == options and any(cell.claims for cell in row.cells) for row in grid.rows)


def if_nothing_changes(facts: Facts) -> Finding:
    """D06."""
    roles = facts.content.guide.roles
    cells = (cell for row in all_options(facts.content).rows for cell in row.cells)
    said = {cited.claim.says for cell in cells if cell.option.id == roles.no_change for cited in cell.claims}
    topic = facts.content.topics.get(roles.nothing_changes or "")
    whole = topic is not None and all(claim.says in said for item in topic.statements for claim in item.claims)
    return met(whole, f"topic {roles.nothing_changes}: cited by the option of no change")


def good_things(facts: Facts) -> Finding:
    """D07."""
    return _counted(facts, "good")


def unwanted_things(facts: Facts) -> Finding:
    """D08."""
    return _counted(facts, "unwanted")


def _counted(facts: Facts, side: str) -> Finding:
    counts = [f"{item.option.id} {getattr(item, side).claims or 'not stated'}" for item in balances(facts.content)]
    row = GOOD if side == "good" else UNWANTED
    return met(counts and facts.holds("N001", "N007"), f"row {row}, claims: {', '.join(counts)}")


def equal_detail(facts: Facts) -> Finding:
    """D09."""
    outside = [item.option.id for item in balances(facts.content) if item.outside]
    shown = f"docs/balance.md: out of the band with a reason in the content: {', '.join(outside) or 'none'}"
    return met(not list(balance_breaches(facts.content)), shown)


def same_rows(facts: Facts) -> Finding:
    """D10."""
    return met(facts.holds("N001", "N002", "N011"), "N001, N002, N011 on every path: the same rows, drawn alike")


def neutral(facts: Facts) -> Finding:
    """D11."""
    return met(facts.holds("N003", "N010", "N011", "N015"), "N003, N010, N015 on every string; N011 on every page")


def side_by_side_view(facts: Facts) -> Finding:
    """D12."""
    return met(_whole(facts.content), "every option against every row, no cell empty")


def silence(facts: Facts) -> Finding:
    """D13."""
    return met(facts.holds("N007"), "N007 on the words for silence and on every cell of every path")


def living(facts: Facts) -> Finding:
    """D14."""
    rows = {row.id for row in facts.content.comparison.rows}
    tagged = facts.content.guide.roles.living
    whole = len(tagged) == 4 and all(names and set(names) <= rows for names in tagged.values())
    return met(
        whole and _whole(facts.content),
        f"rows on {', '.join(tagged) or 'nothing'}, for every option; the sense needs people",
    )


def burden(facts: Facts) -> Finding:
    """D15."""
    rows, named = {row.id for row in facts.content.comparison.rows}, facts.content.guide.roles.burden
    return met(named and set(named) <= rows and _whole(facts.content), f"rows for every option: {', '.join(named)}")


def rates(facts: Facts) -> Finding:
    """D16."""
    if any(source.gives_rates for source in facts.content.sources):
        return Finding("not met", "a document gives rates, and no cell can hold them yet")
    return Finding("not applicable", "no document gives a rate, so none is shown")


def no_numbers(facts: Facts) -> Finding:
    """D17."""
    told = facts.prints(facts.content.say("summary.sources-note"))
    return met(told and not any(source.gives_rates for source in facts.content.sources), "said in every output")


def cited(facts: Facts) -> Finding:
    """D18."""
    return met(facts.holds("N001", "N013"), "N001, N013: each with document and heading")


def provenance(facts: Facts) -> Finding:
    """D19."""
    sources = facts.content.sources
    return met(
        all(item.about and item.publisher and item.note for item in sources),
        f"{len(sources)} documents: who, what, when",
    )


def selection(facts: Facts) -> Finding:
    """D20."""
    return met(facts.prints(facts.content.guide.evidence_chosen), "guide: evidence_chosen, printed in every output")


def disagreement(facts: Facts) -> Finding:
    """D21."""
    found = sum(bool(topic.differ) for topic in facts.content.topics.values())
    return met(facts.holds("N001", "N012"), f"N012: {found} topics on which documents differ, all sides on every path")


def families(facts: Facts) -> Finding:
    """D22."""
    return met(facts.holds("N006"), "N006 on every string that counts documents")


def absolutes(facts: Facts) -> Finding:
    """D23."""
    return met(facts.holds("N005"), "N005 on every statement and on every cell of every path")
