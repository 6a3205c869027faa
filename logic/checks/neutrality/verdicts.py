"""No place for a verdict: neither a field of what is printed, nor a function that weighs options."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from types import ModuleType

import logic
import logic.checks
from logic.checks.breaches import Breach

_FIELDS = {
    "logic.summary.questions_to_ask": {
        "Suggestion": "id question reason theme origin kept",
        "Themed": "id title items",
    },
    "logic.summary.comparison": {
        "Cited": "topic statement claim",
        "Passage": "topic claims differs",
        "GridCell": "option claims differing",
        "GridRow": "id name cells folded note",
        "Silence": "option rows",
        "Grid": "options rows",
    },
    "logic.summary.summary": {
        "AnswerInWords": "label values state columns rows",
        "SectionInWords": "title said not_sure left_open not_asked",
        "Summary": "content made name has_pump page_one tells_questions questions sections of_writer writer "
        "observations evidence left_out overdue",
    },
    "logic.summary.page_one": {
        "AnswerPiece": "lead items own_words",
        "LineInWords": "label pieces minor",
        "GroupInWords": "title half kept areas lines not_sure silent",
    },
    "logic.summary.two_views": {
        "OneSide": "values state",
        "BothSides": "label first second",
        "SectionViews": "title records",
        "ObservationPair": "title first second",
        "Views": "first second sections noted",
    },
    "logic.outputs.document": {
        "Paragraph": "text tone",
        "Line": "label value quiet",
        "Lines": "items compact",
        "Bullet": "text note",
        "Bullets": "items boxes",
        "Table": "caption header rows",
        "Part": "heading blocks level new_page half beside",
        "PageOne": "opening parts",
        "Caption": "name left right",
        "Fold": "title blocks mark opened",
        "BodyFigure": "title alt captions marked",
        "Document": "title language opening parts footer page_label shorter overloaded",
    },
}
"""Every field of what is printed. Each holds what was said, what a document says, or how it is laid out.

A new field belongs here once somebody has asked whether a verdict could stand in it.
"""

_SEVERAL = re.compile(r"(?:list|tuple|dict|Sequence|Mapping)\[.*\bOption\b")
"""One option can be looked up; several in a sequence, or something for each option, would be an order."""


def verdict_breaches() -> Iterator[Breach]:
    """Find fields that nobody has allowed, and functions whose result is options in an order."""
    for name, allowed in _FIELDS.items():
        for made in _classes(import_module(name)):
            known = allowed.get(made.__name__, "").split()
            yield from (
                Breach("N008", name, f"{made.__name__}.{item.name}") for item in fields(made) if item.name not in known
            )
    for module in _modules():
        yield from (Breach("N009", module.__name__, found) for found in _weighing(module))


def _classes(module: ModuleType) -> Iterator[type]:
    for _, found in inspect.getmembers(module, inspect.isclass):
        if is_dataclass(found) and found.__module__ == module.__name__:
            yield found


def _modules() -> Iterator[ModuleType]:
    """Yield every module of the core but the checks, which count in order to report, and the command line."""
    for found in pkgutil.walk_packages(logic.__path__, "logic."):
        if not found.name.startswith((logic.checks.__name__, "logic.__main__")):
            yield import_module(found.name)


def _weighing(module: ModuleType) -> Iterator[str]:
    for name, found in inspect.getmembers(module, inspect.isfunction):
        if found.__module__ == module.__name__ and _SEVERAL.search(str(found.__annotations__.get("return", ""))):
            yield name
