"""Faults of a resource, each with its place, and the shapes in which a hostile one is looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class RuleFault:
    """One breach of a rule: its name, and where."""

    rule: str
    place: str

    def __str__(self) -> str:
        """The fault on one line."""
        return f"{self.place}: {self.rule}"


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """Return the mappings in a list, and nothing where it is no list: what else is in it breaks another rule."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def mapping(value: Any) -> Mapping[str, Any]:
    """Return the mapping, and an empty one where it is none."""
    return value if isinstance(value, dict) else {}


def codings(concept: Any) -> set[tuple[str, str]]:
    """Return the codes of a concept, each with its system."""
    return {(str(item.get("system")), str(item.get("code"))) for item in mappings(mapping(concept).get("coding"))}


def items_in(resource: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every item of a questionnaire or a response, each before those within it."""
    for item in mappings(resource.get("item")):
        yield item
        yield from items_in(item)
        for answer in mappings(item.get("answer")):
            yield from items_in(answer)


def value_of(element: Mapping[str, Any], stem: str) -> tuple[str, Any] | None:
    """Return the one value of an element such as `value[x]`: its type and itself; None where it has none or several."""
    found = [(name.removeprefix(stem), value) for name, value in element.items() if name.startswith(stem)]
    return found[0] if len(found) == 1 else None
