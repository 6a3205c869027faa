"""All that content and program can be held to before anybody answers."""

from collections.abc import Iterator

from logic.checks.breaches import Breach
from logic.checks.neutrality.absolutes import absolute_breaches
from logic.checks.neutrality.advice import advice_breaches
from logic.checks.neutrality.balance import balance_breaches
from logic.checks.neutrality.bearings import bearing_breaches
from logic.checks.neutrality.disagreement import disagreement_breaches
from logic.checks.neutrality.emphasis import emphasis_breaches
from logic.checks.neutrality.silence import silence_breaches
from logic.checks.neutrality.verdicts import verdict_breaches
from logic.checks.neutrality.voices import voice_breaches
from logic.checks.paths.routes import dead_breaches
from logic.checks.reading.screens import reading_breaches
from logic.content.content import Content


def content_breaches(content: Content) -> Iterator[Breach]:
    """Find every breach of a property that no path is needed to see."""
    yield from neutrality_breaches(content)
    yield from balance_breaches(content)
    yield from bearing_breaches(content)
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
