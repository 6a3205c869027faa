"""What the checks of the standards look at: content, outputs, the walk, and what became of the tests."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from logic.answers.answers import AddedConcern, Answers
from logic.checks.outputs_of import Outputs, outputs_of
from logic.checks.paths.filling import filled
from logic.checks.paths.walk import Walk
from logic.checks.standards.tested import Results
from logic.content.content import Content
from logic.content.kinds.words import OWN_WORDS

Status = Literal["met", "not met", "not tested", "not applicable", "needs people"]


@dataclass(frozen=True)
class Finding:
    """Whether a requirement is met, and what was looked at."""

    status: Status
    shown: str


def met(condition: object, shown: str) -> Finding:
    """Return a finding that is met where the condition holds."""
    return Finding("met" if condition else "not met", shown)


@dataclass(frozen=True)
class Facts:
    """One guide, its walk, and what became of the tests of this program where they were run."""

    content: Content
    walk: Walk
    results: Results | None = None

    @cached_property
    def full(self) -> Outputs:
        """Everything answered, and all that matters mattering a lot."""
        return outputs_of(self.content, filled(self.content, {}, (), 0))

    @cached_property
    def bare(self) -> Outputs:
        """Nothing answered."""
        return outputs_of(self.content, Answers())

    @cached_property
    def own(self) -> Outputs:
        """One concern in a person's own words, and nothing else."""
        return outputs_of(self.content, Answers(concerns_added=(AddedConcern(OWN_WORDS, "a-lot"),)))

    def holds(self, *codes: str) -> bool:
        """Tell whether the walk found no breach of any of these properties."""
        return not {breach.code for breach in self.walk.breaches} & set(codes)

    def prints(self, *texts: str) -> bool:
        """Tell whether every output prints all of these texts, whatever was answered."""
        outputs = [
            " ".join(output.split()) for made in (self.full, self.bare) for output in (made.text, _plain(made.page))
        ]
        return all(" ".join(text.split()) in output for text in texts for output in outputs)


def _plain(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page.replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"'))
