"""What every question has, and what every kind of question answers for itself.

A kind is one class in a file of its own: its fields, what fits as an answer, how an answer reads, what its
controls do. Nothing else in the program asks which kind a question is; it asks the question. What most kinds
have in common stands here as a default, and a kind says only where it differs.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field

from logic.content.conditions import Clause, Condition, Operator
from logic.content.kinds.answer import NOT_SURE, Answer, Change, Entry, Fault, Say, State, left_open
from logic.content.kinds.form_field import Entered, FormField, Offer, only
from logic.content.part import ContentPart, Id, Words


class Choice(ContentPart):
    """One choice within a question, one area of the body, or one concern."""

    id: Id
    label: Words
    hint: Words | None = None


class Concern(Choice):
    """Something that can matter to a person."""

    rows: tuple[Id, ...] = ()
    """The rows of the comparison that touch it."""


class Ask(ContentPart):
    """A question for the doctor that an answer suggests."""

    id: Id
    when: tuple[str, ...] = Field(min_length=1)
    """Names of moments: see `Question.known_moments`."""
    question: Words
    reason: Words
    theme: Id | None = None
    """The theme of `not-covered.yaml` under which it stands in the list of questions for the doctor."""


class Teaching(ContentPart):
    """What a short knowledge item teaches: the choice a document supports, and where it says so."""

    right: Id
    statements: tuple[str, ...] = Field(min_length=1)
    """References of the form `topic/source`."""


class Question(ContentPart):
    """One thing asked. It may always be left open."""

    id: Id
    kind: str
    question: Words
    label: Words
    why: Words
    topics: tuple[Id, ...] = ()
    hint: Words | None = None
    not_sure: bool = True
    show_if: Condition | None = None
    ask: tuple[Ask, ...] = ()
    prompt: Words | None = None
    short: bool = False
    """It is asked on the short way, too."""
    short_if: Condition | None = None
    """There only where this holds."""
    feeling: bool = False
    """Its answer tells a feeling: that of the writer where a relative speaks for themselves."""
    written_by: Id | None = None
    """The choice of the guide's voice whose own words the answer is: a therapist's or a carer's, not the person's."""

    operators: ClassVar[tuple[Operator, ...]] = ("exists",)
    """What a condition can ask of the answer."""
    compared_with: ClassVar[type[str | int]] = str
    """What a condition compares the answer with: the id of a choice or a number."""

    # What it consists of.

    @classmethod
    def named(cls) -> str:
        """Return what `kind` says in a file for a question of this class."""
        return str(cls.model_fields["kind"].default)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices to pick from or to give a level to; none where the kind has none."""
        return ()

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, or None."""
        return next((choice for choice in self.offered if choice.id == choice_id), None)

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """What can matter to a person, where the question asks that."""
        return ()

    @property
    def takes_own_concerns(self) -> bool:
        """Whether a person may add concerns of their own here."""
        return False

    @property
    def lesson(self) -> Teaching | None:
        """What it teaches after an answer, where it does."""
        return None

    @property
    def more_texts(self) -> tuple[str, ...]:
        """What can be read of it beyond the texts that all questions and choices have."""
        return ()

    def faults(self) -> Iterator[Fault]:
        """Yield what does not hold within the question, beyond the shape of its fields."""
        yield from ()

    # What an answer to it is.

    def fitting(self, value: object) -> tuple[Answer | None, object]:
        """Return what of a value from outside is an answer, and what is left over: None where nothing is.

        The value is JSON: text, numbers, lists, mappings.
        """
        return (NOT_SURE, None) if self.not_sure and value == NOT_SURE else self.fitting_itself(value)

    @abstractmethod
    def fitting_itself(self, value: object) -> tuple[Answer | None, object]:
        """Return the same of a value that is not "I'm not sure"."""

    def state(self, answer: Answer | None) -> State:
        """Return the state of an answer on the route."""
        if left_open(answer):
            return State.LEFT_OPEN
        return State.NOT_SURE if answer == NOT_SURE else State.ANSWERED

    @abstractmethod
    def changes(self) -> dict[str, Change]:
        """Return what each control does to the answer, by what its key ends in: "" for one that stands for all."""

    def places_in_words(self, say: Say) -> tuple[str, ...] | None:  # noqa: ARG002  # one choice uses it
        """Return what the places of its list are called, None where the program counts them and not the content."""
        return None

    def joined(self, now: Answer, before: Answer) -> tuple[Answer, object]:
        """Return the answer with what comes back to it, and what of the one before cannot."""
        return now, None if now == before else before

    def answer_schema(self) -> dict[str, Any]:
        """Return the JSON Schema of an answer."""
        shape = self.answer_schema_itself()
        return {"title": self.label, **({"anyOf": [shape, {"const": NOT_SURE}]} if self.not_sure else shape)}

    @abstractmethod
    def answer_schema_itself(self) -> dict[str, Any]:
        """Return the JSON Schema of an answer that is not "I'm not sure", without a title."""

    # What it is in the form of another program.

    def fields(self, say: Say) -> tuple[FormField, ...]:
        """Return what a form asks for: something to pick where there are choices, else words."""
        unsure = (Offer(NOT_SURE, say("question.not-sure"), alone=True),) if self.unsure == NOT_SURE else ()
        if self.offered:
            return (FormField("", self.question, (*(Offer(item.id, item.label) for item in self.offered), *unsure)),)
        beside = f"{self.label}: {say('question.not-sure')}"
        return (FormField("", self.question), *((FormField(NOT_SURE, beside, unsure),) if unsure else ()))

    def entered(self, answer: Answer) -> Entered:
        """Return what stands in these fields for an answer."""
        if answer == NOT_SURE and self.unsure == NOT_SURE and not self.offered:
            return {NOT_SURE: (NOT_SURE,)}
        return {"": (answer,) if isinstance(answer, str | int) else tuple(answer)}

    def from_entered(self, found: Entered) -> object:
        """Return what was entered as a value to be fitted."""
        return only([value for part in sorted(found) for value in found[part]])

    # What an answer tells.

    def values(self, answer: Answer | None, state: State, say: Say) -> tuple[str, ...]:
        """Return an answer, or the state it is in, in words: a line each."""
        if state is not State.ANSWERED or answer is None:
            return (say(f"state.{state}"),)
        return tuple(self.in_words(answer, say))

    @abstractmethod
    def in_words(self, answer: Answer, say: Say) -> Iterator[str]:
        """Yield the lines of an answer in words."""

    @property
    def table_columns(self) -> tuple[str, ...]:
        """Return the names of the columns, where an answer is a small table; else none."""
        return ()

    def table_rows(self, answer: Answer | None) -> tuple[tuple[str, ...], ...]:  # noqa: ARG002  # words use it
        """Return the rows of that table."""
        return ()

    @property
    def in_own_words(self) -> bool:
        """Whether its answers are a person's own words, which no output cuts."""
        return False

    def items(self, answer: Answer | None, say: Say) -> tuple[str, ...]:
        """Return the things that an answer holds, in words, one each."""
        return () if answer is None else tuple(self.in_words(answer, say))

    def entries(self, answer: Answer | None, state: State, say: Say) -> Iterator[Entry]:
        """Yield what an answer holds, a matter at a time, to be laid beside another answer."""
        yield Entry(self.label, self.values(answer, state, say), state)

    def areas(self, answer: Answer | None) -> tuple[Choice, ...]:  # noqa: ARG002  # the body's areas use it
        """Return the areas of the body that an answer names."""
        return ()

    def mattering(self, answer: Answer | None) -> tuple[Concern, ...]:  # noqa: ARG002  # importance uses it
        """Return the concerns that matter a lot, in the order of the guide."""
        return ()

    def weighed(self, answer: Answer | None) -> tuple[tuple[Concern, str | None], ...]:  # noqa: ARG002  # as above
        """Return each concern with how much it matters, None where nothing was said."""
        return ()

    def is_urgent(self, answer: Answer | None) -> bool:  # noqa: ARG002  # one choice uses it
        """Return whether an answer sends the person to urgent help."""
        return False

    @property
    @abstractmethod
    def known_moments(self) -> frozenset[str]:
        """What `when` can name: choices, `not-sure`, `answered`, or concerns that matter a lot."""

    @abstractmethod
    def moments(self, answer: Answer) -> Iterator[str]:
        """Yield which of these an answer brings about."""

    # Answers to walk the guide with.

    @property
    def unsure(self) -> Answer | None:
        """The answer that says "I'm not sure", None where there is none."""
        return NOT_SURE if self.not_sure else None

    @abstractmethod
    def told_apart(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, Answer]]:
        """Yield answers that stand for all that these clauses can tell apart, each with its name."""

    @abstractmethod
    def single_answers(self) -> tuple[Answer, ...]:
        """Return every answer of one choice or one level, "I'm not sure", and the ends of a range."""

    def in_turn(self, turn: int) -> Answer:
        """Return an answer; over as many turns as there are single answers, each comes once."""
        answers = self.single_answers()
        return answers[turn % len(answers)]
