"""The journey: which questions are asked, in which order, and how each stands.

Think of a paper form with notes such as "if you ticked no, go on to part 4". The journey is that
form gone through once from the top, with the answers at hand. It walks the questions in the order
of the guide. A question whose condition holds is on the route, and its answer counts for what comes
after. A question whose condition does not hold is off the route: whatever was once said there is
kept by the person but counts for nothing, so whatever depends on it is off the route as well. When
an earlier answer changes back, the question returns with the answer it had.

The journey is made afresh each time and never changed. Going back and forth is a look at the list
of screens; nothing remembers a position except the screen that somebody is looking at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from logic.answers.answers import Answers
from logic.content.conditions import holds
from logic.content.content import Content
from logic.content.kinds.answer import Answer, State
from logic.content.kinds.question import Question
from logic.content.questions import Screen, Section


@dataclass(frozen=True)
class Step:
    """One question with its place, its state and, where it is on the route, its answer."""

    section: Section
    screen: Screen
    question: Question
    state: State
    answer: Answer | None


@dataclass(frozen=True)
class Place:
    """Where a screen stands: section 3 of 7, and screen 2 of 4 within it."""

    section: int
    sections: int
    screen: int
    screens: int


@dataclass(frozen=True)
class Journey:
    """The route through the content for one set of answers. Made by `journey`."""

    content: Content
    answers: Answers
    steps: tuple[Step, ...]
    """Every question in the order of the guide, those not asked among them."""

    @cached_property
    def by_question(self) -> Mapping[str, Step]:
        """The steps by the id of their question."""
        return {step.question.id: step for step in self.steps}

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """The screens on the route: those with something to ask or to show."""
        asked = {step.screen.id for step in self.steps if step.state is not State.NOT_ASKED}
        return tuple(screen for screen in self.content.screens.values() if screen.id in asked or screen.shows)

    def asked_on(self, screen: Screen) -> tuple[Step, ...]:
        """Return the questions to ask on a screen."""
        steps = (self.by_question[question.id] for question in screen.questions)
        return tuple(step for step in steps if step.state is not State.NOT_ASKED)

    def next_screen(self, screen_id: str) -> Screen | None:
        """Return the screen after this one, or None after the last.

        A screen that has itself left the route still knows what comes after it.
        """
        order = list(self.content.screens)
        here = order.index(screen_id)
        return next((screen for screen in self.screens if order.index(screen.id) > here), None)

    def previous_screen(self, screen_id: str) -> Screen | None:
        """Return the screen before this one, or None before the first."""
        order = list(self.content.screens)
        here = order.index(screen_id)
        return next((screen for screen in reversed(self.screens) if order.index(screen.id) < here), None)

    def place(self, screen_id: str) -> Place:
        """Return where a screen of the route stands."""
        section = self.content.section_of[screen_id]
        within = [screen.id for screen in self.screens if self.content.section_of[screen.id] is section]
        sections = self.content.sections
        return Place(sections.index(section) + 1, len(sections), within.index(screen_id) + 1, len(within))

    def opened_since(self, earlier: "Journey", screen_id: str) -> Screen | None:
        """Return the first screen after this one with a question that was not asked in the earlier journey.

        Only questions still open count: one that comes back with its old answer needs no visit.
        """
        order = list(self.content.screens)
        new = {
            step.screen.id
            for step in self.steps
            if step.state is State.LEFT_OPEN and earlier.by_question[step.question.id].state is State.NOT_ASKED
        }
        here = order.index(screen_id)
        return next((s for s in self.screens if s.id in new and order.index(s.id) > here), None)

    @property
    def urgent(self) -> bool:
        """Whether an answer on the route says that something is wrong now."""
        return any(step.question.is_urgent(step.answer) for step in self.steps)


def journey(content: Content, answers: Answers) -> Journey:
    """Walk the content once with the answers."""
    counted: dict[str, Answer] = {}
    steps: list[Step] = []
    for section in content.sections:
        for screen in section.screens:
            for question in screen.questions:
                step = _step(section, screen, question, answers, counted)
                if step.answer is not None:
                    counted[question.id] = step.answer
                steps.append(step)
    return Journey(content, answers, tuple(steps))


def _step(
    section: Section, screen: Screen, question: Question, answers: Answers, counted: Mapping[str, Answer]
) -> Step:
    if not holds(question.show_if, counted):
        return Step(section, screen, question, State.NOT_ASKED, None)
    answer = answers.given.get(question.id)
    state = question.state(answer)
    return Step(section, screen, question, state, None if state is State.LEFT_OPEN else answer)
