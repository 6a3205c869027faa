"""A plain value against a model: pydantic's errors become problems with a place and a fix."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from logic.content.kinds.question import Question
from logic.content.kinds.table import KINDS, Kinds
from logic.content.loading.yaml_events import Path_, called
from logic.content.loading.yaml_file import YamlFile
from logic.content.part import ContentPart
from logic.content.problems import HOW, Problem, closest, nearest

Model = TypeVar("Model", bound=ContentPart)

_QUESTION = 4
"""How many steps lead to a question in the file of a section: `screens`, which, `questions`, which."""

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a day",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}


def fit(file: YamlFile, model: type[Model], kinds: Kinds = KINDS) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the file's value as the model, or every problem of the file: of its YAML and of its shape."""
    if file.value is None:
        return None, file.problems
    try:
        fitted, errors = model.model_validate(file.value, context=kinds), []
    except ValidationError as error:
        fitted, errors = None, error.errors(include_url=False)
    refused = {(problem.line, problem.column) for problem in file.problems}
    shape = _Shape(file, model, kinds)
    found = {_problem(shape, error) for error in _causes(shape, errors)}
    shapes = sorted(problem for problem in found if (problem.line, problem.column) not in refused)
    problems = (*file.problems, *shapes)
    return (None if problems else fitted), problems


@dataclass(frozen=True)
class _Shape:
    """A file with the model that it was held against."""

    file: YamlFile
    model: type[BaseModel]
    kinds: Kinds

    def keys(self, path: Path_) -> list[str]:
        """Return the keys that are known among those around the last step of the path."""
        kind = self.kind(path)
        return _fields(kind, path[_QUESTION:-1]) if kind else _fields(self.model, path[:-1])

    def kind(self, path: Path_) -> type[Question] | None:
        """Return the kind of the question that the path leads into, None where there is none."""
        if len(path) <= _QUESTION or (path[0], path[2]) != ("screens", "questions"):
            return None
        asked = _beside(self.file.value, path[: _QUESTION + 1])
        return self.kinds.get(asked["kind"]) if isinstance(asked.get("kind"), str) else None

    def is_of_another_kind(self, path: Path_) -> bool:
        """Tell whether the last step of the path is a key that stands there in questions of another kind."""
        inside = path[_QUESTION:-1]
        others = (kind for kind in self.kinds.values() if not inside or inside[0] in kind.model_fields)
        return self.kind(path) is not None and any(path[-1] in _fields(kind, inside) for kind in others)


def _causes(shape: _Shape, errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out what only follows from another error: a misspelt key's true name, a list cut by its faults."""
    misspelt: set[Path_] = set()
    for error in errors:
        if error["type"] == "extra_forbidden" and not shape.is_of_another_kind(error["loc"]):
            *above, name = error["loc"]
            misspelt.add((*above, closest(str(name), shape.keys(error["loc"])) or ""))
    for error in errors:
        cut = error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]
        named = error["type"] == "missing" and error["loc"] in misspelt
        if not cut and not named:
            yield error


def _problem(shape: _Shape, error: ErrorDetails) -> Problem:
    file = shape.file
    kind, value, path = error["type"], error["input"], _in_file(error, file.value)
    name = called(path)
    match kind:
        case "missing" | "extra_forbidden":
            return _key_problem(shape, path, missing=kind == "missing")
        case "literal_error" if isinstance(value, str | int | float | date):
            allowed = _allowed(error)
            written = _written(value)
            hint = nearest(written, allowed) if closest(written, allowed) else "Write one of these."
            return file.problem("S005", path, value=written, allowed=", ".join(allowed), nearest=hint)
        case "literal_error":
            wanted = f"one of: {', '.join(_allowed(error))}"
            return file.problem("S003", path, name=name, wanted=wanted, how="Write one of these.")
        case "string_pattern_mismatch" | "string_too_short" if not value.strip():
            return file.problem("S004", path, name=name)
        case "string_pattern_mismatch" | "string_too_long":
            return file.problem("S006", path, value=value)
        case "too_short" if path[-1] == "statements" and path[0] == "topics":
            return file.problem("E001", path, name=_beside(file.value, path).get("id", called(path[:-1])))
        case "too_short":
            return file.problem("S007", path, name=name, least=error["ctx"]["min_length"])
    # Where a value may be of several types, pydantic complains of each: the file has one thing to mend.
    wanted = "text, a number, true or false" if len(path) < len(error["loc"]) else _WANTED.get(kind, "another value")
    return file.problem("S003", path, name=name, wanted=wanted, how=HOW[wanted])


def _key_problem(shape: _Shape, path: Path_, *, missing: bool) -> Problem:
    """Return the problem of a key that is not there, or that should not be there."""
    file, name, kind = shape.file, called(path), shape.kind(path)
    if missing and kind and len(path) == _QUESTION + 1 and name not in Question.model_fields:
        return file.problem("Q003", path, kind=kind.named(), name=name)
    if missing:
        return file.problem("S001", path, name=name)
    if kind and shape.is_of_another_kind(path):
        return file.problem("Q002", path, key=True, kind=kind.named(), name=name)
    return file.problem("S002", path, key=True, name=name, nearest=nearest(name, shape.keys(path)))


def _allowed(error: ErrorDetails) -> list[str]:
    """Return the words that pydantic lists as `'one', 'several' or 'words'`, as they are written in YAML."""
    expected = str(error["ctx"]["expected"]).replace("'", "").replace("True", "true")
    return expected.replace(" or ", ", ").split(", ")


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _in_file(error: ErrorDetails, value: Any) -> Path_:
    """Return the part of pydantic's path that exists in the file: a union adds steps of its own."""
    path: Path_ = ()
    for step in error["loc"]:
        inside = step in value if isinstance(value, dict) else isinstance(value, tuple) and isinstance(step, int)
        if not inside:
            break
        value = value[step]
        path = (*path, step)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else path


def _beside(value: Any, path: Path_) -> Any:
    """Return the keys and values among which the last step of the path stands."""
    for step in path[:-1]:
        value = value[step]
    return value


def _fields(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the keys that the model knows at this path."""
    for step in path:
        field = model.model_fields.get(str(step))
        # A number in a list, or a key of a mapping with free keys (cells by option), names no field.
        model = (_model_in(field.annotation) if field else None) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
