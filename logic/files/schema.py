"""The save file as JSON Schema (draft 2020-12), so that another program can write and check one."""

import json

from logic.content.content import Content
from logic.content.kinds.importance import LEVELS
from logic.content.kinds.json_schema import list_of, object_of, words
from logic.files.save_file import FORMAT, NUMBER


def render(content: Content) -> str:
    """Return the text of the schema for this content."""
    ask_ids = {"enum": list(content.ask_ids)}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{content.guide.title}: answers, content version {content.guide.version}",
        "type": "object",
        "required": ["format", "answers"],
        "properties": {
            "format": object_of({"name": {"const": FORMAT}, "number": {"const": NUMBER}}),
            "content": {"type": "string"},
            "voice": {"anyOf": [{"type": "null"}, content.questions[content.guide.voice].answer_schema()]},
            "saved_at": {"type": "string", "format": "date-time"},
            "answers": object_of({question.id: question.answer_schema() for question in content.questions.values()}),
            "concerns_added": list_of(object_of({"text": words(), "level": {"enum": [*LEVELS, None]}})),
            "questions_to_ask": object_of(
                {"kept": list_of(ask_ids), "dropped": list_of(ask_ids), "own": list_of(words())}
            ),
            "observations": object_of({section.id: words() for section in content.sections}),
            "kept_aside": {"type": "object"},
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
