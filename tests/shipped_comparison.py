"""What the shipped guide lays side by side: its options, its rows, and which of the rows are folded."""

from tests.builders import shipped

OPTIONS = tuple(option.id for option in shipped().comparison.options)
ROWS = frozenset(row.id for row in shipped().comparison.rows)
FOLDED = ["device-problems", "visits-and-travel", "rehab-with-it", "can-be-undone", "cost-and-cover"]
