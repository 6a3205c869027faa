"""One path looked at in full: its way through the screens, what it shows and what it prints."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from logic.answers.answers import Answers
from logic.answers.journey import journey
from logic.checks.breaches import Breach
from logic.checks.outputs_of import outputs_of
from logic.checks.paths.evidence_shown import EvidenceShown
from logic.checks.paths.printed import Printed, off_route_breaches
from logic.checks.paths.screen_order import PATH, way_breaches
from logic.checks.texts import texts_of
from logic.content.content import Content
from logic.outputs.layouts import summary as layout
from logic.summary.summary import summarise


class Walker:
    """Walks path after path of one guide, counting what it makes."""

    def __init__(self, content: Content) -> None:
        """Start with no path walked."""
        self.outputs: Counter[str] = Counter()
        self._content = content
        self._shown, self._printed = EvidenceShown(content), Printed(content)

    def remember(self, answers: Answers) -> None:
        """Take a path as the one that others are held against, without judging it."""
        made = outputs_of(self._content, answers)
        tuple(self._shown.breaches(made.summary, made.document))

    def path(self, answers: Answers, *, off_route: bool = False) -> Iterator[Breach]:
        """Check one path, with answers off its route too where asked for."""
        for breach in self._path(answers, off_route):
            yield breach if breach.answers else replace(breach, answers=answers)

    def answer(self, answers: Answers) -> Iterator[Breach]:
        """Check what one answer alone shows: the document, which every output draws as it is."""
        self.outputs["document"] += 1
        summary = summarise(journey(self._content, answers), self._content.guide.date)
        document = layout.lay_out(summary, for_paper=False)
        for found in (self._shown.breaches(summary, document), self._printed.advising(texts_of(document))):
            yield from (replace(breach, answers=answers) for breach in found)

    def _path(self, answers: Answers, off_route: bool) -> Iterator[Breach]:
        try:
            made = outputs_of(self._content, answers)
        except Exception as fault:  # noqa: BLE001  # whatever the fault is, the answers that show it are wanted
            yield Breach("P004", PATH, f"{type(fault).__name__}: {fault}")
            return
        self.outputs.update(("text", "web page", "save file"))
        yield from way_breaches(made)
        yield from self._shown.breaches(made.summary, made.document)
        yield from self._printed.breaches(made)
        if off_route:
            yield from off_route_breaches(made)
