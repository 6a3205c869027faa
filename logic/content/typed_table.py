"""A small table that was typed as text: a row a line, its parts between semicolons."""


def rows(columns: tuple[str, ...], text: str) -> tuple[tuple[str, ...], ...]:
    """Return a line of the text a row, each with a cell for every column.

    Nothing is lost: what a line has beyond the last column stays in its last cell. Blank lines are no rows.
    """
    lines = (line.strip() for line in text.splitlines())
    return tuple(_cells(line, len(columns)) for line in lines if line)


def _cells(line: str, count: int) -> tuple[str, ...]:
    cells = [cell.strip() for cell in line.split(";", count - 1)]
    return (*cells, *[""] * (count - len(cells)))
