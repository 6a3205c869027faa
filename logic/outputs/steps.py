"""One step of the route as blocks: what it may show, the way out of it, and what the documents leave out."""

from collections.abc import Iterator

from logic.comparison import passages
from logic.content import Content
from logic.outputs.blocks import Block, Bullet, Bullets, Paragraph
from logic.outputs.grid import passage_blocks
from logic.route import Outcome, Stage


def outcome_blocks(content: Content, outcome: Outcome) -> tuple[Block, ...]:
    """Return what the documents say of an outcome, or that none speaks of it, and the question for the doctor."""
    said = tuple(_said(content, outcome.statements)) or (Paragraph(content.say("steps.silent")),)
    return (*said, Paragraph(content.say("steps.ask", question=outcome.question)))


def way_out_blocks(content: Content, stage: Stage) -> tuple[Block, ...]:
    """Return what the documents say on stopping at this step, and the question for the doctor."""
    said = tuple(_said(content, stage.way_out.statements)) or (Paragraph(content.say("steps.way-out-silent")),)
    return (*said, Paragraph(content.say("steps.ask", question=stage.way_out.question)))


def left_out_blocks(content: Content, stage: Stage) -> tuple[Block, ...]:
    """Return the subjects of this step on which every document is silent, each with its question."""
    by_id = {item.id: item for item in content.not_covered}
    found = (by_id[name] for name in stage.not_covered)
    bullets = tuple(Bullet(item.about, content.say("steps.ask", question=item.question)) for item in found)
    return (Bullets(bullets),) if bullets else ()


def _said(content: Content, references: tuple[str, ...]) -> Iterator[Block]:
    for passage in passages(content, references):
        yield Paragraph(content.say("compare.about", about=passage.topic.about))
        yield from passage_blocks(content, passage)
