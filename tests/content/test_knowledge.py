"""What somebody knows or does not know of treatment is theirs alone: no form of the summary depends on it."""

from dataclasses import replace

from logic.answers.journey import Journey, journey
from logic.outputs.fhir.document import answers_alone
from logic.outputs.layouts.summary import lay_out
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from logic.summary.two_views import both_views
from tests.builders import SAVED_AT, shipped
from tests.content.every_form import in_every_form
from tests.content.test_personas import answers, each_persona

LESSONS = {name: asked for name, asked in shipped().questions.items() if asked.lesson}


def with_lessons(name: str, place: int | None) -> Journey:
    """A persona's walk with each item of the knowledge check answered by the choice at this place, or by none."""
    here = answers(name)
    others = {question: given for question, given in here.given.items() if question not in LESSONS}
    taught = {} if place is None else {item: asked.single_answers()[place] for item, asked in LESSONS.items()}
    return journey(shipped(), replace(here, given={**others, **taught}))


@each_persona
def test_knowledge__whatever_was_answered__changes_nothing_in_the_document_and_the_clinic_s_file(name: str) -> None:
    """Every other form is drawn from the document."""
    known, unknown = with_lessons(name, -1), with_lessons(name, None)
    document, of_nobody = (lay_out(summarise(here, SAVED_AT.date())) for here in (known, unknown))
    shared, of_none = (journey(shipped(), answers_to_share(here, frozenset())) for here in (known, unknown))

    assert document == of_nobody
    assert answers_alone(shared, SAVED_AT) == answers_alone(of_none, SAVED_AT)


def test_knowledge__whatever_was_answered__changes_no_letter_of_any_form() -> None:
    """Text, web page, both papers and the clinic's document, read back."""
    assert in_every_form(with_lessons("ms-tablets", -1)) == in_every_form(with_lessons("ms-tablets", None))


def test_knowledge__answered_in_two_ways__is_no_difference_between_two_views() -> None:
    """The second person's knowledge is held against nobody."""
    first, second = (with_lessons("ms-tablets", place) for place in (0, -1))

    assert both_views(first, second, frozenset()) == both_views(first, first, frozenset())
