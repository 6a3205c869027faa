"""The few shapes that answers have as JSON Schema (draft 2020-12)."""

from typing import Any

from logic.content.kinds.answer import LONGEST


def words(most: int = LONGEST) -> dict[str, Any]:
    """Return the schema of words of so many characters."""
    return {"type": "string", "maxLength": most}


def list_of(items: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with these properties and no other."""
    return {"type": "object", "properties": properties, "additionalProperties": False}
