"""Options have no order: turned round in the content, they are turned round in the outputs and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from logic.answers.answers import Answers
from logic.checks.breaches import Breach
from logic.checks.outputs_of import outputs_of
from logic.checks.paths.evidence_shown import EvidenceShown
from logic.checks.paths.screen_order import PATH
from logic.content.content import Content
from logic.content.evidence import Option
from logic.outputs.document import Block, Document, Table

T = TypeVar("T")


def order_breaches(content: Content, answers: Answers) -> Iterator[Breach]:
    """Find an output in which turning the options round does more than that."""
    first = _unordered(outputs_of(content, answers).document)
    for options in orders(content.comparison.options):
        turned = _with_options(content, options)
        made = outputs_of(turned, answers)
        names = ", ".join(option.id for option in options)
        if _unordered(made.document) != first:
            yield Breach("N002", PATH, names, answers)
        for breach in EvidenceShown(turned).breaches(made.summary, made.document):
            # What else is wrong with a path is found by walking it.
            if breach.code == "N002":
                yield Breach("N002", PATH, f"{names}: {breach.what}", answers)


def orders(items: Sequence[T]) -> list[tuple[T, ...]]:
    """Return orders in which each item comes to each place, every two neighbours change places, and all is reversed."""
    kept = tuple(items)
    turned = [kept[start:] + kept[:start] for start in range(1, len(kept))]
    swapped = [(*kept[:n], kept[n + 1], kept[n], *kept[n + 2 :]) for n in range(len(kept) - 1)]
    return list(dict.fromkeys([*turned, *swapped, kept[::-1]]))


def _with_options(content: Content, options: tuple[Option, ...]) -> Content:
    comparison = content.comparison.model_copy(update={"options": options})
    return content.model_copy(update={"comparison": comparison})


def _unordered(document: Document) -> Document:
    """Return the document with the rows of each table sorted by name, so that only their order is lost."""
    parts = (replace(part, blocks=tuple(_sorted(block) for block in part.blocks)) for part in document.parts)
    return replace(document, parts=tuple(parts))


def _sorted(block: Block) -> Block:
    return replace(block, rows=tuple(sorted(block.rows))) if isinstance(block, Table) else block
