"""Whether a claim counts on the side on which its words stand: a good claim filed as unwanted is found.

What a sentence means needs people. Words tell much, though: what is told as good holds a word of benefit, and
what is told as unwanted holds a word of harm and none of benefit. Which words these are stands in `words.yaml`
(`benefit` and `harm`), each as it begins, so that whoever adds a claim can add the word that it turns on.
"""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.content.content import Content


def bearing_breaches(content: Content) -> Iterator[Breach]:
    """Find claims whose words do not bear out that they are good or unwanted."""
    benefit, harm = (_starts(words) for words in (content.words.benefit, content.words.harm))
    for topic in content.topics.values():
        for statement in topic.statements:
            for claim in statement.claims:
                found = {"good": bool(benefit.search(claim.says))}
                found["unwanted"] = bool(harm.search(claim.says)) and not found["good"]
                for option, bearing in claim.bears.items():
                    if not found.get(bearing, True):
                        where = f"claim of {statement.source} on {topic.id}"
                        yield Breach("B004", where, f"{bearing} for {option}: “{claim.says}”")


def _starts(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these, as the beginning of a word and whatever its case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})" if words else r"(?!)", re.IGNORECASE)
