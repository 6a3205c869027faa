"""What the YAML library says of broken YAML, in words for whoever writes the content."""

from typing import cast

import yaml

from logic.problems import Problem

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
    "found character that cannot start any token": "text that begins with this character needs quotes around it",
}


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """Return the problem at the place where the library stumbled, or where a quote was left open."""
    # The types call marks optional; whoever reads a text from memory is always given one.
    said, mark = str(error.problem), cast("yaml.Mark", error.problem_mark)
    opened = error.context_mark or mark
    if said == "found unexpected end of stream":
        mark = opened
    if said == "found character that cannot start any token" and text.split("\n")[mark.line][mark.column] == "\t":
        said = "found a tab character where an indentation space is expected"
    why = _PLAIN.get(said, "{said}").format(opened=opened.line + 1, said=said)
    return Problem(name, mark.line + 1, mark.column + 1, "Y001", (("why", why),))
