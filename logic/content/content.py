"""The content of a guide as one frozen value, with the look-ups that everything else uses."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from logic.content.care_steps import CareStep, RefillInputs
from logic.content.conditions import Condition
from logic.content.evidence import Claim, Comparison, NotCovered, Row, Source, Statement, Subject, Topic
from logic.content.kinds.question import Question
from logic.content.often_asked import OftenAsked, Theme
from logic.content.page_one import PageOneGroup
from logic.content.part import ContentPart, Id, Words
from logic.content.questions import Screen, Section


class Roles(ContentPart):
    """Which pieces of the content, by id, play a part that the standards of decision aids ask for."""

    condition: Id | None = None
    """The topic that describes the condition."""
    nothing_changes: Id | None = None
    """The topic on what happens where nothing changes."""
    no_change: Id | None = None
    """The option of leaving things as they are."""
    burden: tuple[Id, ...] = ()
    """The rows on what an option takes: visits, travel, time, money, emergencies."""
    living: dict[str, tuple[Id, ...]] = {}
    """The rows on living with an option: body, feelings, family, everyday."""
    deciding: tuple[Id, ...] = ()
    """The questions on who decides, how, and under whose pressure."""
    readiness: tuple[Id, ...] = ()
    """The four yes-or-no questions on readiness to talk."""
    open_result: Id | None = None
    """What to ask where a test within an option has an unclear result, from `not-covered.yaml`."""
    relatives: tuple[Id, ...] = ()
    """The answers to the question on the voice with which a relative speaks for themselves."""
    professionals: tuple[Id, ...] = ()
    """The answers to that question with which a professional fills the guide in."""


class Guide(ContentPart):
    """The decision in a sentence, the version, and what an honest reader wants to know of its making."""

    title: Words
    decision: Words
    version: Words
    date: dt.date
    review_by: dt.date
    sections: tuple[Id, ...] = Field(min_length=1)
    voice: Id
    """The question that says who is filling it in."""
    name: Id
    """The question that gives the name to print."""
    way: Id | None = None
    """The question whose answer `short` leaves out all that is not marked as short."""
    audience: tuple[Words, ...] = Field(min_length=1)
    not_for: tuple[Words, ...] = Field(min_length=1)
    made_by: Words
    paid_by: Words
    evidence_chosen: Words
    """How the documents were chosen."""
    not_done: tuple[Words, ...] = ()
    """What has not been done yet, said plainly."""
    roles: Roles = Roles()
    page_one: tuple[PageOneGroup, ...] = ()
    """What the first page of the summary tells."""
    relation: Id | None = None
    """The question that says what the writer is to the person."""
    help_large: Condition | None = None
    """When the urgent words stand large on the first page: where a pump is in place."""
    refills: RefillInputs | None = None
    """What refills are reckoned with, where the guide does so."""
    canonical: Words | None = None
    """The start of the addresses that name the guide's questionnaire and codes in other systems."""
    publisher: Words | None = None
    contact: Words | None = None


class Term(ContentPart):
    """A word of the glossary, with its other forms."""

    term: Words
    also: tuple[Words, ...] = ()
    meaning: Words

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the term, in any of its forms, as whole words."""
        forms = "|".join(re.escape(form) for form in (self.term, *self.also))
        return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


class Vocabulary(ContentPart):
    """The glossary, the wordings of advice that may never be printed, one word a thing, reading-level exceptions."""

    glossary: tuple[Term, ...] = ()
    never: tuple[Words, ...] = ()
    one_word: dict[Words, tuple[Words, ...]] = {}
    """By the word that the guide uses for a thing, those that it does not, in lower case."""
    names: tuple[Words, ...] = ()
    """Proper names, in which such a word may stand."""
    reading_exceptions: tuple[Words, ...] = ()
    """Drug, device and medical names that do not count towards the reading level."""
    benefit: tuple[Words, ...] = ()
    """Beginnings of words and phrases that a claim on a good thing turns on."""
    harm: tuple[Words, ...] = ()
    """Beginnings of words and phrases that a claim on an unwanted thing turns on."""

    @cached_property
    def word_for(self) -> dict[str, str]:
        """The word that the guide uses, by each that it does not use for the same thing."""
        return {other: word for word, others in self.one_word.items() for other in others}


class Renamed(ContentPart):
    """Old ids and what they are called now, so that saved files keep opening.

    Where one became several, each of them takes over what was said.
    """

    questions: dict[str, str | tuple[str, ...]] = {}
    choices: dict[str, dict[str, str | tuple[str, ...]]] = {}
    """By question (its present id), old choice to new; `question/choice` where another question has it now."""
    asks: dict[str, str] = {}

    def questions_now(self, name: str) -> tuple[str, ...]:
        """Return what a question is called now."""
        return each(self.questions.get(name, name))

    def choices_now(self, question: str, choice: str) -> tuple[tuple[str, str], ...]:
        """Return what a choice is called now, each with the question that has it."""
        names = self.choices.get(question, {}).get(choice)
        if names is None:
            return ((question, choice),)
        return tuple((before or question, name) for before, _, name in (item.rpartition("/") for item in each(names)))


class Content(ContentPart):
    """All of a guide. Made by `logic.content.loading.load.load`, which has checked that every reference holds."""

    guide: Guide
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    subjects: tuple[Subject, ...]
    comparison: Comparison
    not_covered: tuple[NotCovered, ...]
    themes: tuple[Theme, ...]
    asked_often: tuple[OftenAsked, ...]
    care_steps: tuple[CareStep, ...]
    words: Vocabulary
    text: dict[str, dict[str, str]]
    renamed: Renamed

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in the order of the guide."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def ask_ids(self) -> tuple[str, ...]:
        """The ids of all questions for the doctor: those that answers suggest, and those that are always there."""
        suggested = (ask.id for question in self.questions.values() for ask in question.ask)
        often = (item.id for item in self.asked_often if item.question)
        return (*suggested, *(item.id for item in self.not_covered), *often)

    @cached_property
    def screens(self) -> dict[str, Screen]:
        """Every screen by id, in the order of the guide."""
        return {screen.id: screen for section in self.sections for screen in section.screens}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section to which a screen belongs, by the screen's id."""
        return {screen.id: section for section in self.sections for screen in section.screens}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic by id, in the order of the evidence files."""
        return {topic.id: topic for subject in self.subjects for topic in subject.topics}

    @cached_property
    def cells(self) -> dict[tuple[str, str], tuple[tuple[Topic, Statement, Claim], ...]]:
        """What the documents say of an option on a row, by the ids of row and option.

        What a document says under two topics is one claim, and stands under the first.
        """
        return {
            (row.id, option.id): tuple(self._claims(row, option.id))
            for row in self.comparison.rows
            for option in self.comparison.options
        }

    def _claims(self, row: Row, option: str) -> Iterator[tuple[Topic, Statement, Claim]]:
        seen: set[tuple[str, str]] = set()
        for topic in self.topics.values():
            for statement in topic.statements:
                for claim in statement.claims:
                    said = (statement.source, claim.says)
                    if row.takes(topic, claim.bears.get(option)) and said not in seen:
                        seen.add(said)
                        yield topic, statement, claim

    @cached_property
    def source(self) -> dict[str, Source]:
        """Every source by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def families(self) -> dict[str, str]:
        """The titles of the documents of each family, side by side as they are told."""
        names = dict.fromkeys(source.family for source in self.sources if source.family)
        titles = {name: [source.title for source in self.sources if source.family == name] for name in names}
        return {name: " / ".join(found) for name, found in titles.items()}

    def say(self, key: str, **values: object) -> str:
        """Return the interface's words under `group.name`, with the values put in.

        Raises KeyError where there is no such text: a fault of the program, caught by the tests.
        """
        group, _, name = key.partition(".")
        return self.text[group][name].format(**values)

    def counted(self, key: str, number: int) -> str:
        """Return a number with what is counted, such as one month or 2 months; `-one` at the end of a key is of one."""
        return self.say(f"{key}-one" if number == 1 else key, count=number)

    def statements(self, reference: str) -> tuple[tuple[Topic, Statement], ...]:
        """Return the statements behind `topic` or `topic/source`, each with its topic."""
        topic_id, _, source_id = reference.partition("/")
        topic = self.topics[topic_id]
        return tuple((topic, item) for item in topic.statements if not source_id or item.source == source_id)

    def agreeing(self, topic: Topic) -> tuple[tuple[Source, ...], ...]:
        """Return the documents that are one voice on a topic: of each family that agrees there, those that speak."""
        speaking = [source for source in self.sources if topic.statement(source.id)]
        return tuple(tuple(source for source in speaking if source.family == family) for family in topic.one_voice)

    def voices_on(self, topic: Topic, option: str) -> int:
        """Return how many voices speak of an option on a topic, documents that agree there as a family counted once."""
        one = {source.id: group[0].id for group in self.agreeing(topic) for source in group}
        speaking = (item.source for item in topic.statements if any(option in claim.bears for claim in item.claims))
        return len({one.get(name, name) for name in speaking})

    def terms_on(self, screen_id: str) -> tuple[Term, ...]:
        """Return the glossary's terms that the words of a screen use, in the order of the glossary."""
        screen = self.screens[screen_id]
        texts = [screen.title, screen.intro or ""]
        for question in screen.questions:
            texts += [question.question, question.hint or "", *(choice.label for choice in question.offered)]
        words = " ".join(texts)
        return tuple(term for term in self.words.glossary if term.pattern.search(words))


def each(names: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands in a file as one name or as a list of them."""
    return (names,) if isinstance(names, str) else names
