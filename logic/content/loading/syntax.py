"""What the YAML library says of broken YAML, in words for whoever writes the content."""

from typing import Any, cast

import yaml

from logic.content.problems import Problem

_PLAIN = {
    "mapping values are not allowed in this context": "a colon stands where no key can be",
    "mapping keys are not allowed in this context": "a question mark stands where no text can begin",
    "block sequence entries are not allowed in this context": "a hyphen stands where no list can begin",
    "did not find expected key": "this does not line up with what comes before it",
    "did not find expected '-' indicator": "this does not line up with the list before it",
    "did not find expected ',' or ']'": "the list that opens with [ in line {opened} lacks a comma or its closing ]",
    "did not find expected ',' or '}'": "the group that opens with {{ in line {opened} lacks a comma or its closing }}",
    "did not find expected node content": "a value is expected before this",
    "did not find expected <document start>": "the content has ended before this",
    "did not find expected alphabetic or numeric character": "text that begins with & or * needs quotes around it",
    "could not find expected ':'": "a key has no colon after it",
    "found unexpected end of stream": "a quote that opens here is not closed",
    "found unknown escape character": "in double quotes, a backslash begins a special character",
    "found a tab character where an indentation space is expected": "a tab stands where spaces belong",
    "found a tab character that violates indentation": "a tab stands where spaces belong",
    "found invalid Unicode character escape code": "the backslash and what follows stand for no character",
    "found character that cannot start any token": "text that begins with this character needs quotes around it",
}


_TAB = "found a tab character where an indentation space is expected"
_OPEN = "found unexpected end of stream"


def syntax_problem(error: yaml.MarkedYAMLError, last: Any, text: str, name: str) -> Problem:
    """Return the problem at the place where the library stumbled, or where a quote was left open.

    `last` is the event before: an open quote swallows all up to the next quote, and shows only there.
    """
    # The types call marks optional; whoever reads a text from memory is always given one.
    said, mark = str(error.problem), cast("yaml.Mark", error.problem_mark)
    opened = error.context_mark or mark
    if said == _OPEN:
        mark = opened
    elif getattr(last, "style", None) in ("'", '"') and last.start_mark.line < last.end_mark.line == mark.line:
        said, mark = _OPEN, last.start_mark
    lines = text.split("\n")
    # Below a last line without an end, the library counts one line too many.
    line, column = min((mark.line, mark.column), (len(lines) - 1, len(lines[-1])))
    if lines[line][column:].startswith("\t"):
        said = _TAB
    why = _PLAIN.get(said, "{said}").format(opened=opened.line + 1, said=said)
    return Problem(name, line + 1, column + 1, "Y001", (("why", why),))
