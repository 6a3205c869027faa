"""When an item is shown, as FHIR's `enableWhen`.

A clause of the guide is a clause of FHIR, with one exception. An answer can stand in several items, as a number
has one beside it for who is not sure; so that an answer "exists" is a matter of all of them. Where that cannot
be said in one list, it is said in groups around the item, each of which has a list of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from logic.answers.fhir_values import quantity
from logic.content import fhir_names as names
from logic.content.conditions import Clause, Condition
from logic.content.content import Content
from logic.content.kinds.question import Question

Item = dict[str, Any]
AnyOf = tuple[Item, ...]
"""Clauses of which one has to hold."""


@dataclass(frozen=True)
class ShownWhen:
    """What goes into the item itself, and into the groups around it, the outermost first."""

    within: Item
    around: tuple[Item, ...] = ()


def shown_when(content: Content, condition: Condition | None) -> ShownWhen:
    """Return when an item is shown. No condition is always."""
    if condition is None:
        return ShownWhen({})
    found = tuple(_needed(content, clause) for clause in condition.clauses)
    needed = tuple(part for parts in found for part in parts)
    if condition.any:
        needed = tuple(tuple(clause for part in parts for clause in part) for parts in product(*found))
    single = tuple(part[0] for part in needed if len(part) == 1)
    several = tuple(part for part in needed if len(part) > 1)
    if not several:
        return ShownWhen(_listed(single, "all"))
    if not single:
        return ShownWhen(_listed(several[-1], "any"), tuple(_listed(part, "any") for part in several[:-1]))
    return ShownWhen(_listed(single, "all"), tuple(_listed(part, "any") for part in several))


def _listed(clauses: AnyOf, behaviour: str) -> Item:
    """Return the list; its behaviour is named only where there is one to name."""
    return {"enableWhen": list(clauses), **({"enableBehavior": behaviour} if len(clauses) > 1 else {})}


def _needed(content: Content, clause: Clause) -> tuple[AnyOf, ...]:
    """Return the lists of clauses, of each of which one has to hold, that say what a clause of the guide says."""
    asked = content.questions[clause.question]
    if clause.operator != "exists":
        return ((_clause(asked.id, clause.operator, _value(content, asked, clause)),),)
    links = [names.within(asked.id, field.part) for field in asked.fields(content.say)]
    clauses = tuple(_clause(link, "exists", {"answerBoolean": clause.value}) for link in links)
    return (clauses,) if clause.value else tuple((one,) for one in clauses)


def _clause(link: str, operator: str, value: Mapping[str, Any]) -> Item:
    return {"question": link, "operator": operator, **value}


def _value(content: Content, asked: Question, clause: Clause) -> Item:
    field = asked.fields(content.say)[0]
    if field.range:
        return {"answerQuantity": quantity(field.range, clause.value)}
    offer = next((offer for offer in field.offers if offer.id == clause.value), None)
    if offer:
        return {"answerCoding": names.offered(content, asked, field, offer)}
    return {"answerString": clause.value}
