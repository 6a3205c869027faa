"""Content as read, before it is known to hold together: each file beside its model."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from logic.content.care_steps import CareSteps
from logic.content.content import Guide, Renamed, Vocabulary
from logic.content.evidence import Comparison, NotCovered, Source, Subject, Topic
from logic.content.kinds.question import Question
from logic.content.loading.yaml_events import Path_
from logic.content.loading.yaml_file import YamlFile
from logic.content.often_asked import OftenAsked, Theme
from logic.content.part import ContentPart
from logic.content.problems import Problem
from logic.content.questions import Screen, Section

Model = TypeVar("Model", bound=ContentPart)


class Sources(ContentPart):
    """The file of sources."""

    sources: tuple[Source, ...]


class Uncovered(ContentPart):
    """The file of questions for the doctor that are always there: on what no document covers, and often asked."""

    themes: tuple[Theme, ...] = ()
    not_covered: tuple[NotCovered, ...]
    asked_often: tuple[OftenAsked, ...] = ()


class Texts(ContentPart):
    """The file of the interface's words, by group and name."""

    text: dict[str, dict[str, str]]


@dataclass(frozen=True)
class LoadedFile(Generic[Model]):
    """One file and its model, None where the file does not fit."""

    file: YamlFile
    model: Model | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Placed(Generic[Model]):
    """A part of a file with the path that leads to it."""

    file: YamlFile
    path: Path_
    model: Model

    def problem(self, code: str, *path: str | int, key: bool = False, **values: object) -> Problem:
        """Return a problem at a path below this part."""
        return self.file.problem(code, (*self.path, *path), key=key, **values)


@dataclass(frozen=True)
class Draft:
    """Every file of a guide."""

    guide: LoadedFile[Guide]
    sections: tuple[LoadedFile[Section], ...]
    subjects: tuple[LoadedFile[Subject], ...]
    sources: LoadedFile[Sources]
    comparison: LoadedFile[Comparison]
    not_covered: LoadedFile[Uncovered]
    care_steps: LoadedFile[CareSteps]
    words: LoadedFile[Vocabulary]
    text: LoadedFile[Texts]
    renamed: LoadedFile[Renamed]

    @property
    def pieces(self) -> tuple[LoadedFile[ContentPart], ...]:
        """Every file, in no particular order."""
        single = (self.guide, self.sources, self.comparison, self.not_covered, self.care_steps, self.words, self.text)
        return (*single, self.renamed, *self.sections, *self.subjects)  # type: ignore[arg-type]  # a Piece of each kind is a Piece

    @property
    def sections_read(self) -> bool:
        """Whether every section could be read, so that a question that is not here is nowhere."""
        return all(piece.model for piece in self.sections)

    @property
    def subjects_read(self) -> bool:
        """Whether every subject could be read, so that a topic that is not here is nowhere."""
        return all(piece.model for piece in self.subjects)

    @property
    def in_order(self) -> bool:
        """Whether the guide says which of any two sections comes first."""
        listed = self.guide.model.sections if self.guide.model else ()
        return self.sections_read and all(piece.model.id in listed for piece in self.sections if piece.model)

    @property
    def source_ids(self) -> set[str] | None:
        """The ids of the sources, None where their file could not be read."""
        return {source.id for source in self.sources.model.sources} if self.sources.model else None

    @cached_property
    def questions_by_id(self) -> dict[str, Question]:
        """Every question that could be read, by id."""
        return {placed.model.id: placed.model for placed in self.questions()}

    @cached_property
    def question_ids_by_file(self) -> dict[str, set[str]]:
        """The ids of the questions that could be read, by the name of their file."""
        found: dict[str, set[str]] = {}
        for placed in self.questions():
            found.setdefault(placed.file.name, set()).add(placed.model.id)
        return found

    @cached_property
    def topics_by_id(self) -> dict[str, Topic]:
        """Every topic that could be read, by id."""
        return {placed.model.id: placed.model for placed in self.topics()}

    def ordered_sections(self) -> tuple[LoadedFile[Section], ...]:
        """The sections in the order of the guide; those it does not list come last."""
        listed = self.guide.model.sections if self.guide.model else ()

        def place(piece: LoadedFile[Section]) -> int:
            return listed.index(piece.model.id) if piece.model and piece.model.id in listed else len(listed)

        return tuple(sorted(self.sections, key=place))

    def screens(self) -> Iterator[Placed[Screen]]:
        """Every screen that could be read, in the order of the guide."""
        for piece in self.ordered_sections():
            for number, screen in enumerate(piece.model.screens if piece.model else ()):
                yield Placed(piece.file, ("screens", number), screen)

    def questions(self) -> Iterator[Placed[Question]]:
        """Every question that could be read, in the order of the guide."""
        for placed in self.screens():
            for number, question in enumerate(placed.model.questions):
                yield Placed(placed.file, (*placed.path, "questions", number), question)

    def topics(self) -> Iterator[Placed[Topic]]:
        """Every topic that could be read."""
        for piece in self.subjects:
            for number, topic in enumerate(piece.model.topics if piece.model else ()):
                yield Placed(piece.file, ("topics", number), topic)
