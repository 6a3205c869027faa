"""Options side by side as parts of a document: a table a row, and in it a line for every option, all alike."""

from collections.abc import Iterator

from logic.content.content import Content
from logic.outputs.document import Block, Line, Lines, Paragraph, Part, Table
from logic.outputs.layouts.topic import after_statements
from logic.summary.comparison import Grid, GridCell, Passage


def lay_out_grid(content: Content, grid: Grid) -> tuple[Part, ...]:
    """Return the grid for paper, where columns of long text would be too narrow to read."""
    say = content.say
    header = (say("summary.option"), say("summary.says"))
    lines = (tuple(((cell.option.name,), tuple(_texts(content, cell))) for cell in row.cells) for row in grid.rows)
    tables = (Table(row.note, header, found) for row, found in zip(grid.rows, lines, strict=True))
    rows = (Part(row.name, (table,), level=3) for row, table in zip(grid.rows, tables, strict=True))
    return (Part(say("compare.part"), (Paragraph(say("compare.part-note"), "note"),), new_page=True), *rows)


def passage_blocks(content: Content, passage: Passage) -> tuple[Block, ...]:
    """Return what an open cell shows of one topic: each statement with document, section and kind of document."""
    topic, say = passage.topic, content.say
    differ = (Paragraph(say("evidence.differ", how=topic.differ)),) if topic.differ else ()
    lines = tuple(
        Line(
            content.source[item.source].title,
            say("compare.says", says=item.says, section=item.section, kind=content.source[item.source].kind),
        )
        for item in passage.statements
    )
    return (*differ, Lines(lines), *after_statements(content, topic))


def _texts(content: Content, cell: GridCell) -> Iterator[str]:
    say = content.say
    yield say(f"compare.{cell.kind}") + "."
    for passage in cell.passages:
        yield say("compare.about", about=passage.topic.about)
        if passage.topic.differ:
            yield say("evidence.differ", how=passage.topic.differ)
        for item in passage.statements:
            source = content.source[item.source]
            yield say("compare.cite", says=item.says, source=source.title, section=item.section, kind=source.kind)
        yield from (note.text for note in after_statements(content, passage.topic))
