"""One topic as blocks: every statement with its place, who is silent, and how the documents differ.

Nothing here knows an answer, so what a reader is shown of a topic cannot depend on one.
"""

from collections.abc import Iterable, Iterator

from logic.content.content import Content
from logic.content.evidence import Statement, Topic
from logic.outputs.document import Block, Line, Lines, Paragraph


def lay_out_topic(content: Content, topic: Topic) -> tuple[Block, ...]:
    """Return the blocks of a topic, the disagreement first and the silent documents last."""
    return tuple(_blocks(content, topic))


def _blocks(content: Content, topic: Topic) -> Iterator[Block]:
    say = content.say
    if topic.differ:
        yield Paragraph(say("evidence.differ", how=topic.differ))
    yield statement_lines(content, topic.statements)
    yield from after_statements(content, topic)


def after_statements(content: Content, topic: Topic) -> Iterator[Paragraph]:
    """Yield what has to stand below statements on a topic: who is silent, and which documents agree as one voice."""
    yield from silence(content, topic)
    for group in content.agreeing(topic):
        titles = " / ".join(source.title for source in group)
        yield Paragraph(content.say("evidence.family", titles=titles), "note")


def silence(content: Content, topic: Topic) -> Iterator[Paragraph]:
    """Yield who is silent on a topic, nothing where all speak."""
    silent = [source.title for source in content.sources if topic.statement(source.id) is None]
    if silent:
        yield Paragraph(content.say("evidence.silent", titles=" / ".join(silent)), "note")


def statement_lines(content: Content, statements: Iterable[Statement]) -> Lines:
    """Return what documents say, each beside its document and under its heading there."""
    return Lines(
        tuple(
            Line(content.source[item.source].title, content.say("evidence.says", says=item.says, section=item.section))
            for item in statements
        )
    )
