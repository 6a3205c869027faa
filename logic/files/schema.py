"""The save file as JSON Schema (draft 2020-12), so that another program can write and check one."""

import json
from typing import Any, assert_never

from logic.answers.answers import LONGEST
from logic.content.content import Content
from logic.content.questions import LEVELS, NOT_SURE, Question
from logic.files.save_file import FORMAT, NUMBER


def render(content: Content) -> str:
    """Return the text of the schema for this content."""
    asks = [ask.id for question in content.questions.values() for ask in question.ask]
    ask_ids = {"enum": [*asks, *(item.id for item in content.not_covered)]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{content.guide.title}: answers, content version {content.guide.version}",
        "type": "object",
        "required": ["format", "answers"],
        "properties": {
            "format": _object({"name": {"const": FORMAT}, "number": {"const": NUMBER}}),
            "content": {"type": "string"},
            "voice": {"anyOf": [{"type": "null"}, _answer(content.questions[content.guide.voice])]},
            "saved_at": {"type": "string", "format": "date-time"},
            "answers": _object({question.id: _answer(question) for question in content.questions.values()}),
            "concerns_added": _list(_object({"text": _words(), "level": {"enum": [*LEVELS, None]}})),
            "questions_to_ask": _object({"kept": _list(ask_ids), "dropped": _list(ask_ids), "own": _list(_words())}),
            "observations": _object({section.id: _words() for section in content.sections}),
            "kept_aside": {"type": "object"},
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _answer(question: Question) -> dict[str, Any]:
    choices = {"enum": [choice.id for choice in question.choices]}
    shape: dict[str, Any]
    match question.kind:
        case "one":
            shape = choices
        case "several" | "body_areas":
            shape = {**_list(choices), "uniqueItems": True}
        case "importance":
            shape = _object({choice.id: {"enum": list(LEVELS)} for choice in question.choices})
        case "number":
            shape = {"type": "integer", "minimum": question.least, "maximum": question.most}
        case "words":
            return {**_words(), "title": question.label}
        case _ as never:
            assert_never(never)
    if question.not_sure and question.kind != "importance":
        shape = {"anyOf": [shape, {"const": NOT_SURE}]}
    return {"title": question.label, **shape}


def _words() -> dict[str, Any]:
    return {"type": "string", "maxLength": LONGEST}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}
