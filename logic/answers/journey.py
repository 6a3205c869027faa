"""The journey: which questions are asked, in which order, and how each stands.

Think of a paper form with notes such as "if you ticked no, go on to part 4". The journey is that
form gone through once from the top, with the answers at hand. It walks the questions in the order
of the guide. A question whose condition holds is on the route, and its answer counts for what comes
after. A question whose condition does not hold is off the route: whatever was once said there is
kept by the person but counts for nothing, so whatever depends on it is off the route as well. When
an earlier answer changes back, the question returns with the answer it had.

On the short way a question that is not marked as short is off the route while it is open. Once answered it
stays: whoever switches to the short way loses nothing, and whoever switches back goes on from there.

The journey is made afresh each time and never changed. Going back and forth is a look at the list
of screens; nothing remembers a position except the screen that somebody is looking at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from logic.answers.answers import Answers
from logic.content.conditions import holds
from logic.content.content import Content
from logic.content.kinds.answer import Answer, State
from logic.content.kinds.question import Question
from logic.content.questions import SHORT, Screen, Section


@dataclass(frozen=True)
class Step:
    """One question with its place, its state and, where it is on the route, its answer."""

    section: Section
    screen: Screen
    question: Question
    state: State
    answer: Answer | None


@dataclass(frozen=True)
class Position:
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

    def place(self, screen_id: str) -> Position:
        """Return where a screen stands; one that has left the route stands where it would."""
        section = self.content.section_of[screen_id]
        route = {screen.id for screen in self.screens} | {screen_id}
        within = [screen.id for screen in section.screens if screen.id in route]
        sections = self.content.sections
        return Position(sections.index(section) + 1, len(sections), within.index(screen_id) + 1, len(within))

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
    def length(self) -> tuple[int, int]:
        """How many questions are asked beside the one on the way itself, and on how many screens."""
        asked = [step.question.id for step in self.steps if step.state is not State.NOT_ASKED]
        return sum(name != self.content.guide.way for name in asked), len(self.screens)

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
                state, answer = _stands(question, answers, counted)
                if answer is not None:
                    counted[question.id] = answer
                steps.append(Step(section, screen, question, state, answer))
    found = Journey(content, answers, tuple(steps))
    return _shortened(found) if answers.given.get(content.guide.way or "") == SHORT else found


def with_way(whole: Journey, way: str) -> Journey:
    """Return the journey for the same answers on the short way (`short`) or through all questions (`all`)."""
    name = whole.content.guide.way
    return journey(whole.content, whole.answers.with_answer(name, way)) if name else whole


def _shortened(whole: Journey) -> Journey:
    """Leave out what is open and not on the short way. An open question decides nothing, so the rest stays as it is."""
    added = whole.answers.concerns_added
    counted = {step.question.id: step.answer for step in whole.steps if step.answer is not None}

    def stays(step: Step) -> bool:
        said = step.state is not State.LEFT_OPEN or (step.question.takes_own_concerns and added)
        return bool(said or (step.question.short and holds(step.question.short_if, counted)))

    steps = (step if stays(step) else replace(step, state=State.NOT_ASKED) for step in whole.steps)
    return replace(whole, steps=tuple(steps))


def _stands(question: Question, answers: Answers, counted: Mapping[str, Answer]) -> tuple[State, Answer | None]:
    """Return how a question stands, and its answer where that counts."""
    if not holds(question.show_if, counted):
        return State.NOT_ASKED, None
    answer = answers.given.get(question.id)
    state = question.state(answer)
    return state, None if state is State.LEFT_OPEN else answer
