"""All that content and program can be held to before anybody answers."""

from collections.abc import Iterator

from logic.checks.absolutes import absolute_breaches
from logic.checks.advice import advice_breaches
from logic.checks.balance import balance_breaches
from logic.checks.breaches import Breach
from logic.checks.disagreement import disagreement_breaches
from logic.checks.emphasis import emphasis_breaches
from logic.checks.routes import dead_breaches
from logic.checks.screens import reading_breaches
from logic.checks.silence import silence_breaches
from logic.checks.verdicts import verdict_breaches
from logic.checks.voices import voice_breaches
from logic.content import Content


def content_breaches(content: Content) -> Iterator[Breach]:
    """Find every breach of a property that no path is needed to see."""
    yield from neutrality_breaches(content)
    yield from balance_breaches(content)
    yield from reading_breaches(content)
    yield from dead_breaches(content)


def neutrality_breaches(content: Content) -> Iterator[Breach]:
    """Find every breach of the properties of "never recommends" among them."""
    yield from advice_breaches(content)
    yield from absolute_breaches(content)
    yield from voice_breaches(content)
    yield from silence_breaches(content)
    yield from disagreement_breaches(content)
    yield from emphasis_breaches(content)
    yield from verdict_breaches()
