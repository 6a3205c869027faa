"""Wordings of advice, in the forms people write, and what only looks like one."""

import pytest

from logic.checks.neutrality.advice import Advice
from tests.builders import small, small_with

ADVICE = (
    "You should have a pump.",
    "You really should talk this over and go for it.",
    "You’d better wait.",
    "You shouldn't have surgery.",
    "Patients should try tablets first.",
    "You may want to consider a pump.",
    "You need a pump.",
    "You don't need surgery.",
    "You no longer need to have this.",
    "A pump should be considered.",
    "This should be given to anyone with spasms.",
    "You ought to have it.",
    "We suggest a trial.",
    "We would strongly recommend a trial.",
    "Our doctors advise a trial.",
    "I think you can wait.",
    "This guide recommends tablets.",
    "The guide suggests a pump.",
    "Our advice: wait.",
    "Most doctors recommend a pump.",
    "Most people choose a pump.",
    "Surgery is not advisable.",
    "A pump is strongly recommended.",
    "Highly recommended.",
    "Recommended for severe spasticity.",
    "You are a good candidate.",
    "Candidates for a pump have tried tablets.",
    "This makes you a candidate.",
    "Tablets are a better option.",
    "Injections are the right choice.",
    "A pump is ideal for you.",
    "It is perfect for people like you.",
    "A pump suits you.",
    "This fits your needs.",
    "It is ideal for severe spasticity.",
    "You are eligible.",
    "You do not qualify.",
    "It is best to wait.",
    "It would be wise to start now.",
    "It might be a good idea to wait.",
    "The first choice is tablets.",
    "Rehab is the gold standard.",
    "A pump outranks tablets.",
    "A pump makes the most sense.",
    "A trial is worth having.",
    "You will probably benefit.",
    "You are likely to feel better.",
    "A pump will work well for you.",
    "This is too risky for you.",
    "A 92% match with a pump.",
    "You have an 80 percent likely chance.",
    "Your score is high.",
    "Match score: 8.",
    "Pump rating of 4.",
    "Tablets ranked second.",
    "4 out of 5 stars.",
    "A five-star treatment.",
    "Your answers suggest a pump.",
    "Your answers clearly point to rehab.",
    "Based on your answers, a pump comes first.",
    "Much speaks for a pump.",
    "Wear a splint. Choose splint at night.",
    "Please go for a splint at night.",
)

NO_ADVICE = (
    "Ask your doctor whether a pump could be tried.",
    "It never recommends, scores or predicts anything.",
    "It does not say what to choose.",
    "A record of what was said. It gives no advice.",
    "If baclofen by mouth works, a pump is not needed, this article says.",
    "This article says pumps work best when a large part is affected.",
    "This surgeon says that tablets have quite limited benefits.",
    "A doctor may then propose a visit to see if a pump would fit.",
    "What would I need to know about flying?",
    "Which options need no surgery?",
    "Whether to have a splint at night, or not.",
    "How many visits a year feel possible?",
    "Nothing is added up, and your answers put no option first.",
    "Questions the guide suggests",
    "You may want to ask about some of them.",
    "The dose can be changed, but only by qualified medical staff.",
    "Time to get ready",
    "No answer is right or wrong, and none ties you to anything.",
    "Do you need help to get there?",
    "What is the right dose for a child?",
)


@pytest.mark.parametrize("text", ADVICE)
def test_advice__in_a_form_people_write__is_found(text: str) -> None:
    """Whatever pushes somebody is found, however it is put."""
    assert list(Advice(small()).found_in(text)) != []


@pytest.mark.parametrize(
    "text",
    ["YOU SHOULD HAVE A PUMP.", "You \u017fhould have it.", "An \u0130deal choice.", "Your be\u017ft opt\u0131on."],
)
def test_advice__in_other_letters__is_found_as_it_stands_there(text: str) -> None:
    """Capitals and the letters that pass for ours hide nothing."""
    assert [found for found in Advice(small()).found_in(text) if found in text] != []


@pytest.mark.parametrize("text", NO_ADVICE)
def test_advice__in_a_question_a_claim_or_a_denial__is_not_found(text: str) -> None:
    """A document's own claim, a question for the doctor and the guide's own promise pass."""
    assert list(Advice(small()).found_in(text)) == []


def test_advice__words_that_the_content_forbids__are_found_too() -> None:
    """Whoever writes the content can forbid more."""
    words = small().words.model_copy(update={"never": ("numb as wood",)})

    assert list(Advice(small_with(words=words)).found_in("Numb  as wood.")) == ["Numb as wood"]


def test_advice__where_the_content_forbids_nothing__is_found_all_the_same() -> None:
    """The patterns do not depend on anybody's list."""
    words = small().words.model_copy(update={"never": ()})

    assert list(Advice(small_with(words=words)).found_in("You should.")) == ["You should"]
