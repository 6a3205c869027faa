"""What a person can leave out of a file for others, by id: each section, what the documents say, and other voices."""

from logic.content.content import Content

EVIDENCE = "what-documents-say"
"""What stands among the sections left out when the documents' statements are left out."""

OBSERVATIONS = "observations"
"""Stands there when a therapist's observations are left out."""

VIEWS = "two-views"
"""Stands there when a second person's view is left out."""


def parts(content: Content) -> tuple[tuple[str, str], ...]:
    """Return what a person can leave out, by id and title: each section, what the documents say, other voices."""
    sections = ((section.id, section.title) for section in content.sections)
    voices = ((OBSERVATIONS, content.say("summary.observations")), (VIEWS, content.say("views.title")))
    return (*sections, (EVIDENCE, content.say("summary.evidence-title")), *voices)
