"""What the pieces of a guide are called in FHIR: addresses, codes, and the link ids of items.

Kept with the content so that what writes a form, what writes its answers and what reads them back use one
set of names. Every id of the content is lower-case words and hyphens, so `:` and `.` part names without doubt.
"""

import re
from collections.abc import Iterable
from typing import Any

from logic.content.content import Content
from logic.content.kinds.answer import NOT_SURE
from logic.content.kinds.form_field import FormField, Offer
from logic.content.kinds.question import Question

ASKS = "questions-for-the-doctor:asked"
"""The link id of the questions for the doctor that were kept or written."""

OBSERVATIONS = "observations:therapist"
"""The link id of the group that holds a therapist's own observations."""

OWN = "own:concern"
"""What part of a question a concern in the person's own words is."""

_ASK = "ask"


def address(content: Content, kind: str, name: str) -> str:
    """Return the canonical address of a resource of the guide. It names, and need not lead anywhere.

    A guide without an address of its own gets one under `.example`, which nobody can ever own.
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", content.guide.title.lower()))
    return f"{content.guide.canonical or f'https://{slug}.example/fhir'}/{kind}/{name}"


def questionnaire(content: Content) -> str:
    """Return the address of the questionnaire, without a version."""
    return address(content, "Questionnaire", "guide")


def code_system(content: Content) -> str:
    """Return the address of the guide's own codes."""
    return address(content, "CodeSystem", "answers")


def coding(content: Content, code: str, display: str) -> dict[str, str]:
    """Return one of the guide's own codes with the words that a person reads."""
    return {"system": code_system(content), "code": code, "display": display}


def offered(content: Content, question: Question, field: FormField, offer: Offer) -> dict[str, str]:
    """Return the code of something to pick: within its question, within its scope, or "I'm not sure", which is one."""
    scoped = f"{field.scope}:{offer.id}" if field.scope else within(question.id, offer.id)
    return coding(content, offer.id if offer.id == NOT_SURE else scoped, offer.label)


def ask_words(content: Content) -> dict[str, str]:
    """Return every question for the doctor that the guide can suggest, by its id."""
    asks = {ask.id: ask.question for question in content.questions.values() for ask in question.ask}
    often = {item.id: item.question for item in content.asked_often if item.question}
    return asks | {item.id: item.question for item in content.not_covered} | often


def ask(content: Content, name: str) -> dict[str, str]:
    """Return the code of a question for the doctor."""
    return coding(content, f"{_ASK}:{name}", ask_words(content)[name])


def within(question_id: str, part: str) -> str:
    """Return the link id, or the code, of a part of a question; nothing is the question itself."""
    return f"{question_id}.{part}" if part else question_id


def observation(section_id: str) -> str:
    """Return the link id of what a therapist noted on a section."""
    return f"observation:{section_id}"


def plain_code(value: Any, content: Content, scopes: Iterable[str] = (_ASK,)) -> str | None:
    """Return the id behind a code of the guide where it is "I'm not sure" or within one of these scopes, else None."""
    if not isinstance(value, dict) or value.get("system") != code_system(content):
        return None
    found = re.fullmatch(r"(?:([a-z0-9_-]+)[.:])?([a-z0-9-]+)", str(value.get("code")))
    if found is None or (found[1] or "") not in ("", *scopes):
        return None
    return found[2]
