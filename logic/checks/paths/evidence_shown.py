"""What the documents say as one path shows it, held against the content itself and against every other path."""

from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.paths.screen_order import PATH
from logic.checks.texts import texts_in
from logic.content.content import Content
from logic.content.evidence import Cell, Row, Topic
from logic.outputs.document import Document, Table
from logic.summary.summary import Summary


class Shown:
    """Checks one path after another, remembering how each piece of evidence was first shown."""

    def __init__(self, content: Content) -> None:
        """Start with nothing shown yet of this content."""
        self._content = content
        self._first: dict[tuple[str, ...], object] = {}

    def breaches(self, summary: Summary, document: Document) -> Iterator[Breach]:
        """Find evidence that is missing, changed, or not shown as it was on another path."""
        tables = {part.heading: table for part in document.parts for table in part.blocks if isinstance(table, Table)}
        for row in self._content.comparison.rows:
            wanted = any(item.row == row.name for item in summary.evidence)
            if wanted and row.name not in tables:
                yield Breach("N001", PATH, f"the row {row.id} is not printed")
            elif wanted:
                yield from self._table(row, tables[row.name])
        for topic in summary.differing:
            yield from self._topic(topic, document)

    def _table(self, row: Row, table: Table) -> Iterator[Breach]:
        options = self._content.comparison.options
        names = tuple(cells[0][0] for cells in table.rows)
        if names != tuple(option.name for option in options):
            yield Breach(
                "N002" if sorted(names) == sorted(option.name for option in options) else "N001",
                PATH,
                f"the row {row.id} has the options {', '.join(names)}",
            )
            return
        for option, (_, said) in zip(options, table.rows, strict=True):
            yield from self._same((row.id, option.id), said)
            yield from self._cell(f"{row.id} of {option.id}", row.cells[option.id], said)

    def _cell(self, where: str, cell: Cell, said: tuple[str, ...]) -> Iterator[Breach]:
        content = self._content
        cited = [pair for reference in cell.references for pair in content.statements(reference)]
        silence = content.say("summary.not-stated")
        if not cited and said != (silence,):
            yield Breach("N007", PATH, f"{where} reads “{' '.join(said)}”")
        if cited and silence in said:
            yield Breach("N007", PATH, f"{where} is called not stated")
        for topic, statement in cited:
            source = content.source[statement.source].title
            place = next((n for n, text in enumerate(said) if statement.says in text and source in text), None)
            if place is None:
                yield Breach("N001", PATH, f"{where} lacks {topic.id}/{statement.source}")
            elif statement.absolute and not topic.differ and not _silence_after(content, topic, said[place:]):
                yield Breach("N005", PATH, statement.says)
            if topic.differ and not any(topic.differ in text for text in said):
                yield Breach("N012", PATH, f"{where} does not say how the documents differ on {topic.id}")

    def _topic(self, topic: Topic, document: Document) -> Iterator[Breach]:
        part = next((part for part in document.parts if part.heading == topic.about and part.level == 3), None)
        if part is None or topic is not self._content.topics.get(topic.id):
            yield Breach("N001", PATH, f"the topic {topic.id} is not shown as it is")
            return
        yield from self._same((topic.id,), part.blocks)
        said = tuple(texts_in(part.blocks))
        for statement in topic.statements:
            if not any(statement.says in text for text in said):
                yield Breach("N001", PATH, f"{topic.id} lacks {statement.source}")
        if topic.differ and not any(topic.differ in text for text in said):
            yield Breach("N012", PATH, f"{topic.id} is shown without its disagreement")

    def _same(self, key: tuple[str, ...], shown: object) -> Iterator[Breach]:
        if self._first.setdefault(key, shown) != shown:
            yield Breach("N001", PATH, f"{' of '.join(key)} changes with the answers")


def _silence_after(content: Content, topic: Topic, said: tuple[str, ...]) -> bool:
    """Tell whether the line after a statement names every document that is silent on its topic."""
    silent = [source.title for source in content.sources if topic.statement(source.id) is None]
    return bool(silent) and content.say("evidence.silent", titles=" / ".join(silent)) in said[1:2]
