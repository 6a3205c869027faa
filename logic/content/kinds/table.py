"""The kinds of question, and how a value of a file becomes a question of its kind.

The list is open: whoever loads a guide can give other kinds, as a test does with a kind of its own. That is why
the union is read through this table, and not written as a type.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, PlainValidator, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from logic.content.kinds.body_areas import BodyAreas
from logic.content.kinds.importance import Importance
from logic.content.kinds.number import Number
from logic.content.kinds.one import One
from logic.content.kinds.question import Question
from logic.content.kinds.several import Several
from logic.content.kinds.words import FreeWords

Kinds = Mapping[str, type[Question]]


def by_name(*kinds: type[Question]) -> Kinds:
    """Return kinds by what `kind` says in a file."""
    return {kind.named(): kind for kind in kinds}


KINDS = by_name(One, Several, BodyAreas, Importance, Number, FreeWords)


class _UnknownKind(Question):
    """What is read where the kind is none of the known: what all questions have is looked at all the same."""

    model_config = ConfigDict(extra="ignore")

    @field_validator("kind", mode="plain")
    @classmethod
    def refuse(cls, _: object, info: ValidationInfo) -> str:
        """Raise the fault that says which kinds there are."""
        *names, last = (f"'{name}'" for name in info.context or KINDS)
        raise PydanticKnownError("literal_error", {"expected": f"{', '.join(names)} or {last}"})


def _of_its_kind(value: Any, info: ValidationInfo) -> Question:
    if isinstance(value, Question):
        return value
    kinds: Kinds = info.context or KINDS
    named = value.get("kind") if isinstance(value, dict) else None
    kind = kinds.get(named) if isinstance(named, str) else None
    return (kind or _UnknownKind).model_validate(value, context=info.context)


AnyQuestion = Annotated[Question, PlainValidator(_of_its_kind)]
"""A question of any kind, told apart by `kind`. Its faults have places as if it had been the one kind there is."""
