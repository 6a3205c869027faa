"""What the documents say as one path shows it, held against the content itself and against every other path."""

from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.paths.screen_order import PATH
from logic.content.content import Content
from logic.content.evidence import Topic
from logic.outputs.document import Document, Table
from logic.summary.comparison import Grid, GridCell, GridRow, all_options
from logic.summary.summary import Summary


class EvidenceShown:
    """Checks one path after another, remembering how each piece of evidence was first shown."""

    def __init__(self, content: Content) -> None:
        """Start with nothing shown yet of this content."""
        self._content = content
        self._first: dict[tuple[str, ...], object] = {}

    def breaches(self, summary: Summary, document: Document) -> Iterator[Breach]:
        """Find evidence that is missing, changed, or not shown as it was on another path."""
        tables = {part.heading: table for part in document.parts for table in part.blocks if isinstance(table, Table)}
        wanted = {row.id for row in summary.evidence.rows}
        grid = all_options(self._content, wanted)
        for row in grid.rows:
            if row.name not in tables:
                yield Breach("N001", PATH, f"the row {row.id} is not printed")
            else:
                yield from self._table(row, tables[row.name])
        if grid.folded:
            yield from self._silences(grid, tables.get(self._content.say("compare.silent-title")))

    def _table(self, row: GridRow, table: Table) -> Iterator[Breach]:
        cells = tuple(cell for cell in row.cells if cell.claims or not row.folded)
        options = tuple(cell.option for cell in cells)
        names = tuple(line[0][0] for line in table.rows)
        if names != tuple(option.name for option in options):
            yield Breach(
                "N002" if sorted(names) == sorted(option.name for option in options) else "N001",
                PATH,
                f"the row {row.id} has the options {', '.join(names)}",
            )
            return
        for cell, (_, said) in zip(cells, table.rows, strict=True):
            yield from self._same((row.id, cell.option.id), said)
            yield from self._cell(f"{row.id} of {cell.option.id}", cell, said)

    def _cell(self, where: str, cell: GridCell, said: tuple[str, ...]) -> Iterator[Breach]:
        content = self._content
        silence = content.say("summary.not-stated")
        if not cell.claims and said != (silence,):
            yield Breach("N007", PATH, f"{where} reads “{' '.join(said)}”")
        if cell.claims and silence in said:
            yield Breach("N007", PATH, f"{where} is called not stated")
        for cited in cell.claims:
            source, claim = content.source[cited.statement.source].short, cited.claim
            place = next((n for n, text in enumerate(said) if claim.short in text and source in text), None)
            if place is None:
                yield Breach("N001", PATH, f"{where} lacks {cited.topic.id}/{cited.statement.source}")
            elif (
                claim.absolute
                and cited.topic not in cell.differing
                and not _silence_after(content, cited.topic, said[place:])
            ):
                yield Breach("N005", PATH, claim.short)
        for topic in cell.differing:
            if not any(str(topic.differ) in text for text in said):
                yield Breach("N012", PATH, f"{where} does not say how the documents differ on {topic.id}")

    def _silences(self, grid: Grid, table: Table | None) -> Iterator[Breach]:
        """Find an option whose silent rows no sentence names, where a row is folded."""
        told = {line[0][0]: " ".join(line[1]) for line in table.rows} if table else {}
        for number, option in enumerate(grid.options):
            said = told.get(option.name, "")
            yield from (
                Breach("N007", PATH, f"nothing tells that {row.id} is not stated of {option.id}")
                for row in grid.rows
                if not row.cells[number].claims and row.name not in said
            )

    def _same(self, key: tuple[str, ...], shown: object) -> Iterator[Breach]:
        if self._first.setdefault(key, shown) != shown:
            yield Breach("N001", PATH, f"{' of '.join(key)} changes with the answers")


def _silence_after(content: Content, topic: Topic, said: tuple[str, ...]) -> bool:
    """Tell whether the line after a statement names every document that is silent on its topic."""
    silent = [source.title for source in content.sources if topic.statement(source.id) is None]
    return bool(silent) and content.say("evidence.silent", titles=" / ".join(silent)) in said[1:2]
