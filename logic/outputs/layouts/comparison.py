"""Options side by side as parts of a document: a table a row, and in it a line for every option, all alike."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from logic.content.content import Content
from logic.outputs.document import Block, Line, Lines, Paragraph, Part, Table
from logic.outputs.layouts.topic import after_statements, silence
from logic.summary.comparison import Cited, Grid, GridCell, GridRow, Passage


def lay_out_grid(content: Content, grid: Grid) -> tuple[Part, ...]:
    """Return the grid for paper, where columns of long text would be too narrow to read."""
    note = Paragraph(content.say("compare.part-note"), "note")
    return (Part(content.say("compare.part"), (note,), new_page=True), *row_parts(content, grid))


def row_parts(content: Content, grid: Grid) -> Iterator[Part]:
    """Yield a part for each row, then what is not said, where a row is folded."""
    for row in grid.rows:
        yield Part(row.name, (_row(content, row),), level=3)
    if grid.folded and grid.silences:
        yield Part(content.say("compare.silent-title"), (_silences(content, grid),), level=3)


def passage_blocks(content: Content, passage: Passage) -> tuple[Block, ...]:
    """Return what an open cell shows of one topic: each document's claims with section and kind of document."""
    topic, say = passage.topic, content.say
    differ = (Paragraph(say("evidence.differ", how=topic.differ)),) if passage.differs else ()
    by_source: dict[str, list[Cited]] = {}
    for cited in passage.claims:
        by_source.setdefault(cited.statement.source, []).append(cited)
    lines = (_line(content, source, found) for source, found in by_source.items())
    return (*differ, Lines(tuple(lines)), *after_statements(content, topic))


def silence_sentence(content: Content, rows: tuple[str, ...]) -> str:
    """Return the sentence that names the rows on which no document says anything of an option."""
    return content.say("compare.silent", rows="; ".join(rows))


@dataclass(frozen=True)
class CellInWords:
    """What a cell says at a glance."""

    mark: str
    """Whether the documents state something, differ, differ in part, or do not say."""
    sentence: str


def cell_in_words(content: Content, cell: GridCell) -> CellInWords:
    """Return a cell in one sentence, found in the same way for every option.

    It is about the topic on which most documents speak of this option alone: how they differ there, or else the first
    such claim after its document. One that leaves no exception comes last, and then with who is silent.
    """
    say = content.say
    if not cell.claims:
        return CellInWords(say("compare.not-stated"), say("compare.not-stated-long"))
    own = tuple(cited for cited in cell.claims if set(cited.claim.bears) == {cell.option.id}) or cell.claims
    documents = Counter(topic for topic, _ in {(cited.topic.id, cited.statement.source): None for cited in own})
    most = max(documents, key=lambda topic: documents[topic])
    cited = min((cited for cited in own if cited.topic.id == most), key=lambda cited: cited.claim.absolute)
    if cited.topic in cell.differing:
        return CellInWords(say("compare.differs"), str(cited.topic.differ))
    source = content.source[cited.statement.source].short
    said = say("compare.first", source=source, says=cited.claim.short)
    beside = (note.text for note in silence(content, cited.topic)) if cited.claim.absolute else ()
    mark = "compare.differs-in-part" if cell.differing else "compare.states"
    return CellInWords(say(mark), " ".join((said, *beside)))


def cell_texts(content: Content, cell: GridCell) -> Iterator[str]:
    """Yield a line a claim, its document first, after how the documents differ; or that they do not say."""
    if not cell.claims:
        yield content.say("summary.not-stated")
    for topic in cell.differing:
        yield content.say("evidence.differ", how=topic.differ)
    for cited in cell.claims:
        source = content.source[cited.statement.source].short
        yield content.say("compare.claim", source=source, says=cited.claim.short, section=cited.section)
        if cited.claim.absolute and cited.topic not in cell.differing:
            # No other document contradicts it, so their silence is what stands beside it.
            yield from (note.text for note in silence(content, cited.topic))


def _row(content: Content, row: GridRow) -> Table | Paragraph:
    cells = tuple(cell for cell in row.cells if cell.claims or not row.folded)
    if not cells:
        return Paragraph(content.say("summary.not-stated"))
    header = (content.say("summary.option"), content.say("summary.says"))
    return Table(row.note, header, tuple(((cell.option.name,), tuple(cell_texts(content, cell))) for cell in cells))


def _silences(content: Content, grid: Grid) -> Table:
    header = (content.say("summary.option"), content.say("compare.silent-title"))
    rows = tuple(((item.option.name,), (silence_sentence(content, item.rows),)) for item in grid.silences)
    return Table("", header, rows)


def _line(content: Content, source_id: str, found: list[Cited]) -> Line:
    source = content.source[source_id]
    says = " ".join(cited.claim.says for cited in found)
    section = "; ".join(dict.fromkeys(cited.section for cited in found))
    return Line(source.title, content.say("compare.says", says=says, section=section, kind=source.kind))
