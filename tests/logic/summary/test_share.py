"""A file to share holds nothing of what was left out; a file to carry on holds everything."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.answers.answers import AddedConcern, Answers, ToAsk
from logic.answers.journey import journey
from logic.answers.left_out import OBSERVATIONS, VIEWS, parts
from logic.files.open_file import open_file
from logic.files.save_file import save
from logic.summary.share import answers_to_share
from logic.summary.summary import summarise
from tests.any_answers import GUIDE, SECTIONS, some_answers
from tests.builders import DAY, SAVED_AT, small

FULL = Answers(
    {"who": "me", "first-name": "Kim", "splint": "yes", "numb": "no", "hours": 5, "matters": {"less-pain": "a-lot"}},
    (AddedConcern("Noise", "a-lot"),),
    ToAsk(kept=("ask-hours", "open-summer"), dropped=("ask-which",), own=("Who pays?",)),
    {"hand": "Warm.", "nights": "Woke twice."},
    {"answers": {"gone": "x"}},
)


def out(answers: Answers, *left_out: str) -> Answers:
    """What of the answers to the small guide is shared."""
    return answers_to_share(journey(small(), answers), frozenset(left_out))


@pytest.mark.parametrize("left_out", [(), (VIEWS,)])
def test_shared__no_section_left_out__is_what_the_summary_tells(left_out: tuple[str, ...]) -> None:
    """What does not fit the guide and what was dropped stay in the person's own file. A second view was never in it."""
    assert out(FULL, *left_out) == replace(
        FULL, to_ask=ToAsk(kept=("ask-hours", "open-summer"), own=("Who pays?",)), kept_aside={}
    )


def test_shared__answer_off_the_route__stays_at_home_though_nothing_is_left_out() -> None:
    """A doctor who opens the file finds no pump trouble of somebody who now says that there is no pump."""
    said = Answers({"splint": "no", "numb": "yes", "hours": 8, "wakes": ("pain",)}, to_ask=ToAsk(kept=("ask-which",)))

    assert out(said).given == {"splint": "no", "hours": 8, "wakes": ("pain",)}
    assert out(said).to_ask == ToAsk()


def test_shared__answer_to_a_knowledge_item__stays_at_home() -> None:
    """What a person did not know is for the person alone, in any file that others get."""
    lessons = {name: "yes" for name, item in GUIDE.questions.items() if item.lesson}
    given = {name: GUIDE.questions[name].single_answers()[0] for name in lessons} | {"ready-options": "yes"}

    assert len(lessons) == 8
    assert answers_to_share(journey(GUIDE, Answers(given)), frozenset()).given == {"ready-options": "yes"}


def test_shared__section_left_out__is_absent_with_its_notes_and_what_it_suggested() -> None:
    """A kept question would tell that an answer was given."""
    assert out(FULL, "nights") == Answers(
        {"who": "me", "first-name": "Kim", "splint": "yes", "numb": "no", "matters": {"less-pain": "a-lot"}},
        (AddedConcern("Noise", "a-lot"),),
        ToAsk(kept=("open-summer",), own=("Who pays?",)),
        {"hand": "Warm."},
    )


def test_shared__section_with_concerns_and_questions_left_out__has_neither() -> None:
    """Own concerns and own questions go with the screens on which they were written."""
    found = out(FULL, "wishes")

    assert (found.concerns_added, found.to_ask) == ((), ToAsk())


def test_shared__observations_left_out__are_absent_and_the_rest_stays() -> None:
    """A therapist's notes are a voice that can be left out by itself."""
    found = out(FULL, OBSERVATIONS)

    assert (found.observations, found.given) == ({}, FULL.given)


def test_shared__answer_off_the_route__does_not_come_back_when_its_section_stays() -> None:
    """Without the answer that hides it, its question would be asked again, and tell."""
    hidden = Answers({"splint": "no", "numb": "yes", "hours": 8, "wakes": ("pain",)})

    assert out(hidden, "wishes").given == {"splint": "no", "hours": 8, "wakes": ("pain",)}
    assert out(Answers({**hidden.given, "splint": "yes"}), "hand").given == {"hours": 8}


def test_shared__name_and_voice_left_out__are_not_in_the_file() -> None:
    """The file does not say who wrote it, in its head or anywhere else."""
    told = save(small(), out(FULL, "hand"), SAVED_AT)

    assert '"voice": null' in told
    assert "Kim" not in told


@given(some_answers(), st.sets(st.sampled_from([part for part, _ in parts(GUIDE)])))
@settings(max_examples=25)
def test_shared__any_parts_left_out__hold_no_answer_of_theirs(answers: Answers, left_out: set[str]) -> None:
    """Whatever was said, the file can be opened, and nothing in it belongs to a section left out."""
    found = answers_to_share(journey(GUIDE, answers), frozenset(left_out))
    opened = open_file(GUIDE, save(GUIDE, found, SAVED_AT).encode())
    gone = {name for name in GUIDE.questions for item in GUIDE.sections if item.id in left_out and name in _asked(item)}

    assert opened.answers == found
    assert gone.isdisjoint(found.given)
    assert (left_out & set(SECTIONS)).isdisjoint(found.observations)
    assert OBSERVATIONS not in left_out or not found.observations


def _asked(section: object) -> set[str]:
    return {question.id for question in section.questions}  # type: ignore[attr-defined]  # a section


@given(some_answers(), st.sets(st.sampled_from(SECTIONS), max_size=2))
@settings(max_examples=25)
def test_shared__opened_again__has_the_same_words_in_its_summary(answers: Answers, left_out: set[str]) -> None:
    """Whatever stays at home changes nothing in the summary."""
    out_of = frozenset(left_out)
    before = summarise(journey(GUIDE, answers), DAY, out_of)
    after = summarise(journey(GUIDE, answers_to_share(journey(GUIDE, answers), out_of)), DAY, out_of)

    assert (after.questions, after.observations) == (before.questions, before.observations)
    assert [part.said for part in after.sections] == [part.said for part in before.sections]
