"""Figures that differ are told to differ, none is averaged, and each agrees with the words around it."""

import re
from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.number_words import NUMBER_WORDS
from logic.checks.passages import passages
from logic.content.content import Content
from logic.content.evidence import Figure, Statement, Topic

_AVERAGED = re.compile(
    r"\b(?:on average|averag(?:e|es|ed|ing)|the mean|mean of|in the middle|midpoint|half ?way between|on the whole"
    r"|taken together|(?:the|a) consensus|overall,)\b",
    re.IGNORECASE,
)
_WORDS = NUMBER_WORDS | {"once": 1, "twice": 2}
_DIGITS = re.compile(r"\d+")


def disagreement_breaches(content: Content) -> Iterator[Breach]:
    """Find figures that differ in silence, anything averaged, and figures that the words do not bear out."""
    for topic in content.topics.values():
        if not topic.differ:
            yield from _hidden(topic)
        for statement in topic.statements:
            yield from _words(topic, statement)
            yield from _short(topic, statement)
    for passage in passages(content):
        if passage.origin != "document" and (found := _AVERAGED.search(passage.text)):
            yield Breach("N012", passage.where, found.group())


def _hidden(topic: Topic) -> Iterator[Breach]:
    figures: dict[str, Figure] = {}
    for statement in topic.statements:
        if statement.figure and figures.setdefault(statement.figure.unit, statement.figure) != statement.figure:
            yield Breach(
                "N012", f"topic {topic.id}", f"figures differ, and “differ” does not say how ({statement.source})"
            )


def _words(topic: Topic, statement: Statement) -> Iterator[Breach]:
    if statement.figure is None:
        return
    figure = statement.figure
    wanted = {
        number
        for number in (figure.value, figure.min, figure.max, figure.thickness, figure.diameter)
        if number is not None
    }
    digits, spelt = _digits(statement.says), _spelt(statement.says)
    if not wanted <= digits | spelt or not digits <= wanted:
        yield Breach("N013", f"statement {topic.id}/{statement.source}", f"{sorted(wanted)} in “{statement.says}”")
    if not _months_agree(figure):
        yield Breach("N013", f"statement {topic.id}/{statement.source}", "its months are not its visits a year")


def _short(topic: Topic, statement: Statement) -> Iterator[Breach]:
    """Find a number in a claim's short form that the claim itself does not give."""
    for claim in statement.claims:
        if not _digits(claim.short) | _spelt(claim.short) <= _digits(claim.says) | _spelt(claim.says):
            yield Breach("N013", f"statement {topic.id}/{statement.source}", f"“{claim.short}” and “{claim.says}”")


def _digits(text: str) -> set[int]:
    return {int(found) for found in _DIGITS.findall(text)}


def _spelt(text: str) -> set[int]:
    return {_WORDS[word] for word in re.findall(r"\w+", text.lower()) if word in _WORDS}


def _months_agree(figure: Figure) -> bool:
    """Tell whether the months between visits are what the visits a year come to."""
    if not (figure.months and figure.min and figure.max):
        return True
    return (figure.months.min, figure.months.max) == (12 // figure.max, 12 // figure.min)
