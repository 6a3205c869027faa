"""Absolutes never stand alone: each is a document's own word, beside what contradicts it or beside silence."""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.passages import passages
from logic.content.content import Content
from logic.content.evidence import ABSOLUTE, Statement, Topic

_SPEAKER = r"(?:it|he|she|they|this \w+|the (?:title|article|page|sheet|leaflet|surgeon|writer)(?: of this \w+)?)"
_SAYS = r"(?:says?|calls?|speaks? of|names?|describes?|lists?|warns?|writes?)"
_ATTRIBUTED = re.compile(
    rf"\b{_SPEAKER}(?: also| then| first| even)? {_SAYS}\b|\b{_SAYS} (?:it|he|she|they|this \w+)\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:others?|differ|another|no other|none of the other|contradict)\b", re.IGNORECASE)
_NONE_OF_THEM = re.compile(r"\bnone of (?:them|these|those|the(?: \w+)? documents)\b", re.IGNORECASE)
"""Silence told of the documents themselves, or a choice that says that nothing applies."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def absolute_breaches(content: Content) -> Iterator[Breach]:
    """Find absolutes that are not attributed, or that no other voice and no silence stands beside."""
    for topic in content.topics.values():
        for statement in topic.statements:
            if statement.absolute:
                yield from _statement(content, topic, statement)
    for passage in passages(content):
        cited = passage.where.startswith(("question", "screen", "section")) and re.search(
            r"\bdocuments?\b", passage.text
        )
        if (
            cited
            and (found := ABSOLUTE.search(_NONE_OF_THEM.sub("", passage.text)))
            and not _OTHERS.search(passage.text)
        ):
            yield Breach("N005", passage.where, found.group())


def _statement(content: Content, topic: Topic, statement: Statement) -> Iterator[Breach]:
    where = f"statement {topic.id}/{statement.source}"
    for sentence in _SENTENCE.split(statement.says):
        found = ABSOLUTE.search(sentence)
        if found and not _ATTRIBUTED.search(sentence):
            yield Breach("N005", where, found.group())
    # Where all documents speak and none is said to differ, nothing would stand beside it.
    if not topic.differ and len(topic.statements) == len(content.sources):
        yield Breach("N005", where, statement.says)
