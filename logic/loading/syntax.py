"""What the YAML library says of broken YAML, in words for whoever writes the content."""

import yaml

from logic.problems import Problem

_PLAIN = {
    "mapping values are not allowed in this context": "a colon stands where no key can be",
    "mapping keys are not allowed in this context": "a question mark stands where no text can begin",
    "block sequence entries are not allowed in this context": "a hyphen stands where no list can begin",
    "did not find expected key": "this does not line up with what comes before it",
    "did not find expected '-' indicator": "this does not line up with the list before it",
    "did not find expected ',' or ']'": "a list that opens with [ is not closed",
    "did not find expected ',' or '}'": "a group that opens with { is not closed",
    "did not find expected node content": "a value is expected before this",
    "did not find expected <document start>": "the content has ended before this",
    "could not find expected ':'": "a key has no colon after it",
    "found unexpected end of stream": "a quote that opens here is not closed",
    "found unknown escape character": "in double quotes, a backslash begins a special character",
}
_NO_START = "found character that cannot start any token"


def syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """Return the problem at the place where the library stumbled, or where the open quote began."""
    said = str(getattr(error, "problem", ""))
    mark = getattr(error, "problem_mark")
    if said == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark
    why = _PLAIN.get(said, said)
    if said == _NO_START:
        tab = text.splitlines()[mark.line][mark.column] == "\t"
        why = "a tab stands where spaces belong" if tab else "text with this first character needs quotes around it"
    return Problem(name, mark.line + 1, mark.column + 1, "Y001", (("why", why),))
