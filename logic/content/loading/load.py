"""A folder of YAML into content, or into every problem at once.

Nothing is raised for bad content: whoever writes it sees one sorted list with places and fixes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from logic.content.care_steps import CareSteps
from logic.content.content import Content, Guide, Renamed, Vocabulary
from logic.content.evidence import Comparison, Subject
from logic.content.kinds.table import KINDS, Kinds
from logic.content.loading.draft import Draft, LoadedFile, Model, Sources, Texts, Uncovered
from logic.content.loading.evidence_rules import evidence_problems
from logic.content.loading.list_rules import list_problems
from logic.content.loading.question_rules import question_problems
from logic.content.loading.references import reference_problems
from logic.content.loading.shapes import fit
from logic.content.loading.step_rules import step_problems
from logic.content.loading.word_rules import word_problems
from logic.content.loading.yaml_file import read
from logic.content.problems import Problem
from logic.content.questions import Section

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yaml")
"""How a file of content is named. Locks and backups of editors, and copies that systems make, are named otherwise."""


def load(folder: Path, name: str | None = None, kinds: Kinds = KINDS) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return the content of a folder and its problems, sorted by place.

    The content is None where any problem is an error. Places begin with `name`, else with the folder.
    Questions can be of the `kinds` given.
    """
    name = folder.as_posix() if name is None else name
    if not _holds_content(folder):
        return None, (Problem(name, 0, 0, "F003"),)
    draft = _draft(folder, name, kinds)
    rules = (
        _shapes, question_problems, reference_problems, list_problems, evidence_problems, step_problems, word_problems
    )  # fmt: skip
    problems = sorted({problem for rule in rules for problem in rule(draft)}.union(_unread(folder, name, draft)))
    if any(problem.severity == "error" for problem in problems):
        return None, tuple(problems)
    return _content(draft), tuple(problems)


def _holds_content(folder: Path) -> bool:
    try:
        return (folder / "guide.yaml").exists() or any(folder.glob("[!.]*/[!.]*.yaml"))
    except OSError:
        # A name that is too long, or a folder that may not be opened.
        return False


def _draft(folder: Path, shown: str, kinds: Kinds) -> Draft:
    def piece(name: str, model: type[Model]) -> LoadedFile[Model]:
        file = read(folder / name, f"{shown}/{name}")
        return LoadedFile(file, *fit(file, model, kinds))

    def pieces(subfolder: str, model: type[Model]) -> tuple[LoadedFile[Model], ...]:
        names = sorted(path.name for path in (folder / subfolder).glob("*.yaml") if _NAME.fullmatch(path.name))
        return tuple(piece(f"{subfolder}/{name}", model) for name in names or ["*.yaml"])

    return Draft(
        guide=piece("guide.yaml", Guide),
        sections=pieces("sections", Section),
        subjects=pieces("evidence", Subject),
        sources=piece("sources.yaml", Sources),
        comparison=piece("options.yaml", Comparison),
        not_covered=piece("not-covered.yaml", Uncovered),
        care_steps=piece("steps.yaml", CareSteps),
        words=piece("words.yaml", Vocabulary),
        text=piece("text/en.yaml", Texts),
        renamed=piece("renamed.yaml", Renamed),
    )


def _unread(folder: Path, shown: str, draft: Draft) -> Iterator[Problem]:
    """Find YAML files beside those that belong to a guide: whoever put them there expects them to be read."""
    known = {piece.file.name for piece in draft.pieces}
    for path in (*folder.glob("[!.]*"), *folder.glob("[!.]*/[!.]*")):
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        if path.suffix.lower() in (".yaml", ".yml") and name not in known:
            yield Problem(name, 0, 0, "F005")


def _shapes(draft: Draft) -> Iterator[Problem]:
    for piece in draft.pieces:
        yield from piece.problems


def _content(draft: Draft) -> Content:
    """Put the pieces together. Every model is there: a missing one would have been an error."""
    return Content(
        guide=_sure(draft.guide),
        sections=tuple(_sure(piece) for piece in draft.ordered_sections()),
        sources=_sure(draft.sources).sources,
        subjects=tuple(_sure(piece) for piece in draft.subjects),
        comparison=_sure(draft.comparison),
        not_covered=_sure(draft.not_covered).not_covered,
        themes=_sure(draft.not_covered).themes,
        asked_often=_sure(draft.not_covered).asked_often,
        care_steps=_sure(draft.care_steps).steps,
        words=_sure(draft.words),
        text=_sure(draft.text).text,
        renamed=_sure(draft.renamed),
    )


def _sure(piece: LoadedFile[Model]) -> Model:
    return cast("Model", piece.model)
