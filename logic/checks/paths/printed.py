"""What every output of a path prints, and what none may: advice, marks on an option, an answer off the route."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from logic.checks.breaches import Breach
from logic.checks.neutrality.advice import Advice
from logic.checks.outputs_of import Outputs, document_of
from logic.checks.paths.screen_order import PATH
from logic.content.content import Content
from logic.content.kinds.answer import State

_TABLE = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BY_PLACE = re.compile(r"\b(?:tr|td|tbody)\b[^{},]*:(?:nth|first|last|only|has)[\w-]*")
"""A rule that could colour one option by where it stands."""


class Printed:
    """Checks one path after another, remembering each string so that it is read once."""

    def __init__(self, content: Content) -> None:
        """Start with nothing printed yet of this content."""
        self._content = content
        self._advice = Advice(content)
        self._read: set[str] = set()

    def breaches(self, made: Outputs) -> Iterator[Breach]:
        """Find what is lacking, what may not be printed, and options that are drawn unlike."""
        yield from self._lacking(made)
        # A paragraph of the plain text is wrapped, so its lines are joined before it is read.
        paragraphs = (" ".join(paragraph.split()) for paragraph in made.text.split("\n\n"))
        yield from self.advising((*paragraphs, *_TAG.split(made.page.partition("</style>")[2])))
        yield from self._unlike(made.page)

    def advising(self, texts: Iterable[str]) -> Iterator[Breach]:
        """Find wordings of advice in what is printed."""
        for text in texts:
            if text not in self._read:
                self._read.add(text)
                yield from (Breach("N004", PATH, found) for found in self._advice.found_in(unescape(text)))

    def _lacking(self, made: Outputs) -> Iterator[Breach]:
        say, guide = self._content.say, self._content.guide
        version = say("summary.footer", title=guide.title, version=guide.version)
        lines = (say("summary.advice"), say("help.body"), version, guide.decision)
        for name, output in (("text", made.text), ("page", unescape(_TAG.sub("", made.page)))):
            flat = " ".join(output.split())
            yield from (
                Breach("P007", PATH, f"{line} ({name})") for line in lines if " ".join(line.split()) not in flat
            )

    def _unlike(self, page: str) -> Iterator[Breach]:
        for piece in (*_TABLE.findall(page), page.partition("<style>")[2].partition("</style>")[0]):
            if piece not in self._read:
                self._read.add(piece)
                drawn = {_bare(row) for row in _ROW.findall(piece)}
                found = [" / ".join(sorted(drawn))] if len(drawn) > 1 else _BY_PLACE.findall(piece)
                yield from (Breach("N011", PATH, what) for what in found)


def _bare(row: str) -> str:
    """Return the tags of a row without its words, however many lines these are."""
    tags = re.sub(r"<br>|</?bdi>", "", "".join(_TAG.findall(row)))
    return re.sub(r"(<p></p>)+", "<p></p>", tags)


def off_route_breaches(made: Outputs) -> Iterator[Breach]:
    """Find answers given to questions that are not asked which change what is printed."""
    off = {step.question.id for step in made.journey.steps if step.state is State.NOT_ASKED} & set(made.answers.given)
    on_route = {name: answer for name, answer in made.answers.given.items() if name not in off}
    if off and document_of(made.content, replace(made.answers, given=on_route)) != made.document:
        yield Breach("N014", PATH, ", ".join(sorted(off)))
