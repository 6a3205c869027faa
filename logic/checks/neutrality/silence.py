"""What no document states is called not stated, in every place that says so."""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.content.content import Content

_SILENT = re.compile(
    r"\b(?:do(?:es)? not (?:say|speak|tell|state|give)|says? nothing|(?:is|are) silent|gives? no|not stated"
    r"|no document (?:says|speaks))\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"^\W*(?:no|none|never|nothing|zero|0|n/?a)\W*$|\b(?:does not happen|do not happen|not a problem|no problems?"
    r"|no risk|no side effects|not applicable|not needed|there (?:is|are) no(?:ne)?)\b",
    re.IGNORECASE,
)
_KEYS = ("not-stated", "silent")


def silence_breaches(content: Content) -> Iterator[Breach]:
    """Find words for silence that do not speak of it, or that read as if something did not exist."""
    said = [(f"not covered {item.id}", item.reason) for item in content.not_covered]
    for group, texts in content.text.items():
        said += [(f"text {group}.{name}", text) for name, text in texts.items() if name.endswith(_KEYS)]
    for where, text in said:
        if not _SILENT.search(text) or _ABSENT.search(text):
            yield Breach("N007", where, text)
