"""What is always in the list of questions for the doctor: its themes, and what people often ask."""

from logic.content.part import ContentPart, Id, Words


class Theme(ContentPart):
    """One heading of the list of questions for the doctor."""

    id: Id
    title: Words


class OftenAsked(ContentPart):
    """One thing that people often ask. It can be raised whatever was answered."""

    id: Id
    theme: Id
    about: Words
    question: Words | None = None
    """Left out where a subject that no document covers asks it already."""
    raised_by: tuple[Id, ...] = ()
    """Other questions for the doctor that raise the same: one of them stands in its place where it is offered."""
