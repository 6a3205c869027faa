"""One step of the route as blocks: what it may show, the way out of it, and what the documents leave out."""

from collections.abc import Iterable

from logic.content.care_steps import CareStep, Outcome
from logic.content.content import Content
from logic.content.evidence import Topic
from logic.outputs.document import Block, Bullet, Bullets, Fold, Paragraph
from logic.outputs.layouts.comparison import passage_blocks
from logic.outputs.layouts.topic import lay_out_topic
from logic.summary.comparison import passages


def outcome_blocks(content: Content, outcome: Outcome) -> tuple[Block, ...]:
    """Return what the documents say of an outcome, or that none speaks of it, and the question for the doctor."""
    said = [block for item in passages(content, outcome.statements) for block in passage_blocks(content, item)]
    silent = () if said else (Paragraph(content.say("steps.silent")),)
    return (*said, *silent, Paragraph(content.say("steps.ask", question=outcome.question)))


def way_out_folds(content: Content, step: CareStep) -> tuple[Fold, ...]:
    """Return what the documents say on stopping at this step, by topic. What concerns safety stands open."""
    found = passages(content, step.way_out.statements)
    return tuple(
        Fold(item.topic.about, passage_blocks(content, item), _mark(content, item.topic), opened=item.topic.safety)
        for item in found
    )


def topic_folds(content: Content, topics: Iterable[Topic]) -> tuple[Fold, ...]:
    """Return topics, each whole, with a mark where the documents differ."""
    return tuple(Fold(topic.about, lay_out_topic(content, topic), _mark(content, topic)) for topic in topics)


def way_out_blocks(content: Content, step: CareStep) -> tuple[Block, ...]:
    """Return the question for the doctor, and that no document speaks of stopping here where that is so."""
    silent = () if step.way_out.statements else (Paragraph(content.say("steps.way-out-silent")),)
    return (*silent, Paragraph(content.say("steps.ask", question=step.way_out.question)))


def _mark(content: Content, topic: Topic) -> str:
    return content.say("documents.marked") if topic.differ else ""


def left_out_blocks(content: Content, step: CareStep) -> tuple[Block, ...]:
    """Return the subjects of this step on which every document is silent, each with its question."""
    by_id = {item.id: item for item in content.not_covered}
    found = (by_id[name] for name in step.not_covered)
    bullets = tuple(Bullet(item.about, content.say("steps.ask", question=item.question)) for item in found)
    return (Bullets(bullets),) if bullets else ()
