"""Random walks through the guide with a reload at random points, and a plain model of what was answered.

The model is told what was done and knows no code of the guide's own, so that the two can disagree.
"""

import random
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import expect

from logic.content.kinds.importance import LEVELS, Importance
from logic.content.kinds.number import Number
from logic.content.kinds.one import One
from logic.content.kinds.question import Question
from logic.content.kinds.ticks import TicksQuestion
from logic.content.kinds.words import FreeWords
from logic.content.questions import Screen
from tests.browser.person import Person
from ui.session.guide_content import content, say

DELAYS = (0, 5, 20, 60, 200)
WORDS = ("Ada", "at night, mostly", "<b>3 &</b>", "two\nlines", "Bé 🙂")


def always_asked(screen: Screen) -> list[Question]:
    """Return the questions of a screen that are asked whatever was answered before."""
    return [question for question in screen.questions if question.show_if is None]


def starts() -> list[Screen]:
    """Return the screens that a walk can start from, with nothing answered."""
    return [screen for screen in content().screens.values() if always_asked(screen)]


class Walker:
    """One person on seeded walks, one after the other. `steps` stops where another walker can go on."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self.random = random.Random(seed)  # noqa: S311 - a walk that can be walked again, not a secret
        self.given: dict[str, Any] = {}
        self.seed = seed

    def steps(self, walks: int) -> Iterator[dict[str, Any] | None]:
        """Start at a random screen; on each walk do a few things and reload.

        Yields None at each pause and, at the end of each walk, what was lost, by question.
        """
        screen = self.random.choice(starts())
        self.person.begin_at(screen.id)
        for _ in range(walks):
            yield None
            for _ in range(self.random.randint(1, 4)):
                self._act(screen)
                if self.random.random() < 0.25:
                    screen = self._move(screen)
            self.person.page.wait_for_timeout(self.random.choice(DELAYS))
            self.person.page.reload(wait_until="commit")
            yield None
            self.person.watched.settled()
            self.person.at_rest()
            expect(self.person.page.locator("h1").first).to_have_text(screen.title)
            yield self._lost()

    def _lost(self) -> dict[str, Any]:
        """Return what was answered and is not there, or is there otherwise."""
        kept = self.person.answers()
        names = self.given.keys() | kept.keys()
        return {
            name: (self.given.get(name), kept.get(name)) for name in names if self.given.get(name) != kept.get(name)
        }

    def _act(self, screen: Screen) -> None:
        questions = always_asked(screen)
        if not questions:
            return
        question = self.random.choice(questions)
        match question:
            case One():
                self._choose(question)
            case TicksQuestion():
                self._tick(question)
            case Importance():
                self._weigh(question)
            case Number():
                self._count(question)
            case FreeWords():
                self._write(question)

    def _choose(self, question: One) -> None:
        ids = [choice.id for choice in question.choices if not choice.urgent]
        place = self.random.randrange(len(ids))
        self.person.choose(question.id, place)
        self.given[question.id] = ids[place]

    def _tick(self, question: TicksQuestion) -> None:
        """Tick or untick one; those that stand alone are left to a test of their own."""
        before = set(self.given.get(question.id, ()))
        # Where no more can be taken, only a tick that is there can be pressed.
        open_now = [one for one in question.together if one in before or not question.too_many(before | {one})]
        choice = self.random.choice(open_now)
        self.person.tick(f"{question.id}-{choice}")
        ticked = before ^ {choice}
        in_order = [one.id for one in question.choices if one.id in ticked]
        self.given.pop(question.id, None)
        self.given |= {question.id: in_order} if in_order else {}

    def _weigh(self, question: Importance) -> None:
        concern, level = self.random.choice(question.choices).id, self.random.randrange(len(LEVELS))
        self.person.choose(f"{question.id}-{concern}", level)
        self.given[question.id] = {**self.given.get(question.id, {}), concern: LEVELS[level]}

    def _count(self, question: Number) -> None:
        number = self.random.randint(question.least, question.most)
        self.person.type(question.id, str(number))
        self.given[question.id] = number

    def _write(self, question: Question) -> None:
        text = self.random.choice(WORDS)
        self.person.type(question.id, text)
        self.given[question.id] = text

    def _move(self, screen: Screen) -> Screen:
        """Press Next or Back at once: what was done just before may still be on its way."""
        order = list(content().screens)
        ways = [way for way, end in (("back", order[0]), ("next", order[-1])) if screen.id != end]
        heading = self.person.page.locator("h1").first
        # A press too soon after the one before does nothing.
        self.person.watched.free()
        # By keyboard: a pointer can miss a button that the answer before it moves at that moment.
        self.person.button(say(f"guide.{self.random.choice(ways)}")).press("Enter")
        expect(heading).not_to_have_text(screen.title)
        self.person.watched.settled()
        title = heading.inner_text()
        return next(one for one in content().screens.values() if one.title == title)
