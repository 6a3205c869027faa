"""What an answer is, the four states it can be in, and what a kind of question tells of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from logic.content.clean_text import is_blank

Answer = str | int | tuple[str, ...] | Mapping[str, str]
"""A choice, a whole number or words; several choices; or a level for each of several things.

"I'm not sure" is the text `not-sure` in place of any of them, except words and levels.
"""

NOT_SURE = "not-sure"
"""Stands in `when`, in an answer and among levels for "I'm not sure"."""

ANSWERED = "answered"
"""Stands in `when` of a question without choices for "something was entered"."""

LONGEST = 5000
"""The most characters one answer in words can have: about two printed pages."""

Value = bool | int | str
"""What a control shows: a tick, the place of the choice that is taken, or the text of a field."""

Change = Callable[[Answer | None, Value], Answer | None]
"""What a control does: from the answer as it was and what the control shows now to the answer as it is then."""

Say = Callable[..., str]
"""What gives the interface's words: `Content.say`."""


class State(StrEnum):
    """The four states of an answer. They are told apart in every output."""

    ANSWERED = "answered"
    NOT_SURE = "not-sure"
    LEFT_OPEN = "left-open"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True)
class Entry:
    """What one answer holds on one matter, in words."""

    label: str
    values: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Fault:
    """Something that does not hold within a question: the code of the problem and the path that leads there."""

    code: str
    path: tuple[str | int, ...]
    values: Mapping[str, object] = field(default_factory=dict)


def left_open(answer: Answer | None) -> bool:
    """Return whether nothing was said: no answer, an empty one, or words of which nothing can be seen."""
    return answer is None or answer in ((), {}) or (isinstance(answer, str) and is_blank(answer))


def picked(ids: Sequence[str], place: Value) -> str | None:
    """Return the id at the place that a control shows, None where there is none."""
    inside = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(ids)
    return ids[int(place)] if inside else None


def typed(text: Value) -> str | None:
    """Return the text that a field shows, None where it shows no text or more than an answer can hold."""
    return text if isinstance(text, str) and not over(text) else None


def over(text: str, most: int = LONGEST) -> int:
    """Return by how many characters a text is too long, 0 where it is not.

    An emoji is one of them, here, in the save file and in a form for a clinic. To a browser it is two.
    """
    return max(0, len(text) - most)
