"""Documents of one family are one voice: whatever counts documents counts families, and no share is told."""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.number_words import NUMBER_WORDS
from logic.checks.passages import Passage, passages
from logic.content.content import Content

_NUMBER = rf"(?P<number>{'|'.join(NUMBER_WORDS)}|\d+)"
_WHAT = r"(?:documents?|sources?|articles?|leaflets?|pages?|papers?)"
_SAY = r"(?:say|speak|name|list|agree|describe|warn|link|call|compare|mention|report|find|support)"
_COUNT = re.compile(
    rf"\b(?P<before>all |the |what |these |those )?{_NUMBER} (?:(?:of the |other |of them )?{_WHAT}"
    rf"|(?:of them )?{_SAY})\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"\b(?:{'|'.join(NUMBER_WORDS)}|\d+|most|half|the majority) (?:out )?of (?:the |these |our )?"
    rf"(?:{'|'.join(NUMBER_WORDS)}|\d+|{_WHAT})\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    rf"\b(?:most|the majority of|half of|the bulk of) (?:the )?{_WHAT}\b|\b{_WHAT} agree\b(?<!not agree)", re.IGNORECASE
)


def voices(content: Content, topic_id: str) -> int:
    """Return how many voices speak on a topic, documents of one family counted once."""
    speaking = [content.source[item.source] for item in content.topics[topic_id].statements]
    return len({source.family or source.id for source in speaking})


def voice_breaches(content: Content) -> Iterator[Breach]:
    """Find counts that are not the number of voices on any topic spoken of, and shares such as "3 of 5"."""
    for passage in passages(content):
        if passage.origin != "document":
            yield from (Breach("N006", passage.where, found) for found in _miscounted(content, passage))
            for pattern in (_SHARE, _VOTE):
                yield from (Breach("N006", passage.where, found.group()) for found in pattern.finditer(passage.text))


def _miscounted(content: Content, passage: Passage) -> Iterator[str]:
    for found in _COUNT.finditer(passage.text):
        number = NUMBER_WORDS.get(found["number"].lower()) or int(found["number"])
        of_all = number == len(content.sources) and (found["before"] or "").strip().lower() != "all"
        right = {voices(content, topic.partition("/")[0]) for topic in passage.topics}
        if number > 1 and number not in right and not of_all:
            yield found.group()
