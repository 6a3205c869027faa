"""What became of a text since the page had it, so that a click does not carry all answers anew."""

from collections.abc import Sequence

Change = tuple[int, int, Sequence[str]]
"""The first line that goes, how many go, and the lines that come in their place."""


def changed_lines(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return the changes that make one text of the other, each counted in the lines of the one before.

    Single lines that changed stand alone, such as the time of saving and one answer. From the first place where
    more is different, all that follows is one change, up to the lines at the end that are the same again.
    """
    found: list[Change] = []
    line, both = 0, min(len(before), len(after))
    while line < both and (before[line] == after[line] or before[line + 1 : line + 2] == after[line + 1 : line + 2]):
        if before[line] != after[line]:
            found.append((line, 1, [after[line]]))
        line += 1
    same = 0
    while same < both - line and before[-1 - same] == after[-1 - same]:
        same += 1
    if line < max(len(before), len(after)) - same:
        found.append((line, len(before) - same - line, after[line : len(after) - same]))
    return found
