"""A plain value against a model: pydantic's errors become problems with a place and a fix."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from logic.loading.yaml_file import Path_, YamlFile
from logic.problems import Problem, nearest
from logic.questions import Part

Model = TypeVar("Model", bound=Part)

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a day, such as 2027-01-31",
    "tuple_type": "a list, each item after a hyphen",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "union": "text, a whole number, true or false",
}


def fit(file: YamlFile, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the file's value as the model, or every problem of its shape."""
    if file.problems:
        return None, file.problems
    try:
        return model.model_validate(file.value), ()
    except ValidationError as error:
        errors = [item for item in error.errors(include_url=False) if not _echo(item)]
        found = {_problem(file, model, item) for item in errors}
        return None, tuple(sorted(found))


def _problem(file: YamlFile, model: type[BaseModel], error: ErrorDetails) -> Problem:
    kind, path = error["type"], _in_file(error["loc"], file.value)
    name = str(next((step for step in reversed(path) if isinstance(step, str)), "the file"))
    match kind:
        case "missing":
            return file.problem("S001", path, name=name)
        case "extra_forbidden":
            return file.problem("S002", path, key=True, name=name, nearest=nearest(name, _fields(model, path[:-1])))
        case "literal_error":
            allowed = str(error["ctx"]["expected"]).replace("'", "")
            names = allowed.replace(" or ", ", ").split(", ")
            return file.problem("S005", path, value=error["input"], allowed=allowed, nearest=nearest(str(error["input"]), names))
        case "string_pattern_mismatch" | "string_too_short" if not str(error["input"]).strip():
            return file.problem("S004", path, name=name)
        case "string_pattern_mismatch" | "string_too_long":
            return file.problem("S006", path, value=error["input"])
        case "too_short":
            if name == "statements":
                return file.problem("E001", path, name=_topic_of(file, path))
            return file.problem("S007", path, name=name, least=error["ctx"]["min_length"])
    wanted = "text, a whole number, true or false" if len(path) < len(error["loc"]) else _WANTED.get(kind, "another kind of value")
    return file.problem("S003", path, name=name, wanted=wanted)


def _echo(error: ErrorDetails) -> bool:
    """Tell a list that is too short only because pydantic left its broken items out of the count."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _in_file(loc: tuple[int | str, ...], value: Any) -> Path_:
    """Return the part of pydantic's path that exists in the file: a union adds steps of its own."""
    path: list[int | str] = []
    for number, step in enumerate(loc):
        last = number == len(loc) - 1
        if isinstance(value, dict) and (step in value or last):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            break
        path.append(step)
    return tuple(path)


def _topic_of(file: YamlFile, path: Path_) -> str:
    value = file.value
    for step in path[:-1]:
        value = value[step]
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _fields(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the keys that the model knows at this path."""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        # Below a mapping with free keys (cells by option) the step is a key, not a field.
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
