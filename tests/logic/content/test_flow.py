"""The flow diagram: sections, screens, and what opens a question."""

import re

from logic.content.conditions import Condition
from logic.content.overview.flow import render
from tests.builders import guide_of, question, shipped, small, when

SMALL = """\
flowchart TD
  subgraph hand["Your hand"]
    hand-who["Who is answering<br>· Filled in by<br>· Name"]
    hand-now["How it is<br>· Splint<br>· Numb now<br>· Where it hurts"]
    numb>"Numb now"]
  end
  subgraph nights["Your nights"]
    nights-hours["Sleep<br>· Sleep<br>· Wakes you"]
    wakes>"Wakes you"]
  end
  subgraph wishes["What matters"]
    wishes-how-much["How much each matters<br>· What matters"]
    wishes-check["Check and ask<br>· Check: hours"]
  end
  hand-who --> hand-now
  hand-now --> nights-hours
  nights-hours --> wishes-how-much
  wishes-how-much --> wishes-check
  hand-now -.->|"splint = yes"| numb
  nights-hours -.->|"hours < 6 or splint != yes"| wakes
  hand-now -.->|"hours < 6 or splint != yes"| wakes
"""


def test_flow__small_guide__draws_screens_and_conditions() -> None:
    """Screens follow each other, and each screen that decides on a question has an arrow to it."""
    assert render(small()) == SMALL


def test_flow__all_clauses_and_a_truth_value__are_written_as_words() -> None:
    """What must all hold is joined by "and"; true is written as in the content."""
    both = Condition(all=(*when("one", "exists", True).all, *when("two", "=", "a").all))
    content = guide_of((question("one"), question("two"), question("three", show_if=both)))

    assert 'screen-1 -.->|"one exists true and two = a"| three' in render(content)


def test_flow__quotation_marks_in_a_label__do_not_end_it() -> None:
    """A label is one string to the program that draws."""
    content = guide_of((question("one", label='The "good" leg'),))

    assert 'screen-1["Screen 1<br>· The #quot;good#quot; leg"]' in render(content)


def test_flow__shipped_guide__draws_every_box_once_and_every_arrow_between_boxes() -> None:
    """No box shares its name with another, and no arrow ends in a box that is not drawn."""
    lines = render(shipped()).splitlines()
    boxes = [found.group(1) for line in lines if (found := re.match(r"\s+(?:subgraph )?([\w-]+)[\[>]\"", line))]
    arrows = [
        found.groups() for line in lines if (found := re.match(r"  ([\w-]+) -[^ ]*->?(?:\|.*\|)? ([\w-]+)$", line))
    ]

    assert len(boxes) == len(set(boxes))
    assert {end for arrow in arrows for end in arrow} <= set(boxes)
    assert len(arrows) >= len(shipped().screens) - 1
